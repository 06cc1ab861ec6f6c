"""Timeline: statements by date in a chart, and the same as a list with the chosen one on its printed page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd
import streamlit as st

from graph.copies import each_once
from graph.lanes import Month, Spot, lane_order, months, spots
from graph.row import Row
from graph.timeline import timeline
from screens.desk import Desk, counted, desk, readable, shortened
from screens.detail import show_detail
from screens.downloads import show_downloads
from screens.empty import nothing_to_show
from screens.statement_list import SHORT, chosen

_LANES, _MOST_SPOTS = 12, 5_000
_YEARS_OF_MONTHS = 8
_EACH, _MONTHS = "By speaker", "By month"


def show(at: Desk) -> None:
    """Draw the page."""
    if nothing_to_show(at):
        return
    rows = list(each_once(timeline(at.rows), at.snapshot.copies, at.snapshot.people))
    picked = _chart(at, rows)
    left, right = st.columns([13, 10], gap="medium")
    with left:
        show_downloads(rows, ("timeline.csv", "timeline.xlsx", "timelinejs.csv"), "timeline", _about(at, picked, rows))
        row = chosen(picked or rows, f"timeline-{at.view}-{len(picked)}", columns=SHORT)
    with right:
        if row is not None:
            show_detail(at, row.statement_id, "timeline")


def _about(at: Desk, picked: Sequence[Row], rows: Sequence[Row]) -> str:
    if picked:
        return f"{counted(len(picked), 'statement')} of the dot that you clicked; click beside it for all"
    undated = sum(not row.date for row in rows)
    again = len(rows) - at.snapshot.messages(rows)
    return (
        counted(len(rows), "statement")
        + (f", {undated:,} of them undated, last" if undated else "")
        + (f"; {again:,} are further prints of a mail that is there already" if again else "")
    )


def _chart(at: Desk, rows: Sequence[Row]) -> Sequence[Row]:
    """Draw the chart; the statements of the dot that the reader clicked, () if none."""
    with st.container(horizontal=True, vertical_alignment="center"):
        draw = st.segmented_control("Draw", [_EACH, _MONTHS], default=_EACH, key="draw", label_visibility="collapsed")
        by = st.segmented_control("Colour", ["Kind", "Topic"], default="Kind", key="by", label_visibility="collapsed")
        if draw != _MONTHS:
            st.caption("A dot is what one speaker said on one date; click it to list its statements, drag and scroll to zoom.")
    by_topic = by == "Topic"
    found = () if draw == _MONTHS else spots(rows, lanes=_LANES, by_topic=by_topic)
    if not any(row.date for row in rows):
        st.info("None of these statements has a date: the list below is in the order of the documents.", icon=":material/info:")
        return ()
    if draw == _MONTHS or len(found) > _MOST_SPOTS:
        st.altair_chart(_bars(months(rows, by_topic=by_topic)), width="stretch")
        return ()
    frame = pd.DataFrame([_cells(number, spot) for number, spot in enumerate(found)])
    key = f"chart-{at.view}-{by}"
    event = st.altair_chart(_dots(frame, lane_order(found)), width="stretch", key=key, on_select="rerun", selection_mode="spot")
    return _clicked(event, found)


def _clicked(event: object, found: Sequence[Spot]) -> Sequence[Row]:
    selection = event.get("selection", {}) if isinstance(event, Mapping) else {}
    numbers = [point["number"] for point in selection.get("spot", ()) if "number" in point]
    return found[numbers[0]].rows if numbers and numbers[0] < len(found) else ()


def _cells(number: int, spot: Spot) -> dict[str, object]:
    first = spot.rows[0]
    return {
        "number": number,
        "start": spot.start,
        "lane": spot.lane,
        "group": spot.group,
        "statements": len(spot.rows),
        "date": readable(spot.date),
        "to": first.addressees,
        "words": shortened(first.text, 200),
        "cite": first.cite,
    }


def _dots(frame: pd.DataFrame, lanes: Sequence[str]) -> alt.Chart:
    """A dot for each lane, date and group, as large as it has statements."""
    spot = alt.selection_point(name="spot", fields=["number"], on="click")
    tooltip = [alt.Tooltip("lane:N", title="speaker"), "date:N", alt.Tooltip("group:N", title="group"), "statements:Q"]
    chart: alt.Chart = (
        alt.Chart(frame)
        .mark_circle(opacity=0.75, stroke="#ffffff", strokeWidth=0.6)
        .encode(
            x=alt.X(
                "start:T",
                title=None,
                scale=alt.Scale(padding=12),
                axis=alt.Axis(format="%b %Y", labelOverlap=True, tickCount=12),
            ),
            y=alt.Y("lane:N", title=None, sort=list(lanes), axis=alt.Axis(labelLimit=180, grid=True)),
            size=alt.Size("statements:Q", legend=None, scale=alt.Scale(range=[45, 420])),
            color=alt.Color("group:N", title=None, legend=alt.Legend(orient="top", columns=9)),
            tooltip=[*tooltip, "to:N", alt.Tooltip("words:N", title="first words"), "cite:N"],
        )
        .properties(height=alt.Step(21))
        .add_params(spot)
        .interactive(bind_y=False)
    )
    return chart


def _bars(counts: Sequence[Month]) -> alt.Chart:
    """Bars by month; by year where there are so many months that their bars could not be seen."""
    frame = pd.DataFrame([(m.start, m.group, m.statements) for m in counts], columns=["start", "group", "statements"])
    long = counts[-1].start.year - counts[0].start.year > _YEARS_OF_MONTHS
    unit, shown = ("year", "%Y") if long else ("yearmonth", "%b %Y")
    chart: alt.Chart = (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X(f"{unit}(start):T", title=None, axis=alt.Axis(format=shown)),
            y=alt.Y("sum(statements):Q", title="statements"),
            color=alt.Color("group:N", title=None, legend=alt.Legend(orient="top", columns=9)),
            tooltip=[alt.Tooltip(f"{unit}(start):T", title="date", format=shown), "group:N", "sum(statements):Q"],
        )
        .properties(height=260)
        .interactive(bind_y=False)
    )
    return chart


if __name__ == "__main__":
    show(desk())
