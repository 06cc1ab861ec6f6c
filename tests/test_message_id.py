"""Mail files name the message that they answer by its id: the surest link there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.corpus import Corpus
from corpora.ledger import Entry
from corpora.mail_print import MailHead, mail_prints
from corpora.work import records_of
from graph.people import people_of
from graph.thread import Thread, threads_of
from ingest.mail_file import read_message
from ingest.message_id import answered, ids, message_id
from nlp.statements import Reading

ASKED = """From: Ann Lee <ann@acme.example>
To: Bob Ray <bob@acme.example>
Date: Wed, 4 Oct 2023 09:00:00 -0400
Message-ID: <a1@acme.example>
Subject: Ledger

Where is the ledger for the third quarter? The auditors want to see it by Friday noon.
"""
AGAIN = """From: Ann Lee <ann@acme.example>
To: Bob Ray <bob@acme.example>
Date: Wed, 4 Oct 2023 10:00:00 -0400
Message-ID: <a2@acme.example>
Subject: Ledger

And the one for the second quarter as well, if you please; they have asked for both of them.
"""
ANSWER = """From: Bob Ray <bob@acme.example>
To: Ann Lee <ann@acme.example>
Date: Wed, 4 Oct 2023 13:05:00 -0400
Message-ID: <b1@acme.example>
In-Reply-To: <{}>
References: <a0@acme.example> <a1@acme.example>
Subject: Re: Ledger

In the safe, where it always was. I should rather not have the auditors look at it before you do.
"""


def test_ids_in_fields() -> None:
    assert (message_id(" <a1@acme.example>"), message_id("a1@acme.example"), message_id("")) == ("a1@acme.example",) * 2 + ("",)
    assert message_id("<a1@acme.example> <a2@acme.example>") == ""
    assert ids("Ann's message of <9 AM> <a1@acme.example>") == ("a1@acme.example",)
    assert answered("<b@x>", "<a@x> <b@x>") == ("b@x", "a@x")
    assert answered("", "<a@x>\r\n <b@x>") == ("b@x", "a@x")


def test_a_mail_file_tells_its_id_and_what_it_answers() -> None:
    document = read_message(ANSWER.format("a2@acme.example").encode(), "b1.eml")
    assert document.metadata.answers == ("a2@acme.example", "a1@acme.example", "a0@acme.example")
    (only,) = mail_prints(document)
    assert only.head == MailHead("Re: Ledger", "b1@acme.example", document.metadata.answers)


def conversations(folder: Path, *files: str) -> list[Thread]:
    with Corpus.create(folder / "corpus") as corpus:
        for number, text in enumerate(files):
            path = folder / f"{number}.eml"
            path.write_text(text, encoding="utf-8")
            document = read_message(path.read_bytes(), path.name)
            records = records_of(document, path, Reading())
            corpus.store.add(document, records, path, Entry(str(path), document.id, "done"))
        return threads_of(corpus, people_of(corpus))


@pytest.mark.parametrize(
    ("named", "answered_text"),
    [
        ("a1@acme.example", "Where is the ledger"),
        ("a2@acme.example", "And the one for"),
        ("gone@acme.example", "Where is the ledger"),  # the nearest of its references that is here
    ],
)
def test_an_answer_is_linked_to_what_its_header_names(tmp_path: Path, named: str, answered_text: str) -> None:
    made = conversations(tmp_path, ASKED, AGAIN, ANSWER.format(named))
    ((thread, answer),) = [(t, m) for t in made for m in t.messages if m.text.startswith("In the safe")]
    parent = thread.parent(answer)
    assert parent is not None
    assert parent.text.startswith(answered_text)
    assert (thread.links[answer.id].kind, "header of the file" in thread.links[answer.id].why) == ("header", True)


def test_one_id_is_one_message_however_it_was_cut_down(tmp_path: Path) -> None:
    cut = ASKED.replace(" The auditors want to see it by Friday noon.", "")
    (thread,) = conversations(tmp_path, ASKED, cut)
    (message,) = thread.messages
    assert message.cites == ("0.eml at 1", "1.eml at 1")


def test_a_mail_that_answers_itself_answers_nothing(tmp_path: Path) -> None:
    (thread,) = conversations(tmp_path, ANSWER.format("b1@acme.example"))
    assert not thread.links
