"""Who goes by initials is named by the address that is printed with them, if that makes one name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpora.record import Record
from graph.explanation import explain
from graph.people import resolve
from ingest.initials import initials_of, name_by_address
from ingest.mail import find_mail
from tests.papers import paper
from tests.records import parties, record

MAIL = """
From: TJM <tmarlow@acme.example>
Sent: Wednesday, October 4, 2023 1:05 PM
To: Ann Lee <alee@acme.example>; marlowt@home.example
Subject: Ledger

In the safe.

-----Original Message-----
From: Ann Lee <alee@acme.example>
Sent: Wednesday, October 4, 2023 11:00 AM
To: TJM
Subject: Ledger

Where is it?
"""


@pytest.mark.parametrize(
    ("name", "as_written", "address", "expected"),
    [
        ("TJM", "TJM <tmarlow@acme.example>", "tmarlow@acme.example", "T. J. Marlow"),
        ("TJM", "TJM <marlowt@acme.example>", "marlowt@acme.example", "T. J. Marlow"),
        ("T.J.M.", "T.J.M. <t.marlow@acme.example>", "t.marlow@acme.example", "T. J. Marlow"),
        ("TJM", "TJM <tmarlow", "", "T. J. Marlow"),
        ("TM", "TM <tmarlow7@acme.example>", "tmarlow7@acme.example", "T. Marlow"),
        ("TM", "TM <tmoy@acme.example>", "tmoy@acme.example", ""),
        ("TJM", "TJM", "", ""),
        ("TJM", "TJM <ledger@acme.example>", "ledger@acme.example", ""),
        ("TJM", "TJM <alee@acme.example>", "alee@acme.example", ""),
        ("HR", "HR <hreed@acme.example>", "hreed@acme.example", ""),
        ("PAT", "PAT <pteam@acme.example>", "pteam@acme.example", ""),
        ("T", "T <tmarlow@acme.example>", "tmarlow@acme.example", ""),
        ("Tom", "Tom <tmarlow@acme.example>", "tmarlow@acme.example", ""),
    ],
    ids=[
        *("before", "behind", "with-stops", "blacked-out", "two-letters", "two-letters-few", "no-address", "no-name"),
        *("another's", "a-desk", "a-team", "one-letter", "a-word"),
    ],
)
def test_what_initials_and_an_address_make(name: str, as_written: str, address: str, expected: str) -> None:
    assert name_by_address(name, as_written, address) == expected


def test_what_initials_are() -> None:
    assert [initials_of(name) for name in ("TJM", "T. J. M.", "TM", "T", "Tom", "TJMX", "")] == [
        "TJM",
        "TJM",
        "TM",
        "",
        "",
        "",
        "",
    ]


def test_in_one_document_the_initials_alone_are_the_same_person() -> None:
    document = paper(MAIL)
    answer, asked = [s for s in find_mail(document, (document.lines,)) if s.kind == "email"]
    assert answer.author
    assert (answer.author.name, answer.author.as_written) == ("T. J. Marlow", "TJM <tmarlow@acme.example>")
    assert [party.name for party in asked.addressees] == ["T. J. Marlow"]


def test_two_who_share_initials_are_told_apart_or_not_at_all() -> None:
    text = MAIL.replace("marlowt@home.example", "TJM <tmoreno@acme.example>")
    document = paper(text)
    answer, asked = [s for s in find_mail(document, (document.lines,)) if s.kind == "email"]
    assert [party.name for party in answer.addressees] == ["Ann Lee", "T. J. Moreno"]
    assert [party.name for party in asked.addressees] == ["TJM"]


def named(*records: Record) -> list[tuple[str, tuple[str, ...]]]:
    return [(person.name, person.addresses) for person in resolve(records).persons]


def by_initials(document: str, other: str = "Ann Lee") -> Record:
    return record("Noted.", "TJM", to=other, document=document)


def marlow(document: str = "1.pdf") -> Record:
    """A mail of his, as the reader names him."""
    party = replace(parties("TJM <tmarlow@acme.example>")[0], name="T. J. Marlow")
    return record("In the safe.", (party,), to="Ann Lee <alee@acme.example>; marlowt@home.example", document=document)


def test_his_other_address_in_the_same_document_is_his() -> None:
    assert ("T. J. Marlow", ("marlowt@home.example", "tmarlow@acme.example")) in named(marlow())


def test_in_another_document_the_initials_are_his_if_nobody_else_has_them() -> None:
    assert [name for name, _ in named(marlow(), by_initials("2.pdf"))] == ["Ann Lee", "T. J. Marlow"]
    three = named(marlow(), by_initials("2.pdf"), record(speaker="Tara Jane Moss", document="3.pdf"))
    assert {"TJM", "T. J. Marlow", "Tara Jane Moss"} <= {name for name, _ in three}


def test_the_reason_is_told() -> None:
    people = resolve([marlow()])
    (person,) = (one for one in people.persons if one.name == "T. J. Marlow")
    assert "TJM" in person.forms
    assert "“TJM” is printed with an address that spells the rest of “T. J. Marlow”" in {
        j.words for j in explain(people, person).joins
    }
