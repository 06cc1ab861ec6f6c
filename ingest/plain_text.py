"""Plain text files: a page per form feed, a line per line break; the text is the file's own, so offsets are too."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ingest.document import Cell, Document, Line, Page
from ingest.errors import NotAPdf
from ingest.span import Span

_LINE = re.compile(r"[^\n\f]*")
_COLUMN = re.compile(r"\S+(?:[ \t]{1,2}\S+)*")


def read_text(path: Path) -> Document:
    """The document in a UTF-8 (or Latin-1) text file.

    :raises NotAPdf: the bytes are not text.
    """
    data = path.read_bytes()
    if b"\x00" in data[:4096]:
        raise NotAPdf(f"{path.name}: not plain text (it holds zero bytes)")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return plain(text, path.name, data)


def plain(text: str, name: str, data: bytes) -> Document:
    """The document of a ``text`` that was read from ``data``: its pages divided by form feeds."""
    lines = tuple(_lines(text))
    count = text.count("\f") + 1
    with_words = {line.page for line in lines}
    pages = tuple(
        Page(n, "text" if n in with_words else "blank", "embedded" if n in with_words else "none", (0.0, 0.0))
        for n in range(1, count + 1)
    )
    return Document(hashlib.sha256(data).hexdigest(), name, text, pages, lines)


def _lines(text: str) -> list[Line]:
    found, page, at = [], 1, 0
    for match in _LINE.finditer(text):
        page += text.count("\f", at, match.start())
        at = match.start()
        span = Span(match.start(), match.end()).trimmed(text)
        if len(span):
            found.append(Line(span, page, cells=_cells(text, span)))
    return found


def _cells(text: str, span: Span) -> tuple[Cell, ...]:
    columns = [Span(m.start(), m.end()) for m in _COLUMN.finditer(text, span.start, span.end)]
    return tuple(Cell(column) for column in columns) if len(columns) > 1 else ()
