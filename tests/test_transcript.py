"""Transcripts: who asks, who answers, who else speaks; the same in every reporter's dress."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Box, Document
from ingest.reader import read
from ingest.transcript import find_turns
from tests.papers import paper, printed
from tests.shared import SHARED, needs_shared
from tests.sitting import APPEARANCES, COVER, HEARING_COVER, said, transcript, turns

DEPOSITION = """
                        EXAMINATION
     BY MR. STRAND:
         Q.   Did you sign the note, Ms. Quill?
         A.   I did.
         Q.   And who asked you
     to sign it?
              MS. MARSH:  Objection.  Vague.
              THE WITNESS:  Nobody asked me.
     BY MR. STRAND:
         Q.   When was that?
         A.   In the
     spring of 2017.
                (Recess taken.)
              MR. STRAND:  Let's go on.
"""


@pytest.fixture(scope="module")
def deposition() -> Document:
    return transcript(COVER, APPEARANCES, DEPOSITION, labels=("1", "2", "3"), first=3)


def test_a_deposition_turn_by_turn(deposition: Document) -> None:
    assert said(deposition) == [
        ("question", "Q", "Owen T. Strand", "Did you sign the note, Ms. Quill?"),
        ("answer", "A", "Mara K. Quill", "I did."),
        ("question", "Q", "Owen T. Strand", "And who asked you to sign it?"),
        ("colloquy", "MS. MARSH", "Lila Marsh", "Objection. Vague."),
        ("answer", "THE WITNESS", "Mara K. Quill", "Nobody asked me."),
        ("question", "Q", "Owen T. Strand", "When was that?"),
        ("answer", "A", "Mara K. Quill", "In the spring of 2017."),
        ("colloquy", "MR. STRAND", "Owen T. Strand", "Let's go on."),
    ]


def test_questions_go_to_the_witness_and_answers_to_the_examiner(deposition: Document) -> None:
    to = [(s.kind, *(party.name for party in s.addressees)) for s in turns(deposition)][:5]
    assert to == [
        ("question", "Mara K. Quill"),
        ("answer", "Owen T. Strand"),
        ("question", "Mara K. Quill"),
        ("colloquy",),
        ("answer", "Owen T. Strand"),
    ]


def test_a_turn_stands_where_its_label_does_and_dates_from_the_cover(deposition: Document) -> None:
    third = turns(deposition)[2]
    place = deposition.place(third.extent)
    assert (place.page_label, place.line_first, place.line_last) == ("3", 5, 6)
    assert third.header is not None
    assert third.header.of(deposition.text) == "Q."
    assert third.when is not None
    assert (third.when.iso, third.when.as_written) == ("2019-05-06", "Monday, May 6, 2019")


def test_roles_come_from_the_appearances(deposition: Document) -> None:
    roles = {s.author.name: s.author.role for s in turns(deposition) if s.author and s.kind == "colloquy"}
    assert roles == {"Lila Marsh": "counsel for Defendant Harbor Bank", "Owen T. Strand": "counsel for Plaintiff"}


def test_cover_headings_and_parentheticals_are_matter_and_everything_is_claimed_once(deposition: Document) -> None:
    segments = find_turns(deposition, (deposition.lines,))
    matter = [deposition.words(s.spans) for s in segments if s.kind == "matter"]
    assert "EXAMINATION BY MR. STRAND:" in matter
    assert "(Recess taken.)" in matter
    extents = [s.extent for s in segments]
    assert all(a.end <= b.start for a, b in pairwise(extents))
    assert all(any(extent.contains(line.span) for extent in extents) for line in deposition.lines)


DRESSES = {
    "letters without a stop": ("Q    Did you sign it?", "A    I did."),
    "letters with a stop": ("Q.   Did you sign it?", "A.   I did."),
    "letters in brackets": ("[Q.]   Did you sign it?", "[A.]   I did."),
    "letters with a colon": ("Q:  Did you sign it?", "A:  I did."),
    "one blank after the letter": ("Q. Did you sign it?", "A. I did."),
    "by-line within the question": ("Q.   (BY MR. STRAND)  Did you sign it?", "A.   I did."),
    "by-line within, with a colon": ("Q.   BY MR. STRAND:  Did you sign it?", "A.   I did."),
    "a comma for the stop, as scanners read it": ("Q,   Did you sign it?", "A.   I did."),
}


@pytest.mark.parametrize(("question", "answer"), DRESSES.values(), ids=DRESSES)
def test_the_same_examination_in_every_dress(question: str, answer: str) -> None:
    page = f"BY MR. STRAND:\n     {question}\n     {answer}\n     {question}\n     {answer}\n     {question}\n     {answer}\n"
    document = transcript(COVER, APPEARANCES, page, first=3)
    assert [row[2:] for row in said(document)] == [("Owen T. Strand", "Did you sign it?"), ("Mara K. Quill", "I did.")] * 3


HEARING = """
     Thursday - June 4, 2020                       2:04 p.m.
                  P R O C E E D I N G S
                        ---o0o---
              THE CLERK:  Calling the matter of Harbor Bank.
     Lila Marsh for the defendant?
              MS. MARSH:  Good afternoon, Your Honor.
              THE COURT:  Good afternoon.  Mr. Strand?  I have
     the papers.
         You may start.
              MR. STRAND:  We typically call it what Ms. Marsh called it.
              THE COURT:  All right.
                  (Proceedings adjourned at 2:30 p.m.)
