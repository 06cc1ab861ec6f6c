"""Documents: what became of every file, and its pages with all their statements marked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from corpora.ledger import Entry
from graph.page_rows import on_page
from screens.desk import Desk, counted, desk, document
from screens.empty import nothing_to_show
from screens.pages import show_page
from screens.plain import plain
from screens.redactions import show_redactions
from screens.statement_list import chosen
from screens.table import ONE_LINE, pick

_STATES = {"done": "done", "duplicate": "duplicate", "refused": "refused", "failed": "failed"}
_PAGE_STATES = ("text", "ocr", "blank", "unreadable")
_COLUMNS = {"File": st.column_config.TextColumn(width=290), "Why": st.column_config.TextColumn(width=330)}


def show(at: Desk) -> None:
    """Draw the page."""
    entries = at.snapshot.entries
    if not entries:
        nothing_to_show(at)
        return
    _summary(entries)
    entry = _ledger(entries)
    _reader(at, entry)


def _summary(entries: Sequence[Entry]) -> None:
    states = [
        f"{sum(e.state == state for e in entries):,} {name}"
        for state, name in _STATES.items()
        if any(e.state == state for e in entries)
    ]
    pages = sum(count for entry in entries for _, count in entry.pages)
    st.caption(f"{counted(len(entries), 'file')}: {', '.join(states)} · {counted(pages, 'page')}")


def _ledger(entries: Sequence[Entry]) -> Entry:
    """The ledger as a table; the file that was chosen."""
    frame = pd.DataFrame(
        {
            "File": [Path(entry.file).name for entry in entries],
            "State": [entry.state for entry in entries],
            "Statements": [entry.statements for entry in entries],
            **{f"Pages: {state}": [dict(entry.pages).get(state, 0) for entry in entries] for state in _PAGE_STATES},
            "Why": [entry.why for entry in entries],
            "Folder": [str(Path(entry.file).parent) for entry in entries],
        }
    )
    return entries[pick(frame, "ledger", height=290, row_height=ONE_LINE, config=_COLUMNS)]


def _reader(at: Desk, entry: Entry) -> None:
    """The chosen file, page by page."""
    if entry.sha256 not in dict(at.snapshot.documents):
        st.info(f"{plain(Path(entry.file).name)} was {entry.state}: {plain(entry.why)}", icon=":material/info:")
        return
    paper, _ = document(at, entry.sha256)
    show_redactions(at, entry.sha256)
    left, right = st.columns([13, 10], gap="medium")
    with right:
        page = st.number_input(
            f"Page, 1 to {len(paper.pages)}",
            1,
            max(1, len(paper.pages)),
            1,
            key=f"page-{entry.sha256}",
            persist_state="session",
        )
        rows = on_page(at.rows, entry.sha256, page)
        records = [record for row in rows if (record := at.snapshot.record(row.statement_id))]
        show_page(at, entry.sha256, page, [span for record in records for span in record.statement.spans])
    with left:
        why = paper.page(page).why
        st.markdown(f"**{counted(len(rows), 'statement')}** on page {page}" + (f" · {plain(why)}" if why else ""))
        row = chosen(rows, f"page-rows-{entry.sha256}-{page}-{at.view}", height=420)
        if row is None:
            st.caption("None that passes the filters; turn the page." if not at.unfiltered else "None on this page.")
            return
        st.markdown(f"**{plain(row.speaker or row.speaker_as_written or 'Not named')}**")
        st.text(f"“{row.text}”")
        st.code(row.cite, language=None, wrap_lines=True)


if __name__ == "__main__":
    show(desk())
