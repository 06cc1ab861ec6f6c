"""A page as text, line by line as printed, with the lines of interest pointed at: what is shown of plain text files.

   11  From: Ann Lee
▶  12  I pulled the files.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.document import Document
from ingest.span import Span

POINTER = "▶"


def page_text(document: Document, page: int, spans: Sequence[Span] = ()) -> str:
    """The lines of a 1-based page, numbered as printed or else from 1, those of ``spans`` with a pointer before them."""
    marked = {line.span for span in spans for line in document.lines_of(span)}
    lines = [line for line in document.lines if line.page == page]
    return "\n".join(
        f"{POINTER if line.span in marked else ' '} {number if line.number is None else line.number:>4}  "
        f"{line.span.of(document.text)}"
        for number, line in enumerate(lines, start=1)
    )


def pages_of(document: Document, spans: Sequence[Span]) -> tuple[int, ...]:
    """The pages that ``spans`` stand on, in order."""
    return tuple(dict.fromkeys(line.page for span in spans for line in document.lines_of(span)))
