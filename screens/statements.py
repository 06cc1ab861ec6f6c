"""Statements: the table, and beside it the one that is chosen, on its printed page."""

from __future__ import annotations

import streamlit as st

from screens.desk import Desk, counted, desk
from screens.detail import show_detail
from screens.downloads import show_downloads
from screens.empty import nothing_to_show
from screens.statement_list import chosen


def show(at: Desk) -> None:
    """Draw the page."""
    if nothing_to_show(at):
        return
    about = counted(len(at.rows), "statement") + (", by document and place" if at.unfiltered else " that pass the filters")
    left, right = st.columns([13, 10], gap="medium")
    with left:
        show_downloads(at.rows, ("statements.csv", "statements.xlsx", "statements.jsonl"), "statements", about)
        row = chosen(at.rows, f"statements-{at.view}", height=730)
    with right:
        if row is not None:
            show_detail(at, row.statement_id, "statements")


if __name__ == "__main__":
    show(desk())
