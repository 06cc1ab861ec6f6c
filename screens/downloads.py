"""Buttons that take what is on the screen away; a file is made when its button is pressed, not before."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.download import rows_file
from graph.row import Row

_MIME = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def show_downloads(rows: Sequence[Row], names: Sequence[str], key: str, about: str = "") -> None:
    """One small button a file; ``rows`` are complete in each. ``about`` stands before the buttons."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(about)
        for name in names:
            _button(rows, name, key)


def _button(rows: Sequence[Row], name: str, key: str) -> None:
    st.download_button(
        "TimelineJS" if name == "timelinejs.csv" else name.rpartition(".")[2].upper(),
        data=lambda: rows_file(rows, name),
        file_name=name,
        mime=_MIME[name.rpartition(".")[2]],
        key=f"{key}-{name}",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        help=f"{name}: everything that passes the filters",
        disabled=not rows,
    )
