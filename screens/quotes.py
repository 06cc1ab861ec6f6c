"""Quotes: each quotation in a filing beside the words that it quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from corpora.corpus import Corpus
from graph.quote_check import QuoteCheck, QuoteState, check_quotes
from screens.desk import Desk, desk, shortened
from screens.empty import nothing_to_show
from screens.pages import show_pages
from screens.plain import plain
from screens.table import ONE_LINE, pick

_AROUND = 110.0  # points of the page above and below the words
_STATES: tuple[QuoteState, ...] = ("altered", "not found", "exact", "too short")
_MEANING = {
    "exact": "every letter stands in the source, but for what the quotation itself marks",
    "altered": "nearly so: the words that differ are given below",
    "not found": "in none of the other papers of this corpus",
    "too short": "too few words to tell",
}


_COLUMNS = {
    "Verdict": st.column_config.TextColumn(width=80),
    "Quotation": st.column_config.TextColumn(width=470),
    "Quoted at": st.column_config.TextColumn(width=150),
    "Cites": st.column_config.TextColumn(width=130),
    "Found at": st.column_config.TextColumn(width=130),
    "Alike": st.column_config.ProgressColumn(width=70, min_value=0, max_value=1, format="%.2f"),
}


def show(at: Desk) -> None:
    """Draw the page."""
    if not at.snapshot.rows:
        nothing_to_show(at)
        return
    wanted_ids = {row.statement_id for row in at.rows}
    checks = [check for check in _checks(at.snapshot.version, at) if check.statement_id in wanted_ids]
    if not checks:
        st.info("No filing quotes anybody in the statements that pass the filters: nothing to check.", icon=":material/info:")
        return
    counts = Counter(check.state for check in checks)
    states = [state for state in _STATES if counts[state]]
    wanted = st.segmented_control(
        "Show",
        states,
        default=states,
        selection_mode="multi",
        key="quote-states",
        label_visibility="collapsed",
        format_func=lambda state: f"{state} ({counts[state]:,})",
    )
    shown = [check for state in _STATES for check in checks if check.state == state and state in wanted]
    if not shown:
        st.info("Choose above which quotations to show.")
        return
    check = _table(shown, f"{sorted(wanted)}{at.view}")
    _both(at, check)


@st.cache_resource(show_spinner="Checking the quotations…", max_entries=4)
def _checks(version: str, _at: Desk) -> list[QuoteCheck]:  # noqa: ARG001  # version: the cache's key
    with Corpus.open(_at.folder) as corpus:
        return check_quotes(_at.snapshot.records, corpus.documents(), corpus.cases())


def _table(checks: Sequence[QuoteCheck], key: str) -> QuoteCheck:
    frame = pd.DataFrame(
        {
            "Verdict": [check.state for check in checks],
            "Quotation": [shortened(check.text, 240) for check in checks],
            "Quoted at": [check.cite for check in checks],
            "Cites": [check.record_cite for check in checks],
            "Found at": [check.source.cite if check.source else "" for check in checks],
            "Alike": [check.score for check in checks],
        }
    )
    return checks[pick(frame, f"quotes-{key}", height=300, row_height=ONE_LINE, config=_COLUMNS)]


def _both(at: Desk, check: QuoteCheck) -> None:
    """The quotation and its source, words above pages."""
    st.markdown(f"**{check.state.capitalize()}**: {_MEANING[check.state]}.")
    for difference in check.differences:
        st.markdown(
            f"- quoted **{plain(difference.quoted) or '(nothing)'}** · source has **{plain(difference.source) or '(nothing)'}**"
        )
    left, right = st.columns(2, gap="medium")
    with left:
        st.caption("As quoted")
        st.text(f"“{check.text}”")
        st.code(check.cite, language=None, wrap_lines=True)
        record = at.snapshot.record(check.statement_id)
        if record is not None:
            show_pages(at, record.statement.document_id, record.statement.spans, around=_AROUND)
    with right:
        if check.source is None:
            st.info(
                f"The filing cites {plain(check.record_cite)}." if check.record_cite else "The filing cites no place for it."
            )
            return
        st.caption("In the source")
        st.text(f"“{check.source.text}”")
        st.code(check.source.cite, language=None, wrap_lines=True)
        show_pages(at, check.source.document_id, (check.source.span,), around=_AROUND)


if __name__ == "__main__":
    show(desk())
