"""What is printed on one page of a document."""

from __future__ import annotations

from collections.abc import Sequence

from graph.row import Row


def on_page(rows: Sequence[Row], document_id: str, page: int) -> tuple[Row, ...]:
    """The rows of statements of which any part stands on a 1-based page of a document, in their order."""
    return tuple(row for row in rows if row.sha256 == document_id and row.page <= page <= row.page_last)
