"""Mails that are sent on without a word: no statements, and yet they tell who got what is below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.corpus import Corpus
from corpora.ledger import Entry
from corpora.mail_print import mail_prints
from corpora.work import records_of
from graph.people import people_of
from graph.thread import threads_of
from ingest.document import Document
from ingest.reader import read
from nlp.statements import Reading

CHAIN = """From: Ann Lee <alee@acme.example>
Sent: Wednesday, October 4, 2023 3:00 PM
To: Dee Fox <dfox@acme.example>
Subject: FW: Ledger

-----Original Message-----
From: Bob Ray <bray@acme.example>
Sent: Wednesday, October 4, 2023 1:05 PM
To: Ann Lee <alee@acme.example>
Subject: Ledger

In the safe, where it always was. I should rather not have the auditors look at it before you do.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Document:
    (tmp_path / "chain.txt").write_text(CHAIN, encoding="utf-8")
    return read(tmp_path / "chain.txt")


@pytest.fixture
def corpus(paper: Document, tmp_path: Path) -> Corpus:
    made = Corpus.create(tmp_path / "corpus")
    records = records_of(paper, tmp_path / "chain.txt", Reading())
    made.store.add(paper, records, tmp_path / "chain.txt", Entry("chain.txt", paper.id, "done", statements=len(records)))
    return made


def test_every_mail_has_a_print_and_the_wordless_one_a_record(paper: Document) -> None:
    forward, original = mail_prints(paper)
    assert (forward.head.subject, original.head.subject) == ("FW: Ledger", "Ledger")
    assert original.wordless is None
    assert forward.wordless is not None
    assert (forward.wordless.text, forward.wordless.cite) == ("", "chain.txt at 1")
    assert forward.wordless.statement.span.of(paper.text).startswith("From: Ann Lee")


def test_the_store_keeps_them_apart_from_the_statements(corpus: Corpus) -> None:
    (said,) = corpus.records()
    (forward,) = corpus.wordless()
    assert said.text.startswith("In the safe")
    heads = {statement_id: head.subject for statement_id, head in corpus.mail_heads().items()}
    assert heads == {said.statement.id: "Ledger", forward.statement.id: "FW: Ledger"}


def test_who_sends_a_mail_on_is_somebody_who_has_said_nothing(corpus: Corpus) -> None:
    people = {person.name: person.statements for person in people_of(corpus).persons}
    assert people == {"Ann Lee": 0, "Bob Ray": 1, "Dee Fox": 0}


def test_the_thread_tells_who_got_it(corpus: Corpus) -> None:
    (thread,) = threads_of(corpus, people_of(corpus))
    original, forward = thread.messages
    assert (forward.text, forward.author and forward.author.name, thread.parent(forward)) == ("", "Ann Lee", original)
    assert [reach.person.name for reach in thread.reached(original)] == ["Dee Fox"]
    assert thread.is_sent_on(forward)
    assert (thread.unproduced(original), thread.unproduced(forward)) == (True, False)


def test_a_paper_that_goes_takes_its_mails_along(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Nothing of a mail in this one, and nobody who says anything.\n", encoding="utf-8")
    other = read(tmp_path / "other.txt")
    corpus.store.add(other, (), tmp_path / "chain.txt", Entry("chain.txt", other.id, "done"))
    assert (list(corpus.wordless()), corpus.mail_heads()) == ([], {})
