"""Mail as files: what a message's own header says, where its words stand, and what is refused."""

import contextlib
import itertools
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.sample import eml, exhibit_12, exhibit_14
from corpora.sample.filing import Filing
from corpora.sample.printer import to_pdf
from ingest import load_file, mbox_file, rtf_text
from ingest.container import members, sha256
from ingest.document import Document
from ingest.errors import Damaged, NotAPdf, ReadError
from ingest.html_text import text_of
from ingest.mail_file import read_message
from ingest.reader import read
from ingest.segment import Party
from tests.made_msg import msg, utf16

PLAIN = b"""\
From: Ann Lee <ann@example.com>
To: "Ray, Bob" <bob@example.com>,
 cy.poe@example.com
Cc: Legal Team <legal@example.com>
Date: Wed, 4 Oct 2023 13:05:00 -0700
Subject: Re: Ledger

In the safe.

Ann

On Wed, Oct 4, 2023 at 12:01 PM, Bob Ray <bob@example.com> wrote:
> Where is the ledger?
"""
Told = tuple[str, list[str], str | None, str]


def name(party: Party | None) -> str:
    return (party.name or party.address) if party else ""


def told(document: Document) -> list[Told]:
    """Author, addressees, time and words of each message."""
    mails = [segment for segment in document.segments if segment.kind == "email"]
    return [(name(m.author), [name(a) for a in m.addressees], m.when and m.when.iso, document.words(m.spans)) for m in mails]


ANSWER: Told = ("Ann Lee", ["Bob Ray", "Cy Poe", "Legal Team"], "2023-10-04T13:05:00", "In the safe. Ann")
QUESTION: Told = ("Bob Ray", [], "2023-10-04T12:01", "Where is the ledger?")


def of(data: bytes) -> Document:
    return read_message(data, "1.eml")


def test_a_message_and_what_it_quotes_are_two_messages() -> None:
    document = of(PLAIN)
    assert told(document) == [ANSWER, QUESTION]
    assert document.metadata.title == "Re: Ledger"
    assert [page.number for page in document.pages] == [1]


def test_everything_named_stands_in_the_text() -> None:
    document = of(PLAIN)
    for segment in document.segments:
        for party in (segment.author, *segment.addressees):
            assert party is None or (party.span is not None and party.span.of(document.text) == party.as_written)


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("To: =?utf-8?Q?Lee=2C_Ann?= <ann@example.com>, Bob Ray <bob@example.com>", ["Ann Lee", "Bob Ray"]),
        ("To: Lee, Ann <ann@example.com>", ["Ann Lee"]),
        ("To: =?iso-8859-1?Q?Am=E9lie_Roux?= <amelie@example.com>", ["Amélie Roux"]),
        ("To: =?no-such-charset?Q?Ann?= <ann@example.com>", ["=?no-such-charset?Q?Ann?="]),
        ("To: Ann Lee/Legal/ACME@ACME, Bob Ray/ACME@ACME", ["Ann Lee", "Bob Ray"]),
        ("To: undisclosed-recipients:;", []),
        ("To: ann@example.com\nX-To: Lee, Ann", ["Ann Lee"]),
    ],
    ids=["encoded-comma", "bare-comma", "latin", "unknown-charset", "lotus", "nobody", "names-beside"],
)
def test_whom_a_field_names(field: str, names: list[str]) -> None:
    data = f"From: Cy Poe <cy@example.com>\n{field}\nDate: Wed, 4 Oct 2023 13:05:00 -0700\n\nFine.\n".encode()
    assert told(of(data))[0][1] == names


