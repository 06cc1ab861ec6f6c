"""Chats in the layouts of the programs that print them: who, to whom, when, and no word that the program added."""

from collections.abc import Callable

import pytest

from ingest.document import Document
from tests.papers import paper, printed
from tests.test_chat import chat, told

QUESTION = "Where is the ledger?"
ASKED = ("Ann Lee", ["Bob Ray"], "2023-10-04T13:05", QUESTION)
ANSWERED = ("Bob Ray", ["Ann Lee"], "2023-10-04T13:06", "In the safe.")
THANKED = ("Ann Lee", ["Bob Ray"], "2023-10-04T13:07", "Thanks")


@pytest.mark.parametrize("printer", [paper, printed], ids=["text", "pdf"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "[10/4/2023 1:05 PM] Ann Lee\nWhere is the ledger?\n\n[10/4/2023 1:06 PM] Ray, Bob (Legal)\nIn the safe.\n\n[10/4/2023 1:07 PM] Ann Lee\nThanks\n",
            id="teams-copied",
        ),
        pytest.param(
            "Lee, Ann (Legal)   10/4/2023 1:05 PM\nWhere is the ledger?\n\nRay, Bob   10/4/2023 1:06 PM\nIn the safe.\n\n"
            "Lee, Ann (Legal)   10/4/2023 1:07 PM\nThanks\n",
            id="teams-surname-first",
        ),
        pytest.param(
            "Wednesday, October 4, 2023\n\nAnn Lee  1:05 PM\nWhere is the ledger?\n:thumbsup: 2\n\nBob Ray  1:06 PM\nIn the safe. (edited)\n3 replies\n\n"
            "Ann Lee  1:07 PM\nThanks\n",
            id="slack-with-marks",
        ),
        pytest.param(
            "2023-10-04 13:05 UTC\nAnn Lee\nWhere is the ledger?\n\n2023-10-04 13:06 UTC\nBob Ray\nIn the safe.\n\n2023-10-04 13:07 UTC\nAnn Lee\nThanks\n",
            id="time-over-name",
        ),
        pytest.param(
            "10/4/23, 1:05 PM\nAnn Lee (+15550100100)\nWhere is the ledger?\n\n10/4/23, 1:06 PM (Read after 1 minute)\nBob Ray (+15550100101)\nIn the safe.\n\n"
            "10/4/23, 1:07 PM\nAnn Lee (+15550100100)\nThanks\n",
            id="time-over-name-and-number",
        ),
        pytest.param(
            "Ann Lee — 10/04/2023 1:05 PM\nWhere is the ledger?\nBob Ray — 10/04/2023 1:06 PM\nIn the safe.\nAnn Lee — 10/04/2023 1:07 PM\nThanks\n",
            id="discord",
        ),
        pytest.param(
            "Ann Lee, [04.10.2023 13:05]\nWhere is the ledger?\n\nBob Ray, [04.10.2023 13:06]\nIn the safe.\n\nAnn Lee, [04.10.2023 13:07]\nThanks\n",
            id="telegram",
        ),
        pytest.param(
            "on Oct 4, 2023, 1:05 PM\nAnn Lee (ann@example.com) said:\nWhere is the ledger?\non Oct 4, 2023, 1:06 PM\nBob Ray (bob@example.com) said:\nIn the safe.\n"
            "on Oct 4, 2023, 1:07 PM\nAnn Lee (ann@example.com) said:\nThanks\n",
            id="hangouts",
        ),
        pytest.param(
            "10/04/2023 13:05 ANN LEE, ACME CAPITAL Says: Where is the ledger?\n10/04/2023 13:06 BOB RAY, ACME CAPITAL Says: In the safe.\n"
            "10/04/2023 13:07 ANN LEE, ACME CAPITAL Says: Thanks\n",
            id="terminal-chat",
        ),
        pytest.param(
            "[2023-10-04 13:05] <Ann.Lee> Where is the ledger?\n[2023-10-04 13:06] <Bob.Ray> In the safe.\n[2023-10-04 13:07] <Ann.Lee> Thanks\n",
            id="handles-in-brackets",
        ),
        pytest.param(
            "‎[10/4/23, 1:04 PM] Ann Lee: ‎Messages and calls are end-to-end encrypted.\n[10/4/23, 1:05 PM] Ann Lee: Where is the ledger?\n"
            "[10/4/23, 1:06 PM] Bob Ray: In the safe.\n[10/4/23, 1:07 PM] Ann Lee: Thanks ‎<This message was edited>\n",
            id="whatsapp-brackets",
        ),
        pytest.param(
            "04/10/2023, 13:04 - Ann Lee created group \"Ledger\"\n04/10/2023, 13:05 - Ann Lee: Where is the ledger?\n04/10/2023, 13:06 - Bob Ray: In the safe.\n"
            "04/10/2023, 13:07 - Ann Lee: Thanks\n25/10/2023, 09:00 - Bob Ray left\n",
            id="whatsapp-day-first-though-only-a-note-tells",
        ),
        pytest.param(
            "From: +15550100100 Ann Lee\nTo: +15550100101 Bob Ray (owner)\nTimestamp: 10/4/2023 1:05 PM(UTC+0)\nSource App: Messages\nBody:\nWhere is the ledger?\n"
            "-----------------------------\nFrom: +15550100101 Bob Ray (owner)\nTo: +15550100100 Ann Lee\nTimestamp: 10/4/2023 1:06 PM(UTC+0)\nSource App: Messages\n"
            "Body:\nIn the safe.\n-----------------------------\nFrom: +15550100100 Ann Lee\nTo: +15550100101 Bob Ray (owner)\nTimestamp: 10/4/2023 1:07 PM(UTC+0)\n"
            "Source App: Messages\nBody:\nThanks\n",
            id="telephone-extraction",
        ),
        pytest.param(
            "From: 15550100100@s.example Ann Lee\nWhere is the ledger?\nStatus: Read\n                              10/4/2023 1:05 PM(UTC+0)\n\n"
            "From: 15550100101@s.example Bob Ray (owner)\nIn the safe.\nStatus: Sent\n                              10/4/2023 1:06 PM(UTC+0)\n\n"
            "From: 15550100100@s.example Ann Lee\nThanks\nStatus: Read\n                              10/4/2023 1:07 PM(UTC+0)\n",
            id="telephone-extraction-time-last",
        ),
        pytest.param(
            "Author      Ann Lee (Facebook: 100001234)\nSent        2023-10-04 13:05 UTC\nBody        Where is the ledger?\n"
            "Author      Bob Ray (Facebook: 100001235)\nSent        2023-10-04 13:06 UTC\nBody        In the safe.\n"
            "Author      Ann Lee (Facebook: 100001234)\nSent        2023-10-04 13:07 UTC\nBody        Thanks\n",
            id="platform-s-records",
        ),
        pytest.param(
            "Conversation: Bob Ray\n\nFrom: Ann Lee (+15550100100)\nType: incoming\nSent: Wed, 04 Oct 2023 13:05 -0700\n\nWhere is the ledger?\n\n"
            "From: Bob Ray\nType: outgoing\nSent: Wed, 04 Oct 2023 13:06 -0700\n\nIn the safe.\n\n"
            "From: Ann Lee (+15550100100)\nType: incoming\nSent: Wed, 04 Oct 2023 13:07 -0700\n\nThanks\n",
            id="signal",
        ),
        pytest.param(
            "Ann Lee\nWhere is the ledger?\nOct 04, 2023 1:05 pm\nBob Ray\nIn the safe.\nOct 04, 2023 1:06 pm\nAnn Lee\nThanks\nOct 04, 2023 1:07 pm\n",
            id="time-below",
        ),
        pytest.param(
            "Ann.Lee@example.com 2023-10-04T13:05Z\nWhere is the ledger?\nBob.Ray@example.com 2023-10-04T13:06Z\nIn the safe.\n"
            "Ann.Lee@example.com 2023-10-04T13:07Z\nThanks\n",
            id="addresses",
        ),
        pytest.param(
            "Message at: 2023-10-04T13:05Z\nFrom: Ann.Lee@example.com\nText: Where is the ledger?\n\nMessage at: 2023-10-04T13:06Z\nFrom: Bob.Ray@example.com\n"
            "Text: In the safe.\n\nMessage at: 2023-10-04T13:07Z\nFrom: Ann.Lee@example.com\nText: Thanks\n",
            id="records-time-first",
        ),
        pytest.param(
            "[10/4/2023 1:05 PM] Ann Lee: Where is the ledger?\n[10/4/2023 1:06 PM | Edited 1:07:00 PM] Bob Ray: In the safe.\n[10/4/2023 1:07 PM] Ann Lee: Thanks\n",
            id="edited-within-the-brackets",
        ),
        pytest.param(
            "#    From                    Body                     Participants         Date         Time\n"
            "1    +15550100100 Ann Lee    Where is the             Ann Lee, Bob Ray     10/4/2023    1:05 PM\n"
            "                             ledger?\n"
            "2    +15550100101 Bob Ray    In the safe.             Ann Lee, Bob Ray     10/4/2023    1:06 PM\n"
            "\f#    From                    Body                     Participants         Date         Time\n"
            "3    +15550100100 Ann Lee    Thanks                   Ann Lee, Bob Ray     10/4/2023    1:07 PM\n",
            id="table-over-two-pages",
        ),
        pytest.param(
            "Date/Time            From        To          Message\n10/4/2023 1:05 PM    Ann Lee     Bob Ray     Where is the\n"
            "                                             ledger?\n10/4/2023 1:06 PM    Bob Ray     Ann Lee     In the safe.\n10/4/2023 1:07 PM    Ann Lee     Bob Ray     Thanks\n",
            id="table",
        ),
    ],
)  # fmt: skip
def test_three_messages(text: str, printer: Callable[[str], Document]) -> None:
    found = [
        (who.title().replace(".", " "), [other.title().replace(".", " ") for other in to], when, words.replace(" ... ", " "))
        for who, to, when, words in told(printer(text))
    ]
    assert found == [ASKED, ANSWERED, THANKED]


