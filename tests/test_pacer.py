"""Stamps of court systems, as they are printed."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.pacer import file_name_docket, is_run_over, read_stamp

STAMPS = {
    "district": ("Case 3:24-cv-01234-ABC   Document 449-3   Filed 01/14/25   Page 2 of 14", "3:24-cv-01234-ABC", "449", "3", 2),
    "with-page-id": (
        "Case 2:19-cv-01848-GW-SS Document 66 Filed 03/10/21 Page 3 of 8 Page ID #:825",
        "2:19-cv-01848-GW-SS",
        "66",
        "",
        3,
    ),
    "illinois": ("Case: 1:12-cv-00123 Document #: 12 Filed: 01/02/25 Page 1 of 5 PageID #:123", "1:12-cv-00123", "12", "", 1),
    "michigan": (
        "Case 2:20-cv-10001-ABC-DEF ECF No. 12-4, PageID.345 Filed 01/02/21 Page 7 of 9",
        "2:20-cv-10001-ABC-DEF",
        "12",
        "4",
        7,
    ),
    "bankruptcy": (
        "Case 21-10001-abc  Doc 12  Filed 01/02/21  Entered 01/02/21 12:00:00  Desc Main Document  Page 1 of 9",
        "21-10001-abc",
        "12",
        "",
        1,
    ),
    "ninth-circuit": ("Case: 21-1234, 01/02/2022, ID: 1234567, DktEntry: 12-1, Page 4 of 20", "21-1234", "12", "1", 4),
    "fourth-circuit": ("USCA4 Appeal: 21-1234      Doc: 12      Filed: 01/02/2022     Pg: 3 of 30", "21-1234", "12", "", 3),
}


@pytest.mark.parametrize(("text", "case", "entry", "attachment", "page"), STAMPS.values(), ids=STAMPS)
def test_a_stamp_gives_case_entry_attachment_and_page(text: str, case: str, entry: str, attachment: str, page: int) -> None:
    stamp = read_stamp(text)
    assert stamp is not None
    assert (stamp.case, stamp.entry, stamp.attachment, stamp.page) == (case, entry, attachment, page)


def test_the_filing_date_is_read() -> None:
    stamp = read_stamp("Case 3:24-cv-01234-ABC Document 449 Filed 01/14/25 Page 2 of 14")
    assert stamp is not None
    assert stamp.filed == date(2025, 1, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Case No. 3:24-cv-01234-ABC",
        "In Case 3:24-cv-01234 the Court held that",
        "see Dkt. 449-3 at 2",
        "Document 12 Filed 01/02/25",
    ],
)
def test_a_case_number_in_running_text_is_no_stamp(text: str) -> None:
    assert read_stamp(text) is None


@pytest.mark.parametrize(
    ("text", "is_tail"), [("#:3467", True), ("ID #:823", True), ("of 14", True), ("INTRODUCTION", False), ("", False)]
)
def test_the_second_line_of_a_stamp(text: str, is_tail: bool) -> None:
    assert is_run_over(text) is is_tail


def test_a_recap_file_name_gives_court_entry_and_attachment() -> None:
    docket = file_name_docket("gov.uscourts.cand.999999.449.3.pdf")
    assert docket is not None
    assert (docket.court, docket.number) == ("cand", "449-3")
    whole = file_name_docket("gov.uscourts.cand.999999.449.0.pdf")
    assert whole is not None
    assert whole.number == "449"
    assert file_name_docket("letter.pdf") is None
