"""Quotations in brackets behind a citation: whoever the cited paper speaks for says them.

See Quill Dep. 45:3 (“Q. Did it work? A. No.”).          question and answer, each by itself
Quill, Ada, “Chips,” Harbor Weekly, 2014 (“We ship.”)    the author
Roe v. Acme, 1 F.3d 2 (1993) (“No duty lies.”)           law: nobody's statement
Northwind Data, Inc. (“Northwind”)                       a defined term: nobody's statement
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.span import Span
from nlp.cast import Cast
from nlp.passage import Passage
from nlp.quotation import Quotation
from nlp.source import Source, read_source

_FEWEST_WORDS = 3
_SIGNAL = re.compile(r"(?:\d{1,4}\s+(?=\D))?(?:[Ss]ee|[Ss]ee\s+also|also|e\.g\.|[Cc]f\.|[Cc]ompare|,|\s)+")
_BRACKET_END = re.compile(r"[”\"’]?[.,;]?\s*\)")


@dataclass(frozen=True, slots=True)
class Cited:
    """Quotations that one bracket holds. ``source`` is None where the citation names nobody, or is law (``is_law``)."""

    quotations: tuple[Quotation, ...]
    bracket: Span
    cite: Span
    source: Source | None
    is_law: bool = False


def find_cited(passage: Passage, cast: Cast) -> list[Cited]:
    """The bracketed quotations of a paragraph, in order."""
    found: list[Cited] = []
    outer = [q for q in passage.quotations if q.depth == 0 and q.closed]
    for quotation in outer:
        if found and found[-1].bracket.contains(quotation.span):
            continue
        bracket = _bracket(passage.text, quotation, passage.span)
        if bracket is None or _is_term(passage.text, quotation):
            continue
        inside = tuple(q for q in outer if bracket.contains(q.span))
        found.append(_cited(passage, inside, bracket, cast, found))
    return found


def _bracket(text: str, quotation: Quotation, within: Span) -> Span | None:
    """The round brackets that open right before a quotation."""
    opening = re.search(r"\(\s*\Z", text[max(within.start, quotation.span.start - 3) : quotation.span.start])
    if opening is None:
        return None
    start = quotation.span.start - len(opening[0])
    depth = 0
    for i in range(start, within.end):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth == 0:
            return Span(start, i + 1) if i + 1 >= quotation.span.end else _loose(text, quotation, start, within)
    return _loose(text, quotation, start, within)


def _loose(text: str, quotation: Quotation, start: int, within: Span) -> Span:
    """Brackets that do not pair: up to the first that closes after the quotation."""
    end = text.find(")", quotation.span.end, within.end)
    return Span(start, end + 1 if end >= 0 else quotation.span.end)


def _is_term(text: str, quotation: Quotation) -> bool:
    words = quotation.words.of(text)
    closes = bool(_BRACKET_END.match(text, quotation.span.end - 1) or re.match(r"\s*(?:or|and|,)", text[quotation.span.end :]))
    length = len(words.split())
    return closes and (length <= 3 or (length <= 6 and not re.search(r"[.?!]\W*\Z", words)))


def _cited(passage: Passage, inside: tuple[Quotation, ...], bracket: Span, cast: Cast, earlier: list[Cited]) -> Cited:
    law = any(
        0 <= bracket.start - a.end <= 2 or a.contains(Span(bracket.start, bracket.start + 1)) for a in passage.authorities
    )
    cite = _cite(passage, bracket, earlier)
    last = earlier[-1].source if earlier else None
    source = None if law else read_source(passage.text, cite, cast, last)
    return Cited(inside, bracket, cite, source, law)


def _cite(passage: Passage, bracket: Span, earlier: list[Cited]) -> Span:
    """The words of the citation before the bracket: back to the sentence's start, the last semicolon or the last bracket."""
    record = next(
        (c for c in passage.cites if 0 <= bracket.start - c.outer.end <= 2 or c.outer.start < bracket.start <= c.outer.end),
        None,
    )
    sentence = next((s for s in passage.sentences if s.start <= bracket.start < s.end), passage.span)
    start = max([_before_masks(passage, min(sentence.start, bracket.start)), *(c.bracket.end for c in earlier)])
    start = max([start, *(m.end() + start for m in re.finditer(r"(?<=[)\w”]);\s", passage.text[start : bracket.start]))])
    if record is not None and not re.search(r"[“\"]", passage.text[start : record.span.start]):
        start = max(start, record.span.start if start < record.span.start - 60 else start)
    words = passage.text[start : bracket.start]
    signal = _SIGNAL.match(re.sub(r"\A[\s.,;)]+", lambda m: " " * len(m[0]), words))
    return Span(start + (signal.end() if signal else 0), bracket.start).trimmed(passage.text)


def _before_masks(passage: Passage, start: int) -> int:
    """A sentence's start is after cites that are blanked: go back over them."""
    blank = passage.plain(Span(passage.span.start, start))
    return passage.span.start + len(blank.rstrip())