def test_a_number_is_a_speaker_and_a_list_of_participants_says_whose_it_is() -> None:
    lines = "+15550100100   10/4/2023 1:05 PM\nWhere is the ledger?\n+15550100101   10/4/2023 1:06 PM\nIn the safe.\n"
    assert [row[:2] for row in told(paper(lines))] == [("+15550100100", ["+15550100101"]), ("+15550100101", ["+15550100100"])]
    names = "Participants:\n+1 555 010 0100 Ann Lee\n+1 555 010 0101 Bob Ray\n\n"
    assert [row[:2] for row in told(paper(names + lines))] == [("Ann Lee", ["Bob Ray"]), ("Bob Ray", ["Ann Lee"])]


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("Participants: Ann Lee, Bob Ray, Cy Poe\n", id="on-a-line"),
        pytest.param("Members (3): Lee, Ann; Ray, Bob; Poe, Cy\n", id="surname-first"),
        pytest.param("Participants: 3\nAnn Lee\nBob Ray (owner)\nCy Poe\n", id="below"),
        pytest.param("3 messages on 10/4/2023 • Ann Lee <+1 555> • Bob Ray\n<+1 555> • Cy Poe <+1 555>\n", id="bullets"),
    ],
)
def test_who_is_listed_and_says_nothing_is_addressed_too(heading: str) -> None:
    talk = "[10/4/23, 1:05 PM] Ann: Where is the ledger?\n[10/4/23, 1:06 PM] Bob Ray: In the safe.\n"
    found = [(who, sorted(to)) for who, to, _, _ in told(paper(f"Chat\n{heading}\n{talk}"))]
    assert found == [("Ann Lee", ["Bob Ray", "Cy Poe"]), ("Bob Ray", ["Ann Lee", "Cy Poe"])]


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("Participants: 2\nConversation Details\n", id="a-count-and-something-else"),
        pytest.param("Participants: Ed Dee, Cy Poe\n", id="of-another-conversation"),
        pytest.param("Participants: Ann Lee, Cy Poe\n", id="without-one-who-speaks"),
    ],
)
def test_a_list_that_does_not_fit_the_speakers_addresses_nobody(heading: str) -> None:
    talk = "[10/4/23, 1:05 PM] Ann Lee: Where is the ledger?\n[10/4/23, 1:06 PM] Bob Ray: In the safe.\n"
    assert [row[:2] for row in told(paper(f"{heading}\n{talk}"))] == [("Ann Lee", ["Bob Ray"]), ("Bob Ray", ["Ann Lee"])]


