"""A timeline tells once what is filed several times, with every cite; what is said twice stays twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from corpora.batch import ingest
from corpora.corpus import Corpus
from corpora.record import Review
from graph.conclusion import conclude
from graph.copies import each_once
from graph.decide import By, merge, split
from graph.people import people_of
from graph.row import Row, rows
from graph.timeline import timeline
from tests.drawn import Text, drawn

HEAD = ["From: Dana Lee <dlee@acme.example>", "To: Bob Ray <bray@acme.example>", "Sent: Wednesday, October 4, 2023 1:05 PM"]
MAIL = [*HEAD, "Subject: boxes", "", "Bob, the boxes stay where they are until counsel has seen the list."]
SHORT = [*HEAD[:2], "Sent: Thursday, October 5, 2023 9:12 AM", "Subject: boxes", "", "Thanks!"]
BRIEF = [
    'Mr. Webb testified: "We kept every one of the boxes in the yard."',
    'Ms. Quill testified: "Nobody asked me for a receipt before the audit of that spring."',
    "The record holds nothing that speaks against what these two witnesses told the court under oath.",
]


def page(entry: int, lines: list[str]) -> list[Text]:
    stamp = f"Case 3:24-cv-01234-ABC   Document {entry}   Filed 02/06/24   Page 1 of 1"
    return [(72, 770, stamp), *((72.0, 700.0 - 20 * i, line) for i, line in enumerate(lines) if line)]


def told_once(corpus: Corpus) -> list[Row]:
    people = people_of(corpus)
    return list(each_once(timeline(rows(corpus.records(), people)), corpus.copies(), people))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    for entry in (11, 12, 13):
        drawn(folder / f"mail-{entry}.pdf", [page(entry, MAIL)])
    for entry in (21, 22):
        drawn(folder / f"short-{entry}.pdf", [page(entry, SHORT)])
    drawn(folder / "public.pdf", [page(31, BRIEF)])
    drawn(folder / "sealed.pdf", [page(32, BRIEF)])
    drawn(
        folder / "reply.pdf",
        [page(33, ["On this the other side is silent.", BRIEF[0], "That is all that there is to say of it."])],
    )
    with Corpus.create(folder / "case") as corpus:
        ingest(corpus, sorted(folder.glob("*.pdf")))
        conclude(corpus)
    return folder / "case"


@pytest.fixture
def told(case: Path) -> Iterator[list[Row]]:
    with Corpus.open(case) as corpus:
        yield told_once(corpus)


def cites(told: list[Row], words: str) -> list[str]:
    return [row.cite for row in told if words in row.text]


def test_a_message_filed_three_times_is_told_once_with_its_cites(told: list[Row]) -> None:
    assert cites(told, "boxes stay") == ["Dkt. 11 at 1 (also Dkt. 12 at 1; Dkt. 13 at 1)"]
    assert cites(told, "Thanks!") == ["Dkt. 21 at 1 (also Dkt. 22 at 1)"]


def test_a_paper_filed_again_tells_nothing_anew_but_another_paper_does(told: list[Row]) -> None:
    assert cites(told, "Nobody asked me") == ["Dkt. 31 at 1 (also Dkt. 32 at 1)"]
    assert cites(told, "every one of the boxes") == ["Dkt. 31 at 1 (also Dkt. 32 at 1)", "Dkt. 33 at 1"]


def test_every_copy_stays_a_statement(case: Path) -> None:
    with Corpus.open(case) as corpus:
        assert sum("boxes stay" in record.text for record in corpus.records()) == 3


def test_a_copy_is_told_where_the_first_is_not_wanted(case: Path) -> None:
    told = CliRunner().invoke(cli.app, ["timeline", str(case), "--document", "mail-12"]).stdout
    assert "Dkt. 12 at 1" in told
    assert "1 statements" in told
    assert "also" not in told


def test_the_command_line_tells_copies_if_asked(case: Path) -> None:
    once = CliRunner().invoke(cli.app, ["timeline", str(case), "--speaker", "Lee"]).stdout
    every = CliRunner().invoke(cli.app, ["timeline", str(case), "--speaker", "Lee", "--copies"]).stdout
    assert (once.splitlines()[-1], every.splitlines()[-1]) == ("2 statements", "5 statements")


def test_words_said_twice_in_one_paper_are_said_twice(tmp_path: Path) -> None:
    lines = ["Q.  Did you sign it?", "A.  Yes, I did.", "Q.  Did you read it?", "A.  Yes, I did.", "Q.  When was that?"]
    drawn(tmp_path / "one.pdf", [page(41, lines * 4)])
    drawn(tmp_path / "two.pdf", [page(42, lines * 4)])
    with Corpus.create(tmp_path / "case") as corpus:
        ingest(corpus, sorted(tmp_path.glob("*.pdf")))
        conclude(corpus)
        every = list(rows(corpus.records(), people_of(corpus)))
        once = told_once(corpus)
    answers = [row for row in once if row.text == "Yes, I did."]
    assert 2 * len(answers) == sum(row.text == "Yes, I did." for row in every)
    assert len(answers) > 1


DANA, CARL = "Dana Lee <dlee@acme.example>", "Carl Fox <cfox@acme.example>"
BOB, EVE = "Bob Ray <bray@acme.example>", "Eve Orr <eorr@acme.example>"
DAY, MINUTE = "October 4, 2023", "Wednesday, October 4, 2023 1:05 PM"
FORM = (
    "The quarterly numbers for the northern region are attached and every manager is asked to confirm in writing by Friday "
    "that the stock count was done and that nothing was left out."
)
COVER = ["This page was kept by the clerk of the northern yard.", "Nobody else had a key to that cabinet in the spring."]
BY = By("A. Nalyst", "2026-01-01")


def mail(sender: str, to: str, sent: str, *lines: str) -> list[str]:
    return [f"From: {sender}", f"To: {to}", *([f"Sent: {sent}"] if sent else []), "Subject: count", "", *lines]


@contextmanager
def filed(folder: Path, *papers: list[str]) -> Iterator[Corpus]:
    """A corpus of the papers, filed as Dkt. 40, 41 and so on."""
    for entry, lines in enumerate(papers, start=40):
        drawn(folder / f"paper-{entry}.pdf", [page(entry, lines)])
    with Corpus.create(folder / "case") as corpus:
        ingest(corpus, sorted(folder.glob("*.pdf")))
        conclude(corpus)
        yield corpus


def who_to_where(corpus: Corpus) -> list[tuple[str, str, str]]:
    return [(row.speaker, row.addressees, row.cite) for row in told_once(corpus)]


@pytest.mark.parametrize("sent", [MINUTE, DAY, ""], ids=["minute", "day", "undated"])
def test_a_form_that_two_send_is_told_of_each(tmp_path: Path, sent: str) -> None:
    with filed(tmp_path, mail(DANA, BOB, sent, FORM), mail(CARL, EVE, sent, FORM)) as corpus:
        assert who_to_where(corpus) == [("Dana Lee", "Bob Ray", "Dkt. 40 at 1"), ("Carl Fox", "Eve Orr", "Dkt. 41 at 1")]


@pytest.mark.parametrize("words", [FORM, "Yes, do it."], ids=["long", "short"])
def test_what_is_sent_to_two_is_told_of_each(tmp_path: Path, words: str) -> None:
    with filed(tmp_path, mail(DANA, BOB, DAY, words), mail(DANA, EVE, DAY, words), mail(DANA, EVE, DAY, words)) as corpus:
        assert who_to_where(corpus) == [
            ("Dana Lee", "Bob Ray", "Dkt. 40 at 1"),
            ("Dana Lee", "Eve Orr", "Dkt. 41 at 1 (also Dkt. 42 at 1)"),
        ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("We will pay.", "We will not pay."), ("We owe 1.5 million.", "We owe 15 million."), ("It is done?", "It is done.")],
    ids=["not", "point", "question"],
)
def test_words_of_another_sense_are_never_left_out(tmp_path: Path, one: str, other: str) -> None:
    rest = (
        "The stock of the northern yard was counted twice and every sheet bears two names.",
        "Whoever has a question about the sheets may call the desk on any day before noon.",
        "The keys to the cabinet hang where they hung last year, behind the second door.",
    )
    with filed(tmp_path, mail(DANA, BOB, MINUTE, one, *rest), [*COVER, *mail(DANA, BOB, MINUTE, other, *rest)]) as corpus:
        assert [row.cite for row in told_once(corpus)] == ["Dkt. 40 at 1", "Dkt. 41 at 1"]


def test_an_undated_message_in_a_paper_filed_again_is_told_once(tmp_path: Path) -> None:
    with filed(tmp_path, mail(DANA, BOB, "", FORM), mail(DANA, BOB, "", FORM)) as corpus:
        assert who_to_where(corpus) == [("Dana Lee", "Bob Ray", "Dkt. 40 at 1 (also Dkt. 41 at 1)")]


def test_undated_messages_of_unlike_papers_are_told_each(tmp_path: Path) -> None:
    with filed(tmp_path, mail(DANA, BOB, "", "Yes, do it."), [*COVER, *mail(DANA, BOB, "", "Yes, do it.")]) as corpus:
        said = [row.cite for row in told_once(corpus) if "do it" in row.text]
    assert said == ["Dkt. 40 at 1", "Dkt. 41 at 1"]


def test_a_copy_whose_addressee_is_blanked_is_told_with_the_one_that_names_him(tmp_path: Path) -> None:
    with filed(tmp_path, mail(DANA, "[REDACTED]", DAY, FORM), mail(DANA, BOB, DAY, FORM)) as corpus:
        assert who_to_where(corpus) == [("Dana Lee", "Bob Ray", "Dkt. 41 at 1 (also Dkt. 40 at 1)")]


def test_a_blanked_addressee_who_may_be_either_is_told_alone(tmp_path: Path) -> None:
    papers = [mail(DANA, to, DAY, FORM) for to in ("[REDACTED]", BOB, EVE)]
    with filed(tmp_path, *papers) as corpus:
        assert sorted(cite for _, _, cite in who_to_where(corpus)) == ["Dkt. 40 at 1", "Dkt. 41 at 1", "Dkt. 42 at 1"]


def test_a_rejected_print_hides_no_other(tmp_path: Path) -> None:
    with filed(tmp_path, *[mail(DANA, BOB, DAY, FORM)] * 3) as corpus:
        first = told_once(corpus)[0].statement_id
        corpus.decide(first, Review("rejected", "A. Nalyst", "2026-01-01"))
        assert [(row.review.split(",")[0], row.cite) for row in told_once(corpus)] == [
            ("rejected", "Dkt. 40 at 1"),
            ("none", "Dkt. 41 at 1 (also Dkt. 42 at 1)"),
        ]


def test_a_print_whose_speaker_was_corrected_is_told_by_itself(tmp_path: Path) -> None:
    with filed(tmp_path, *[mail(DANA, BOB, DAY, FORM)] * 2) as corpus:
        (copy,) = corpus.copies()
        corpus.decide(copy, Review("corrected", "A. Nalyst", "2026-01-01", "Zora Neal"))
        assert who_to_where(corpus) == [("Dana Lee", "Bob Ray", "Dkt. 40 at 1"), ("Zora Neal", "Bob Ray", "Dkt. 41 at 1")]


@pytest.mark.parametrize("person", ["Dana Lee", "Bob Ray"], ids=["speaker", "addressee"])
def test_copies_follow_a_ruling_that_one_is_two(tmp_path: Path, person: str) -> None:
    with filed(tmp_path, *[mail(DANA, BOB, DAY, FORM)] * 2) as corpus:
        assert len(told_once(corpus)) == 1
        split(corpus, person, person, BY, document="paper-41")
        assert [row.cite for row in told_once(corpus)] == ["Dkt. 40 at 1", "Dkt. 41 at 1"]


@pytest.mark.parametrize(
    ("other", "two"),
    [
        (mail("Zora Neal <zneal@acme.example>", BOB, DAY, FORM), ("Dana Lee", "Zora Neal")),
        (mail(DANA, EVE, DAY, FORM), ("Bob Ray", "Eve Orr")),
    ],
    ids=["speaker", "addressee"],
)
def test_copies_follow_a_ruling_that_two_are_one(tmp_path: Path, other: list[str], two: tuple[str, str]) -> None:
    with filed(tmp_path, mail(DANA, BOB, DAY, FORM), other) as corpus:
        assert len(told_once(corpus)) == 2
        merge(corpus, *two, BY)
        assert [row.cite for row in told_once(corpus)] == ["Dkt. 40 at 1 (also Dkt. 41 at 1)"]