def built(html: str, plain: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Ann Lee <ann@example.com>", "Bob Ray <bob@example.com>"
    message["Date"], message["Subject"] = "Wed, 4 Oct 2023 13:05:00 -0700", "Ledger"
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return message


GMAIL = (
    "<div>In the safe.</div><div>On Wed, Oct 4, 2023 at 12:01 PM, Bob Ray &lt;<a href='mailto:bob@example.com'>bob@example.com</a>"
    "&gt; wrote:<br></div><blockquote><style>p {color: red}</style><p>Where is<br>the ledger?</p></blockquote>"
)
OUTLOOK = (
    "<p>In the safe.<o:p></o:p></p><div style='border-top:solid'><p><b>From:</b> Bob Ray &lt;bob@example.com&gt;<br><b>Sent:</b> "
    "Wednesday, October 4, 2023 12:01 PM<br><b>To:</b> Ann Lee<br><b>Subject:</b> Ledger</p></div><p>Where is the ledger?</p>"
)


@pytest.mark.parametrize("html", [GMAIL, OUTLOOK], ids=["gmail", "outlook"])
def test_an_html_body_is_read_as_it_is_seen(html: str) -> None:
    found = told(of(built(html).as_bytes()))
    assert [(author, when, words) for author, _, when, words in found] == [
        ("Ann Lee", "2023-10-04T13:05:00", "In the safe."),
        ("Bob Ray", "2023-10-04T12:01", "Where is the ledger?"),
    ]


def test_of_two_alternatives_the_plain_one_is_read() -> None:
    assert told(of(built("<p>In colour.</p>", "In black and white.\n").as_bytes()))[0][3] == "In black and white."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("a<br><br>b", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a   b\nc"),
        ("<head><title>no</title></head><script>no()</script>yes", "yes"),
        ("Q&amp;A &#8212; &nbsp;fine", "Q&A —  fine"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n\n> > b\n\nc"),
    ],
    ids=["unclosed", "breaks", "table", "hidden", "entities", "preformatted", "quoted"],
)
def test_html_as_text(html: str, text: str) -> None:
    assert text_of(html) == text


def test_an_attached_file_is_named_and_an_attached_message_is_read() -> None:
    message = built("", "See below.\n")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="plan.pdf")
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Date"] = (
        "Cy Poe <cy@example.com>",
        "Ann Lee <ann@example.com>",
        "Tue, 3 Oct 2023 09:00:00 -0700",
    )
    inner["Subject"] = "Plan"
    inner.set_content("Here is the plan.\n")
    message.add_attachment(inner)
    document = of(message.as_bytes())
    assert document.metadata.attachments == ("plan.pdf", "Plan.eml")
    assert [(row[0], row[3]) for row in told(document)] == [("Ann Lee", "See below."), ("Cy Poe", "Here is the plan.")]


def test_words_beyond_the_declared_charset_are_read_as_windows_writes_them() -> None:
    data = b"From: Ann Lee <ann@example.com>\nDate: Wed, 4 Oct 2023 13:05:00 -0700\nContent-Type: text/plain; charset=us-ascii\n\nThe \x93ledger\x94.\n"
    assert told(of(data))[0][3] == "The “ledger”."


@pytest.mark.parametrize(
    "data", [b"", b"Dear Ann,\n\nFine.\n", b"\x00\x01\x02", b"%PDF-1.7\n"], ids=["empty", "letter", "bytes", "pdf"]
)
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPdf, match="no mail"):
        of(data)