def test_a_first_name_that_two_participants_bear_stays_as_it_is() -> None:
    talk = "[10/4/23, 1:05 PM] Ann: Where is the ledger?\n[10/4/23, 1:06 PM] Bob Ray: In the safe.\n"
    assert told(paper(f"Participants: Ann Lee, Ann Poe, Bob Ray\n\n{talk}"))[0][0] == "Ann"


def test_who_goes_on_needs_no_name_and_a_clock_no_half_of_the_day() -> None:
    text = "Wednesday, October 4, 2023\nAnn Lee  12:59 PM\nWhere is it?\n1:02\nIn the safe?\nBob Ray  1:09 PM\nYes.\n[1:10 PM]\nGone.\n"
    assert [(who, when, words) for who, _, when, words in told(paper(text))] == [
        ("Ann Lee", "2023-10-04T12:59", "Where is it?"),
        ("Ann Lee", "2023-10-04T13:02", "In the safe?"),
        ("Bob Ray", "2023-10-04T13:09", "Yes."),
        ("Bob Ray", "2023-10-04T13:10", "Gone."),
    ]


@pytest.mark.parametrize(
    "nothing",
    [
        "‎image omitted",
        "<Media omitted>",
        "This message was deleted.",
        "IMG-0001.jpg (file attached)",
        "You deleted this message",
    ],
)
def test_a_message_that_shows_no_words_has_none(nothing: str) -> None:
    talk = f"[10/4/23, 1:05 PM] Ann Lee: {nothing}\n[10/4/23, 1:06 PM] Bob Ray: In the safe.\n"
    assert [row[3] for row in told(paper(talk))] == ["", "In the safe."]