"""


def test_a_hearing_names_its_judge_and_only_the_named_are_addressed() -> None:
    document = transcript(HEARING_COVER, HEARING, first=2)
    rows = [
        (s.author.name, [party.name for party in s.addressees], document.words(s.spans)) for s in turns(document) if s.author
    ]
    assert rows == [
        ("", ["Lila Rose Marsh"], "Calling the matter of Harbor Bank. Lila Marsh for the defendant?"),
        ("Lila Rose Marsh", ["Ines B. Calder"], "Good afternoon, Your Honor."),
        ("Ines B. Calder", ["Owen Strand"], "Good afternoon. Mr. Strand? I have the papers. You may start."),
        ("Owen Strand", [], "We typically call it what Ms. Marsh called it."),
        ("Ines B. Calder", [], "All right."),
    ]


TRIAL = """
              THE COURT:  Call your next witness.
              MR. STRAND:  The plaintiff calls Odo Finch.
                    ODO R. FINCH,
     PLAINTIFF'S WITNESS, having been first duly sworn, testified:
                     DIRECT EXAMINATION
     BY MR. STRAND:
     Q.   Where do you work?
     A.   At the mill.
     Q.   Since when?
              MS. MARSH:  Objection, relevance.
              THE COURT:  Overruled.
     A.   Since May.
              THE COURT:  Which year was that?
              THE WITNESS:  It was 2011, Your Honor.
                     CROSS-EXAMINATION
     BY MS. MARSH:
     Q.   May of 2011?
     A.   Yes.
