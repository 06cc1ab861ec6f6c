"""One file's statements without a corpus: the export's columns and the spans of words, speaker and cue."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.source import Found
from corpora.work import records_of
from graph.people import resolve
from graph.row import rows
from ingest import sandbox
from ingest.citable import Citable
from ingest.document import Document
from ingest.errors import ReadError
from ingest.file_name import printable
from ingest.note import Note
from ingest.segment import Party
from nlp.cues import polarity_of
from nlp.noted import read_notes
from nlp.passage import open_passage
from nlp.reason import reason_of
from nlp.statement import Statement
from nlp.statements import Reading


def read_rows(paper: Found, password: str | None = None) -> Iterator[dict[str, object]]:
    """The statements of a file in the order of its text, as JSON objects: the columns of the export, ``spans``, ``speaker_spans``,
    ``cue_spans`` (characters into the text), ``recall`` ("none" where an answer disclaims memory), ``polarity`` ("said", "denied",
    "asked") and ``reason``; of words in a footnote ``note`` and ``called_by``, its number and the sentence that calls it. ``speaker_spans`` are where the speaker is named, and then where a word only stands for the name.

    :raises ReadError: the file cannot be read. It is read in a child process.
    """
    if paper.why:
        raise ReadError(f"{printable(paper.path.name)}: {paper.why}")
    path = paper.path
    document = sandbox.read(path, password=password)
    citable = Citable(document)
    records = records_of(document, path, Reading(by_kind=True), (password,) if password else ())
    people = resolve(records, ())
    for record, row in zip(records, rows(records, people), strict=True):
        yield {**row.as_dict(), **_spans(citable, record.statement)}


def _spans(citable: Citable, statement: Statement) -> dict[str, object]:
    document, note = citable.document, citable.note(statement.span)
    cue = statement.attribution.cue
    return {
        "spans": [[span.start, span.end] for span in statement.spans],
        "speaker_spans": [
            *(_pair(party) for party in statement.attribution.speakers if party.span),
            *([span.start, span.end] for span in statement.attribution.beside),
        ],
        "cue_spans": [[cue.span.start, cue.span.end]] if cue else [],
        "recall": statement.recall,
        "polarity": "asked" if statement.kind == "question" else polarity_of(cue.as_written if cue else ""),
        "reason": _reason(document, statement),
        **({"note": note.label, "called_by": _called_by(citable, note)} if note else {}),
    }


def _called_by(citable: Citable, note: Note) -> str:
    """The sentence that calls a footnote; '' where that is not known."""
    text, segment = citable.document.text, citable.segment(note.call) if note.call else None
    if note.call is None or segment is None:
        return ""
    sentences = [s for s in open_passage(text, segment, read_notes(citable.notes)).sentences if s.start < note.call.start]
    return citable.document.words((sentences[-1],)) if sentences else ""


def _reason(document: Document, statement: Statement) -> str:
    """Why this speaker, in words; a pronoun is told with what it stands for."""
    said = statement.attribution
    reason = reason_of(said.rule, statement.kind)
    words = ", ".join(f"“{span.of(document.text)}”" for span in said.beside)
    return f"{reason}; {words} is taken to mean “{said.as_written}”" if words else reason


def _pair(party: Party) -> list[int]:
    return [party.span.start, party.span.end] if party.span else []
