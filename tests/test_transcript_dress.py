"""Reporters' habits that differ: labels, by-lines, oaths, leaves with labels on them; and numbers at either margin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.cite import title
from ingest.reader import read
from tests.drawn import Text, drawn
from tests.drawn import transcript as drawn_page
from tests.sitting import APPEARANCES, COVER, HEARING_COVER, said, transcript, turns

TALK = """
     {by}
         Q.   Did you sign it?
              {other}:  Objection.
              {witness}:  I did.
         Q.   When was that?
         A.   In May.
         Q.   Which year?
         A.   2017.
"""


def speakers(page: str, *leaves: str) -> list[str]:
    return [row[2] for row in said(transcript(COVER, *(leaves or (APPEARANCES,)), page, first=2))]


LABELS = {
    "given names in the labels": ("BY MR. OWEN STRAND:", "MS. LILA MARSH", "THE WITNESS"),
    "attorneys": ("BY ATTORNEY STRAND:", "ATTORNEY MARSH", "THE WITNESS"),
    "a full name without a title": ("BY OWEN T. STRAND:", "MS. MARSH", "THE DEPONENT"),
    "a full name and esquire": ("EXAMINATION BY OWEN T. STRAND, ESQ.", "MS. MARSH", "THE WITNESS"),
    "the witness by name": ("BY MR. STRAND:", "MS. MARSH", "MS. QUILL"),
    "by alone on its line": ("EXAMINATION\n                  BY\n              MR. STRAND", "MS. MARSH", "THE WITNESS"),
    "by at the heading's end": ("EXAMINATION BY\n     MR. STRAND, ESQ.", "MS. MARSH", "THE WITNESS"),
    "dashes about the heading": ("- - - EXAMINATION - - -\n     BY MR. STRAND:", "MS. MARSH", "THE WITNESS"),
}


@pytest.mark.parametrize(("by", "other", "witness"), LABELS.values(), ids=LABELS)
def test_whatever_the_labels_the_same_people_speak(by: str, other: str, witness: str) -> None:
    document = transcript(COVER, APPEARANCES, TALK.format(by=by, other=other, witness=witness), first=3)
    examiner, deponent = "Owen T. Strand", "Mara K. Quill"
    assert [(row[0], row[2]) for row in said(document)] == [
        ("question", examiner),
        ("colloquy", "Lila Marsh"),
        ("answer", deponent),
        *[("question", examiner), ("answer", deponent)] * 2,
    ]


def test_surnames_alone_are_labels_where_they_come_again_and_again() -> None:
    page = "BY STRAND:\n     Q.   Why?\n   MARSH:  Objection.\n     A.   So.\n   MARSH:  Form.\n   STRAND:  Let us go on.\n   STRAND:  Now.\n   STRAND:  Yes.\n   MARSH:  No."
    assert speakers(page) == [
        "Owen T. Strand",
        "Lila Marsh",
        "Mara K. Quill",
        "Lila Marsh",
        *["Owen T. Strand"] * 3,
        "Lila Marsh",
    ]


def test_a_name_of_several_words_is_found_in_the_appearances() -> None:
    leaves = "APPEARANCES:\n  BY:  ADA VAN DER BERG, ESQ.\n  BY:  SEAN P. O'NEIL, ESQ.\n  BY:  ADA J. MARSH-BELL, ESQ."
    page = "MS. VAN DER BERG:  Yes.\nMR. O'NEIL:  No.\nMS. MARSH-BELL:  No, no."
    assert speakers(page, leaves) == ["Ada Van Der Berg", "Sean P. O'Neil", "Ada J. Marsh-Bell"]


@pytest.mark.parametrize("who", ["COUNSEL FOR PLAINTIFF", "AGREEMENT", "THE PROSECUTION"])
def test_a_by_line_without_a_name_names_nobody(who: str) -> None:
    page = f"BY {who}:\n     Q.   Why?\n     A.   So.\n     Q.   So?\n     A.   Yes."
    assert not any(who.title() in row[2] for row in said(transcript(COVER, page, first=2)))


def test_questions_and_answers_labelled_by_the_word() -> None:
    page = "BY MR. STRAND:\n" + "     QUESTION:  Why did you\nsign it?\n     ANSWER:  I forgot.\n" * 3
    assert [row[1:] for row in said(transcript(COVER, APPEARANCES, page, first=3))] == [
        ("QUESTION", "Owen T. Strand", "Why did you sign it?"),
        ("ANSWER", "Mara K. Quill", "I forgot."),
    ] * 3


def test_an_answer_that_is_read_out_in_a_question_is_no_label() -> None:
    page = """
         Q.   You were asked this:
              Question:  Did you sign it?
              Answer:  I did.
         Q.   Is that what you said?
         A.   It is.
    """
    assert [row[0] for row in said(transcript(COVER, page, first=2))] == ["question", "question", "answer"]


def test_an_answer_that_begins_with_a_figure_after_one_blank() -> None:
    page = (
        "BY MR. STRAND:\n"
        + "     Q Which year?\n     A 2017.\n     Q Are you sure?\n     A Yes.\n" * 2
        + "A 2017 note was found."
    )
    rows = said(transcript(COVER, APPEARANCES, page, first=3))
    assert [row[3] for row in rows] == ["Which year?", "2017.", "Are you sure?", "Yes."] * 1 + [
        "Which year?",
        "2017.",
        "Are you sure?",
        "Yes. A 2017 note was found.",
    ]


LEAVES = {
    "a videographer's name on the next line": "APPEARANCES:\nBY:  OWEN T. STRAND, ESQ.\nTHE VIDEOGRAPHER:\n     RUFUS BELL",
    "a videographer's name beside it": "A P P E A R A N C E S\nBy Mr. Owen T. Strand\nVIDEOGRAPHER:   Rufus Bell",
}


@pytest.mark.parametrize("leaf", LEAVES.values(), ids=LEAVES)
def test_a_list_of_those_present_says_nothing(leaf: str) -> None:
    page = "THE VIDEOGRAPHER:  We are on.\nBY MR. STRAND:\n     Q.   Why?\n     A.   So."
    document = transcript(COVER, leaf, page, first=1)
    assert [(row[1], row[2]) for row in said(document)] == [
        ("THE VIDEOGRAPHER", "Rufus Bell"),
        ("Q", "Owen T. Strand"),
        ("A", "Mara K. Quill"),
    ]


def test_a_name_ends_where_its_sentence_does() -> None:
    page = """
              THE VIDEOGRAPHER:  We are on the record.  My name is
     Rufus Bell.  Will counsel state their appearances.
              MR. STRAND:  Owen Strand.
              MS. MARSH:  Lila Marsh.
    """
    assert speakers(page, "INDEX")[0] == "Rufus Bell"


OATHS = {
    "in one line": "     ODO R. FINCH, PLAINTIFF'S WITNESS, SWORN",
    "previously": "     ODO R. FINCH,\n     PLAINTIFF'S WITNESS, PREVIOUSLY SWORN",
    "in small letters": "                Odo R. Finch,\n     having been first duly sworn, was examined and testified\n     as follows:",
}


@pytest.mark.parametrize("oath", OATHS.values(), ids=OATHS)
def test_a_witness_is_who_was_sworn(oath: str) -> None:
    page = f"""
              THE COURT:  Anything before the jury comes in?
              MR. STRAND:  No, Your Honor.
              THE CLERK:  Please stand.
{oath}
              THE WITNESS:  I do.
              THE CLERK:  State your name.
              THE WITNESS:  Odo Finch.
                     DIRECT EXAMINATION
     BY MR. STRAND:
         Q.   Where do you work?
         A.   At the mill.
