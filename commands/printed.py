"""How long words are printed on one line."""

from __future__ import annotations


def shortened(text: str, length: int = 140) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def uncovered_mark(told: str) -> str:
    """What a printed line ends with where ``told``, a row's review or release, says that somebody released words of it."""
    at = told.find("released by ")
    return f"  (from under a redaction, {told[at:]})" if at >= 0 else ""
