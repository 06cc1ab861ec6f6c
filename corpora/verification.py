"""The words of each statement, looked for again in the PDF by a second reader.

exact    every printed line of it stands on its page as pypdf reads the page (letters and digits alone compared)
ocr      the page is a picture: the words are what OCR made of it, ours or, in its text layer, that of whoever scanned it
failed   the second reader does not find them there: look at the page before you rely on the row
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpora.record import Verified
from ingest import pdf
from ingest.document import Document
from ingest.reader import READERS
from ingest.span import Span
from nlp.statement import Statement

_LETTERS = re.compile(r"[\W_]+")


def verify(
    document: Document, statements: Sequence[Statement], path: Path | None, passwords: Sequence[str] = ()
) -> list[Verified]:
    """One verdict a statement, in order; without the ``path`` of a PDF there is no second reading of it."""
    if path is not None and path.suffix.lower().partition("#")[0] in READERS:  # no PDF: the words are the file's own
        return ["exact"] * len(statements)
    wanted = sorted({line.page for s in statements for span in s.spans for line in document.lines_of(span)})
    embedded = [number for number in wanted if document.page(number).text_source == "embedded"]
    seen = pdf.second_reading(path, embedded, passwords) if path is not None else {}
    pages = {number: _letters(text) for number, text in seen.items()}
    return [_verdict(document, statement, pages) for statement in statements]


def _verdict(document: Document, statement: Statement, pages: Mapping[int, str]) -> Verified:
    lines = [(line, span) for span in statement.spans for line in document.lines_of(span)]
    if any(document.page(line.page).text_source == "ocr" for line, _ in lines):
        return "ocr"
    if not all(_stands(document.text, line.span, span, pages.get(line.page, "")) for line, span in lines):
        return "failed"
    return "ocr" if any(document.page(line.page).scan for line, _ in lines) else "exact"


def _stands(text: str, line: Span, span: Span, page: str) -> bool:
    """True if the part of a printed line that belongs to a statement stands on the page, piece by piece."""
    part = text[max(line.start, span.start) : min(line.end, span.end)]
    return all(_letters(piece) in page for piece in part.split("   "))


def _letters(text: str) -> str:
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()
