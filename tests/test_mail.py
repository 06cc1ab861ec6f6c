"""Printed mail: every message of a chain with its author, its addressees, its time and its author's own words."""

import itertools
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document
from ingest.mail import find_mail
from ingest.reader import read
from ingest.recipients import parties
from ingest.rows import Passage
from ingest.segment import Party, Segment
from ingest.segmenter import free_runs, segmented
from ingest.span import Span
from ingest.stamps import is_stamp
from tests.papers import paper, printed
from tests.shared import SHARED, needs_shared

Told = tuple[str | None, list[str], str | None, str]


def mails(document: Document) -> list[Segment]:
    return [segment for segment in find_mail(document, free_runs(document, ())) if segment.kind == "email"]


def name(party: Party) -> str:
    return party.name or party.address or party.as_written


def told(text: str, *, on_paper: bool = False) -> list[Told]:
    """Author, addressees, time and words of each message."""
    document = printed(text) if on_paper else paper(text)
    return [
        (m.author and name(m.author), [name(a) for a in m.addressees], m.when and m.when.iso, document.words(m.spans))
        for m in mails(document)
    ]


OUTLOOK = """From:       Lee, Ann (Legal) <ann@example.com>
Sent:       Wednesday, October 4, 2023 2:10 PM
To:         Ray, Bob; 'cy.poe@example.com';
            Dee, Ed M
Cc:         Legal Team
Subject:    Re: Ledger

In the safe.

"""
FIRST: Told = ("Ann Lee", ["Bob Ray", "Cy Poe", "Ed M Dee", "Legal Team"], "2023-10-04T14:10", "In the safe.")
ASKED = "Where is the ledger?"


