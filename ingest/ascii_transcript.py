"""Transcripts as plain text, as reporters send them beside the printed copy: line numbers at the left, page numbers above.

margin    " 12   Q.  Why?"        the number of the line; a page begins where they begin again
prefix    "00045:12  Q.  Why?"    page and line before every line

The numbers are blanked, not cut out: every letter keeps its offset in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document, Line
from ingest.span import Span

_MARGIN = re.compile(r"[ \t]*(?P<number>\d{1,2})(?=[ \t]|\Z)")
_PREFIX = re.compile(r"[ \t]*0*(?P<page>\d{1,5}):(?P<number>\d{2})(?=[ \t]|\Z)")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?(?P<page>\d{1,5})\W*\Z", re.IGNORECASE)
_FEWEST, _LEAST_SHARE = 20, 0.7
_LONGEST = 28


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line of the file: its span, the span of its number (empty where it has none), the number, the printed page."""

    span: Span
    mark: Span
    number: int | None = None
    page: str = ""


def without_numbers(document: Document) -> Document:
    """The document with the numbers of an ASCII transcript at its lines and out of its text; any other document as it is."""
    found = _prefixed(document) or _margined(document)
    if not found:
        return document
    marks = {line.span.start: line for line in found}
    text = _blanked(document.text, [line.mark for line in found])
    lines = tuple(new for line in document.lines if (new := _line(text, line, marks[line.span.start])))
    labels = {line.page: line.label for line in reversed(lines)}
    pages = tuple(replace(page, label=labels.get(page.number, "")) for page in document.pages)
    return replace(document, text=text, lines=lines, pages=pages)


def _prefixed(document: Document) -> list[_Numbered]:
    """Every line with its page and line before it; [] if they have none."""
    matches = [_PREFIX.match(document.text, line.span.start, line.span.end) for line in document.lines]
    if sum(map(bool, matches)) < max(_FEWEST, 0.9 * len(matches)):
        return []
    return [_numbered(line, m, m["page"]) if m else _plain(line) for line, m in zip(document.lines, matches, strict=True)]


def _margined(document: Document) -> list[_Numbered]:
    """Every line with the number at its left; [] if few have any, or if they do not count lines."""
    found = list(_counted(document.text, document.lines))
    numbers = [line.number for line in found if line.number is not None]
    counted = max(numbers, default=0) >= _FEWEST and len(numbers) >= max(_FEWEST, _LEAST_SHARE * len(found))
    return found if counted else []


def _counted(text: str, lines: Sequence[Line]) -> Iterator[_Numbered]:
    """A number counts where it is one more than that of the line before it, or 1; a number by itself before a 1 is the page's."""
    last, page = 0, ""
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        match = _MARGIN.match(text, line.span.start, line.span.end)
        number = int(match["number"]) if match else 0
        heads = following is not None and _opens(text, following)
        alone = _PAGE_NUMBER.match(line.span.of(text))
        if heads and alone and not (match and number == last + 1 and number > 1 and not alone[0].strip().isdigit()):
            page, last = alone["page"], 0
            yield _Numbered(line.span, line.span)
        elif match and (number == 1 or last < number <= min(last + 3, _LONGEST)):
            page, last = ("" if number == 1 and last > 1 else page), number
            yield _numbered(line, match, page)
        else:
            yield replace(_plain(line), page=page)


def _opens(text: str, line: Line) -> bool:
    match = _MARGIN.match(text, line.span.start, line.span.end)
    return match is not None and int(match["number"]) == 1


def _numbered(line: Line, match: re.Match[str], page: str) -> _Numbered:
    return _Numbered(line.span, Span(line.span.start, match.end()), int(match["number"]), page)


def _plain(line: Line) -> _Numbered:
    return _Numbered(line.span, Span(line.span.start, line.span.start))


def _blanked(text: str, marks: Sequence[Span]) -> str:
    """The text with as many blanks for each mark as it has letters."""
    parts, at = [], 0
    for mark in marks:
        parts += [text[at : mark.start], " " * len(mark)]
        at = mark.end
    return "".join((*parts, text[at:]))


def _line(text: str, line: Line, marked: _Numbered) -> Line | None:
    """The line without its number; None where it was nothing else."""
    span = line.span.trimmed(text)
    if not len(span):
        return None
    cells = tuple(cell for cell in line.cells if cell.span.trimmed(text) and len(cell.span.trimmed(text)))
    kept = tuple(replace(cell, span=cell.span.trimmed(text)) for cell in cells)
    return replace(line, span=span, cells=kept if len(kept) > 1 else (), number=marked.number, label=marked.page)
