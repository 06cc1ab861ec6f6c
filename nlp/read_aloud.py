"""Documents that are read into the record: the words read are the document's, not those of who reads them.

marked    "(As read:)  “The bank shall wait.”"                    a reporter's note says that it is read
said      "Exhibit 12 says, quote, “The bank shall wait.”"        a document says, reads, states
named     Exhibit 12, ECF 44-2: where the turn names one, or else the last turn before it that names any names one

Who wrote the document is not told here: such a quotation has no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span
from nlp.statement import Attribution, Cue, Statement

_TURNS = ("question", "answer", "colloquy")
_REACH = 6  # turns back to the exhibit that is being read
_FEWEST_WORDS = 4
_QUOTED = r"[“\"](?P<words>[^“”\"]{12,3000})[”\"]"
_THEN = r"\s*(?:that\b\s*)?[,:;]?\s*(?:(?:and\s+)?(?:I\s+)?quote\b\s*[,:;]?\s*)?(?:--\s*)?"
_MARKED = re.compile(rf"\((?P<cue>as\s+read|reading|quoting)\s*[:.]?\)\s*[:.]?\s*{_QUOTED}", re.IGNORECASE)
_SAID = re.compile(
    rf"\b(?P<cue>says|said|reads|read|states|stated|provides|provided|continues|concludes|goes\s+on\s+to\s+say)\b{_THEN}{_QUOTED}",
    re.IGNORECASE,
)
_EXHIBIT = re.compile(
    r"\b(?:(?:Plaintiffs?|Defendants?|Trial|Deposition|Joint)(?:['’]s?)?\s+)?Exhibit\s+(?:No\.\s*|Number\s+)?(?:[A-Z]{1,3}-?\d{1,5}|\d{1,5}(?:-?[A-Z])?|[A-Z])(?![\w-])"
    r"|\b(?:ECF|Docket|Dkt\.)\s+(?:(?:No\.|Number|Entry)\s+)?\d{1,4}(?:-\d{1,3})?(?![\w-])"
)
_DOCUMENT = re.compile(
    r"\b(?:exhibit|paragraph|page|line|section|article|footnote|sentence|bullet|slide|clause|document|e-?mail|letter|memo(?:randum)?|report|contract|"
    r"agreement|declaration|affidavit|complaint|answer|policy|minutes|notes?|entry|text\s+message|transcript|title|heading|statement\s+of\s+work)\b"
    r"|\b(?:it|this|that|which)\s*\Z",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Yy]ou|[Ww]ho)\b|(?:Mr|Ms|Mrs|Dr)\.)\s*(?:\w+\s*){0,2}\Z")


def find_read_aloud(document: Document) -> list[Statement]:
    """A quotation for every passage of a document that a turn of testimony reads out, in the order of the text."""
    turns = [segment for segment in document.segments if segment.kind in _TURNS]
    return [found for i, turn in enumerate(turns) for found in _in_turn(document, turn, turns[max(0, i - _REACH) : i])]


def _in_turn(document: Document, turn: Segment, before: Sequence[Segment]) -> Iterator[Statement]:
    for span in turn.spans:
        for match in _passages(document.text, span):
            words = Span(*match.span("words")).trimmed(document.text)
            cue = Cue(Span(*match.span("cue")), " ".join(match["cue"].split()))
            source = _exhibit(document, turn, before)
            yield Statement(
                document.id,
                (words,),
                "quote",
                Attribution((), "read into the record", 0.8, cue, as_written=source),
                record_cite=source,
            )


def _passages(text: str, span: Span) -> Iterator[re.Match[str]]:
    """The passages read out in a span of speech, none twice."""
    at = span.start
    while found := [m for form in (_MARKED, _SAID) if (m := form.search(text, at, span.end))]:
        match = min(found, key=lambda m: m.start("words"))
        if len(match["words"].split()) >= _FEWEST_WORDS and (match.re is _MARKED or _is_of_document(text, span, match)):
            yield match
        at = match.end()


def _is_of_document(text: str, span: Span, match: re.Match[str]) -> bool:
    """True where the sentence before the verb names a document, or "it", and does not end in a person."""
    sentence = re.split(r"[.?!]\s", text[span.start : match.start()])[-1].rstrip()
    return _DOCUMENT.search(sentence) is not None and not _PERSON.search(sentence)


def _exhibit(document: Document, turn: Segment, before: Sequence[Segment]) -> str:
    """The one exhibit that the turn names; else the one that the last turn before it names which names any; '' for several."""
    for segment in (turn, *reversed(before)):
        words = document.words(segment.spans)
        named = {" ".join(found.split()) for found in _EXHIBIT.findall(words)}
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""
