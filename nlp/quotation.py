"""Words between quotation marks, by the marks alone: who said them is for others to find.

    curly       “ready by May”          a mark shows its side
    straight    "ready by May"          a mark opens after a blank or bracket, closes otherwise
    typewriter  ``ready by May''        two accents or apostrophes make one mark
    inner       “he said ‘soon’ to me”  depth 1
    unclosed    “we never agreed (Ex. 4 at 2) is wrong    ends where the sentence or a cite in brackets does
    reopened    “First paragraph.¶“Second paragraph.”     each paragraph opens, only the last closes

Marks are paired within one paragraph: an odd mark spoils that paragraph at most, never the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.span import Span

_MARK = re.compile("[“”„‟\"‘’‛«»]|``|''")
_BEFORE_OPENING = re.compile(r"(?:\A|[\s(\[{—–/‘“\"-])\Z")
_AFTER_CLOSING = re.compile(r"\Z|[\s)\]}—–,.;:?!’”\"\d-]")
_UNCLOSED_END = re.compile(r"[.?!…](?=[\"”’)\]]*\s+[“\"(\[]*[A-Z])|\s+\((?=[A-Z¶§])")
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words. ``span`` holds the marks, ``words`` what stands between them; ``depth`` 0 is outermost.

    ``closed`` is False where the closing mark is missing: a slip of the printer, or a quotation that the next paragraph takes up.
    """

    span: Span
    words: Span
    depth: int = 0
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits for its partner."""

    family: str
    start: int
    end: int


def find_quotations(text: str, within: Span) -> tuple[Quotation, ...]:
    """The quotations in one paragraph of ``text``, in order of their opening marks, outer before inner.

    >>> [q.words.of(t) for t in ['She wrote: “It is ‘done’.”'] for q in find_quotations(t, Span(0, len(t)))]
    ['It is ‘done’.', 'done']
    """
    found: list[Quotation] = []
    waiting: list[_Open] = []
    for mark in _MARK.finditer(text, within.start, within.end):
        side, family = _side(text, mark, within, waiting)
        if side == "open":
            waiting.append(_Open(family, mark.start(), mark.end()))
        elif side == "close" and any(w.family == family for w in waiting):
            while waiting[-1].family != family:
                waiting.pop()  # an inner mark without a partner: an apostrophe after all
            opening = waiting.pop()
            found.append(Quotation(Span(opening.start, mark.end()), Span(opening.end, mark.start()), len(waiting)))
    found += _unclosed(text, within, [w for w in waiting if w.family == "double"])
    return tuple(_depths(sorted((q for q in found if q.words), key=lambda q: (q.span.start, -q.span.end))))


def _side(text: str, mark: re.Match[str], within: Span, waiting: list[_Open]) -> tuple[str, str]:
    """Whether a mark opens or closes (or is an apostrophe, ""), and of which family it is."""
    sign, start, end = mark[0], mark.start(), mark.end()
    before, after = text[max(within.start, start - 1) : start], text[end : min(within.end, end + 1)]
    opens = bool(_BEFORE_OPENING.match(before)) and bool(after.strip())
    if sign in "‘’‛":
        return _single_side(text, mark, opens=opens, waiting=waiting), "single"
    inside = any(w.family == "double" for w in waiting)
    if sign in "“„«``":
        misprint = inside and not opens and bool(_AFTER_CLOSING.match(after)) and bool(before.strip())
        return ("close" if misprint else "open"), "double"
    if sign in "”»" and inside:
        return "close", "double"
    return ("open" if opens and not (inside and before == " " and not after.isalnum()) else "close"), "double"


def _single_side(text: str, mark: re.Match[str], *, opens: bool, waiting: list[_Open]) -> str:
    sign, end = mark[0], mark.end()
    if sign in "‘‛":
        return "open" if opens or (waiting and waiting[-1].end == mark.start()) or _bracketed(text, mark) else ""
    if not any(w.family == "single" for w in waiting) or not _AFTER_CLOSING.match(text[end : end + 1]):
        return ""
    possessive = text[mark.start() - 1 : mark.start()] == "s" and re.match(r"\s+[a-z]", text[end : end + 3])
    return "" if possessive and "’" in text[end : end + 200] else "close"


def _bracketed(text: str, mark: re.Match[str]) -> bool:
    """An alteration may hold the opening mark: "[…‘W]e will"."""
    return text.rfind("[", max(0, mark.start() - 12), mark.start()) > text.rfind("]", max(0, mark.start() - 12), mark.start())


def _unclosed(text: str, within: Span, waiting: list[_Open]) -> Iterator[Quotation]:
    for opening in waiting:
        end = _UNCLOSED_END.search(text, opening.end, within.end)
        stop = within.end if end is None else end.end() if end[0].strip() in {".", "?", "!", "…"} else end.start()
        words = Span(opening.end, stop).trimmed(text)
        yield Quotation(Span(opening.start, max(opening.end, words.end)), words, closed=False)


def _depths(quotations: list[Quotation]) -> Iterator[Quotation]:
    """Depth by what holds what; an inner quotation that ends after its holder is cut off and dropped."""
    holders: list[Quotation] = []
    for quotation in quotations:
        while holders and holders[-1].span.end <= quotation.span.start:
            holders.pop()
        if holders and not holders[-1].span.contains(quotation.span):
            continue
        found = replace(quotation, depth=len(holders))
        holders.append(found)
        yield found
