"""A small case for the app's tests, filled in by hand so that no reader or model has a say: ``write_case(folder)``.

mail.pdf      an e-mail of Dana Lee to Bob Ray             ray.pdf     his testimony, over a page break
brief.pdf     quotes both, one of them not as it stands    chat.txt    one message of Dana Lee's
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from corpora.corpus import Corpus
from corpora.ledger import Entry
from corpora.record import Record
from ingest.document import Document
from ingest.reader import read
from ingest.segment import Party, Segment
from ingest.span import Span
from nlp.statement import Attribution, Kind, Statement
from tests.drawn import Text, drawn
from tests.records import parties, when

HOSTILE = "![x](http://192.0.2.1/p.png) <img src=http://192.0.2.1/q.png> [click](http://192.0.2.1) $a$ :red[b]"
MAIL = "Keep the torrents off the corporate network, please."
ANSWER = "I pulled the LibGen files, all of them, over one weekend."
CHAT = "we have been seeding for nine days"


@dataclass(frozen=True)
class Said:
    """Words of a paper, whole or from their beginning to their end, and what is known of them."""

    words: str
    speaker: str
    to: str = ""
    kind: Kind = "email"
    date: str = ""
    topics: tuple[str, ...] = ("data sourcing",)


def _page(*lines: str) -> list[Text]:
    return [(72, 720 - 24 * i, line) for i, line in enumerate(lines)]


PAPERS: dict[str, tuple[tuple[list[Text], ...], tuple[Said, ...]]] = {
    "mail.pdf": (
        (_page("From: Dana Lee", "To: Bob Ray", "Sent: October 4, 2023 1:05 PM", MAIL),),
        (Said(MAIL, "Dana Lee", "Bob Ray", date="2023-10-04T13:05"),),
    ),
    "ray.pdf": (
        (
            _page("Q.  Who pulled the files?", "A.  I pulled the LibGen files, all of them,"),
            _page("over one weekend.", "Q.  Thank you."),
        ),
        (
            Said("Who pulled the files?", "Ann Cole", "Bob Ray", "question", "2024-11-19", ()),
            Said(ANSWER, "Bob Ray", "Ann Cole", "answer", "2024-11-19"),
        ),
    ),
    "brief.pdf": (
        (
            _page(
                'Ms. Lee wrote: "Keep the torrents off the corporate network, please."',
                'Mr. Ray said: "I pulled the LibGen files, some of them, over one weekend."',
                HOSTILE,
            ),
        ),
        (
            Said(MAIL, "Dana Lee", kind="quote", date="2023-10"),
            Said("I pulled the LibGen files, some of them, over one weekend.", "Bob Ray", kind="quote"),
            Said(HOSTILE, "", kind="paraphrase", topics=()),
        ),
    ),
}


def write_case(folder: Path, *, dated: bool = True) -> Path:
    """The case as a corpus in ``folder``; without dates if so asked."""
    (folder / "filings").mkdir(parents=True, exist_ok=True)
    with Corpus.create(folder) as corpus:
        for name, (pages, said) in PAPERS.items():
            _add(corpus, drawn(folder / "filings" / name, pages), said, dated=dated)
        chat = folder / "filings" / "chat.txt"
        chat.write_text(f"#general\n{CHAT}\nnobody else in the channel\n", encoding="utf-8")
        _add(corpus, chat, (Said(CHAT, "Dana Lee", "Bob Ray", "chat", "2023-10-05T00:41"),), dated=dated)
        corpus.store.enter(Entry("/papers/sealed.pdf", "0" * 64, "refused", "sealed.pdf: encrypted; give its password"))
    return folder


def _add(corpus: Corpus, path: Path, said: tuple[Said, ...], *, dated: bool) -> None:
    paper = read(path)
    records = tuple(_record(paper, one, dated=dated) for one in said)
    segments = tuple(Segment(r.statement.spans, "paragraph") for r in sorted(records, key=lambda r: r.statement.span))
    paper = replace(paper, segments=segments)
    states = ((paper.pages[0].state, len(paper.pages)),)
    corpus.store.add(paper, records, path, Entry(str(path), paper.id, "done", pages=states, statements=len(records)))


def _record(paper: Document, said: Said, *, dated: bool) -> Record:
    flat = paper.text.replace("\n", " ")
    start = flat.index(said.words)
    span = Span(start, start + len(said.words))
    named: tuple[Party, ...] = parties(said.speaker)
    date = when(said.date) if dated else None
    statement = Statement(
        paper.id,
        (span,),
        said.kind,
        Attribution(named, "by hand", 0.9, as_written=said.speaker),
        parties(said.to, "to"),
        date,
        "sent" if date else None,
        said.topics,
    )
    place = paper.place(span)
    return Record(statement, paper.name, None, place, f"{paper.name} at {place.page}", paper.words((span,)), "exact")
