"""Timeline: statements by date in a chart, and the same as a list with the chosen one on its printed page."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from graph.lanes import Mark, marks
from graph.timeline import timeline
from screens.desk import Desk, counted, desk
from screens.detail import show_detail
from screens.downloads import show_downloads
from screens.empty import nothing_to_show
from screens.statement_list import chosen

_LANES, _MOST_TICKS = 12, 5_000
_BY = {"kind": "Kind", "topic": "Topic"}
_COLUMNS = ("Date", "Speaker", "To", "Words", "Cite")


def show(at: Desk) -> None:
    """Draw the page."""
    if nothing_to_show(at):
        return
    rows = timeline(at.rows)
    dated = marks(rows, _LANES)
    _chart(dated, len(rows))
    left, right = st.columns([11, 9], gap="medium")
    with left:
        show_downloads(rows, ("timeline.csv", "timeline.xlsx", "timelinejs.csv"), "timeline")
        row = chosen(rows, f"timeline-{at.view}", columns=_COLUMNS)
    with right:
        if row is not None:
            show_detail(at, row.statement_id, "timeline")


def _chart(dated: Sequence[Mark], total: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        draw = st.segmented_control(
            "Draw", ["Each statement", "By month"], default="Each statement", key="draw", label_visibility="collapsed"
        )
        by = st.segmented_control(
            "Colour by", list(_BY), default="kind", key="by", format_func=_BY.__getitem__, label_visibility="collapsed"
        )
        undated = total - len(dated)
        note = f" · {undated:,} undated, at the end of the list" if undated else ""
        st.caption(f"{counted(total, 'statement')}{note}")
    if not dated:
        st.info("None of these statements has a date: the list below is in the order of the documents.", icon=":material/info:")
        return
    frame = pd.DataFrame([_cells(mark) for mark in dated])
    ticks = draw != "By month" and len(dated) <= _MOST_TICKS
    st.altair_chart(_ticks(frame, by or "kind") if ticks else _months(frame, by or "kind"), width="stretch")


def _cells(mark: Mark) -> dict[str, object]:
    row = mark.row
    return {
        "start": mark.start,
        "lane": mark.lane,
        "kind": row.kind,
        "topic": mark.topic,
        "date": row.date.replace("T", " "),
        "speaker": row.speaker or row.speaker_as_written or "not named",
        "to": row.addressees,
        "words": row.text[:200],
        "cite": row.cite,
    }


def _ticks(frame: pd.DataFrame, by: str) -> alt.Chart:
    """A tick a statement, a lane a speaker; the lanes by number of statements."""
    lanes = list(frame["lane"].value_counts().index)
    lanes.sort(key=lambda lane: lane.startswith("("))
    chart: alt.Chart = (
        alt.Chart(frame)
        .mark_tick(thickness=2.5, size=14, opacity=0.75)
        .encode(
            x=alt.X("start:T", title=None, axis=alt.Axis(format="%b %Y", labelOverlap=True, tickCount=12)),
            y=alt.Y("lane:N", title=None, sort=lanes, axis=alt.Axis(labelLimit=180)),
            color=alt.Color(f"{by}:N", title=None, legend=alt.Legend(orient="top")),
            tooltip=["date:N", "speaker:N", "to:N", "words:N", "cite:N"],
        )
        .properties(height=alt.Step(20))
        .interactive(bind_y=False)
    )
    return chart


def _months(frame: pd.DataFrame, by: str) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X("yearmonth(start):T", title=None, axis=alt.Axis(format="%b %Y")),
            y=alt.Y("count():Q", title="statements"),
            color=alt.Color(f"{by}:N", title=None, legend=alt.Legend(orient="top")),
            tooltip=[alt.Tooltip("yearmonth(start):T", title="month", format="%b %Y"), f"{by}:N", "count():Q"],
        )
        .properties(height=240)
        .interactive(bind_y=False)
    )
    return chart


if __name__ == "__main__":
    show(desk())
