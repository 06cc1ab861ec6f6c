"""How long words are printed on one line."""

from __future__ import annotations


def shortened(text: str, length: int = 140) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
