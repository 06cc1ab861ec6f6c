"""The papers bound into one file: a filing with its exhibits behind it.

slip sheet    "EXHIBIT 12"                    a page that says no more than which exhibit begins
stamp         "Document 449-3 ... Page 1"     the court's stamp names another document than on the page before, or counts from 1 again
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Docket, Document, Page
from ingest.pacer import Stamp, last_filed, read_stamp

_SLIP = re.compile(
    r"(?P<word>exhibit|attachment|appendix|tab)\s+(?:no\.?\s*)?[“\"'‘]?(?P<number>\d{1,3}(?:-?[a-z])?|[a-z]{1,2})[”\"'’]?\.?",
    re.IGNORECASE,
)
_MOST_WORDS = 15  # on a slip sheet, the exhibit's title included


@dataclass(frozen=True, slots=True)
class Part:
    """One of the papers in a file, from page to page (1-based, both included).

    ``label`` is what its slip sheet says ("Exhibit 12"), '' without one; ``docket`` is where its stamps place it, None without any.
    """

    first_page: int
    last_page: int
    label: str = ""
    docket: Docket | None = None


def find_parts(document: Document) -> tuple[Part, ...]:
    """The papers in a file, in its order; () where it is one."""
    stamps = [_stamp(page) for page in document.pages]
    labels = _slip_sheets(document)
    starts = sorted({1, *labels, *_other_stamps(stamps)}) if document.pages else []
    if len(starts) < 2:
        return ()
    ends = [start - 1 for start in starts[1:]] + [len(document.pages)]
    return tuple(
        Part(first, last, labels.get(first, ""), _docket(document, stamps[first - 1 : last]))
        for first, last in zip(starts, ends, strict=True)
    )


def filed_as(document: Document, parts: Sequence[Part], page: int) -> Docket | None:
    """The docket entry that a page is filed under: its part's, or the document's where its part has no stamps."""
    part = next((part for part in parts if part.first_page <= page <= part.last_page), None)
    return part.docket if part is not None and part.docket is not None else document.docket


def as_filed(document: Document, parts: Sequence[Part], page: int) -> Document:
    """The document under the docket entry that a page of it is filed under: what the cite of a place there is made from."""
    docket = filed_as(document, parts, page)
    return document if docket == document.docket else replace(document, docket=docket)


def _stamp(page: Page) -> Stamp | None:
    return last_filed(stamp for words in page.furniture if (stamp := read_stamp(words)))


def _other_stamps(stamps: Sequence[Stamp | None]) -> Iterator[int]:
    """Pages whose stamp names another document than the last one before, or counts its pages from 1 again."""
    last: Stamp | None = None
    for number, stamp in enumerate(stamps, start=1):
        if stamp is None:
            continue
        if last is not None and (_named(stamp) != _named(last) or (stamp.page == 1 and last.page not in {None, 1})):
            yield number
        last = stamp


def _named(stamp: Stamp) -> tuple[str, str, str]:
    return stamp.case, stamp.entry, stamp.attachment


def _slip_sheets(document: Document) -> dict[int, str]:
    """The labels of the slip sheets, by page."""
    words: dict[int, list[str]] = {}
    for line in document.lines:
        words.setdefault(line.page, []).append(" ".join(line.span.of(document.text).split()))
    return {page: label for page, lines in words.items() if (label := _slip(lines))}


def _slip(lines: Sequence[str]) -> str:
    """What a page with these lines says as a slip sheet, '' if it is none: its first line is the label, and little follows."""
    match = _SLIP.fullmatch(lines[0])
    if not match or sum(len(line.split()) for line in lines) > _MOST_WORDS:
        return ""
    return f"{match['word'].capitalize()} {match['number'].upper()}"


def _docket(document: Document, stamps: Sequence[Stamp | None]) -> Docket | None:
    stamp = next((stamp for stamp in stamps if stamp), None)
    if stamp is None:
        return None
    filed = Docket(stamp.case, stamp.entry, stamp.attachment, stamp.filed)
    return replace(filed, court=document.docket.court) if document.docket else filed
