"""Printed chats: each message with its speaker, its time, and the others as addressees."""

from collections.abc import Callable

import pytest

from ingest.chat import find_chat
from ingest.document import Document
from ingest.segment import Segment
from ingest.segmenter import free_runs
from tests.papers import paper, printed

Told = tuple[str, list[str], str | None, str]


def chat(document: Document) -> list[Segment]:
    return [segment for segment in find_chat(document, free_runs(document, ())) if segment.kind == "chat"]


def told(document: Document) -> list[Told]:
    return [
        (
            message.author.name if message.author else "",
            [party.name for party in message.addressees],
            message.when.iso if message.when else None,
            document.words(message.spans),
        )
        for message in chat(document)
    ]


ASKED: Told = ("Ann Lee", ["Bob Ray"], "2023-10-04T13:05", "Where is the ledger? It was here.")
ANSWERED: Told = ("Bob Ray", ["Ann Lee"], "2023-10-04T13:06", "In the safe: behind the clock.")


@pytest.mark.parametrize("printer", [paper, printed], ids=["text", "pdf"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Short Message Report\nParticipants: 2\n\n"
            "AL   Ann Lee <+1 555 010 0100>               10/4/2023, 1:05 PM\n     Where is the ledger?\n     It was here.\n\n"
            "BR   Bob Ray <+1 555 0101          >   \"'11   10/ 4/2023. 1:0 6 PM\n     In the safe: behind the clock.\n\n"
            "CONFIDENTIAL     ACME_0000012\n",
            id="report-with-bent-times",
        ),
        pytest.param(
            "[10/4/23, 1:05 PM] Ann Lee: Where is the ledger?\nIt was here.\n[10/4/23, 1:06 PM] Bob Ray: In the safe: behind the clock.\n",
            id="brackets",
        ),
        pytest.param(
            "10/4/23, 1:05 PM - Ann Lee: Where is the ledger?\nIt was here.\n10/4/23, 1:06 PM - Bob Ray: In the safe: behind the clock.\n",
            id="dashes",
        ),
        pytest.param(
            "Ann Lee (Oct 4, 2023 at 1:05 PM): Where is the ledger?\nIt was here.\nBob Ray (Oct 4, 2023 at 1:06 PM): In the safe: behind the clock.\n",
            id="aside",
        ),
        pytest.param(
            "2023-10-04 13:05 Ann Lee: Where is the ledger?\n   It was here.\n2023-10-04 13:06 Bob Ray: In the safe: behind the clock.\n",
            id="log",
        ),
        pytest.param(
            "#ledger\nWednesday, October 4th, 2023\n\nAnn Lee  1:05 PM\nWhere is the ledger?\nIt was here.\n\n"
            "Bob Ray  1:06 PM\nIn the safe: behind the clock.\n",
            id="day-heading-and-clocks",
        ),
        pytest.param(
            "Ann Lee   10/4/2023 1:05 PM\nWhere is the ledger?\nIt was here.\n\nBob Ray   10/4/2023 1:06 PM\nIn the safe: behind the clock.\n",
            id="names-and-dates",
        ),
        pytest.param(
            "Ann Lee\nOct 4, 2023 at 1:05 PM\nWhere is the ledger?\nIt was here.\n\nBob Ray\nOct 4, 2023 at 1:06 PM\nIn the safe: behind the clock.\n",
            id="name-over-time",
        ),
        pytest.param(
            "                                  Wednesday, October 4, 2023\n    Ann Lee (+1 555 010 0100)\n\n"
            "    Where is the ledger?                   1:05 PM\n    It was here.\n\n"
            "                                                       Bob Ray (+1 555 010 0101)\n\n"
            "                                           1:06 PM     In the safe: behind the clock.\n",
            id="bubbles",
        ),
    ],
)
def test_two_messages(text: str, printer: Callable[[str], Document]) -> None:
    asked, answered = told(printer(text))
    assert asked[:3] == ASKED[:3]
    assert asked[3].replace(" ... ", " ") == ASKED[3]
    assert answered == ANSWERED


BUBBLES = """                                  Friday, November 17, 2023
                                                           Bob Ray (+1 555 010 0101)
                                           3:33:37 PM

                                  Saturday, November 18 , 2023
    Ann Lee {+1

    Can you call me when you
    have a minute                          906.38 AM
    please?

    Never mind                             9:07 00 AM
    it has been
    found.

                                  Sunday, November 19, 2023
"""


@pytest.mark.parametrize("printer", [paper, printed], ids=["text", "pdf"])
def test_bubbles_are_divided_level_with_their_times(printer: Callable[[str], Document]) -> None:
    document = printer(BUBBLES)
    assert [(who, when) for who, _, when, _ in told(document)] == [
        ("Bob Ray", "2023-11-17T15:33:37"),
        ("Ann Lee", "2023-11-18T09:06:38"),
        ("Ann Lee", "2023-11-18T09:07:00"),
    ]
    spoken = [[span.of(document.text) for span in message.spans] for message in chat(document)]
    assert spoken == [[], ["Can you call me when you", "have a minute", "please?"], ["Never mind", "it has been", "found."]]


def test_everyone_else_is_addressed() -> None:
    lines = "\n".join(f"[10/4/23, 1:0{i} PM] {who}: Hello" for i, who in enumerate(["Ann Lee", "Bob Ray", "Cy Poe", "ANN LEE"]))
    assert [addressees for _, addressees, _, _ in told(paper(lines))] == [
        ["Bob Ray", "Cy Poe"], ["Ann Lee", "Cy Poe"], ["Ann Lee", "Bob Ray"], ["Bob Ray", "Cy Poe"],
    ]  # fmt: skip


def test_a_clock_without_a_day_gives_no_date() -> None:
    found = told(paper("[13:05] ann: Hello\n[13:06] bob: Hi\n"))
    assert [(who, when) for who, _, when, _ in found] == [("ann", None), ("bob", None)]


def test_the_rest_of_the_page_is_matter() -> None:
    document = paper("Short Message Report\n\n[10/4/23, 1:05 PM] Ann: Hello\n[10/4/23, 1:06 PM] Bob: Hi\n\nPage 1 of 2\n")
    found = find_chat(document, free_runs(document, ()))
    assert [segment.kind for segment in found] == ["matter", "chat", "chat", "matter"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Opening remarks      10:00 AM\nWelcome by the chair\nCoffee      10:30 AM\nIn the hall\n", id="agenda"),
        pytest.param("He wrote at\n[10/4/23, 1:05 PM] Ann Lee: Hello\nand left.\n", id="one-message-quoted"),
        pytest.param("From: Ann Lee\nSent: 10/4/2023 1:05 PM\nTo: Bob\n\nHello\n\nFrom: Bob\nSent: 10/4/2023 1:01 PM\nTo: Ann\n\nHi\n", id="mail"),
        pytest.param("Ann Lee <a@b.com>    Wed, Oct 4, 2023 at 1:05 PM\nTo: Bob\n\nHi\n\nBob <b@b.com>   Wed, Oct 4, 2023 at 1:06 PM\nTo: Ann\n\nHo\n", id="printed-mail"),
    ],
)  # fmt: skip
def test_what_is_no_chat(text: str) -> None:
    assert told(paper(text)) == []
