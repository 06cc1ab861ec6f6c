"""From a Document to its Statements: one call, five sources.

mail and chat       the author of a message says its words to those it is addressed to
testimony           the one at a turn's label says its words
read aloud          a document says the words that a turn reads out of it
declarations        the declarant says each numbered paragraph
prose               reported speech, by rules (``nlp.prose``)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.segment import Segment
from nlp.mentions import with_mentions
from nlp.model import DEFAULT_PIPELINE, load
from nlp.options import Options
from nlp.prose import find_reported
from nlp.read_aloud import find_read_aloud
from nlp.statement import Attribution, DateKind, Kind, Statement
from nlp.testimony import read_testimony
from nlp.topics import BUILT_IN, Topic, topics_of

_SENT: dict[str, tuple[Kind, DateKind]] = {"email": ("email", "sent"), "chat": ("chat", "sent")}
_SPOKEN: dict[str, tuple[Kind, DateKind]] = {
    "question": ("question", "testified"),
    "answer": ("answer", "testified"),
    "colloquy": ("colloquy", "testified"),
    "declaration": ("declaration", "testified"),
}
_OWN_WORDS = {**_SENT, **_SPOKEN}


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: which spaCy pipeline, which topics to look for; ``by_kind``: each paper by the conventions of its kind
    (``nlp.genre``) instead of all as filings, so that news also tells what people think and want."""

    pipeline: str = DEFAULT_PIPELINE
    topics: tuple[Topic, ...] = BUILT_IN
    by_kind: bool = False


def find_statements(document: Document, reading: Reading | None = None) -> tuple[Statement, ...]:
    """Every statement of a document, in the order of its text, with speaker, addressees, date, topics and names.

    :raises CorpusError: the pipeline is not installed.
    """
    chosen = reading or Reading()
    model = load(chosen.pipeline)
    reported = find_reported(document, model, Options(by_kind=chosen.by_kind))
    found = [*_own_words(document), *reported, *find_read_aloud(document)]
    found = _distinct(found)
    found = with_mentions(found, document, model)
    return read_testimony(_with_topics(found, document, chosen.topics), document)


def _own_words(document: Document) -> list[Statement]:
    """Segments whose words are a statement by themselves."""
    return [
        _spoken(document, segment)
        for segment in document.segments
        if segment.kind in _OWN_WORDS and _legible(document, segment)
    ]


def _legible(document: Document, segment: Segment) -> bool:
    return any(c.isalnum() for span in segment.spans for c in span.of(document.text))


def _spoken(document: Document, segment: Segment) -> Statement:
    kind, date_kind = _OWN_WORDS[segment.kind]
    author = segment.author
    named = (author,) if author is not None and (author.name or author.address) else ()
    return Statement(
        document_id=document.id,
        spans=segment.spans,
        kind=kind,
        attribution=Attribution(named, segment.rule, segment.confidence, as_written=author.as_written if author else ""),
        addressees=segment.addressees,
        when=segment.when,
        date_kind=date_kind if segment.when else None,
    )


def _distinct(statements: Sequence[Statement]) -> list[Statement]:
    """In the order of the text; of two with the same words and kind the surer one stays."""
    best: dict[str, Statement] = {}
    for statement in statements:
        rival = best.get(statement.id)
        if rival is None or rival.attribution.confidence < statement.attribution.confidence:
            best[statement.id] = statement
    return sorted(best.values(), key=lambda s: (s.span.start, s.span.end, s.kind))


def _with_topics(statements: Sequence[Statement], document: Document, topics: Sequence[Topic]) -> list[Statement]:
    return [replace(s, topics=topics_of(_searched(document, s), topics)) for s in statements]


def _searched(document: Document, statement: Statement) -> str:
    """The words; for reported speech also the sentence they stand in, which often names what they are about."""
    words = document.words(statement.spans)
    if statement.kind not in {"quote", "paraphrase"}:
        return words
    return f"{_sentence(document.text, statement.span.start, statement.span.end)} {words}"


def _sentence(text: str, start: int, end: int) -> str:
    """From the full stop or blank line before ``start`` to the one after ``end``, within 300 characters either way."""
    before = text[max(0, start - 300) : start]
    after = text[end : end + 300]
    left = max(before.rfind(stop) for stop in (". ", ".\n", ".” ", '." ', "\n\n"))
    right = min((at for stop in (". ", ".\n", "\n\n") if (at := after.find(stop)) >= 0), default=len(after))
    return before[left + 1 :] + text[start:end] + after[:right]
