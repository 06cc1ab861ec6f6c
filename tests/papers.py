"""Papers for tests: a Document from text as it would be printed.

paper("From:   Ann Lee\\fPage two")     two pages; three blanks or more divide a line into cells
printed("From:   Ann Lee")              the same with boxes: every letter 6 points wide, every line 12 points high
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from ingest.document import Box, Cell, Document, Line
from ingest.plain_text import read_text
from ingest.span import Span

LETTER, LINE = 6.0, 12.0


def paper(text: str, name: str = "paper.txt") -> Document:
    """The Document of a plain text file that holds ``text``: no boxes, pages at form feeds, blank lines left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.txt"
        path.write_text(text, encoding="utf-8")
        return replace(read_text(path), name=name)


def printed(text: str, name: str = "paper.pdf") -> Document:
    """The Document of a PDF printed in a typewriter's letters: as :func:`paper`, each line with its place on the page."""
    document = paper(text, name)
    lines = tuple(_placed(document.text, line) for line in document.lines)
    pages = tuple(replace(page, size=(612.0, 792.0)) for page in document.pages)
    return replace(document, lines=lines, pages=pages)


def _placed(text: str, line: Line) -> Line:
    cells = tuple(Cell(cell.span, _box(text, cell.span)) for cell in line.cells)
    return replace(line, box=_box(text, line.span), cells=cells, size=10.0)


def _box(text: str, span: Span) -> Box:
    page_start = text.rfind("\f", 0, span.start) + 1
    line_start = max(page_start, text.rfind("\n", 0, span.start) + 1)
    x0 = 72.0 + LETTER * (span.start - line_start)
    top = 72.0 + LINE * text.count("\n", page_start, span.start)
    return Box(x0, top, x0 + LETTER * len(span), top + 10.0)
