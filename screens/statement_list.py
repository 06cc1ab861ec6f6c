"""A table of statements of which one is always chosen."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from graph.row import Row
from screens.desk import readable, shortened
from screens.table import pick

_COLUMNS = {
    "Date": st.column_config.TextColumn(width=80),
    "Speaker": st.column_config.TextColumn(width=92),
    "To": st.column_config.TextColumn(width=80),
    "Words": st.column_config.TextColumn(width=180),
    "Cite": st.column_config.TextColumn(width=92),
    "Kind": st.column_config.TextColumn(width=90),
    "Topics": st.column_config.TextColumn(width=120),
    "Sure": st.column_config.ProgressColumn(width=70, min_value=0, max_value=1, format="%.2f", help="Confidence, 0 to 1"),
    "Review": st.column_config.TextColumn(width=90),
}
AT_ONCE = 2_000  # rows of a table
SHORT = ("Date", "Speaker", "To", "Words", "Cite")


def chosen(rows: Sequence[Row], key: str, *, columns: Sequence[str] = (), height: int = 560) -> Row | None:
    """Draw the rows as a table; the one that the reader chose, the first to begin with; None if there are none."""
    if not rows:
        return None
    leaf = rows if len(rows) <= AT_ONCE else _leaf(rows, key)
    return leaf[pick(frame(leaf), f"{key}-{leaf[0].statement_id}", height=height, columns=columns, config=_COLUMNS)]


def _leaf(rows: Sequence[Row], key: str) -> Sequence[Row]:
    """As many rows as a browser takes with ease."""
    leaves = -(-len(rows) // AT_ONCE)
    number = st.pagination(leaves, key=f"{key}-leaf")
    first = (number - 1) * AT_ONCE
    st.caption(f"Rows {first + 1:,} to {min(first + AT_ONCE, len(rows)):,} of {len(rows):,}")
    return rows[first : first + AT_ONCE]


def frame(rows: Sequence[Row]) -> pd.DataFrame:
    """The rows as they are shown."""
    return pd.DataFrame(
        {
            "Date": [readable(row.date) for row in rows],
            "Speaker": [row.speaker or row.speaker_as_written for row in rows],
            "To": [row.addressees or row.addressees_as_written for row in rows],
            "Words": [shortened(row.text, 300) for row in rows],
            "Cite": [row.cite for row in rows],
            "Kind": [row.kind for row in rows],
            "Topics": [row.topics for row in rows],
            "Sure": [row.confidence for row in rows],
            "Review": ["" if row.verdict == "none" else row.verdict for row in rows],
        }
    )