FIELDS = st.sampled_from([b"From: Ann <ann@example.com", b"To: ;,<>@", b"Date: Wed, 99 Oct", b"Subject: =?utf-8?B?!?=", b"Content-Type: multipart/mixed; boundary=x", b"Content-Type: text/html; charset=zz", b"Content-Transfer-Encoding: base64", b"--x", b"--x--", b"", b"<p>words &#x110000;", b"\xff\xfe\x00"])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(FIELDS, max_size=14))
def test_no_bytes_break_the_reader_and_spans_are_verbatim(lines: list[bytes]) -> None:
    document = of(b"From: Ann Lee <ann@example.com>\n" + b"\n".join(lines))
    spans = sorted(span for segment in document.segments for span in segment.spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert name(document.segments[0].author) in {"Ann Lee", "Ann", ""}


def messages_in(document: Document) -> list[Told]:
    """As :func:`told`, by the minute, as paper prints it."""
    return sorted((author, to, (when or "")[:16], words) for author, to, when, words in told(document))


@pytest.mark.parametrize("filing", [exhibit_12.FILING, exhibit_14.FILING], ids=["chain-in-text", "messages-in-html"])
def test_mail_files_give_the_messages_that_their_print_gives(filing: Filing, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(to_pdf(filing.set().sheets, filing.title))
    number = filing.title.rpartition(" ")[2]
    files = [of(data) for name, data in eml.mails() if f"-{number}" in name]
    printed = messages_in(read(paper))
    assert len(printed) >= 4
    assert sorted(row for document in files for row in messages_in(document)) == printed


@pytest.fixture
def box(tmp_path: Path) -> Path:
    path = tmp_path / "lee.mbox"
    second = PLAIN.replace(b"In the safe.", b">From where I sit, in the safe.")
    path.write_bytes(b"From ann Wed Oct  4 13:05:00 2023\n" + PLAIN + b"\nFrom ann Wed Oct  4 13:06:00 2023\n" + second)
    return path


def test_every_message_of_a_mailbox_is_a_document(box: Path) -> None:
    paths = mbox_file.messages(box)
    assert [path.name for path in paths] == ["lee.mbox#1", "lee.mbox#2"]
    first, second = (read(path) for path in paths)
    assert (first.name, told(first)) == ("lee.mbox#1", [ANSWER, QUESTION])
    assert told(second)[0][3] == "From where I sit, in the safe. Ann"
    assert first.id != second.id


def test_a_container_has_members_whose_hash_is_their_documents_id(box: Path) -> None:
    paths = (*members(box), *members(production(box.parent)), *members(box.with_name("1.eml")))
    assert [path.name for path in paths] == ["lee.mbox#1", "lee.mbox#2", "vol1.dat#ACME_0001", "vol1.dat#ACME_0002", "1.eml"]
    hashes = [sha256(path) for path in paths[:-1]]
    assert hashes == [read(path).id for path in paths[:-1]]
    assert sha256(box.parent / "TEXT" / "ACME_0001.txt") not in hashes


def test_a_mailbox_says_which_messages_it_holds(box: Path, tmp_path: Path) -> None:
    with pytest.raises(NotAPdf, match="2 messages"):
        read(box)
    with pytest.raises(Damaged, match="holds 2"):
        read(box.with_name("lee.mbox#3"))
    (tmp_path / "no.mbox").write_text("nothing")
    with pytest.raises(NotAPdf, match="no mailbox"):
        read(tmp_path / "no.mbox")


SENT_AT = (datetime(2023, 10, 4, 20, 5) - datetime(1601, 1, 1)) // timedelta(microseconds=1) * 10


def outlook(**changed: bytes) -> bytes:
    properties = {
        "0037001F": utf16("Ledger"),
        "0C1A001F": utf16("Lee, Ann"),
        "5D01001F": utf16("ann@example.com"),
        "1000001F": utf16("In the safe.\r\n\r\nAnn\r\n"),
    }
    bob = ({"3001001F": utf16("Bob Ray"), "39FE001F": utf16("bob@example.com")}, {0x0C15_0003: 1})
    cy = ({"3001001E": b"Poe, Cy", "3003001E": b"/O=ACME/CN=CPOE"}, {0x0C15_0003: 2})
    return msg(properties | changed, {0x0039_0040: SENT_AT}, [bob, cy], [{"3707001F": utf16("plan.pdf")}])


def test_an_outlook_message(tmp_path: Path) -> None:
    path = tmp_path / "1.msg"
    path.write_bytes(outlook())
    document = read(path)
    assert told(document) == [("Ann Lee", ["Bob Ray", "Cy Poe"], "2023-10-04T20:05:00", "In the safe. Ann")]
    assert document.metadata.attachments == ("plan.pdf",)
    assert document.segments[0].addressees[1].role == "cc"


def test_an_outlook_message_tells_its_id_and_what_it_answers(tmp_path: Path) -> None:
    path = tmp_path / "1.msg"
    path.write_bytes(outlook(**{"1035001F": utf16("<a2@x.example>"), "1042001F": utf16("<b1@x.example>")}))
    told_of_itself = read(path).metadata
    assert (told_of_itself.message_id, told_of_itself.answers) == ("a2@x.example", ("b1@x.example",))


def test_an_outlook_message_keeps_the_date_as_sent(tmp_path: Path) -> None:
    path = tmp_path / "1.msg"
    path.write_bytes(outlook(**{"007D001F": utf16("Received: x\r\nDate: Wed, 4 Oct 2023 13:05:00 -0700\r\n")}))
    assert told(read(path))[0][2] == "2023-10-04T13:05:00"


def test_an_outlook_message_in_html(tmp_path: Path) -> None:
    path = tmp_path / "1.msg"
    path.write_bytes(outlook(**{"1000001F": b"", "10130102": GMAIL.encode()}))
    assert [row[3] for row in told(read(path))] == ["In the safe.", "Where is the ledger?"]


# The example of MS-OXRTFCP.
HELLO = bytes.fromhex("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0")


def test_compressed_rtf_as_its_specification_shows_it() -> None:
    assert rtf_text.unpacked(HELLO) == rb"{\rtf1\ansi\ansicpg1252\pard hello world}" + b"\r\n"


WRAPPED = (
    rb"{\rtf1\fromhtml1{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 In the safe.\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}"
    rb"{\*\htmltag64 <p>}Ann{\*\htmltag72 </p>}}"
)


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1{\fonttbl{\f0 Arial;}}{\*\generator x;}\f0 In the safe.\par Ann\par}", "In the safe.\nAnn"),
        (rb"{\rtf1\uc1 Am\'e9lie\u8217?s \{ledger\}\~here}", "Amélie’s {ledger}\xa0here"),
        (rb"{\rtf1\u-10179?\u-8704?}", "😀"),
        (WRAPPED, "In the safe.\n\nAnn"),
        (b"", ""),
    ],
    ids=["plain", "letters", "halves", "html-inside", "empty"],
)
def test_rtf_as_text(rtf: bytes, text: str) -> None:
    assert rtf_text.text_of(rtf) == text


