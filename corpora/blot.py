"""A paper whose file is gone, with words of it blotted out that may not be read any more: what was released stays in no copy.

"made by Ulrike Sandoval in the spring"     "made by ███████████████ in the spring"      nothing moves
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpora.parcel import Parcel, parcel_of
from corpora.source import Source
from corpora.work import Job, records_of
from ingest.document import Document, Page, Uncovered
from ingest.redaction import told
from ingest.redaction_mark import MARK
from ingest.segmenter import segmented


def blotted(document: Document, source: Source, job: Job) -> Parcel:
    """The document without the words under boxes that the job does not release; its statements found anew."""
    may_be_read = job.released.get(document.id, {})
    kept = tuple(one for one in document.uncovered if one.box in may_be_read.get(one.page, ()))
    text = _blot(document.text, (one for one in document.uncovered if one not in kept))
    pages = tuple(_page(page, may_be_read.get(page.number, ())) if page.released else page for page in document.pages)
    paper = segmented(replace(document, text=text, pages=pages, uncovered=kept))
    return parcel_of(paper, records_of(paper, source.path, job.reading, job.passwords))


def _blot(text: str, under: Iterable[Uncovered]) -> str:
    letters = list(text)
    for one in under:
        for i in range(one.span.start, one.span.end):
            letters[i] = MARK if not letters[i].isspace() else letters[i]
    return "".join(letters)


def _page(page: Page, released: Iterable[object]) -> Page:
    """A page as the released boxes leave it; what was lifted out of its text may hold the words too."""
    shown = tuple(box for box in page.released if box in released)
    failed = (*page.failed, *(box for box in page.released if box not in shown))
    why = "; ".join(filter(None, (told(len(failed), (), "withheld"), told(len(shown), (), "released"))))
    return replace(page, furniture=(), redactions=(*page.redactions, *failed), failed=failed, released=shown, why=why)
