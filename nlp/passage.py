"""One paragraph made ready: its quotations and cites found, what is not prose blanked out, divided into sentences.

    masked    "He left.                       She stayed."     cites are blanks of the same length: places never move
    sentence  a quotation of many sentences with the words that report it is one

A call of a footnote ("China.4 In") is blanked too, and remembered.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ingest.redaction_mark import MARK
from ingest.segment import Segment
from ingest.span import Span
from nlp.authorities import find_authorities
from nlp.cues import may_report
from nlp.quotation import Quotation, find_quotations
from nlp.record_cites import RecordCite, find_record_cites

_STOP = re.compile(r"(?:[.?!…]|\.\s\.\s\.(?:\s\.)?)[\"”’')\]]*(?=\s+[\"“‘(\[]*[A-Z0-9•])")
_EDITORIAL = re.compile(r"\((?:emphasis|alterations?|internal|citations?|footnotes?|quotation)\s[^()]{0,80}\)", re.IGNORECASE)
_COLON = re.compile(r"(?<=[a-z]{2}):(?=\s+[A-Z][a-z’']+\s+[a-z])")
_CALL = re.compile(r"(?<=[.,;:!?”\"’')\]])[^\S\n]?(\d{1,4})(?:,(\d{1,4}))*(?=[\s,.;]|\Z)|(?<=[a-z]{2})(\d{1,4})(?=[\s,.;]|\Z)")
_OPENING_NUMBER = re.compile(r"\s*(?:\d{1,4}[.)]?|[a-z]\.|[*†‡§•▪])\s+(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Hon|Sr|Jr|St|Gen|Col|Lt|Sgt|Capt|Rev|Sen|Rep|Del|Supt|Cmdr|Adm|Maj|Brig|Insp|Asst|Dir|Cpl|Pvt|Ald|Amb|Treas|Gov|Pres|Atty|Esq|No|Nos|Dkt|Doc|Decl|Ex|Exs|Dep|Depo|Tr|Br|Opp|"
    r"Mot|Mem|Compl|Ans|Resp|Supp|Am|Consol|App|Inc|Corp|Co|Cos|Ltd|Bros|Assn|Ass’n|Dept|Dep’t|Univ|Int’l|vs|v|cf|Cf|al|etc|e\.g|i\.e|viz|"
    r"Fed|Civ|Crim|Evid|Proc|Cal|Cir|Dist|Ct|Reg|Stat|Sec|Art|Fig|Vol|pp|p|ed|eds|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|est|Aff|Id|id|"
    r"Pls|Defs|Pl|Def|Class Cert|Litig|Const|Bldg|Ave|Blvd|Rd|Ste|ft|in|lbs|oz|Op|Ord|Cert|Att|Attys|Supt|Det|Ofc|Rogs?|Interrogs?|RFAs?|RFPs?|Rpt|Rpts|Admin|Bankr|Stip|Prelim|Discl|Ltr|Obj|Pet|Subpt|Subsec|Amend|cl|para|paras|ll|nn|nos)|\b[A-Z]|\b[A-Z]\.[A-Z]|\b(?:U\.S|D\.C|a\.m|p\.m))\.[\"”’')\]]*\Z"
)
_TIMES_OR_STATES = re.compile(r"(?:a\.m|p\.m|U\.S|D\.C|Inc|Corp|Co|Ltd|Jr|Sr|etc|al|Id|id)\.[\"”’')\]]*\Z")


@dataclass(frozen=True)
class Passage:
    """A paragraph of ``text``: ``span`` is its place, ``masked`` its words with cites blanked, ``sentences`` in order.

    ``calls`` are the footnotes called in it: where, and the number. An aside tells what a cited paper says: "explaining that ...".
    """

    text: str
    span: Span
    masked: str
    quotations: tuple[Quotation, ...]
    cites: tuple[RecordCite, ...]
    authorities: tuple[Span, ...]
    sentences: tuple[Span, ...]
    calls: tuple[tuple[int, int], ...] = ()
    is_aside: bool = False

    def plain(self, span: Span) -> str:
        """The masked words of ``span``."""
        return self.masked[span.start - self.span.start : span.end - self.span.start]


class Called(Protocol):
    """The footnotes of a document: their ``numbers``, and the places that are known to call them."""

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of all notes."""

    def called_in(self, span: Span) -> Sequence[tuple[int, int, int]]:
        """Start, end and number of the calls in ``span``."""


def open_passage(text: str, segment: Segment, notes: Called | None = None) -> Passage:
    """The paragraph of ``segment``; ``notes`` are the document's footnotes.

    Several spans (a footnote stands between two pages of a paragraph) make one passage, blank in between.
    """
    return _passage(text, segment.span, tuple(_gaps(segment.spans)), notes)


def inner_passage(passage: Passage, span: Span, *, is_aside: bool = False) -> Passage:
    """What stands within a quotation, or in brackets, as a paragraph by itself."""
    return replace(_passage(passage.text, span, (), None), is_aside=is_aside)