"""
    document = transcript(HEARING_COVER, page, first=2)
    rows = [(s.kind, s.author.name, [p.name for p in s.addressees]) for s in turns(document)[3:] if s.author]
    assert rows == [
        ("colloquy", "Odo R. Finch", []),
        ("colloquy", "", []),
        ("colloquy", "Odo R. Finch", []),
        ("question", "Owen Strand", ["Odo R. Finch"]),
        ("answer", "Odo R. Finch", ["Owen Strand"]),
    ]


BENCHES = {
    "magistrate": ("BEFORE MAGISTRATE JUDGE INES B. CALDER", "THE COURT"),
    "office below the name": ("INES B. CALDER\n     UNITED STATES MAGISTRATE JUDGE", "THE COURT"),
    "honorable above the name": ("BEFORE THE HONORABLE\n     INES B. CALDER", "JUDGE CALDER"),
    "arbitrator by name": ("Before:   INES B. CALDER, Arbitrator", "ARBITRATOR CALDER"),
    "the arbitrator": ("Before:   INES B. CALDER, Arbitrator", "THE ARBITRATOR"),
    "special master": ("Special Master Ines B. Calder", "SPECIAL MASTER CALDER"),
}


@pytest.mark.parametrize(("bench", "label"), BENCHES.values(), ids=BENCHES)
def test_who_presides_is_named_on_the_cover(bench: str, label: str) -> None:
    cover = HEARING_COVER.replace("BEFORE THE HONORABLE INES B. CALDER, JUDGE", bench)
    page = f"     {label}:  Good morning.  Mr. Strand?\n     MR. STRAND:  Good morning.\n     {label}:  Go on."
    assert speakers(page, cover)[0] == "Ines B. Calder"


COVERS = {
    "on the next line": "VIDEO-RECORDED DEPOSITION OF\n     ADA B. LANE\n     May 6, 2019",
    "a company's, by its witness": "30(b)(6) DEPOSITION OF HARBOR BANK, N.A.\n     BY AND THROUGH ADA B. LANE\n     May 6, 2019",
    "a company's, by its representative": "RULE 30(b)(6) DEPOSITION OF HARBOR BANK, N.A.\n     Through its designated representative\n     ADA B. LANE\n     May 6, 2019",
    "before trial": "EXAMINATION BEFORE TRIAL of the Defendant, HARBOR\n     BANK, by ADA B. LANE, held on May 6, 2019",
    "an expert's": "DEPOSITION OF EXPERT WITNESS, ADA B. LANE, M.D.\n     May 6, 2019",
    "labelled": "WITNESS:  ADA B. LANE\n     DATE:  MAY 6, 2019",
    "with other days": "Date Action Filed:  January 4, 2018\n     Trial Date:  October 5, 2020\n     DEPOSITION OF ADA B. LANE\n     Taken on May 6, 2019",
}


@pytest.mark.parametrize("words", COVERS.values(), ids=COVERS)
def test_a_cover_names_the_witness_and_the_day(words: str) -> None:
    cover = COVER.replace(
        "DEPOSITION OF MARA K. QUILL\n                     Reno, Nevada\n                Monday, May 6, 2019", words
    )
    page = "BY MR. STRAND:\n     Q.   Why?\n     A.   So."
    document = transcript(cover, page, first=1)
    assert [(s.author.name, s.when.iso) for s in turns(document) if s.author and s.when] == [
        ("Mr. Strand", "2019-05-06"),
        ("Ada B. Lane", "2019-05-06"),
    ]


TITLES = {
    "a deposition that tells the trial date": (COVER.replace("Monday", "Trial Date: None set\n     Monday"), "Quill Dep."),
    "an examination before trial": (COVER.replace("DEPOSITION OF", "EXAMINATION BEFORE TRIAL OF"), "Quill Dep."),
    "a hearing with a witness": (HEARING_COVER.replace("PROCEEDINGS", "EVIDENTIARY HEARING"), "Hr'g Tr."),
    "a trial": (HEARING_COVER.replace("PROCEEDINGS", "JURY TRIAL"), "Trial Tr."),
    "a leaf of questions without a cover": ("INDEX\n  MARA K. QUILL    By Mr. Strand      2", "Quill Dep."),
}


@pytest.mark.parametrize(("cover", "written"), TITLES.values(), ids=TITLES)
def test_a_transcript_is_cited_as_what_it_calls_itself(cover: str, written: str) -> None:
    page = "     MARA K. QUILL, having been duly sworn, testified:\nBY MR. STRAND:\n     Q.   Why?\n     A.   So."
    document = transcript(cover, page, first=2)
    assert title(replace(document, segments=tuple(turns(document)))) == written


SHORT_COVERS = {
    "a district court's": "UNITED STATES DISTRICT COURT\n  ORCHARD LENDING, INC.,\n      Plaintiff,\n   v.    21 CV 17\n  HARBOR BANK, N.A.,\n      Defendant.    Trial",
    "a supreme court's": "IN THE SUPREME COURT OF EAST CAROLINA\n  ORCHARD LENDING, INC.,\n      Petitioner,\n   v.    No. 17\n  HARBOR BANK, N.A.,\n      Respondent.",
    "a bankruptcy court's": "UNITED STATES BANKRUPTCY COURT\n  IN RE:    Case No. 20-17\n  ORCHARD LENDING, INC.,\n      Debtor.",
}


@pytest.mark.parametrize("caption", SHORT_COVERS.values(), ids=SHORT_COVERS)
def test_a_caption_beside_the_talk_is_its_cover(caption: str) -> None:
    cover = f"{caption}\n      June 4, 2020\n  Before:\n      HON. INES B. CALDER,\n            District Judge\n  BY:  OWEN T. STRAND\n  BY:  LILA MARSH"
    page = "     THE COURT:  Good morning.\n     MR. STRAND:  Good morning.\n     MS. MARSH:  Good morning."
    document = transcript(cover, page, first=1)
    assert [row[2] for row in said(document)] == ["Ines B. Calder", "Owen T. Strand", "Lila Marsh"]
    assert {s.when.iso for s in turns(document) if s.when} == {"2020-06-04"}


def test_an_argument_before_a_court_of_justices() -> None:
    page = """
              CHIEF JUSTICE CALDER:  We will hear argument.
                 ORAL ARGUMENT OF OWEN T. STRAND
                   ON BEHALF OF THE PETITIONER
              MR. STRAND:  Thank you, and may it please
     the Court:  The bank did not wait.
              JUSTICE PIKE:  Why should it?
    """
    assert [row[1:] for row in said(transcript(HEARING_COVER, page, first=2))] == [
        ("CHIEF JUSTICE CALDER", "Ines B. Calder", "We will hear argument."),
        ("MR. STRAND", "Owen Strand", "Thank you, and may it please the Court: The bank did not wait."),
        ("JUSTICE PIKE", "Justice Pike", "Why should it?"),
    ]


def test_a_juror_speaks_and_a_witness_resumes() -> None:
    page = """
              THE COURT:  Good afternoon.
              A JUROR:  I need a glass of water.
              THE DEPUTY CLERK:  Here you are.
     ODO R. FINCH, resumed.
     BY MR. STRAND:
     Q.   Good afternoon.
     A.   Good afternoon.
    """
    assert [row[1:3] for row in said(transcript(HEARING_COVER, page, first=2))] == [
        ("THE COURT", "Ines B. Calder"),
        ("A JUROR", ""),
        ("THE DEPUTY CLERK", ""),
        ("Q", "Owen Strand"),
        ("A", "Odo R. Finch"),
    ]


def test_voices_that_nobody_knows_have_turns_of_their_own() -> None:
    page = "THE COURT:  Who is there?\nUNIDENTIFIED SPEAKER:  I cannot hear.\nFEMALE VOICE:  Nor I.\nTHE COURT:  Good."
    assert [row[1] for row in said(transcript(HEARING_COVER, page, first=2))] == [
        "THE COURT",
        "UNIDENTIFIED SPEAKER",
        "FEMALE VOICE",
        "THE COURT",
    ]


def test_a_short_last_line_at_the_margin_is_no_remnant_of_a_redaction() -> None:
    page = "".join(
        f"     MS. MARSH:  We object to number {n} for it is\nhearsay.\n     MR. STRAND:  We do not, and the rule is clear as to\nthat.\n"
        for n in range(4)
    )
    words = [row[3] for row in said(transcript(HEARING_COVER, page, page, first=2))]
    assert words[0] == "We object to number 0 for it is hearsay."
    assert words[1] == "We do not, and the rule is clear as to that."


SCANNED = {
    "a full stop for the colon": ("MS. MARSH.  Objection.", "THE WITNESS.  I did.", "Q."),
    "no blank after the title": ("MS.MARSH:  Objection.", "THE WITNESS:  I did.", "Q."),
    "a nought for the letter": ("MS. MARSH:  Objection.", "THE WITNESS:  I did.", "0."),
    "a semicolon": ("MS. MARSH;  Objection.", "THE WITNESS;  I did.", "O,"),
}


@pytest.mark.parametrize(("objection", "reply", "letter"), SCANNED.values(), ids=SCANNED)
def test_labels_as_scanners_read_them(objection: str, reply: str, letter: str) -> None:
    page = f"BY MR. STRAND:\n     Q.   Why?\n     A.   So.\n     {letter} Did you?\n          {objection}\n          {reply}\n     Q.   Yes?\n     A.   Yes."
    assert [row[2] for row in said(transcript(COVER, APPEARANCES, page, first=3))] == [
        *("Owen T. Strand", "Mara K. Quill", "Owen T. Strand", "Lila Marsh", "Mara K. Quill"),
        *("Owen T. Strand", "Mara K. Quill"),
    ]


def test_a_bracket_that_a_scanner_misread_still_closes_an_aside() -> None:
    page = "BY MR. STRAND:\n     Q.   So?\n     A.   Yes.\n          (Recess taken.}\n     Q.   So."
    assert [row[3] for row in said(transcript(COVER, page, first=2))] == ["So?", "Yes.", "So."]


@pytest.mark.parametrize("line", ["& Plum wrote it.", "$5 million then.", "§ 12 says so."])
def test_a_line_may_begin_with_a_sign(line: str) -> None:
    page = f"BY MR. STRAND:\n     Q.   So?\n     A.   I believe that Pear\n{line}\n     Q.   So."
    assert said(transcript(COVER, page, first=2))[1][3] == f"I believe that Pear {line}"


LINES = ["Q.   Did you sign it?", "A.   I did.", "Q.   Why?", "A.   I was asked to.", "Q.   By whom?", "A.   Nobody."] * 4


def numbered(*margins: float, clock: float | None = None) -> list[Text]:
    page: list[Text] = [(500, 740, "Page 7")]
    page += [(x + (0 if i > 9 else 6), 730 - 26 * i, str(i)) for x in margins for i in range(1, 25)]
    page += [(110, 730 - 26 * i, line) for i, line in enumerate(LINES, start=1)]
    if clock is not None:
        page += [(clock, 730 - 26 * i, f"09:{i + 10}:0{i % 10}") for i in range(1, 25)]
    return page


MARGINS = {
    "at the right": numbered(545),
    "at both margins": numbered(60, 545),
    "twice at the left": numbered(40, 66),
    "after a time stamp": numbered(78, clock=10),
}


@pytest.mark.parametrize("page", MARGINS.values(), ids=MARGINS)
def test_line_numbers_stand_at_either_margin(tmp_path: Path, page: list[Text]) -> None:
    document = read(drawn(tmp_path / "numbers.pdf", [page, page]))
    assert [line.span.of(document.text) for line in document.lines] == [" ".join(line.split()) for line in LINES] * 2
    assert [line.number for line in document.lines] == list(range(1, 25)) * 2


def test_a_running_head_with_a_line_number_to_itself_is_nobodys_words(tmp_path: Path) -> None:
    pages = [
        ["        M. QUILL", *LINES[:23]],
        ["        M. QUILL", "and then I left.", *LINES[:22]],
        ["        M. QUILL", *LINES[:23]],
    ]
    document = read(drawn(tmp_path / "heads.pdf", [drawn_page(page, label) for label, page in enumerate(pages, start=7)]))
    assert "M. QUILL" not in document.text
    answer = next(s for s in document.segments if "left" in document.words(s.spans))
    assert document.words(answer.spans) == "By whom? and then I left."
    place = document.place(answer.extent)
    assert (place.page_label, place.line_first, place.page_label_last, place.line_last) == ("7", 24, "8", 2)


def test_a_label_that_begins_page_after_page_is_no_running_head(tmp_path: Path) -> None:
    document = read(drawn(tmp_path / "turns.pdf", [drawn_page(["Q.   Okay?", *LINES[1:24]], label) for label in (7, 8, 9)]))
    assert document.text.count("Okay?") == 3
