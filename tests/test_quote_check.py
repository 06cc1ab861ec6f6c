"""Quotations against what they quote."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from corpora.record import Record
from graph.cited import is_cited
from graph.quote_check import Difference, QuoteCheck, check_quotes
from graph.quoted import pieces_of
from ingest.document import Docket, Document
from ingest.reader import read
from ingest.segment import Party, Segment
from ingest.span import Span
from tests.records import paper, record, when

MAIL = paper(
    "mail.pdf",
    "Dear Bob,",
    "We had every plan to use the files, and nobody told us to stop until the end of the",
    "month, when licens-",
    'ing came up. That\'s what I’d call an e-mail "for the ages". It was Cole who said the database is ours.',
    kind="email",
)


def check(quotation: str, *documents: Document, document: str = "brief.pdf") -> QuoteCheck:
    (found,) = check_quotes([record(quotation, kind="quote", document=document)], documents or (MAIL,))
    return found


@pytest.mark.parametrize(
    "quotation",
    [
        pytest.param("We had every plan to use the files", id="verbatim"),
        pytest.param("WE HAD EVERY PLAN TO USE THE FILES", id="another case"),
        pytest.param("nobody told us to stop,", id="punctuation at the edge"),
        pytest.param("[n]obody told us to stop", id="a letter in brackets"),
        pytest.param("[N]obody told us [sic] to stop", id="sic"),
        pytest.param("nobody told us to stop (emphasis added)", id="emphasis added"),
        pytest.param("We had every plan . . . to stop until the end", id="an omission"),
        pytest.param("We had every plan … to stop until the end", id="an ellipsis character"),
        pytest.param("We had every plan * * * to stop until the end", id="asterisks"),
        pytest.param("nobody told [Acme] to stop until the end", id="a word in brackets"),
        pytest.param("nobody told us to stop until [Acme said so at] the end of the month", id="words added in brackets"),
        pytest.param("[Cole] said the database is ours", id="a name for a pronoun"),
        pytest.param("until the end of the month, when licensing came up", id="over a page and a hyphen"),
        pytest.param("That’s what I'd call an email ‘for the ages’", id="typography"),
        pytest.param("who said the data-base is ours", id="hyphens"),
        pytest.param("nobody t[old] us to stop until the end", id="an ending in brackets"),
    ],
)
def test_exact(quotation: str) -> None:
    found = check(quotation)
    assert (found.state, found.score, found.differences) == ("exact", 1.0, ())


@pytest.mark.parametrize(
    ("quotation", "differences"),
    [
        pytest.param("We had no plan to use the files", [("no", "every")], id="another word"),
        pytest.param("We had every plan to use the old files", [("old", "")], id="a word added"),
        pytest.param("We had every plan to the files, and nobody", [("", "use")], id="a word dropped"),
        pytest.param(
            "nobody told us to quit until . . . month, when licensing came out",
            [("quit", "stop"), ("out", "up")],
            id="on both sides of an omission",
        ),
    ],
)
def test_altered_words_are_shown(quotation: str, differences: list[tuple[str, str]]) -> None:
    found = check(quotation)
    assert found.state == "altered"
    assert 0.8 <= found.score < 1
    assert found.differences == tuple(Difference(quoted, source) for quoted, source in differences)


@pytest.mark.parametrize(
    ("quotation", "state"),
    [
        ("Nobody at Acme has ever seen these papers", "not found"),
        ("to use the end of the files was told", "not found"),
        ("to stop", "too short"),
        ("", "too short"),
        ("the [old] files . . . stop", "too short"),
    ],
)
def test_what_is_not_there(quotation: str, state: str) -> None:
    found = check(quotation)
    assert (found.state, found.source, found.score) == (state, None, 0.0)


def test_the_source_is_cited_and_verbatim() -> None:
    source = check("nobody told us to stop until the end of the month").source
    assert source is not None
    assert (source.document, source.page, source.cite) == ("mail.pdf", 1, "mail.pdf at 1-2")
    assert source.text == "nobody told us to stop until the end of the month"
    assert source.span.of(MAIL.text).replace("\n", " ") == source.text


def test_a_filing_is_not_its_own_source() -> None:
    assert check("We had every plan to use the files", document="mail.pdf").state == "not found"


def test_the_mail_is_preferred_to_another_brief() -> None:
    brief = paper("answer.pdf", "Plaintiff says “We had every plan to use the files” and is wrong.")
    source = check("We had every plan to use the files", brief, MAIL).source
    assert source is not None
    assert source.document == "mail.pdf"


def test_exact_is_preferred_to_altered() -> None:
    brief = paper("answer.pdf", "We had no plan to use the files")
    source = check("We had no plan to use the files", MAIL, brief).source
    assert source is not None
    assert source.document == "answer.pdf"


def test_only_quotations_are_checked_in_their_order() -> None:
    records = [
        record("Nothing like it stands there", kind="quote"),
        record("We had it", kind="paraphrase"),
        record("to stop", kind="quote"),
    ]
    assert [found.state for found in check_quotes(records, [MAIL])] == ["not found", "too short"]


# What the filing cites


def exhibit(name: str, cover: str, *paragraphs: str) -> Document:
    return paper(name, cover, *paragraphs, kind="email")


def cited(quotation: str, cite: str) -> Record:
    found = record(quotation, kind="quote", document="brief.pdf")
    return replace(found, statement=replace(found.statement, record_cite=cite))


WORDS = "We had every plan to use the files"
EXHIBITS = [
    exhibit("a.pdf", "EXHIBIT 11", WORDS),
    exhibit("b.pdf", "Exhibit 12", WORDS),
    exhibit("c.pdf", "See Exhibit 13.", WORDS),
]


def test_the_cited_exhibit_is_preferred() -> None:
    records = [cited(WORDS, "Ex. 12 at 3"), cited(WORDS, "Id. at 4"), cited(WORDS, "Ex. 99 at 1"), cited(WORDS, "Ex. 13 at 1")]
    found = [check.source for check in check_quotes(records, EXHIBITS)]
    assert [(s.document, s.cited) for s in found if s] == [("b.pdf", True), ("b.pdf", True), ("a.pdf", False), ("a.pdf", False)]


def test_a_few_words_are_looked_for_where_they_are_cited() -> None:
    records = [cited("the files", "Ex. 12 at 3"), cited("no files", "Ex. 12 at 3"), cited("the files", "")]
    assert [check.state for check in check_quotes(records, EXHIBITS)] == ["exact", "too short", "too short"]


def test_words_in_quotation_marks_within_a_paraphrase_are_checked() -> None:
    told = record('Lee had “every plan to use” them and was "told to" stop', kind="paraphrase", document="brief.pdf")
    assert [(check.text, check.state) for check in check_quotes([told], EXHIBITS)] == [
        ("every plan to use", "exact"),
        ("told to", "too short"),
    ]


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        ("Dkt. 12-3 at 2", True),
        ("ECF No. 12-3", True),
        ("Dkt. 12 at 2", False),
        ("Lee Dep. 45:1-2", True),
        ("Roe Dep. 45:1-2", False),
        ("Lee Decl. ¶ 6", True),
        ("Roe Decl. ¶ 6", False),
        ("Trial Tr. 4:1", False),
        ("Ex. B at 1", True),
        ("Plaintiffs' Ex. C", False),
        ("", False),
    ],
)
def test_a_record_cite_names_a_document(cite: str, expected: bool) -> None:
    sworn = Segment((Span(0, 5),), "declaration", Party("DANA LEE", "Dana Lee"))
    document = replace(paper("x.pdf", "Plaintiff’s EXHIBIT B", "Yes."), docket=Docket("23-1", "12", "3"), segments=(sworn,))
    assert is_cited(cite, document, "Lee Dep.") is expected


# Where it can come from

FILED = Docket("23-1", "20", filed=date(2025, 1, 10))


def quoting(words: str, docket: Docket = FILED, cite: str = "") -> Record:
    return replace(cited(words, cite), docket=docket)


def said_on(iso: str) -> Document:
    """A hearing of that day at which the words were said."""
    hearing = exhibit("hearing.pdf", "EXHIBIT 12", WORDS)
    return replace(hearing, segments=tuple(replace(segment, when=when(iso)) for segment in hearing.segments))


@pytest.mark.parametrize(
    ("source", "cite", "state"),
    [
        pytest.param(said_on("2024-12-01"), "", "exact", id="said before"),
        pytest.param(said_on("2025-01-30"), "", "not found", id="said after it was filed"),
        pytest.param(said_on("2025-01-30"), "Ex. 12 at 2", "exact", id="cited all the same"),
        pytest.param(
            replace(paper("later.pdf", WORDS), docket=Docket("23-1", "30", filed=date(2025, 2, 1))),
            "",
            "not found",
            id="a later brief",
        ),
        pytest.param(
            replace(paper("earlier.pdf", WORDS), docket=Docket("23-1", "3", filed=date(2024, 2, 1))),
            "",
            "exact",
            id="an earlier one",
        ),
        pytest.param(
            replace(paper("other.pdf", WORDS), docket=Docket("19-7", "3", filed=date(2024, 2, 1))),
            "",
            "exact",
            id="word for word in another case",
        ),
        pytest.param(
            replace(paper("other.pdf", WORDS.replace("every", "no")), docket=Docket("19-7", "3", filed=date(2024, 2, 1))),
            "",
            "not found",
            id="nearly so in another case",
        ),
    ],
)
def test_what_is_quoted_was_said_before_and_in_the_case(source: Document, cite: str, state: str) -> None:
    (found,) = check_quotes([quoting(WORDS, cite=cite)], [source])
    assert found.state == state


def test_a_paper_that_quotes_the_same_words_is_no_source() -> None:
    press = paper("press.pdf", f"“{WORDS},” she said on Monday.")
    there = record(WORDS, kind="quote", document="press.pdf")
    told = replace(there, statement=replace(there.statement, spans=(Span(1, 1 + len(WORDS)),)))
    assert [found.state for found in check_quotes([quoting(WORDS), told], [press])] == ["not found", "not found"]
    assert check_quotes([quoting(WORDS), told], [press, MAIL])[0].source is not None


def test_scraps_that_stand_anywhere_are_no_altered_quotation() -> None:
    opinion = paper(
        "opinion.pdf",
        "The existence of a rule is for the court. On the basis of the record the motion fails.",
        "No party was even aware of it.",
    )
    assert (
        check("[t]he prudence ... reasonable ... act[ed] on the basis of ... or was even aware of it", opinion).state
        == "not found"
    )


def test_pieces_and_gaps() -> None:
    pieces = pieces_of("[t]he files [sic] were . . . our[s] [and theirs]")
    assert [(piece.folded, piece.gap) for piece in pieces] == [(("the", "files", "were"), 0)]


_SENTENCE = "the files were used by our team until somebody in legal said stop and then we did not stop at all"
_WORDS = _SENTENCE.split()


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(_WORDS) - 5), st.integers(4, 9), st.randoms(use_true_random=False))
def test_any_run_of_words_is_found_where_it_stands(first: int, length: int, rng: random.Random) -> None:
    """However the source is broken into lines, and whatever stands around it."""
    around = [rng.choice(("lorem", "ipsum", "dolor")) for _ in range(6)]
    source = paper("mail.pdf", " ".join(around[:3]), *_lines(_WORDS, rng), " ".join(around[3:]), kind="email")
    quoted = _WORDS[first : first + length]
    found = check(" ".join(quoted), source)
    assert found.state == "exact"
    assert found.source is not None
    assert found.source.text.split() == quoted


def _lines(words: list[str], rng: random.Random) -> list[str]:
    cuts = sorted(rng.sample(range(1, len(words)), 3))
    return [" ".join(words[a:b]) for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True)]


@given(st.text(alphabet="ab [].…*’'\n-", max_size=60))
def test_no_quotation_breaks_the_check(quotation: str) -> None:
    assert check(quotation).state in {"exact", "altered", "not found", "too short"}


@pytest.mark.slow
def test_many_quotations_in_a_long_text_take_seconds() -> None:
    """200,000 words and 2,000 quotations: an index, not a product."""
    rng = random.Random(5)
    words = [
        f"{rng.choice('bcdfglmnprst')}{rng.choice('aeiou')}{rng.choice('bcdfglmnprst')}{rng.choice('aeiou')}"
        for _ in range(200_000)
    ]
    long = paper("long.pdf", *(" ".join(words[i : i + 12]) for i in range(0, len(words), 12)))
    starts = [rng.randrange(len(words) - 20) for _ in range(2_000)]
    records = [record(" ".join(words[i : i + 15]), kind="quote", document="brief.pdf") for i in starts]
    assert {found.state for found in check_quotes(records, [long])} == {"exact"}


def test_a_source_is_cited_with_its_footnote_and_among_the_cases_of_the_corpus(tmp_path: Path) -> None:
    exhibit_ = Canvas(str(tmp_path / "e.pdf"), pagesize=(612, 792), invariant=True)
    exhibit_.setFont("Times-Roman", 12)
    exhibit_.drawString(72, 770, "Case 3:24-cv-01234-ABC   Document 20   Filed 02/06/24   Page 1 of 1")
    line = "The order of the board was read aloud in a row, and all who were there agree."
    for row in range(20):
        exhibit_.drawString(72, 720 - 24 * row, line)
    exhibit_.setFont("Times-Roman", 7)
    exhibit_.drawString(72 + exhibit_.stringWidth(line, "Times-Roman", 12), 604, "4")
    exhibit_.setFont("Times-Roman", 10)
    exhibit_.line(72, 205, 220, 205)
    note = "4  The seven valves of the northern station were opened by nobody that night."
    exhibit_.drawString(72, 190, note)
    exhibit_.showPage()
    exhibit_.save()
    source = read(tmp_path / "e.pdf")
    (alone,) = check_quotes([cited(note[3:], "Dkt. 20 at 1")], [source])
    (among,) = check_quotes([cited(note[3:], "Dkt. 20 at 1")], [source], {"24-cv-01234", "23-cv-00077"})
    assert alone.source is not None
    assert among.source is not None
    assert (alone.source.cite, among.source.cite) == ("Dkt. 20 at 1 n.4", "No. 3:24-cv-01234, Dkt. 20 at 1 n.4")