"""


def test_a_cover_on_numbered_paper_and_a_heading_of_two_lines_are_nobodys_words() -> None:
    caption = "\n".join(f"     Party {n}, et al.," for n in range(12))
    opening = "     RENO, NEVADA\n     THURSDAY, JUNE 4, 2020; 2:04 P.M.\n"
    document = transcript(caption + HEARING_COVER, opening + HEARING[HEARING.index("              THE CLERK") :], first=1)
    assert said(document)[0][3].startswith("Calling the matter")
    assert said(document)[2][2] == "Ines B. Calder"
    assert {s.when.iso for s in turns(document) if s.when} == {"2020-06-04"}


def test_a_trial_changes_witness_by_oath_and_examiner_by_heading() -> None:
    document = transcript(HEARING_COVER, TRIAL, first=2)
    rows = [(kind, speaker) for kind, _, speaker, _ in said(document)]
    assert rows[2:] == [
        ("question", "Owen Strand"),
        ("answer", "Odo R. Finch"),
        ("question", "Owen Strand"),
        ("colloquy", "Lila Rose Marsh"),
        ("colloquy", "Ines B. Calder"),
        ("answer", "Odo R. Finch"),
        ("colloquy", "Ines B. Calder"),
        ("colloquy", "Odo R. Finch"),
        ("question", "Lila Rose Marsh"),
        ("answer", "Odo R. Finch"),
    ]
    reply = turns(document)[9]
    assert [party.name for party in reply.addressees] == ["Ines B. Calder"]


def test_an_answer_runs_over_the_page_as_one_span() -> None:
    first = "BY MR. STRAND:\n     Q.   What then?\n     A.   Well, as I told\n     Q.   Go on.\n     A.   I told you about the"
    second = "     orchard and the well.\n     Q.   And then?\n     A.   No more."
    document = transcript(COVER, first, second, labels=("1", "44", "45"), first=2)
    run_on = turns(document)[3]
    assert len(run_on.spans) == 1
    assert document.words(run_on.spans) == "I told you about the orchard and the well."
    place = document.place(run_on.extent)
    assert (place.page_label, place.line_first, place.page_label_last, place.line_last) == ("44", 5, "45", 1)


def test_several_printed_pages_on_a_sheet_run_on_in_their_own_order() -> None:
    page = "BY MR. STRAND:\n     Q.   Why?\n     A.   I forgot\n     the mill.\n     Q.   So?\n     A.   So."
    document = transcript(COVER, page, first=2)
    own = [line for line in document.lines if line.page == 2]
    halves = {id(line): ("27", i + 1) if i < 3 else ("28", i - 2) for i, line in enumerate(own)}
    lines = tuple(
        replace(line, label=halves[id(line)][0], number=halves[id(line)][1]) if id(line) in halves else line
        for line in document.lines
    )
    pages = (document.pages[0], replace(document.pages[1], furniture=("27", "28")))
    sheet = replace(document, lines=lines, pages=pages)
    answer = turns(sheet)[1]
    assert sheet.words(answer.spans) == "I forgot the mill."
    place = sheet.place(answer.extent)
    assert (place.page_label, place.line_first, place.page_label_last, place.line_last) == ("27", 3, "28", 1)


def test_pages_that_are_not_filed_break_a_turn_and_leave_a_fragment() -> None:
    first = "BY MR. STRAND:\n     Q.   What then?\n     A.   Nothing.\n     Q.   Did you ever see"
    second = "the mill burn?\n     A.   No.\n     Q.   Never?\n     A.   Never."
    document = transcript(COVER, APPEARANCES, first, second, labels=("1", "2", "44", "51"), first=3)
    cut, fragment = turns(document)[2:4]
    assert document.words(cut.spans) == "Did you ever see"
    assert document.words(fragment.spans) == "the mill burn?"
    assert fragment.author is not None
    assert (fragment.kind, fragment.author.as_written, fragment.author.name) == ("question", "", "Owen T. Strand")
    assert fragment.confidence < cut.confidence


def test_the_examiner_of_an_excerpt_is_named_by_the_next_by_line() -> None:
    page = """
         Q.   Is that so?
         A.   It is.
              MR. STRAND:  Objection.
     BY MS. MARSH:
         Q.   Quite so?
         A.   Quite.
    """
    assert said(transcript(COVER, page, first=2))[0][2] == "Ms. Marsh"


def test_without_a_by_line_the_lawyer_who_never_objects_examines() -> None:
    page = """
         Q.   Is that so?
              MR. STRAND:  Objection.  Vague.
         A.   It is.
              MS. MARSH:  Let us mark this.
         Q.   What is it?
         A.   A note.
    """
    document = transcript(COVER, APPEARANCES, page, first=3)
    question = turns(document)[0]
    assert question.author is not None
    assert question.author.name == "Lila Marsh"
    assert "inferred" in question.rule


def test_the_index_tells_who_examines_in_an_excerpt() -> None:
    index = """
                       INDEX OF WITNESSES
     ODO FINCH
       DIRECT EXAM BY MR. STRAND            P. 182
       CROSS-EXAM BY MS. MARSH              P. 210
     ANNA BROOK
       DIRECT EXAM BY MS. MARSH             P. 219
    """
    page = "     Q.   Why?\n     A.   I forgot.\n     Q.   Twice?\n     A.   Twice."
    document = transcript(HEARING_COVER, index, page, labels=("1", "2", "215"), first=3)
    assert [row[2] for row in said(document)] == ["Lila Rose Marsh", "Odo Finch"] * 2


def test_an_index_may_print_surnames_first_and_other_capitals_are_no_witness() -> None:
    index = """
               TRANSCRIPT OF JURY TRIAL
                   RENO, NEVADA
                        I N D E X
     PLAINTIFF'S WITNESSES:                     PAGE
     FINCH, ODO R.
          Direct Examination by Mr. Strand        45
          Cross-Examination by Ms. Marsh          60
     BROOK, ANNA
          Direct Examination by Mr. Strand        80
    """
    page = "     Q.   Why?\n     A.   I forgot.\n     Q.   Twice?\n     A.   Twice."
    document = transcript(HEARING_COVER, index, page, labels=("1", "2", "63"), first=3)
    assert [row[2] for row in said(document)] == ["Lila Rose Marsh", "Odo R. Finch"] * 2


def test_a_running_head_tells_who_examines_in_an_excerpt() -> None:
    page = "     Q.   Why?\n     A.   I forgot.\n     Q.   Twice?\n     A.   Twice."
    document = transcript(HEARING_COVER, page, first=2)
    pages = (document.pages[0], replace(document.pages[1], furniture=("FINCH - DIRECT / MARSH", "1", "2")))
    assert [row[2] for row in said(replace(document, pages=pages))] == ["Marsh", "Finch"] * 2


def test_a_name_by_itself_before_a_question_is_a_by_line() -> None:
    page = "EXAMINATION BY\nMR. STRAND:\n     Q.   Why?\n     A.   I forgot.\n     Q.   Twice?"
    document = transcript(COVER, APPEARANCES, page, first=3)
    assert [row[:3] for row in said(document)] == [
        ("question", "Q", "Owen T. Strand"),
        ("answer", "A", "Mara K. Quill"),
        ("question", "Q", "Owen T. Strand"),
    ]


def test_two_lawyers_of_one_name_are_told_apart_by_their_initials_or_not_at_all() -> None:
    appearances = "APPEARANCES:\n  FOR THE PLAINTIFF:\n   BY:  BO R. SMITH, ESQ.\n   BY:  JOAN SMITH, ESQ."
    page = "MR. B. SMITH:  Yes.\nMS. SMITH:  No.\nMS. J. SMITH:  No, no."
    assert [row[2] for row in said(transcript(COVER, appearances, page, first=3))] == ["Bo R. Smith", "Ms. Smith", "Joan Smith"]


def test_a_letter_that_a_scanner_misread_is_told_by_whose_turn_it_is() -> None:
    page = "BY MR. STRAND:\n     Q.   Why?\n     A.   I forgot.\n     4-   Twice?\n     A.   Twice.\n     Q.   So."
    segments = turns(transcript(COVER, APPEARANCES, page, first=3))
    assert [s.kind for s in segments] == ["question", "answer"] * 2 + ["question"]
    assert segments[2].confidence < segments[0].confidence


def test_blacked_out_turns_keep_their_label_and_say_nothing() -> None:
    page = """
     BY MR. STRAND:
         Q    Did you see the letter that came in the spring?
         A    I saw the letter and I put it in the drawer there.
         Q    Was it then that you answered it at some length?
         A                                   ain
                            deo
         Q    And did you keep a copy of what you had written?
         A    I kept a copy of it for as long as I was there.
    """
    document = transcript(COVER, page, page, page, first=2)
    boxes = (Box(130.0, 150.0, 400.0, 180.0),)
    hidden = turns(replace(document, pages=tuple(replace(page, redactions=boxes) for page in document.pages)))[3]
    assert hidden.kind == "answer"
    assert hidden.spans == ()
    assert hidden.header is not None


SPOKEN = [
    ("BY MR. STRAND:\n     Q.   So?\n     A.   Yes\n     (affirmative).\n     Q.   So.", "Yes (affirmative)."),
    ("BY MR. STRAND:\n     Q.   So?\n     A.   (Witness complies.)\n     Q.   So.", "(Witness complies.)"),
    ("BY MR. STRAND:\n     Q.   So?\n     A.   I see.\n          (Pause.)\n     I do.\n     Q.   So.", "I see. ... I do."),
    ("BY MR. STRAND:\n     Q.   So?\n     A.   I met\n     Mr. Orr there.\n     Q.   So.", "I met Mr. Orr there."),
    ("BY MR. STRAND:\n     Q.   So?\n     A.   Exhibit\n     A was mine.\n     Q.   So.", "Exhibit A was mine."),
]


@pytest.mark.parametrize(("page", "words"), SPOKEN, ids=["in the sentence", "as the answer", "by itself", "a name", "a letter"])
def test_what_is_speech_and_what_the_reporter_notes(page: str, words: str) -> None:
    document = transcript(COVER, page, first=2)
    assert [document.words(s.spans) for s in turns(document) if s.kind == "answer"] == [words]


BRIEF = """
     The record is plain.  Ms. Quill was asked about the note and
     answered without hesitation, as her deposition shows:
              Q.   Did you sign the note?
              A.   I did.
              Q.   And did you read it?
              A.   Of course.
     Quill Dep. 12:3-9.  Nothing that Defendant has said since then
     changes this.  THE COURT: Granted, wrote the judge in Orr.  The
     motion should be denied for that reason alone, and for the reason
     that the loan was paid in full before this action was ever brought.
