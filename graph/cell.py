"""Cells that a spreadsheet would run are made harmless by an apostrophe before them.

"=HYPERLINK(...)"     '=HYPERLINK(...)
"-5 degrees"          '-5 degrees
12, "10:30"           as they are
"""

from __future__ import annotations

from typing import TypeVar

# What spreadsheets take for the start of a formula, or skip before looking for one; with the full-width forms of the signs.
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

T = TypeVar("T")


def harmless(value: T) -> T | str:
    """The cell, with an apostrophe before it if it is text that a spreadsheet would run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_RUN) else value
