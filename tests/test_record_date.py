"""Reported words without a date get the one of the message or testimony that they come from; one, or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpora.corpus import Corpus
from corpora.ledger import Entry
from corpora.record import Record
from corpora.store import Store
from graph.people import resolve
from graph.quote_check import check_quotes
from graph.record_date import infer_dates, record_dates
from graph.record_link import record_links
from ingest.document import Document
from ingest.segment import Segment
from ingest.span import Span
from tests.records import document_id, paper, record

PLAN = "We had every plan to use the files before anybody asked"


def message(name: str, speaker: str, date: str, words: str = PLAN) -> tuple[Document, Record]:
    """An exhibit that is one message."""
    document = paper(name, "EXHIBIT 12", words)
    start = document.text.index(words)
    sent = record(words, speaker, document=name, date=date)
    sent = replace(sent, statement=replace(sent.statement, spans=(Span(start, start + len(words)),)))
    return replace(document, segments=(Segment(sent.statement.spans, "email"),)), sent


def told(words: str, speaker: str, date: str = "", cite: str = "") -> Record:
    """A brief's report of somebody's words."""
    found = record(words, speaker, document="brief.pdf", kind="quote", date=date)
    return replace(found, statement=replace(found.statement, record_cite=cite))


def carried(report: Record) -> Record:
    """The same report with a date that its paper tells of the sentence before."""
    return replace(report, statement=replace(report.statement, date_kind="inferred"))


def dates(report: Record, *exhibits: tuple[Document, Record]) -> list[str]:
    records = [report, *(sent for _, sent in exhibits)]
    documents = [document for document, _ in exhibits]
    found = record_dates(records, check_quotes(records, documents), record_links(records, documents), resolve(records))
    return [when.iso for when in found.values()]


SENT = message("mail.pdf", "Dana Lee", "2023-03-16T22:42")


@pytest.mark.parametrize(
    ("report", "exhibits", "expected"),
    [
        pytest.param(told(PLAN, "Dana Lee"), [SENT], ["2023-03-16T22:42"], id="word for word"),
        pytest.param(told(f"[w]{PLAN[1:]}", "Dana Lee"), [SENT], ["2023-03-16T22:42"], id="with a letter in brackets"),
        pytest.param(told(PLAN, "Dana Lee", "2023-03"), [SENT], [], id="the brief tells when"),
        pytest.param(
            carried(told(PLAN, "Dana Lee", "2023-01")), [SENT], ["2023-03-16T22:42"], id="the brief tells when of others"
        ),
        pytest.param(told(PLAN, "Bob Ray"), [SENT], [], id="somebody else's words"),
        pytest.param(told(PLAN, ""), [SENT], [], id="nobody's"),
        pytest.param(told("every plan to use", "Dana Lee"), [SENT], [], id="words that may have been said twice"),
        pytest.param(
            told("every plan to use", "Dana Lee", cite="Ex. 12 at 1"), [SENT], ["2023-03-16T22:42"], id="few, but cited"
        ),
        pytest.param(told(PLAN.replace("every", "no"), "Dana Lee"), [SENT], [], id="altered"),
        pytest.param(told(PLAN, "Dana Lee"), [message("mail.pdf", "Dana Lee", "")], [], id="an undated message"),
    ],
)
def test_the_date_of_the_source(report: Record, exhibits: list[tuple[Document, Record]], expected: list[str]) -> None:
    assert dates(report, *exhibits) == expected


def test_every_paper_is_unpacked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[str] = []
    read = Store.document
    monkeypatch.setattr(Store, "document", lambda self, i: unpacked.append(i) or read(self, i))
    (mail, sent), brief = SENT, paper("brief.pdf", PLAN)
    with Corpus.create(tmp_path) as corpus:
        corpus.store.add(
            brief, [told(PLAN, "Dana Lee")], Path("/papers/brief.pdf"), Entry("/papers/brief.pdf", brief.id, "done")
        )
        corpus.store.add(mail, [sent], Path("/papers/mail.pdf"), Entry("/papers/mail.pdf", mail.id, "done"))
        infer_dates(corpus)
    assert sorted(unpacked) == sorted([brief.id, mail.id])


def test_the_dates_are_kept_until_papers_come_or_go(tmp_path: Path) -> None:
    (mail, sent), report = SENT, told(PLAN, "Dana Lee")
    brief = replace(paper("brief.pdf", PLAN), id=document_id("brief.pdf"))
    with Corpus.create(tmp_path) as corpus:
        corpus.store.add(brief, [report], Path("/papers/brief.pdf"), Entry("/papers/brief.pdf", brief.id, "done"))
        infer_dates(corpus)
        assert corpus.dates_are_inferred
        assert [r.statement.when for r in corpus.records()] == [None]
        corpus.store.add(mail, [sent], Path("/papers/mail.pdf"), Entry("/papers/mail.pdf", mail.id, "done"))
        assert not corpus.dates_are_inferred
        infer_dates(corpus)
        first = next(iter(corpus.records()))
        assert first.statement.when is not None
        assert (first.statement.when.iso, first.statement.date_kind) == ("2023-03-16T22:42", "inferred")
        assert next(iter(corpus.records(inferred=False))) == report