"""


def test_a_brief_that_quotes_an_examination_is_left_alone() -> None:
    document = printed(
        "\f".join((BRIEF, BRIEF.replace("Q.", "Then").replace("A.", "And"), BRIEF.replace("Q.", "So").replace("A.", "Or")))
    )
    assert find_turns(document, (document.lines,)) == []


def test_plain_text_without_line_numbers() -> None:
    page = "              EXAMINATION\nBY MR. STRAND:\n     Q.   Did you sign?\n     A.   I did.\n     Q.   Why?\n     A.   For my\nbrother."
    document = paper(f"{COVER}\f{page}")
    assert said(document)[-1] == ("answer", "A", "Mara K. Quill", "For my brother.")


def test_a_committee_prints_names_with_a_full_stop() -> None:
    page = "\n".join(["     Mr. Orr.  We will begin.", "     Ms. Day.  Thank you.", "they said."] * 4)
    document = transcript(HEARING_COVER, page, first=2)
    assert [row[1] for row in said(document)] == ["Mr. Orr", "Ms. Day"] * 4


@given(
    st.lists(
        st.sampled_from(
            ["     Q.   Why?", "     A.   No.", "on and on", "MR. ORR:  So.", "(Pause.)", "BY MR. ORR:", "12", ")"]
        ),
        max_size=30,
    )
)
def test_whatever_the_lines_segments_are_verbatim_ordered_and_apart(lines: list[str]) -> None:
    document = printed("\n".join(lines) or "x")
    segments = find_turns(document, (document.lines,))
    extents = [s.extent for s in segments]
    assert all(a.end <= b.start for a, b in pairwise(extents))
    assert all(span.of(document.text).strip() for s in segments for span in s.spans)


@pytest.mark.real
@needs_shared
def test_a_filed_deposition_is_turns_from_cover_to_word_index() -> None:
    document = read(Path(SHARED) / "filings" / "yu-deposition-veritext.pdf")
    segments = find_turns(document, (document.lines,))
    assert sum(s.kind == "question" for s in segments) > 200
    assert {s.author.name for s in segments if s.kind == "question" and s.author} == {"John S. Purcell"}
    claimed = {line.page for s in segments for line in document.lines_of(s.extent)}
    assert claimed == {page.number for page in document.pages if page.state != "blank"}


def test_a_witness_addressed_by_name_is_no_counsel() -> None:
    """The leaves name her in the index, below the lawyers: "Ms. Quill" is still the witness."""
    index = """
                          I N D E X
     WITNESS                                        PAGE
     MARA K. QUILL
    """
    testimony = DEPOSITION.replace("Objection.  Vague.", "Ms. Quill, you may answer.")
    leaves = (COVER, APPEARANCES.partition("ALSO PRESENT")[0], index)
    document = transcript(*leaves, testimony, labels=("1", "2", "3", "4"), first=4)
    assert {party.role for turn in turns(document) for party in turn.addressees if party.name == "Mara K. Quill"} == {"witness"}