def test_an_outlook_message_that_keeps_its_words_in_rtf(tmp_path: Path) -> None:
    path = tmp_path / "1.msg"
    path.write_bytes(outlook(**{"1000001F": b"", "10090102": HELLO}))
    assert told(read(path))[0][3] == "hello world"


@given(st.binary(max_size=300))
def test_no_rtf_breaks_the_reader(data: bytes) -> None:
    rtf_text.text_of(b"{\\rtf1" + data)
    with contextlib.suppress(IndexError):
        rtf_text.unpacked(data[:8].ljust(8, b"\xff") + b"LZFu" + data)


@pytest.mark.parametrize(
    "data",
    [b"", b"From: Ann\n\nFine", outlook()[:700], outlook()[:512] + b"\xff" * 4096],
    ids=["empty", "mail", "cut", "garbage"],
)
def test_what_is_no_outlook_message_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "1.msg"
    path.write_bytes(data)
    with pytest.raises(ReadError):
        read(path)


def production(folder: Path, encoding: str = "utf-8") -> Path:
    """Two documents: a mail of one page with its words in a text file, and a memorandum of two pages."""
    rows = [
        ["Bates Begin", "Bates End", "Email From", "Email To", "Email CC", "Date Sent", "Time Sent", "Email Subject/Title", "Text Link"],
        ["ACME_0001", "ACME_0001", "Lee, Ann <ann@example.com>", "Ray, Bob; Poe, Cy", "", "10/04/2023", "1:05 PM", "Ledger", r"\VOL1\TEXT\ACME_0001.txt"],
        ["ACME_0002", "ACME_0003", "", "", "", "", "", "", r"VOL1\TEXT\ACME_0002.txt"],
    ]  # fmt: skip
    path = folder / "vol1.dat"
    path.write_bytes("\r\n".join("\x14".join(f"þ{value}þ" for value in row) for row in rows).encode(encoding))
    (folder / "TEXT").mkdir()
    (folder / "TEXT" / "ACME_0001.txt").write_text("In the safe – all of it.\n\nAnn\n", encoding=encoding)
    (folder / "TEXT" / "ACME_0002.txt").write_text("First page.\n\fSecond page.\n", encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_production_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    path = production(tmp_path, encoding)
    first, second = (read(one) for one in load_file.records(path))
    assert first.name == "vol1.dat#ACME_0001"
    assert told(first) == [("Ann Lee", ["Bob Ray", "Cy Poe"], "2023-10-04T13:05", "In the safe – all of it. Ann")]
    assert [page.bates for page in second.pages] == ["ACME_0002", "ACME_0003"]
    assert told(second) == []


def test_the_opt_tells_the_pages_bates_numbers(tmp_path: Path) -> None:
    path = production(tmp_path)
    (tmp_path / "vol1.opt").write_text("ACME_0001,V,a.tif,Y,,,1\nACME_0002,V,b.tif,Y,,,2\nACME_0002.001,V,c.tif,,,,\n")
    document = read(path.with_name("vol1.dat#ACME_0002"))
    assert [page.bates for page in document.pages] == ["ACME_0002", "ACME_0002.001"]


def test_a_text_that_prints_its_header_is_read_as_printed(tmp_path: Path) -> None:
    path = production(tmp_path)
    printed = "From: Ann Lee\nSent: Wednesday, October 4, 2023 1:05 PM\nTo: Bob Ray\nSubject: Ledger\n\nIn the safe.\n"
    (tmp_path / "TEXT" / "ACME_0001.txt").write_text(printed)
    document = read(path.with_name("vol1.dat#ACME_0001"))
    assert told(document) == [("Ann Lee", ["Bob Ray"], "2023-10-04T13:05", "In the safe.")]
    assert document.text == printed


def test_words_kept_in_the_load_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "v.dat"
    path.write_text(
        "þBEGDOCþ\x14þFROMþ\x14þDATESENTþ\x14þEXTRACTEDTEXTþ\nþA1þ\x14þAnn Leeþ\x14þ20231004þ\x14þIn the safe.®®Annþ\n"
    )
    assert told(read(path)) == [("Ann Lee", [], "2023-10-04", "In the safe. Ann")]


def test_a_load_file_tells_ids_and_what_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "v.dat"
    path.write_text(
        "þBEGDOCþ\x14þFROMþ\x14þMessage IDþ\x14þIn-Reply-Toþ\x14þEXTRACTEDTEXTþ\n"
        "þA1þ\x14þAnn Leeþ\x14þ<a2@x.example>þ\x14þb1@x.exampleþ\x14þIn the safe.þ\n"
    )
    told_of_itself = read(path).metadata
    assert (told_of_itself.message_id, told_of_itself.answers) == ("a2@x.example", ("b1@x.example",))


def test_a_record_reaches_no_file_outside_the_production(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "deep" / "vol"
    inside.mkdir(parents=True)
    path = production(inside)
    (inside / "TEXT" / "ACME_0001.txt").unlink()
    path.write_text(
        path.read_text(encoding="utf-8").replace(r"\VOL1\TEXT\ACME_0001.txt", r"..\..\secret.txt"), encoding="utf-8"
    )
    with pytest.raises(Damaged, match="text is missing"):
        read(path.with_name("vol1.dat#ACME_0001"))


def test_what_is_no_load_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "winmail.dat"
    path.write_bytes(b"\x78\x9f\x3e\x22")
    with pytest.raises(NotAPdf, match="no load file"):
        load_file.records(path)
    with pytest.raises(Damaged, match="no record"):
        read(production(tmp_path).with_name("vol1.dat#ACME_0009"))