@pytest.mark.parametrize("on_paper", [False, True], ids=["text", "pdf"])
@pytest.mark.parametrize(
    ("below", "second"),
    [
        pytest.param(
            "-----Original Message-----\nFrom: Ray, Bob [mailto:bob@example.com]\nSent: Wednesday, October 4, 2023 1:05 PM\n"
            "To: Lee, Ann\nSubject: Ledger\n\nWhere is the ledger?\n",
            ("Bob Ray", ["Ann Lee"], "2023-10-04T13:05", ASKED),
            id="outlook-original-message",
        ),
        pytest.param(
            "On Wed, Oct 4, 2023 at 1:05 PM, Bob Ray <bob@example.com> wrote:\n\n> Where is the\n> ledger?\n",
            ("Bob Ray", [], "2023-10-04T13:05", ASKED),
            id="gmail-quote-marks",
        ),
        pytest.param(
            "On Wed, Oct 4, 2023 at 1:05 PM, Robert Everett Ray <\nbob@example.com>\nwrote:\n\n   Where is the ledger?\n",
            ("Robert Everett Ray", [], "2023-10-04T13:05", ASKED),
            id="gmail-wrapped-and-indented",
        ),
        pytest.param(
            "Begin forwarded message:\n\nFrom: Bob Ray <bob@example.com>\nSubject: Ledger\nDate: October 4, 2023 at 1:05:09 PM PDT\n"
            "To: Ann Lee <ann@example.com>\n\nWhere is the ledger?\n\nSent from my iPhone\n",
            ("Bob Ray", ["Ann Lee"], "2023-10-04T13:05:09", ASKED),
            id="apple-forward",
        ),
        pytest.param(
            "---------- Forwarded message ---------\nFrom: Bob Ray <bob@example.com>\nDate: Wed, Oct 4, 2023 at 1:05 PM\n"
            "Subject: Ledger\nTo: Ann Lee <ann@example.com>, Lee, Cy\n<cy@example.com>\n\nWhere is the ledger?\n",
            ("Bob Ray", ["Ann Lee", "Cy Lee"], "2023-10-04T13:05", ASKED),
            id="gmail-forward-with-wrapped-list",
        ),
        pytest.param(
            "--------------- Forwarded by Ann Lee/Legal/ACME on 10/04/2023\n02:09 PM ---------------\n\n\n        Bob Ray\n"
            "        Sent by: Cy Poe\n        10/04/2023 01:05 PM\n\n                To: Ann Lee/Legal/ACME@ACME, ed.dee@example.com\n"
            "                cc:\n                Subject: Ledger\n\nWhere is the ledger?\n",
            ("Bob Ray", ["Ann Lee", "Ed Dee"], "2023-10-04T13:05", ASKED),
            id="lotus-forward",
        ),
        pytest.param(
            '                    "Bob Ray"\n                    <bob@exam            To:     Ann Lee/Legal/ACME@ACME\n'
            "                    ple.com>             cc:     Cy Poe <cy@example.com>\n"
            "                                         Subject:     Ledger\n                    10/04/2023\n"
            "                    01:05 PM\n\nWhere is the ledger?\n",
            ("Bob Ray", ["Ann Lee", "Cy Poe"], "2023-10-04T13:05", ASKED),
            id="lotus-columns",
        ),
        pytest.param(
            "From: Bob Ray on 10/04/2023 01:05 PM\nTo: Ann Lee/Legal/ACME@ACME\ncc:\n\nSubject: Ledger\n\nWhere is the ledger?\n",
            ("Bob Ray", ["Ann Lee"], "2023-10-04T13:05", ASKED),
            id="lotus-from-on",
        ),
        pytest.param(
            '"Bob Ray" <bob@example.com> wrote on 10/04/2023 01:05:13 PM:\n\n> Where is the ledger?\n',
            ("Bob Ray", [], "2023-10-04T13:05:13", ASKED),
            id="lotus-wrote-on",
        ),
        pytest.param(
            ">>> Bob Ray 10/4/2023 1:05 PM >>>\nWhere is the ledger?\n",
            ("Bob Ray", [], "2023-10-04T13:05", ASKED),
            id="groupwise",
        ),
        pytest.param(
            "Thu, 26 Jun 2014 14:00:51 +0400 от Анна Ли <anna@example.com>:\n\n    Где книга?\n",
            ("Анна Ли", [], "2014-06-26T14:00:51", "Где книга?"),
            id="mail-ru",
        ),
        pytest.param(
            "W dniu 4 października 2023 13:05 użytkownik Bob Ray <bob@example.com> napisał:\n\n> Where is the ledger?\n",
            ("Bob Ray", [], "2023-10-04T13:05", ASKED),
            id="polish",
        ),
        pytest.param(
            "Den 4 oktober 2023 13:05 skrev Bob Ray <bob@example.com>:\n\n> Where is the ledger?\n",
            ("Bob Ray", [], "2023-10-04T13:05", ASKED),
            id="swedish",
        ),
        pytest.param(
            "Op 4 okt. 2023, om 13:05 heeft Bob Ray <bob@example.com> het volgende geschreven:\n\n> Where is the ledger?\n",
            ("Bob Ray", [], "2023-10-04T13:05", ASKED),
            id="dutch-in-two-parts",
        ),
        pytest.param(
            "> Bob Ray <bob@example.com> hat am 4. Oktober 2023 um 13:05 geschrieben:\n> \n> Where is the ledger?\n",
            ("Bob Ray", [], "2023-10-04T13:05", ASKED),
            id="german-within-the-quotation",
        ),
        pytest.param(
            "------- Original Message -------\nOn Wednesday, October 4th, 2023 at 1:05 PM, Bob Ray <bob@example.com> wrote:\n\n> Where is the ledger?\n",
            ("Bob Ray", [], "2023-10-04T13:05", ASKED),
            id="separator-and-wrote-line",
        ),
        pytest.param(
            "Quoting Bob Ray <bob@example.com>:\n\n> Where is the ledger?\n", ("Bob Ray", [], None, ASKED), id="quoting"
        ),
        pytest.param("Bob wrote:\n> Where is the ledger?\n", ("Bob", [], None, ASKED), id="wrote-without-date"),
        pytest.param(
            "Bob Ray <bob@example.com>                Wed, Oct 4, 2023 at 1:05 PM\nTo: Ann Lee <ann@example.com>\n\nWhere is the ledger?\n",
            ("Bob Ray", ["Ann Lee"], "2023-10-04T13:05", ASKED),
            id="gmail-print",
        ),
    ],
)
def test_a_reply_and_what_it_answers(below: str, second: Told, *, on_paper: bool) -> None:
    assert told(OUTLOOK + below, on_paper=on_paper) == [FIRST, second]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("From: Bob Ray\nSent: 10/4/2023 1:05 PM\nTo: Ann Lee; Cy Poe\nSubject: Ledger\n", id="plain"),
        pytest.param("Subject: Ledger\nTo: Ann Lee; Cy Poe\nDate: 10/4/2023 1:05 PM\nFrom: Bob Ray\n", id="any-order"),
        pytest.param(
            "From:\nSent:\nTo:\nSubject:\nBob Ray\n10/4/2023 1:05 PM\nAnn Lee; Cy Poe\nLedger\n", id="labels-then-values"
        ),
        pytest.param("From:\nBob Ray\nSent:\n10/4/2023 1:05 PM\nTo:\nAnn Lee; Cy Poe\nSubject:\nLedger\n", id="values-below"),
        pytest.param(
            "From: Bob Ray             Sent: 10/4/2023 1:05 PM\nTo: Ann Lee; Cy Poe\nSubject: Ledger\n", id="two-on-a-line"
        ),
        pytest.param("From: Bob Ray\nTo: Ann Lee\nTo: Cy Poe\nSent: Oct 4, 2023 1:05 PM\nSubject: Ledger\n", id="one-to-each"),
        pytest.param(
            "From    Bob Ray\nSent    10/4/2023 1:05 PM\nTo      Ann Lee; Cy Poe\nSubject   Ledger\n", id="lost-colons"
        ),
        pytest.param("Frorn: Bob Ray\nSent: 10/4/2023 1:05 PM\nTo: Ann Lee; Cy\nPoe\nSubject: Ledger\n", id="bent-and-wrapped"),
        pytest.param(
            "Bob Ray <bob@example.com>\nSent: 10/4/2023 1:05 PM\nTo: Ann Lee; Cy Poe\nSubject: Ledger\n", id="lost-from"
        ),
        pytest.param(
            "Von: Ray, Bob\nGesendet: Mittwoch, 4. Oktober 2023 13:05\nAn: Ann Lee; Cy Poe\nBetreff: Ledger\n", id="german"
        ),
        pytest.param(
            "De : Bob Ray\nEnvoyé : mercredi 4 octobre 2023 13:05\nÀ : Ann Lee; Cy Poe\nObjet : Ledger\n", id="french"
        ),
        pytest.param(
            "De: Bob Ray\nEnviado el: miércoles, 4 de octubre de 2023 13:05\nPara: Ann Lee; Cy Poe\nAsunto: Ledger\n",
            id="spanish",
        ),
        pytest.param(
            "От: Bob Ray\nОтправлено: среда, 4 октября 2023 г. 13:05\nКому: Ann Lee; Cy Poe\nТема: Ledger\n", id="russian"
        ),
        pytest.param(
            "Bob Ray <bob@example.com>\nWed 10/4/2023 1:05 PM\nTo: Ann Lee <ann@example.com>; Cy Poe\nSubject: Ledger\n",
            id="web",
        ),
        pytest.param(
            "Message-ID: <1.2@thyme>\nDate: Wed, 4 Oct 2023 13:05:00 -0700 (PDT)\nFrom: bob@example.com\nTo: ann@example.com, cp@example.com\n"
            "Subject: Ledger\nX-From: Ray, Bob </O=ACME/CN=BRAY>\nX-To: Ann Lee <Ann Lee/ACME@ACME>, Cy Poe\nX-cc: \n",
            id="export-with-names",
        ),
    ],
)
def test_header_lines_in_every_shape(header: str) -> None:
    [(author, addressees, when, words)] = told(header + "\nWhere is the ledger?\n")
    assert (author, addressees, words) == ("Bob Ray", ["Ann Lee", "Cy Poe"], ASKED)
    assert when is not None
    assert when.startswith("2023-10-04T13:05")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Ann Lee; Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Lee, Ann", ["Ann Lee"]),
        ('"Lee, Ann M" <ann@example.com>, Ray, Bob <bob@example.com>', ["Ann M Lee", "Bob Ray"]),
        ("Lee, Ann </O=ACME/CN=LEE>, Ray, Bob </O=ACME/CN=RAY>", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee, Bob Ray, Cy", ["Ann Lee", "Bob Ray", "Cy"]),
        ("Ann Lee/Legal/ACME@ACME, bray@example.com", ["Ann Lee", "bray@example.com"]),
        ("LEE Ann (EEAS)[mailto:", ["Ann Lee"]),
        ("Lee, Ann (NIH/OD) [E]", ["Ann Lee"]),
        ("Lee, Ann@ACME; @ACME", ["Ann Lee"]),
        ("'ann.m.lee@example.com'; info.desk@example.com", ["Ann M Lee", "info.desk@example.com"]),
        ("Ann Lee <annAexample.com>, Bob Ray [bob@example.com]", ["Ann Lee", "Bob Ray"]),
        ("Ann <ann; Bob Ray <bob@example.com>", ["Ann", "Bob Ray"]),
        ("PII - Ann Lee [mailto: PII - Ann Lee ] On Behalf Of Bob Ray", ["Bob Ray"]),
        ("(b)(6); Redacted; Ann Lee <Redacted for PII>", ["Ann Lee"]),
        ("Lee, Ann, M.D.", ["Ann Lee"]),
        ("Lee, Ann - Legal; Ray, Jacob.' <bob@example.com>", ["Ann Lee", "Jacob Ray"]),
        ("ann.lee(a)example.com; Bob Ray)", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee [maitto•; bobray       -rnailto:bobray", ["Ann Lee", "bobray"]),
        ("ann.lee      bobray; 'cypoe       <cypoe", ["ann.lee", "bobray", "cypoe"]),
        ("(b)(6), (b)(7)(C); ½; ? 3/ 21 / f/ 6•1/,'.!:::, -t4 rJf; Ann Lee", ["Ann Lee"]),
        ("Gold;ng, M;chael", []),
        (
            "Dee, Ed; Lee, Ann B., Ray, Bob; Poe, Cy, M.D.; 'gus.hill(",
            ["Ed Dee", "Ann B. Lee", "Bob Ray", "Cy Poe", "gus.hill"],
        ),
        ("Ann Lee/HOU/ECT@ECT, Bob Ray/ACME@ACME (bcc: Cy Poe/HOU/ECT)", ["Ann Lee", "Bob Ray", "Cy Poe"]),
        ("Ann Lee;bob@example.com;Ray, Cy", ["Ann Lee", "bob@example.com", "Cy Ray"]),
    ],
)
def test_lists_of_addressees(written: str, expected: list[str]) -> None:
    assert [name(p) for p in parties(Passage(written, (Span(0, len(written)),)), "to")] == expected


@pytest.mark.parametrize(
    ("body", "own"),
    [
        pytest.param("Fine.\n\nThanks,\nBob\n", "Fine. Thanks, Bob", id="sign-off-stays"),
        pytest.param("Fine.\n\nBest,\nBob\n\nP.S. Call me at 555-010-0100 tomorrow.\n", "Fine. Best, Bob P.S. Call me at 555-010-0100 tomorrow.", id="postscript-stays"),
        pytest.param("Fine.\n\nBob Ray\nDirector, Office of Ledgers\n555 010 0100\n", "Fine. Bob Ray", id="address-block"),
        pytest.param("Fine.\n\nRegards,\n\nBob Ray\n\nACME LEDGERS\n\n12 Main Street, Suite 3\nT 555.010.0100 | F 555.010.0101\n", "Fine. Regards, Bob Ray", id="paragraphs-of-address"),
        pytest.param("Fine.\n\n-- \nBob Ray | ACME | 555.010.0100\n", "Fine.", id="delimiter"),
        pytest.param("Fine.\n\nSent from my iPhone. Please excuse typos.\n\nBob\n", "Fine.", id="device"),
        pytest.param("Fine.\n\nSent via BlackBerry by ACME Wireless\n", "Fine.", id="blackberry"),
        pytest.param("Fine.\n\nThis message has been sent via BlackBerry\n", "Fine.", id="blackberry-in-a-sentence"),
        pytest.param("Fine.\n\n________\nThis e-mail may contain confidential information for the sole use of the\nintended recipient.\n", "Fine.", id="notice"),
        pytest.param("Fine.\n\nCONFIDENTIALITY NOTICE: This communication is privileged.\n", "Fine.", id="shouted-notice"),
        pytest.param("A little something.\n - Ledger Plan.doc\n<< File: ledger.xls >>\n", "A little something.", id="attachments"),
        pytest.param("It is this:\n\n----\n\nThe ledger is the company's.\n", "It is this: ---- The ledger is the company's.", id="rule-within-words"),
        pytest.param("Call me at 555-010-0100 when you can\n", "Call me at 555-010-0100 when you can", id="number-in-a-sentence"),
        pytest.param("New docs:\nhttps://ledger.example.com/guide\n", "New docs: https://ledger.example.com/guide", id="link"),
    ],
)  # fmt: skip
def test_own_words_end_where_programs_and_firms_begin(body: str, own: str) -> None:
    document = paper("From: Bob Ray\nSent: 10/4/2023 1:05 PM\nTo: Ann Lee\nSubject: Ledger\n\n" + body)
    [mail] = mails(document)
    assert document.words(mail.spans) == own


def test_words_below_a_quotation_are_the_replier_s() -> None:
    chain = OUTLOOK.replace("In the safe.\n\n", "") + (
        "On Wed, Oct 4, 2023 at 1:05 PM, Bob Ray <bob@example.com> wrote:\n\n> Where is the ledger?\n\nIn the safe.\n\n> And the key?\n\nGone.\n"
    )
    assert [(author, words) for author, _, _, words in told(chain)] == [
        ("Ann Lee", "In the safe. ... Gone."),
        ("Bob Ray", "Where is the ledger? ... And the key?"),
    ]


def test_a_line_that_lost_its_quote_mark_stays_with_its_message() -> None:
    chain = OUTLOOK + (
        "On Wed, Oct 4, 2023 at 1:05 PM, Bob Ray <bob@example.com> wrote:\n\n"
        "> I have looked everywhere for it and went through the whole of the\narchive twice.\n>\n> Where is it?\n"
    )
    assert told(chain)[1][3] == "I have looked everywhere for it and went through the whole of the archive twice. Where is it?"


def test_nested_five_deep() -> None:
    chain, names = OUTLOOK, ["Bo", "Cy", "Di", "Ed", "Flo"]
    for depth, who in enumerate(names, 1):
        marks = ">" * (depth - 1)
        chain += f"{marks} On Oct {9 - depth}, 2023, at 1:05 PM, {who} Ray <{who}@example.com> wrote:\n{marks}\n{marks}> Words of {who}.\n{marks}>\n"
    assert [(author, words) for author, _, _, words in told(chain)[1:]] == [(f"{who} Ray", f"Words of {who}.") for who in names]


def test_the_newest_message_may_have_no_header() -> None:
    text = "Fine with me.\n\nThanks,\nAnn\n\nOn Wed, Oct 4, 2023 at 1:05 PM, Bob Ray <bob@example.com> wrote:\n> Shall we?\n"
    assert told(text) == [("Ann", [], None, "Fine with me. Thanks, Ann"), ("Bob Ray", [], "2023-10-04T13:05", "Shall we?")]
    assert told(text.replace("Thanks,\nAnn\n\n", ""))[0] == (None, [], None, "Fine with me.")


def test_a_header_on_one_page_and_its_words_on_the_next() -> None:
    text = OUTLOOK + "From: Bob Ray\nSent: 10/4/2023 1:05 PM\nTo: Ann Lee\nSubject: Ledger\n\fWhere is the\nledger?\n"
    [_, second] = mails(document := printed(text))
    assert (document.words(second.spans), document.place(second.spans[0]).page) == (ASKED, 2)


def test_a_chain_ends_at_an_exhibit_sheet() -> None:
    document = printed(OUTLOOK + "\fEXHIBIT 12\n\fThis agreement is made between the parties.\n")
    found = find_mail(document, free_runs(document, ()))
    assert "agreement" not in " ".join(document.words(segment.spans) for segment in found)


def test_withheld_names_stay_unknown() -> None:
    text = "From:      (b)(6)\nSent:      10/4/2023 1:05 PM\nTo:                              B6\nSubject:   Ledger\n\nGone.            B5\n"
    assert told(text) == [(None, [], "2023-10-04T13:05", "Gone.")]


def test_what_is_no_one_s_words_is_matter() -> None:
    document = paper("RELEASE IN PART\n" + OUTLOOK + "Ann Lee\nCounsel, ACME\n555 010 0100\n\nCONFIDENTIAL      ACME_0000012\n")
    found = find_mail(document, free_runs(document, ()))
    assert [segment.kind for segment in found] == ["matter", "email", "matter"]
    assert free_runs(document, found) == ()


@pytest.mark.parametrize(
    ("line", "stamped"),
    [
        ("Highly Confidential-AEO      2024ACME-0004103", True),
        ("CONFIDENTIAL      ACME_LEDGER000264 7 4", True),
        ("Page 1 of 2", True),
        ("1.4(B),B1", True),
        ("U.S. Department of State Case No. F-2015-00001   Doc No. C05700001   Date: 05/13/2015", True),
        ("UNCLASSIFIED U.S. Department of State Case No. F-2014-1 Doc No. C05750000 Date: 10/30/2015", True),
        ("                              14", True),
        ("14", False),
        ("[privileged]", False),
        ("Confidential papers are in the safe.", False),
        ("(b) (5)", False),
    ],
)
def test_stamps_are_told_from_words(line: str, *, stamped: bool) -> None:
    document = paper(line)
    assert is_stamp(document, document.lines[0]) is stamped


def test_gmail_prints_the_subject_above_its_messages() -> None:
    card = (
        "Bob Ray <bob@example.com>                Wed, Oct 4, 2023 at 1:05 PM\nTo: Ann Lee <ann@example.com>\n\nWhere is it?\n"
    )
    [mail] = mails(paper("Ledger\n1 message\n\n" + card))
    assert (mail.subject, mail.rule) == ("Ledger", "print-header")


def test_names_come_from_elsewhere_in_the_document() -> None:
    chain = (
        OUTLOOK
        + "From: alee@example.com\nSent: 10/4/2023 1:05 PM\nTo: POE CY; ann@example.com\nSubject: x\n\nOld.\n\n"
        + ("From: POE, CY\nSent: 10/4/2023 1:01 PM\nTo: Bob Ray\nSubject: x\n\nOlder.\n")
    )
    assert [row[:2] for row in told(chain)[1:]] == [("alee@example.com", ["CY POE", "Ann Lee"]), ("CY POE", ["Bob Ray"])]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "On October 4, 2023, Bob Ray wrote:\n\n     Where is the ledger?\n\nLee did not answer.\n", id="a-brief-that-quotes"
        ),
        pytest.param(
            "The line reads\nFrom: the desk of Bob Ray\nand no more. It was sent on October 4, 2023.\n", id="one-label"
        ),
        pytest.param(
            "MEMORANDUM\n\nTO: Ann Lee\nFROM: Bob Ray\nDATE: October 4, 2023\nRE: Ledger\n\nIt is in the safe.\n",
            id="memorandum",
        ),
        pytest.param(
            "To: Ann Lee\nFrom: Bob Ray\nFax: 555 010 0100\nPages: 3\nDate: October 4, 2023\n\nSee attached.\n", id="fax"
        ),
        pytest.param("Dear Ms. Lee:\n\nSubject: Ledger\n\nIt is in the safe.\n\nSincerely,\nBob Ray\n", id="letter"),
    ],
)
def test_what_is_no_mail(text: str) -> None:
    assert told(text) == []


