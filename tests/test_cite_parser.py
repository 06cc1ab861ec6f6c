"""Citations to the record, read: every place a lawyer can cite, in the forms lawyers write."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cite import cite
from ingest.cite_parser import RecordCite, parse_cites
from ingest.document import Docket, Document, Place
from ingest.segment import Party, Segment
from ingest.span import Span


def shown(found: RecordCite) -> str:
    """Kind, what is cited, and the place, in a row."""
    pin = found.pin
    lines = f"{pin.page}:{pin.line}-{pin.page_last}:{pin.line_last}" if pin.line is not None else f"{pin.page}-{pin.page_last}"
    place = f"¶{pin.paragraph}-{pin.paragraph_last}" if pin.paragraph is not None else lines if pin.page else ""
    what = " ".join(x for x in (found.name, found.docket, found.exhibit, found.bates, found.bates_last) if x)
    return f"{found.kind} {what} {place}".rstrip()


FORMS = {
    "docket": ("Dkt. 449-3 at 2", ["docket 449-3 2-2"]),
    "docket with an en dash": ("Dkt. 449–3 at 2", ["docket 449-3 2-2"]),
    "docket by lines over a page": ("Dkt. 449-3 at 2:27-3:3", ["docket 449-3 2:27-3:3"]),
    "ECF No.": ("ECF No. 12-3 at 4", ["docket 12-3 4-4"]),
    "Doc.": ("(Doc. 12 at 4)", ["docket 12 4-4"]),
    "docket by paragraph": ("Dkt. 1 ¶ 10", ["docket 1 ¶10-10"]),
    "several entries": ("ECF Nos. 12, 14-1 and 16", ["docket 12", "docket 14-1", "docket 16"]),
    "Exh.": ("Exh. 12 at 3", ["exhibit 12 3-3"]),
    "further lines of a page": (
        "Quill Dep. 45:12, 15, 17–19, 46:2.",
        [f"deposition Quill {at}" for at in ("45:12-45:12", "45:15-45:15", "45:17-45:19", "46:2-46:2")],
    ),
    "a year is no further line": ("Quill Dep. 45:12, 2019.", ["deposition Quill 45:12-45:12"]),
    "page and line by a slash": ("Quill Dep. 45/12–46/3", ["deposition Quill 45:12-46:3"]),
    "a deposition that is not named": ("Dep. Tr. 45:12-46:3", ["deposition  45:12-46:3"]),
    "the deposition of": ("Deposition of Ada Quill at 45:12", ["deposition Ada Quill 45:12-45:12"]),
    "the declaration of": ("Declaration of Ada Quill ¶ 4", ["declaration Ada Quill ¶4-4"]),
    "a paragraph and an exhibit": ("Quill Decl. ¶ 4 & Ex. B", ["declaration Quill ¶4-4", "exhibit Quill B"]),
    "paragraphs by themselves": ("He left. ¶¶ 7-9, 11.", ["paragraph  ¶7-9", "paragraph  ¶11-11"]),
    "exhibit of a docket entry": ("Dkt. No. 12, Ex. A at 3", ["exhibit 12 A 3-3"]),
    "exhibit": ("See Ex. 12 at 3.", ["exhibit 12 3-3"]),
    "exhibit before a footnote's number": ("Ex. 12 at 2.1 The", ["exhibit 12 2-2"]),
    "exhibits": ("Exs. 5, 7", ["exhibit 5", "exhibit 7"]),
    "exhibits by letter": ("Exhibits A and B", ["exhibit A", "exhibit B"]),
    "page range in short": ("Ex. 12 at 123–24", ["exhibit 12 123-124"]),
    "deposition": ("Quill Dep. 45:12-46:3", ["deposition Quill 45:12-46:3"]),
    "deposition with an em dash": ("Quill Dep. 45:12—46:3", ["deposition Quill 45:12-46:3"]),
    "deposition with a minus sign": ("Quill Dep. 45:12−15", ["deposition Quill 45:12-45:15"]),
    "deposition, two places": (
        "Quill Dep. Tr. at 45:12–15, 47:2",
        ["deposition Quill 45:12-45:15", "deposition Quill 47:2-47:2"],
    ),
    "deposition by page": ("(Quill Dep. at 45)", ["deposition Quill 45-45"]),
    "deposition with an initial": ("A. Quill Dep. 45:1", ["deposition A. Quill 45:1-45:1"]),
    "deposition as an exhibit": ("Ex. 4 (Quill Dep.) at 45:1", ["exhibit 4", "deposition Quill 45:1-45:1"]),
    "a witness's transcript": ("Quill Tr. 45:12-15", ["deposition Quill 45:12-45:15"]),
    "lines in words": ("Quill Dep. at p. 45, ll. 12-15", ["deposition Quill 45:12-45:15"]),
    "a range in words": ("Quill Dep. 45:12 through 46:3", ["deposition Quill 45:12-46:3"]),
    "a colon before the last line": ("Quill Dep. 45:12–:15", ["deposition Quill 45:12-45:15"]),
    "a volume": ("Quill Dep. vol. II, 245:12", ["deposition Quill 245:12-245:12"]),
    "a volume in brackets": ("Trial Tr. (Day 3) at 45:2", ["transcript Trial 45:2-45:2"]),
    "filed as": ("Quill Dep. Tr. (Ex. 5) at 45:3-9", ["deposition Quill 45:3-45:9"]),
    "two particles": ("van der Berg Dep. 45:1", ["deposition van der Berg 45:1-45:1"]),
    "a trust in a case's name": ("Roe v. Poe Int’l Tr., 2017 U.S. Dist. LEXIS 1", []),
    "over a line's end": ("Quill\nDep. 45:12-\n46:3", ["deposition Quill 45:12-46:3"]),
    "after a signal": ("See also Quill Dep. at 45:1.", ["deposition Quill 45:1-45:1"]),
    "after a sentence": ("In May. Quill Dep. at 45:1.", ["deposition Quill 45:1-45:1"]),
    "hearing": ("Hr’g Tr. 4:1-13", ["transcript Hr’g 4:1-4:13"]),
    "hearing of a day": ("Mar. 2, 2024 Hr'g Tr. 4:1", ["transcript Hr'g 4:1-4:1"]),
    "transcript": ("Tr. 45:2", ["transcript  45:2-45:2"]),
    "declaration": ("Quill Decl. ¶¶ 7-9", ["declaration Quill ¶7-9"]),
    "another sort of declaration": ("Quill Reply Decl. ¶ 7", ["declaration Quill ¶7-7"]),
    "exhibit of a declaration": ("Quill Decl., Ex. 3 at 2", ["exhibit Quill 3 2-2"]),
    "exhibit after its paragraph": ("Quill Decl. ¶ 2, Ex. 3 at 2", ["declaration Quill ¶2-2", "exhibit Quill 3 2-2"]),
    "complaint": ("Compl. ¶ 7", ["paragraph Compl. ¶7-7"]),
    "amended complaint": ("FAC ¶¶ 7, 9", ["paragraph FAC ¶7-7", "paragraph FAC ¶9-9"]),
    "second amended complaint": ("SAC ¶ 3", ["paragraph SAC ¶3-3"]),
    "stamps in short": ("ACME174046–4047", ["bates ACME174046 ACME174047"]),
    "stamp": ("NOVA_QUILL_00012", ["bates NOVA_QUILL_00012 NOVA_QUILL_00012"]),
    "same testimony": ("Quill Dep. 4:1. Id. at 5:2.", ["deposition Quill 4:1-4:1", "deposition Quill 5:2-5:2"]),
    "same declaration": ("Quill Decl. ¶ 7; id. ¶ 9", ["declaration Quill ¶7-7", "declaration Quill ¶9-9"]),
    "same place": ("Ex. 3 at 2. He left. Id.", ["exhibit 3 2-2", "exhibit 3 2-2"]),
    "other exhibit of the same": ("Quill Decl. ¶ 7; id., Ex. 4 at 2", ["declaration Quill ¶7-7", "exhibit Quill 4 2-2"]),
    "same after a case": ("Ex. 3 at 2. Roe v. Poe, 12 F.3d 45 (9th Cir. 1993). Id. at 46.", ["exhibit 3 2-2", "id  46-46"]),
    "same after nothing": ("Id. at 4", ["id  4-4"]),
    "words, no cite": ("the Quill Deposition was long", []),
    "a case number": ("No. CV-0012345, 2020 WL 7391299, at *7", []),
}


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS)
def test_cites_are_read(text: str, expected: list[str]) -> None:
    assert [shown(found) for found in parse_cites(text)] == expected


def test_every_cite_says_where_it_stands_and_what_was_written() -> None:
    text = "He left (Quill Dep.\n45:3-9, 47:2)."
    found = parse_cites(text)
    assert [one.span.of(text) for one in found] == ["Quill Dep.\n45:3-9", "47:2"]
    assert [one.as_written for one in found] == ["Quill Dep. 45:3-9", "47:2"]


def test_a_month_is_read_with_the_hearing() -> None:
    (found,) = parse_cites("Feb. 2017 Hr’g Tr. at 18")
    assert found.when is not None
    assert found.when.iso == "2017-02"


def test_a_day_is_read_with_the_hearing() -> None:
    (found,) = parse_cites("Mar. 2, 2024 Hr'g Tr. 4:1-13")
    assert found.when is not None
    assert found.when.iso == "2024-03-02"


PAGES = st.integers(1, 999)
LINES = st.integers(1, 28)
TURN = Segment((Span(0, 5),), "answer", Party("A"))


@given(first=PAGES, more=st.integers(0, 3), line=LINES, line_last=LINES, title=st.sampled_from(["Quill Dep.", "Hr'g Tr."]))
def test_made_and_read_back_testimony(first: int, more: int, line: int, line_last: int, title: str) -> None:
    last = line_last if more else max(line, line_last)
    place = Place(1, 1 + more, str(first), str(first + more), line, last)
    (found,) = parse_cites(cite(Document("0", "a.pdf", "words", (), ()), place, TURN, title))
    pin = found.pin
    assert (pin.page, pin.line, pin.page_last, pin.line_last) == (str(first), line, str(first + more), last)


@given(entry=st.integers(1, 9999), attachment=st.integers(0, 99), page=PAGES, more=st.integers(0, 3))
def test_made_and_read_back_filings(entry: int, attachment: int, page: int, more: int) -> None:
    docket = Docket("3:24-cv-01234", str(entry), str(attachment) if attachment else "")
    filing = Document("0", "a.pdf", "words", (), (), docket)
    (found,) = parse_cites(f"See {cite(filing, Place(page, page + more, ecf_page=page))}.")
    assert (found.entry, found.attachment) == (docket.entry, docket.attachment)
    assert (found.pin.page, found.pin.page_last) == (str(page), str(page + more))


@given(number=st.integers(1, 999), page=PAGES)
def test_made_and_read_back_paragraphs(number: int, page: int) -> None:
    filing = Document("0", "a.pdf", f"{number}. I saw.", (), (), Docket("3:24-cv-01234", "9"))
    sworn = Segment((Span(5, 8),), "declaration", Party("I", name="Ada Quill"), header=Span(0, len(str(number)) + 1))
    declared, docketed = parse_cites(cite(filing, Place(page, page, ecf_page=page), sworn))
    assert (declared.name, declared.pin.paragraph, docketed.pin.page) == ("Quill", number, str(page))
    pleaded = parse_cites(cite(filing, Place(page, page, ecf_page=page), None, f"Compl. ¶ {number}"))
    assert (pleaded[0].kind, pleaded[0].pin.paragraph) == ("paragraph", number)


@given(st.text(alphabet="QuillDep. 45:12-–,;¶Ex.Id.Dkt()\n", max_size=60))
def test_any_text_gives_cites_in_order_inside_it(text: str) -> None:
    spans = [found.span for found in parse_cites(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
