"""Citations are made in one place, in the forms that lawyers look up."""

from __future__ import annotations

from datetime import datetime

import pytest

from ingest.cite import Sitting, cite, distinct_titles, in_case
from ingest.document import Docket, Document, Place
from ingest.pleading import read_pleading
from ingest.segment import Party, Segment
from ingest.span import Span
from ingest.when import day
from tests.records import paper

FILING = Document("0", "brief.pdf", "12. I saw it.", (), (), Docket("3:24-cv-01234-ABC", "449", "3"))
LOOSE = Document("0", "article.pdf", "words", (), ())
ANSWER = Segment((Span(0, 5),), "answer", Party("A"))
SWORN = Segment((Span(4, 13),), "declaration", Party("I", name="Brian T. Berg"), header=Span(0, 3))

CITES = {
    "a filing by the court's page": (FILING, Place(5, 5, ecf_page=2), None, "", "Dkt. 449-3 at 2"),
    "with printed lines": (FILING, Place(5, 5, ecf_page=2, line_first=7, line_last=9), None, "", "Dkt. 449-3 at 2:7-9"),
    "over a page break": (FILING, Place(5, 6, ecf_page=2, line_first=27, line_last=3), None, "", "Dkt. 449-3 at 2:27-3:3"),
    "testimony": (FILING, Place(9, 9, "45", "45", 12, 15), ANSWER, "Yu Dep.", "Yu Dep. 45:12-15"),
    "testimony over a page": (FILING, Place(9, 10, "45", "46", 25, 1), ANSWER, "Yu Dep.", "Yu Dep. 45:25-46:1"),
    "one line": (FILING, Place(9, 9, "45", "45", 12, 12), ANSWER, "Hr'g Tr.", "Hr'g Tr. 45:12"),
    "a declaration by its paragraph": (FILING, Place(2, 2, ecf_page=2), SWORN, "", "Berg Decl. ¶ 12, Dkt. 449-3 at 2"),
    "a complaint by its paragraph": (FILING, Place(2, 2, ecf_page=2), None, "Compl. ¶ 7", "Compl. ¶ 7, Dkt. 449-3 at 2"),
    "a complaint without a docket": (LOOSE, Place(2, 2), None, "Compl. ¶ 7", "Compl. ¶ 7"),
    "a produced paper": (LOOSE, Place(3, 3, bates="NOVA_00012"), None, "", "NOVA_00012"),
    "anything else": (LOOSE, Place(3, 4), None, "", "article.pdf at 3-4"),
}


@pytest.mark.parametrize(("document", "place", "segment", "title", "written"), CITES.values(), ids=CITES)
def test_cites(document: Document, place: Place, segment: Segment | None, title: str, written: str) -> None:
    assert cite(document, place, segment, title) == written


MAY, JUNE = (day(datetime(2024, month, 2), "") for month in (5, 6))
TITLES = {
    "nothing to tell apart": ([Sitting("Dep.", "Ada Yu", MAY), Sitting("Hr'g Tr.", day=MAY)], ["Yu Dep.", "Hr'g Tr."]),
    "two of one surname": ([Sitting("Dep.", "Ada Yu"), Sitting("Dep.", "Bo Yu")], ["A. Yu Dep.", "B. Yu Dep."]),
    "two hearings": (
        [Sitting("Hr'g Tr.", day=MAY), Sitting("Hr'g Tr.", day=JUNE)],
        ["May 2, 2024 Hr'g Tr.", "June 2, 2024 Hr'g Tr."],
    ),
    "two days of one witness": (
        [Sitting("Dep.", "Ada Yu", MAY), Sitting("Dep.", "Ada Yu", JUNE)],
        ["Yu Dep. (May 2, 2024)", "Yu Dep. (June 2, 2024)"],
    ),
    "excerpts of one day": ([Sitting("Dep.", "Ada Yu", MAY), Sitting("Dep.", "Ada Yu", MAY)], ["Yu Dep.", "Yu Dep."]),
}


@pytest.mark.parametrize(("sittings", "written"), TITLES.values(), ids=TITLES)
def test_titles_tell_transcripts_apart(sittings: list[Sitting], written: list[str]) -> None:
    assert distinct_titles(sittings) == written


FACTS = [f"{n}. Fact {n} is so." for n in range(1, 8)]
PLEADINGS = {
    "complaint": (["COMPLAINT FOR DAMAGES", *FACTS], "Compl. ¶ 3"),
    "amended": (["FIRST AMENDED CLASS ACTION COMPLAINT", *FACTS], "FAC ¶ 3"),
    "answer": (["DEFENDANT'S ANSWER TO COMPLAINT", *FACTS], "Answer ¶ 3"),
    "a list within a paragraph": (["COMPLAINT", *FACTS[:3], "1. a list", "2. in it", *FACTS[3:]], "Compl. ¶ 3"),
    "a motion about one": (["MOTION TO DISMISS", "COMPLAINT", *FACTS], None),
    "no numbers": (["COMPLAINT", "It is so."], None),
}


@pytest.mark.parametrize(("lines", "title"), PLEADINGS.values(), ids=PLEADINGS)
def test_paragraphs_of_pleadings(lines: list[str], title: str | None) -> None:
    document = paper("c.pdf", *lines, per_page=20)
    pleading = read_pleading(document)
    at = document.text.find("Fact 3")
    assert (pleading.title_at(Span(at, at + 4)) if pleading else None) == title


KADREY, OTHER = Docket("3:23-cv-03417-VC", "449", "3"), Docket("1:24-cv-00001", "9")


@pytest.mark.parametrize(
    ("docket", "cases", "expected"),
    [
        (KADREY, {"23-cv-03417"}, "Dkt. 9 at 2"),
        (KADREY, {"23-cv-03417", "24-cv-00001"}, "No. 3:23-cv-03417, Dkt. 9 at 2"),
        (Docket("", "9", court="cand"), {"23-cv-03417", "24-cv-00001"}, "Dkt. 9 at 2 (9.pdf)"),
        (None, {"23-cv-03417", "24-cv-00001"}, "Dkt. 9 at 2"),
    ],
    ids=["one-case", "several", "of-an-unknown-case", "not-filed"],
)
def test_a_cite_names_the_case_where_papers_of_several_stand_together(
    docket: Docket | None, cases: set[str], expected: str
) -> None:
    assert in_case("Dkt. 9 at 2", docket, "9.pdf", cases) == expected


def test_a_case_is_one_with_and_without_its_division_and_judges() -> None:
    named = (Docket("3:23-cv-03417-VC"), Docket("3:23-cv-03417-VC-TSH"), Docket("23-cv-03417"))
    assert {docket.same_case for docket in named} == {"23-cv-03417"}
    assert Docket("21-10001-abc").case_number == "21-10001"
