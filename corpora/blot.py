"""A paper whose file is gone, with words of it blotted out that may not be read any more: what was released stays in no copy.

"made by Ulrike Sandoval in the spring"     "made by ███████████████ in the spring"      nothing moves
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpora.parcel import Parcel, parcel_of
from corpora.source import Source
from corpora.work import Job, records_of
from ingest.container import sha256
from ingest.document import Box, Document, Page
from ingest.errors import ReadError
from ingest.reader import Released
from ingest.redaction import is_same, told
from ingest.redaction_mark import MARK
from ingest.segmenter import segmented
from ingest.span import Span
from ingest.uncovered import unplaced


def blotted(document: Document, source: Source, job: Job) -> Parcel:
    """The document without the words under boxes that the job does not release; its statements found anew."""
    may_be_read = job.released.get(document.id, {})
    kept = tuple(one for one in document.uncovered if _is_among(one.box, may_be_read.get(one.page, ())))
    text = _blot(document.text, [*(one.span for one in document.uncovered if one not in kept), *_lost(document, may_be_read)])
    pages = tuple(_page(page, may_be_read.get(page.number, ())) if page.released else page for page in document.pages)
    paper = segmented(replace(document, text=text, pages=pages, uncovered=kept))
    return parcel_of(paper, records_of(paper, _unchanged(source), job.reading, job.passwords))


def _unchanged(source: Source) -> Path | None:
    """Where the file stands, if it is still the one that was read: no other proves its words."""
    try:
        return source.path if sha256(source.path) == source.sha256 else None
    except (OSError, ReadError):
        return None


def _lost(document: Document, released: Released) -> Iterator[Span]:
    """All lines of the pages with a withheld box whose words were not found in the text: they may be any."""
    for page in document.pages:
        if any(not _is_among(box, released.get(page.number, ())) for box in unplaced(document, page)):
            yield from (line.span for line in document.lines if line.page == page.number)


def _is_among(box: Box, boxes: Iterable[Box]) -> bool:
    return any(is_same(box, other) for other in boxes)


def _blot(text: str, under: Iterable[Span]) -> str:
    letters = list(text)
    for span in under:
        for i in range(span.start, span.end):
            letters[i] = MARK if not letters[i].isspace() else letters[i]
    return "".join(letters)


def _page(page: Page, released: Sequence[Box]) -> Page:
    """A page as the released boxes leave it; what was lifted out of its text may hold the words too."""
    shown = tuple(box for box in page.released if _is_among(box, released))
    failed = (*page.failed, *(box for box in page.released if box not in shown))
    why = "; ".join(filter(None, (told(len(failed), (), "withheld"), told(len(shown), (), "released"))))
    return replace(page, furniture=(), redactions=(*page.redactions, *failed), failed=failed, released=shown, why=why)
