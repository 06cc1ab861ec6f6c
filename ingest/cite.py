"""The one maker of citations: what a lawyer pastes into a brief and another lawyer looks up.

Yu Dep. 45:12-46:3           testimony, by the transcript's own pages and lines
Hr'g Tr. 4:1-13              a hearing; Trial Tr. for a trial
Berry Decl. ¶ 4, Dkt. 99-1 at 2
Dkt. 449-3 at 2:7-9          a filing, by the court's page and the printed lines
META_KADREY_00012            a produced paper without a docket
article.pdf at 3             anything else
"""

from __future__ import annotations

import re
from collections import Counter

from ingest.document import Document, Place
from ingest.segment import Segment

_TESTIMONY = ("question", "answer", "colloquy")
_PARAGRAPH = re.compile(r"\d{1,3}")
_FIRST_PAGES = 4


def title(document: Document) -> str:
    """The short title of a transcript: ``Yu Dep.``, ``Trial Tr.``, ``Hr'g Tr.``; '' for anything else.

    A deposition is known by the word on its first pages, its deponent by who answers most.
    """
    if not any(segment.kind in _TESTIMONY for segment in document.segments):
        return ""
    opening = " ".join(line.span.of(document.text) for line in document.lines if line.page <= _FIRST_PAGES).upper()
    answering = Counter(s.author.name for s in document.segments if s.kind == "answer" and s.author and s.author.name)
    if answering and "TRIAL" not in opening:
        return f"{answering.most_common(1)[0][0].split()[-1]} Dep."
    return "Trial Tr." if "TRIAL" in opening else "Hr'g Tr."


def cite(document: Document, place: Place, segment: Segment | None = None, short_title: str = "") -> str:
    """The citation of a place. ``segment`` is the one it stands in, ``short_title`` the document's :func:`title`."""
    docket = _docket(document, place)
    if segment is not None and segment.kind in _TESTIMONY and short_title and place.page_label:
        return f"{short_title} {_page_line(place)}"
    if segment is not None and segment.kind == "declaration" and segment.author and segment.header:
        number = _PARAGRAPH.search(segment.header.of(document.text))
        surname = (segment.author.name or segment.author.as_written).split()[-1]
        if number and surname.isalpha():
            return f"{surname} Decl. ¶ {number[0]}" + (f", {docket}" if docket else "")
    return docket or place.bates or f"{document.name} at {_range(place.page, place.page_last)}"


def _docket(document: Document, place: Place) -> str:
    if document.docket is None or not document.docket.entry:
        return ""
    first = place.ecf_page or place.page
    last = first + place.page_last - place.page
    if place.line_first is None or place.line_last is None:
        return f"Dkt. {document.docket.number} at {_range(first, last)}"
    return f"Dkt. {document.docket.number} at {_lines(str(first), place.line_first, str(last), place.line_last)}"


def _page_line(place: Place) -> str:
    if place.line_first is None or place.line_last is None:
        return _range(place.page_label, place.page_label_last)
    return _lines(place.page_label, place.line_first, place.page_label_last, place.line_last)


def _lines(page: str, line: int, page_last: str, line_last: int) -> str:
    if page != page_last:
        return f"{page}:{line}-{page_last}:{line_last}"
    return f"{page}:{line}" if line == line_last else f"{page}:{line}-{line_last}"


def _range(first: int | str, last: int | str) -> str:
    return str(first) if first == last else f"{first}-{last}"
