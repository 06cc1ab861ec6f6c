"""The page, line or paragraph that a cite points to.

"at 45"            page 45                "pp. 123-24"      pages 123 to 124
"45:12-46:3"       page 45, line 12 to page 46, line 3
"45:12, 15"        line 12, and line 15 of the same page; "45/12" is 45:12
"¶¶ 7-9"           paragraphs 7 to 9      "¶¶ 7, 9"         two pins
"at 7 n.4"         footnote 4 on page 7   "¶ 7 nn.4-5"      footnotes 4 and 5 of paragraph 7
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ingest.span import Span


@dataclass(frozen=True, slots=True)
class Pin:
    """A range of pages and lines, or of paragraphs, both ends inside, and the footnote there. Pages and notes are as printed; ''
    and None where not given."""

    page: str = ""
    page_last: str = ""
    line: int | None = None
    line_last: int | None = None
    paragraph: int | None = None
    paragraph_last: int | None = None
    note: str = ""
    note_last: str = ""


NOWHERE = Pin()
_DASH = r"\s*[-‐‑‒–—−]\s*"
_INTRO = r"[,;]?\s*(?:at\s+)?(?:(?:pp?|pgs?)\.\s*|pages?\s+)?"
_LINES = rf"(?P<page>\d{{1,5}})[:/](?P<line>\d{{1,2}})(?![\d/])(?:(?:{_DASH}|\s+(?:to|through)\s+)(?:(?P<page_last>\d{{1,5}})?[:/])?(?P<line_last>\d{{1,2}})(?![\d:/]))?"
_SPELLED = rf"(?P<page>\d{{1,5}}),?\s+(?:at\s+)?(?:ll?\.|lines?)\s*(?P<line>\d{{1,2}})(?!\d)(?:{_DASH}(?P<line_last>\d{{1,2}})(?![\d:]))?"
_PAGES = (
    rf"(?P<page>\*?\d{{1,5}}|[ivxl]{{1,6}}(?!\w))(?![\d:])(?:{_DASH}(?P<page_last>\*?\d{{1,5}}|[ivxl]{{1,6}}(?!\w))(?![\d:]))?"
)
_NUMBERS = rf"(?P<paragraph>\d{{1,4}})(?!\d)(?:{_DASH}(?:¶\s*)?(?P<paragraph_last>\d{{1,4}})(?!\d))?"
_NOTE = rf"(?:,?\s*(?:&\s*|and\s+)?(?:nn?\.|notes?\b|fn\.)\s*(?P<note>\d{{1,4}}|\*)(?:{_DASH}(?P<note_last>\d{{1,4}})(?!\d))?)?"
_END = r"(?=\s*(?:[.,;)\]&–—]|\Z|and\b))"
_AND = r"\s*(?:,|;|&|,?\s*and\b)\s*(?:&\s*|and\s+)?"

_FIRST = (
    re.compile(rf"{_INTRO}{_LINES}{_NOTE}"),
    re.compile(rf"{_INTRO}{_SPELLED}"),
    re.compile(rf",?\s*(?:at\s+)?(?:¶{{1,2}}|[Pp]aras?\.)\s*{_NUMBERS}{_NOTE}"),
    re.compile(rf",?\s*(?:at\s+(?:(?:pp?|pgs?)\.\s*|pages?\s+)?|(?:pp?|pgs?)\.\s*|pages?\s+){_PAGES}{_NOTE}"),
)
_BARE = re.compile(rf",?\s+{_PAGES}{_NOTE}{_END}")
_NEXT = {
    "line": re.compile(rf"{_AND}{_LINES}"),
    "paragraph": re.compile(rf"{_AND}(?:¶{{1,2}}\s*)?{_NUMBERS}(?![:\w]|\s+[A-Z]\.)"),
    "page": re.compile(rf"{_AND}{_PAGES}{_END}"),
}


_LINE_NUMBERS = re.compile(rf"(\d{{1,2}})(?:{_DASH}(\d{{1,2}}))?")
_MORE_LINES = re.compile(
    rf"(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)\d{{1,2}}(?:{_DASH}\d{{1,2}})?(?=\s*[.,;)\]&]|\s+and\b|\Z)(?!,?\s*\d{{4}})"
)
_MOST_LINES = 28


def find_pins(text: str, within: Span, *, bare: bool = False) -> list[tuple[Span, Pin]]:
    """The pins that stand right at the start of ``within``, each with where it stands; ``bare`` lets "Lane Dep. 45" be a page."""
    forms = (*_FIRST, _BARE) if bare else _FIRST
    match = next((m for form in forms if (m := form.match(text, within.start, within.end))), None)
    found: list[tuple[Span, Pin]] = []
    while match is not None:
        pin = _pin(match)
        found.append((_span(match), pin))
        sort = "line" if pin.line is not None else "paragraph" if pin.paragraph is not None else "page"
        end, match = match.end(), _NEXT[sort].match(text, match.end(), within.end)
        while match is None and sort == "line" and (more := _MORE_LINES.match(text, end, within.end)):
            found += _lines_of_page(more, found[-1][1])
            end = more.end()
            match = _NEXT[sort].match(text, end, within.end)
    return found


def _lines_of_page(more: re.Match[str], pin: Pin) -> Iterator[tuple[Span, Pin]]:
    """Further lines of the page that a pin ends on: ", 15, 17-19"."""
    page = pin.page_last or pin.page
    for one in _LINE_NUMBERS.finditer(more[0]):
        first, last = int(one[1]), int(one[2] or one[1])
        if (pin.line_last or 0) < first <= last <= _MOST_LINES:
            yield (
                Span(more.start() + one.start(), more.start() + one.end()),
                replace(pin, page=page, line=first, line_last=last),
            )


def _span(match: re.Match[str]) -> Span:
    first = match.start("paragraph") if "paragraph" in match.groupdict() else match.start("page")
    return Span(first, match.end())


def _pin(match: re.Match[str]) -> Pin:
    given = {key: value for key, value in match.groupdict().items() if value}
    note = given.get("note", "")
    return replace(_place(given), note=note, note_last=given.get("note_last", note))


def _place(given: Mapping[str, str]) -> Pin:
    if "paragraph" in given:
        first = int(given["paragraph"])
        return Pin(paragraph=first, paragraph_last=max(first, int(given.get("paragraph_last", first))))
    page = given["page"]
    if "line" not in given:
        return Pin(page, _in_full(page, given.get("page_last", page)))
    line = int(given["line"])
    return Pin(page, given.get("page_last", page), line, int(given.get("line_last", line)))


def _in_full(first: str, last: str) -> str:
    """The end of a page range: "24" of "123-24" is 124."""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last