def test_mail_printed_in_a_brief_ends_where_the_brief_goes_on() -> None:
    line = "The defendants knew of the ledger long before they answered the complaint in this action.\n"
    mail = "          From: Bob Ray\n          Sent: 10/4/2023 1:05 PM\n          To: Ann Lee\n          Subject: x\n\n          Where is it?\n\n"
    document = paper(f"45.  {line}{line}{line}\n{mail}46.  The ledger was in the safe.\n")
    found = find_mail(document, free_runs(document, ()))
    assert [document.words(segment.spans) for segment in found] == ["Where is it?"]


LINES = [
    "From: Ann Lee", "To: Bob Ray; Cy", "Cc:", "Sent: 10/4/2023 1:05 PM", "Subject: x", "-----Original Message-----", "> quoted", ">> more",
    "On Wed, Oct 4, 2023 at 1:05 PM, Bob Ray <bob@example.com> wrote:", "words of mine", "Thanks,", "Ann", "", "Sent from my iPhone", "\f", "-- ",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=24).map("\n".join))
def test_spans_are_verbatim_in_order_and_nobody_else_s(text: str) -> None:
    document = paper(text)
    found = find_mail(document, free_runs(document, ()))
    spans = sorted(span for segment in found for span in segment.spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    for mail in mails(document):
        assert list(mail.spans) == sorted(mail.spans)
        for party in (mail.author, *mail.addressees):
            assert (
                party is None
                or party.span is None
                or " ".join(party.span.of(text).split()) == " ".join(party.as_written.split())
            )


@pytest.mark.real
@pytest.mark.slow
@needs_shared
def test_real_mail_is_found_word_for_word() -> None:
    folder = SHARED / "gold" / "mail"
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted = [(r["document"], letters(r["text"])) for r in rows if r["kind"] == "email" and r["text"] and not r.get("scanned")]
    found = set()
    for document_name in sorted({document_name for document_name, _ in wanted}):
        document = read(folder / document_name)
        found |= {(document_name, letters(document.words(s.spans))) for s in document.segments if s.kind == "email"}
    assert sum(row in found for row in wanted) >= 0.85 * len(wanted)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


LONG = "I have looked at the ledger again and the figures for the third quarter do not add up; please have Cy send me the vouchers."
LOST_NAME = f"From:\nSent: Wednesday, October 4, 2023 1:05 PM\nTo: Bob Ray\nSubject: Ledger\n\n{LONG}\n\fExhibit 3\n\f"


def test_what_one_print_of_a_message_lost_another_print_of_it_gives() -> None:
    again = LOST_NAME.replace("From:", "From: Ann Lee").replace("vouchers", "v0uchers").partition("\f")[0]
    first, second = told(LOST_NAME + again)
    assert first[0] == second[0] == "Ann Lee"


def test_two_prints_that_name_different_authors_leave_a_third_without_one() -> None:
    ann, cy = (LOST_NAME.replace("From:", f"From: {name}") for name in ("Ann Lee", "Cy Poe"))
    assert [author for author, *_ in told(LOST_NAME + ann + cy)] == [None, "Ann Lee", "Cy Poe"]


def test_a_few_words_are_written_twice_by_different_people() -> None:
    short = LOST_NAME.replace(LONG, "Thanks, will do.")
    assert [author for author, *_ in told(short + short.replace("From:", "From: Ann Lee"))] == [None, "Ann Lee"]


def test_an_author_printed_as_contact_and_again_as_entry_is_one() -> None:
    text = OUTLOOK.replace("Lee, Ann (Legal) <ann@example.com>", "LEE, ANN   LEE, ANN <ann@example.com>")
    assert told(text)[0][0] == "ANN LEE"


def test_dirt_before_a_label_and_blanked_rows_in_a_list_break_no_header() -> None:
    text = "From: Ann Lee\nTo: Bob Ray; Cy Poe\n\n      [redacted] Ed Dee\n\n.   Sent: Wed Oct 04 14:10:00 2023\nSubject: Ledger\n\nIn the safe.\n"
    author, addressees, when, words = told(text)[0]
    assert (author, when, words) == ("Ann Lee", "2023-10-04T14:10:00", "In the safe.")
    assert addressees[0] == "Bob Ray"


@pytest.mark.parametrize(
    "legend", ["This email is UNCLASSIFIED.", "This email has been scanned by the Acme Email Security System."]
)
def test_a_program_s_legend_is_not_the_author_s(legend: str) -> None:
    assert told(f"{OUTLOOK}{legend}\n")[0][3] == "In the safe."


FORMS = {
    "apple-forward-in-quote-marks": (
        "Begin forwarded message:\n\n> From: Bob Ray <bob@example.com>\n> Date: October 4, 2023 at 1:05 PM PDT\n> To: Ann Lee <ann@example.com>\n> Subject: Ledger\n> \n"
        "> Where is the ledger?\n"
    ),
    "gmail-s-own-page": "Bob Ray                      Oct 4, 2023, 1:05 PM (2 days ago)\nto me, Ann Lee\n\nWhere is the ledger?\n\nShow quoted text\n",
    "outlook-with-the-owner-s-name-above": (
        "Ann Lee\n____________________________________\nFrom: Bob Ray <bob@example.com>\nSent: Wednesday, October 4, 2023 1:05 PM\nTo: Ann Lee\nSubject: Ledger\n\nWhere is the ledger?\n"
    ),
    "outlook-on-the-web-with-attachments": (
        "Bob Ray <bob@example.com>\nWed 10/4/2023 1:05 PM\nTo: Ann Lee <ann@example.com>\n\n1 attachments (12 KB)\nplan.docx;\n\nWhere is the ledger?\n"
    ),
    "italian": "Da: Bob Ray\nInviato: mercoledì 4 ottobre 2023 13:05\nA: Ann Lee\nOggetto: R: Libro\n\nWhere is the ledger?\n",
    "dutch": "Van: Bob Ray\nVerzonden: woensdag 4 oktober 2023 13:05\nAan: Ann Lee\nOnderwerp: RE: Boek\n\nWhere is the ledger?\n",
    "portuguese": "De: Bob Ray\nEnviada em: quarta-feira, 4 de outubro de 2023 13:05\nPara: Ann Lee\nAssunto: Livro\n\nWhere is the ledger?\n",
    "chinese": "发件人: Bob Ray\n发送时间: 2023年10月4日 13:05\n收件人: Ann Lee\n主题: 账本\n\nWhere is the ledger?\n",
    "labels-that-a-scan-has-bent": "Frorn: Bob Ray\n5ent: Wednesday, October 4, 2023 1:05 PM\nT o: Ann Lee\nSubiect: Ledger\n\nWhere is the ledger?\n",
    "colon-lost-before-a-date": "From: Bob Ray\nTo: Ann Lee\nSent Wed Oct 04 13:05:00 2023\nSubject Re: Ledger\n\nWhere is the ledger?\n",
    "danish": "Fra: Bob Ray\nSendt: 4. oktober 2023 13:05\nTil: Ann Lee\nEmne: Bog\n\nWhere is the ledger?\n",
    "swedish": "Från: Bob Ray\nSkickat: den 4 oktober 2023 13:05\nTill: Ann Lee\nÄmne: Bok\n\nWhere is the ledger?\n",
    "polish": "Od: Bob Ray\nWysłano: środa, 4 października 2023 13:05\nDo: Ann Lee\nTemat: Ledger\n\nWhere is the ledger?\n",
    "banner-of-a-mail-gate": (
        "From: Bob Ray\nSent: Wednesday, October 4, 2023 1:05 PM\nTo: Ann Lee\nSubject: [EXTERNAL] Ledger\n\nCAUTION: This email originated from outside of the\n"
        "organization. Do not click links.\n\nWhere is the ledger?\n"
    ),
    "meeting": "From: Bob Ray\nSent: Wednesday, October 4, 2023 1:05 PM\nRequired: Ann Lee\nSubject: Ledger\nLocation: Room 4\n\nWhere is the ledger?\n",
    "browser-s-head-and-foot": (
        "10/5/23, 9:00 AM                     Example Mail - Ledger\n\nBob Ray <bob@example.com>                     Wed, Oct 4, 2023 at 1:05 PM\n"
        "To: Ann Lee <ann@example.com>\n\nWhere is\n\nhttps://mail.example.com/u/0/?ik=1&view=pt                     1/2\n"
        "\f10/5/23, 9:00 AM                     Example Mail - Ledger\nthe ledger?\n\nhttps://mail.example.com/u/0/?ik=1&view=pt                     2/2\n"
    ),
    "addressees-blanked-out-row-by-row": (
        "From: Bob Ray\nTo:                                                       B6\n\n\n\n                                   Ann Lee\n\n\nSent: Wed Oct 04 13:05:00 2023\nSubject: Ledger\n\nWhere is the ledger?\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("on_paper", [False, True], ids=["text", "pdf"])
@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS.keys())
def test_one_message_in_the_forms_that_programs_print(text: str, *, on_paper: bool) -> None:
    [(author, addressees, when, words)] = told(text, on_paper=on_paper)
    assert (author, addressees, words.replace(" ... ", " ")) == ("Bob Ray", ["Ann Lee"], ASKED)
    assert when is not None
    assert when.startswith("2023-10-04T13:05")


def test_a_transcript_that_a_mail_sends_on_is_the_mail_s() -> None:
    talk = "".join(f"{who}:  Where is the ledger, and who has it now?\n" for who in ["MR. LEE", "MS. RAY"] * 20)
    found = segmented(paper(f"{OUTLOOK}\nThe call of today:\n\n{talk}")).segments
    assert {segment.kind for segment in found} == {"email"}


def test_the_rubble_of_a_scanned_emblem_below_a_signature_is_no_words() -> None:
    text = (
        OUTLOOK
        + "Counsel, Office of Ledgers\n555 010 0100 (cell)\n\nSaveOurla)\nl.H -r w• .... •-..._ __ '\"''\"' ., -~ ;:\n\nCONFIDENTIAUTY NOT/CE: This may be privileged.\n"
    )
    assert told(text)[0][3] == "In the safe."


def answered(author: str, to: str, below_from: str, below_to: str, *, subject: str = "Re: Ledger") -> list[Told]:
    head = "From: {}\nSent: Wednesday, October 4, 2023 {} PM\nTo: {}\nSubject: {}\n\n{}\n\n"
    return told(
        head.format(author, "2:10", to, subject, "In the safe.") + head.format(below_from, "1:05", below_to, "Ledger", ASKED)
    )


@pytest.mark.parametrize(
    ("short", "named"),
    [
        pytest.param("alee", "Ann Lee", id="mailbox"),
        pytest.param("'alee@example.com'", "Ann Lee", id="address"),
        pytest.param("Ann", "Ann Lee", id="first-name"),
        pytest.param("AL", "Ann Lee", id="initials"),
        pytest.param("A", "A", id="one-letter-may-be-anybody-s"),
        pytest.param("Evergreen", "Evergreen", id="a-word-of-another-name"),
        pytest.param("BR", "BR", id="other-initials"),
    ],
)
def test_an_answer_goes_to_who_is_answered(short: str, named: str) -> None:
    assert answered("Bob Ray", short, "Lee, Ann", "Bob Ray")[0][1] == [named]
    assert answered(short, "Bob Ray", "Bob Ray", "Lee, Ann")[0][0] == named


@pytest.mark.parametrize(
    ("below_from", "below_to", "subject"),
    [
        pytest.param("Lee, Ann", "Bob Ray", "Fw: Ledger", id="sent-on"),
        pytest.param("Lee, Ann", "Bob Ray; Cy Poe", "Re: Ledger", id="written-to-two"),
        pytest.param("Lee, Ann", "Cy Poe", "Re: Ledger", id="written-to-another"),
    ],
)
def test_what_is_no_answer_to_one_alone_names_nobody(below_from: str, below_to: str, subject: str) -> None:
    assert answered("Bob Ray", "alee", below_from, below_to, subject=subject)[0][1] == ["alee"]


def test_a_mailbox_that_two_names_answer_for_keeps_none() -> None:
    head = "From: {}\nSent: Wednesday, October {}, 2023 1:05 PM\nTo: {}\nSubject: Re: Ledger\n\nFine.\n\n"
    chain = [("Bob Ray", 9, "alee"), ("Ann Lee", 8, "Bob Ray"), ("Bob Ray", 7, "alee"), ("Alma Lee", 6, "Bob Ray")]
    assert told("".join(head.format(*row) for row in chain))[0][1] == ["alee"]


FORWARDED = "---------- Forwarded message ---------\nFrom: Bob Ray <bob@example.com>\nDate: Wed, Oct 4, 2023 at 1:05 PM\nSubject: Ledger\nTo: {}\n\nWhere is it?\n"


@pytest.mark.parametrize(
    ("signature", "on_it", "author"),
    [
        pytest.param("Ann", "Ann Lee, Cy Poe", "Ann Lee", id="one-bears-it"),
        pytest.param("Ann", "Ann Lee, Ann Poe", None, id="two-bear-it"),
        pytest.param("Ed", "Ann Lee, Cy Poe", None, id="nobody-bears-it"),
        pytest.param("Ann", "Ann", None, id="a-first-name-is-no-name"),
        pytest.param("Call Ann", "Ann Lee, Cy Poe", None, id="words-and-no-signature"),
    ],
)
def test_a_first_name_below_a_message_without_a_header_is_of_who_was_on_what_it_sends_on(
    signature: str, on_it: str, author: str | None
) -> None:
    assert told(f"FYI, see below.\n\n{signature}\n\n{FORWARDED.format(on_it)}")[0][0] == author


@pytest.mark.parametrize(
    ("body", "own"),
    [
        pytest.param("Please call me:\n555-010-0100\n\nBob\n", "Please call me: 555-010-0100 Bob", id="a-number-alone"),
        pytest.param("Bob Ray\nCounsel, ACME\n555 010 0100\n", "Bob Ray", id="a-signature-alone"),
    ],
)
def test_a_message_of_a_few_short_lines(body: str, own: str) -> None:
    assert told(OUTLOOK.replace("In the safe.", body).replace("Lee, Ann (Legal)", "Ray, Bob"))[0][3] == own


def test_a_list_of_files_runs_over_and_a_list_server_sends_for_its_members() -> None:
    text = OUTLOOK.replace("Lee, Ann (Legal) <ann@example.com>", "'Ann Lee' via Ledger Team <ledger@example.com>")
    text = text.replace("Re: Ledger\n", "Re: Ledger\nAttachments: image001.png; The whole of the\nbudget.xlsx; minutes.pdf\n")
    assert told(text)[0] == FIRST