@pytest.mark.parametrize("stamp", ["Oct 4, 1:0{} PM", "10/4 1:0{} PM"])
def test_a_day_without_its_year_is_no_date(stamp: str) -> None:
    lines = "".join(f"{who}   {stamp.format(i)}\nHello {i}\n" for i, who in enumerate(["Ann Lee", "Bob Ray", "Ann Lee"]))
    assert [(who, when) for who, _, when, _ in told(paper(lines))] == [("Ann Lee", None), ("Bob Ray", None), ("Ann Lee", None)]


def test_what_stands_below_a_table_or_behind_the_last_record_is_nobody_s() -> None:
    table = "Date                From      Message\n10/4/2023 1:05 PM   Ann Lee   Hello\n10/4/2023 1:06 PM   Bob Ray   Hi\n\nThese are all messages.\nCounsel\n"
    assert [(who, to, words) for who, to, _, words in told(paper(table))] == [
        ("Ann Lee", ["Bob Ray"], "Hello"),
        ("Bob Ray", ["Ann Lee"], "Hi"),
    ]
    records = "From: Ann Lee\nTime: 10/4/2023 1:05 PM\nHello\n\nFrom: Bob Ray\nTime: 10/4/2023 1:06 PM\nHi\n\fThis agreement is made between the parties.\n"
    assert [row[3] for row in told(paper(records))] == ["Hello", "Hi"]


def test_a_note_of_the_program_s_ends_the_message_above_it() -> None:
    text = "10/4/23, 1:05 PM - Ann Lee: Hello\n10/4/23, 1:06 PM - Bob Ray changed the subject\nto Ledger\n10/4/23, 1:07 PM - Bob Ray: Hi\n"
    document = paper(text)
    assert [document.words(message.spans) for message in chat(document)] == ["Hello", "Hi"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("October 4, 2023 10:00 AM\nMotion Hearing\nCourtroom 4 is closed.\n\nOctober 5, 2023 11:00 AM\nStatus Conference\nBy video.\n", id="calendar"),
        pytest.param("Date       From      Amount    Balance\n10/4/2023  Ann Lee   12.00     30.00\n10/5/2023  Bob Ray   12.00     42.00\n", id="ledger"),
        pytest.param("From: Ann Lee\nSent: 10/4/2023 1:05 PM\nTo: Bob\nSubject: x\n\nType: A\n\nFrom: Bob\nSent: 10/4/2023 1:01 PM\nTo: Ann\nSubject: x\n\nType: B\n", id="mail-with-labels-in-it"),
        pytest.param("From: Acme Corp\nDate: 10/4/2023 1:05 PM\nStatus: Paid\n\nFrom: Acme Corp\nDate: 10/5/2023 1:05 PM\nStatus: Paid\n", id="bills"),
        pytest.param("2023-10-04 13:05:09 INFO: server started\n2023-10-04 13:05:10 WARN: disk is full\n", id="log-of-a-machine"),
        pytest.param("Ann Lee     Oct 4, 2023, 1:05 PM\nto me\n\nHello\n\nBob Ray     Oct 4, 2023, 1:06 PM\nto Ann\n\nHi\n", id="webmail"),
    ],
)  # fmt: skip
def test_what_is_no_chat_either(text: str) -> None:
    assert told(paper(text)) == []


OVERLEAF = """                                  Friday, November 17, 2023
    Ann Lee (+1 555 010 0100)

    Where is the ledger?                   1:05:09 PM

                                                       Bob Ray (+1 555 010 0101)

                                           1:06:10 PM     In the safe.
\f
                                           1:07:10 PM     The key is gone.

                                  Saturday, November 18, 2023
    Ann Lee (+1 555 010 0100)
    Call me                                9:08:10 AM
\f
    please                                 9:09:10 AM
\f
    Hotel lobby                            9:30 AM     10 EUR
"""


@pytest.mark.parametrize("printer", [paper, printed], ids=["text", "pdf"])
def test_days_and_sides_of_bubbles_hold_from_page_to_page(printer: Callable[[str], Document]) -> None:
    assert [(who, when, words) for who, _, when, words in told(printer(OVERLEAF))][:5] == [
        ("Ann Lee", "2023-11-17T13:05:09", "Where is the ledger?"),
        ("Bob Ray", "2023-11-17T13:06:10", "In the safe."),
        ("Bob Ray", "2023-11-17T13:07:10", "The key is gone."),
        ("Ann Lee", "2023-11-18T09:08:10", "Call me"),
        ("Ann Lee", "2023-11-18T09:09:10", "please"),
    ]


def test_a_page_that_follows_no_page_of_bubbles_needs_names_and_days_of_its_own() -> None:
    parts = OVERLEAF.split("\f")
    assert len(told(paper("\f".join((parts[0], "Nothing here.", parts[2]))))) == 2
