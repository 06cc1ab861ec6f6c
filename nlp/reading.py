"""A sentence parsed: what the parser sees is not quite what is printed, but every token knows its place.

quotation   "We shall win," she said.      the parser sees:  This , she said .
date        On November 5, 2018, he said   the parser sees:  On Monday , he said
marks       it was “ready”                 the parser sees:  it was ready
mended      "in-¶house", "[we]re"          the parser sees:  in-house, were
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from ingest.dates import find_dates
from ingest.span import Span, hull
from nlp.cues import may_report
from nlp.model import finds_names_alone
from nlp.passage import Passage
from nlp.pipeline import annotate
from nlp.quotation import Quotation

STANDS_FOR_QUOTATION = "this"
STANDS_FOR_DATE = "Monday"
TITLE_BEFORE = re.compile(
    r"\b(?:titled|entitled|called|captioned|named|headlined|labell?ed|styled|dubbed|term|word|phrase|defined\s+as|so-called)\s*,?\s*\Z"
)
_PREFIXES = frozenset(
    ["pre", "re", "co", "non", "mis", "un", "anti", "post", "over", "under", "counter", "cross", "self", "mid", "ex"]
)
_ABBREVIATED = frozenset(
    [
        "Rog",
        "Rogs",
        "Interrog",
        "Interrogs",
        "RFA",
        "RFAs",
        "RFP",
        "Decl",
        "Dep",
        "Compl",
        "Mot",
        "Opp",
        "Supp",
        "Ex",
        "Exs",
        "Dkt",
        "Br",
        "Admin",
        "Bankr",
        "Rpt",
        "Am",
        "Stip",
    ]
)
_DAY_AND_YEAR = re.compile(r"\d.*\d{4}|\d/\d")
_BRACKET_WITHIN = re.compile(r"(?<=\w)[\[\]](?=\w)")
_MARKS = frozenset('“”„‟"‘‛«»') | {"``", "''"}


@dataclass(frozen=True)
class Reading:
    """A parsed sentence. ``places[i]`` is where token ``i`` is printed; ``quoted`` maps tokens that stand for a quotation to it."""

    doc: Doc
    places: tuple[Span, ...]
    sentence: Span
    passage: Passage
    quoted: dict[int, Quotation]

    def span(self, tokens: Iterable[Token]) -> Span:
        """From the first to the last of ``tokens`` (at least one)."""
        return hull(self.places[token.i] for token in tokens)

    def of(self, span: Span) -> str:
        """The words printed at ``span``, as one line."""
        return " ".join(re.sub(r"(?<=\w)-\n(?=[A-Z])", "-", span.of(self.passage.text)).split())


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    place: Span
    quotation: Quotation | None = None


def read_sentences(passages: Iterable[tuple[Passage, Span]], model: Language, *, names: bool = True) -> list[Reading]:
    """Sentences parsed. Without ``names`` nobody looks for names in them yet, where the pipeline can do that later."""
    prepared = [(passage, sentence, list(_words(passage, sentence, model))) for passage, sentence in passages]
    prepared = [one for one in prepared if one[2]]
    docs = [
        Doc(model.vocab, words=[w.text for w in words], sent_starts=[i == 0 for i in range(len(words))])
        for _, _, words in prepared
    ]
    later = not names and finds_names_alone(model)
    parsed = annotate(docs, model, [name for name in model.pipe_names if not (later and name == "ner")])
    return [_reading(doc, *one) for doc, one in zip(parsed, prepared, strict=True)]


def _reading(doc: Doc, passage: Passage, sentence: Span, words: Sequence[_Word]) -> Reading:
    quoted = {i: word.quotation for i, word in enumerate(words) if word.quotation}
    return Reading(doc, tuple(word.place for word in words), sentence, passage, quoted)


def find_names(readings: Iterable[Reading], model: Language) -> None:
    """Look for names in sentences that were parsed without: they are written into the parses themselves."""
    annotate([reading.doc for reading in readings], model, ["ner"])


def is_direct(passage: Passage, sentence: Span, quotation: Quotation) -> bool:
    """True if a quotation stands by itself beside the words that report it, false if it is part of their clause."""
    words = quotation.words.of(passage.text)
    before = passage.plain(Span(sentence.start, max(sentence.start, quotation.span.start))).rstrip()
    if TITLE_BEFORE.search(before):
        return False
    opens_large = bool(re.match(r"[\[(…‘'“\s.]*[A-Z0-9]", words))
    length = len(words.split())
    if not before or before[-1] in ":(" or before.endswith("--"):
        return before[-1:] != "(" and (opens_large or length > 3)
    if before[-1] in ",—–":
        if any(q.depth == 0 and sentence.start <= q.span.start < q.span.end < quotation.span.start for q in passage.quotations):
            return length > 2
        last = before.rstrip(" ,—–").rpartition(" ")[2]
        return (opens_large and (length > 2 or may_report(last))) or length > 5
    ends = bool(re.search(r"[.?!,…][\])]?\s*\Z", words))
    return opens_large and length > 3 and ends and not re.search(r"\b(?:that|of|as|the|a|an)\Z", before)


def _words(passage: Passage, sentence: Span, model: Language) -> Iterator[_Word]:
    """What the parser is to see of a sentence."""
    outer = [q for q in passage.quotations if q.depth == 0 and q.span.overlaps(sentence)]
    whole = [q for q in outer if q.words.end - q.words.start and is_direct(passage, sentence, q)]
    at = sentence.start
    for quotation in whole:
        yield from _printed(passage, Span(at, max(at, quotation.span.start)), model)
        yield _Word(STANDS_FOR_QUOTATION, quotation.span, quotation)
        last = quotation.words.of(passage.text).rstrip(" ’'])")[-1:]
        if last in ",.?!":
            yield _Word(last, Span(quotation.span.end, quotation.span.end))
        at = max(at, quotation.span.end)
    yield from _printed(passage, Span(at, max(at, sentence.end)), model)


def _printed(passage: Passage, span: Span, model: Language) -> Iterator[_Word]:
    words = list(_tokens(passage, span, model))
    plain = passage.plain(span)
    dates = (
        [date for date, _ in find_dates(plain) if _DAY_AND_YEAR.search(date.of(plain))] if _DAY_AND_YEAR.search(plain) else []
    )
    for date in (Span(d.start + span.start, d.end + span.start) for d in dates):
        inside = [i for i, word in enumerate(words) if word.place.overlaps(date)]
        if inside:
            place = hull(words[i].place for i in inside)
            words[inside[0] : inside[-1] + 1] = [_Word(STANDS_FOR_DATE, place)]
    yield from words


def _tokens(passage: Passage, span: Span, model: Language) -> Iterator[_Word]:
    """Tokens without quotation marks and the brackets of alterations; words divided at a line's end made whole."""
    pending: _Word | None = None
    for token in model.make_doc(passage.plain(span)):
        text = token.text
        if text in _MARKS or text.isspace() or (text == "[" and _opens_alteration(token)):
            continue
        start = span.start + token.idx
        place = Span(start, start + len(text))
        word = _BRACKET_WITHIN.sub("", text) if "[" in text or "]" in text else text
        if pending:
            if text == "." and _is_abbreviated(pending, place) and place.end < span.end:
                pending = _Word(pending.text + ".", Span(pending.place.start, place.end))
                continue
            hyphened = pending.text[-1:] == "-" or word == "-"
            if hyphened and (_divided(passage.text, pending, place) or _prefixed(pending, word, place)):
                pending = _Word(pending.text + word, Span(pending.place.start, place.end))
                continue
            yield pending
        pending = _Word(word, place)
    if pending:
        yield pending


def _is_abbreviated(left: _Word, stop: Span) -> bool:
    """True for the full stop of "Rog. 6", which the parser would take for a sentence's end."""
    return left.place.end == stop.start and left.text in _ABBREVIATED


def _opens_alteration(token: Token) -> bool:
    """True for the first bracket of "[t]here"."""
    return token.i + 1 < len(token.doc) and bool(re.match(r"\w+\]\w", token.nbor().text))


def _divided(text: str, left: _Word, right: Span) -> bool:
    between = text[left.place.end : right.start]
    return (
        left.text.endswith("-")
        and len(left.text) > 1
        and "\n" in between
        and not between.strip()
        and text[right.start].isalpha()
    )


def _prefixed(left: _Word, word: str, place: Span) -> bool:
    """True for the pieces of "pre-announced": the parser takes a loose prefix for a noun."""
    if left.place.end != place.start:
        return False
    return (left.text.lower() in _PREFIXES and word == "-") or (
        left.text.lower().removesuffix("-") in _PREFIXES and left.text.endswith("-") and word.isalpha()
    )