def without(passage: Passage, spans: Iterable[Span]) -> Passage:
    """The same paragraph with more of it blanked: words that are dealt with."""
    masked = passage.masked
    gone = tuple(spans)
    for span in gone:
        start, end = span.start - passage.span.start, span.end - passage.span.start
        masked = masked[:start] + " " * (end - start) + masked[end:]
    kept = tuple(q for q in passage.quotations if not any(span.contains(q.span) for span in gone))
    return replace(passage, masked=masked, quotations=kept)


def _gaps(spans: tuple[Span, ...]) -> list[Span]:
    return [Span(a.end, b.start) for a, b in itertools.pairwise(spans)]


def _passage(text: str, span: Span, gaps: tuple[Span, ...], notes: Called | None) -> Passage:
    def seen(place: Span) -> bool:
        return not any(gap.contains(place) for gap in gaps)

    cites = tuple(cite for cite in find_record_cites(text, span) if seen(cite.span))
    authorities = tuple(law for law in find_authorities(text, span) if seen(law))
    calls = tuple(_calls(text, span, notes)) if notes and notes.numbers else ()
    masked = _masked(text, span, cites, authorities, [*gaps, *(Span(a, b) for a, b, _ in calls)])
    quotations = tuple(quotation for quotation in find_quotations(text, span) if seen(quotation.span))
    numbers = tuple((start, number) for start, _, number in calls)
    return Passage(text, span, masked, quotations, cites, authorities, _sentences(masked, span, quotations), numbers)


def _calls(text: str, span: Span, notes: Called) -> list[tuple[int, int, int]]:
    """Calls of footnotes: start, end, number (of several together, the first)."""
    found = [
        (m.start(), m.end(), number)
        for m in _CALL.finditer(text, span.start, span.end)
        if (number := int(m[1] or m[3])) in notes.numbers
    ]
    joined = (call for call in notes.called_in(span) if not any(a <= call[0] and call[1] <= b for a, b, _ in found))
    return sorted([*found, *joined])


def _masked(text: str, span: Span, cites: tuple[RecordCite, ...], authorities: tuple[Span, ...], calls: list[Span]) -> str:
    words = re.sub(rf"[\s{MARK}]", " ", span.of(text))  # what was taken out is no word of the sentence
    for one in sorted([c.outer for c in cites] + list(authorities) + calls):
        start, end = one.start - span.start, one.end - span.start
        stop = "." if _ends_sentence(words, start, end) else " "
        words = words[:start] + " " * (end - start - 1) + stop + words[end:]
    for aside in _EDITORIAL.finditer(words):
        words = words[: aside.start()] + " " * len(aside[0]) + words[aside.end() :]
    if number := _OPENING_NUMBER.match(words):
        words = " " * number.end() + words[number.end() :]
    return words


def _ends_sentence(words: str, start: int, end: int) -> bool:
    """True if the full stop in or behind a cite is the sentence's: none stands before the cite."""
    if re.search(r"[.?!][\"”’')\]]*\s*\Z", words[:start]):
        return False
    return words[end - 1 : end] == "." or (words[start:end].endswith(".)") and bool(re.match(r"\s+[A-Z“\"]", words[end:])))


def _sentences(masked: str, span: Span, quotations: tuple[Quotation, ...]) -> tuple[Span, ...]:
    closed = [Span(q.words.start - span.start, q.words.end - span.start) for q in quotations if q.depth == 0 and q.closed]
    cuts = [0]
    for stop in _STOP.finditer(masked):
        head = masked[: stop.end()]
        inside = any(q.start <= stop.start() < q.end and stop.end() <= q.end for q in closed)
        if not inside and not _is_abbreviation(head, masked[stop.end() :]) and not _is_answered(stop[0], masked[stop.end() :]):
            cuts.append(stop.end())
    for colon in _COLON.finditer(masked):
        inside = any(q.start <= colon.start() < q.end for q in closed)
        last = max(c for c in cuts if c <= colon.start())
        if not inside and len(masked[last : colon.start()].split()) > 3:
            cuts = sorted([*cuts, colon.end()])
    spans = [Span(span.start + a, span.start + b) for a, b in zip(cuts, [*cuts[1:], len(masked)], strict=True)]
    trimmed = [Span(s.start - span.start, s.end - span.start).trimmed(masked) for s in spans]
    return tuple(Span(s.start + span.start, s.end + span.start) for s in trimmed if len(s))


def _is_answered(stop: str, rest: str) -> bool:
    """True for "“Did you?” Quill asked.": the question mark ends the quotation, not the sentence."""
    if not re.match(r"[?!][\"”’']", stop):
        return False
    following = re.match(r"\s+([^.?!:“\"]{3,90})[.,]", rest)
    if following is None or len(following[1].split()) > 12 or re.search(r"\b(?:that|whether)\b", following[1]):
        return False
    return may_report(" ".join(following[1].split()[:7]))


def _is_abbreviation(head: str, rest: str) -> bool:
    """True if the full stop ends an abbreviation and not the sentence."""
    if not _ABBREVIATION.search(head[-16:]):
        return False
    starts_anew = re.match(
        r"\s+[\"“‘(\[]*(?:The|This|That|These|In|On|At|As|He|She|It|They|We|But|And|Then|When|After|A|An|Instead|However|Yet)\b",
        rest,
    )
    return not (_TIMES_OR_STATES.search(head[-16:]) and starts_anew)
