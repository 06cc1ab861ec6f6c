"""A table of which one row is always chosen: by its mark, or by a click on any of its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

_HEADER = 40  # pixels
ONE_LINE, WRAPPED = 32, 60  # heights of a row in pixels; from 60 on words are wrapped


def pick(
    frame: pd.DataFrame,
    key: str,
    *,
    height: int,
    row_height: int = WRAPPED,
    columns: Sequence[str] = (),
    config: Mapping[str, Any] | None = None,
) -> int:
    """Draw a table of at least one row, at most ``height`` pixels high; the number of the row that the reader chose."""
    event = st.dataframe(
        frame,
        key=key,
        height=min(height, row_height * len(frame) + _HEADER),
        row_height=row_height,
        hide_index=True,
        column_order=tuple(columns) or None,
        column_config=dict(config or {}),
        on_select=lambda: _move_to_row(key),
        selection_mode=("single-row-required", "single-cell"),
    )
    rows = _selection(event).get("rows") or [0]
    return int(rows[0]) if rows[0] < len(frame) else 0


def _move_to_row(key: str) -> None:
    """A click on a cell chooses its row."""
    selection = _selection(st.session_state.get(key))
    cells = selection.get("cells")
    if cells:
        st.session_state[key] = {"selection": {"rows": [cells[0][0]], "columns": [], "cells": []}}


def _selection(event: object) -> Mapping[str, Any]:
    found = event.get("selection", {}) if isinstance(event, Mapping) else {}
    return found if isinstance(found, Mapping) else {}
