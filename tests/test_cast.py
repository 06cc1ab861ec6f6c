"""Who is who within one document: full names, short names, defined terms, roles, misspellings; several candidates give none."""

from __future__ import annotations

import pytest

from nlp.caption import Caption, read_caption
from nlp.cast import Cast
from tests.papers import printed

TEXT = (
    "Ada M. Quill founded Northwind Data, Inc. (“Northwind” or the “Company”) with Chief Engineer Hugo Vandermeer. "
    "Northwind competes with Acme Valve Corp. and Acme Pipe LLC. The Harbor Safety Board (“HSB”) wrote to Bo Lund and Kai Lund. "
    "See Stone, Ruth, “Leaks at Sea,” Harbor Weekly, 2014."
)


@pytest.mark.parametrize(
    ("written", "full"),
    [
        pytest.param("Quill", "Ada M. Quill", id="surname"),
        pytest.param("Quill’s", "Ada M. Quill", id="possessive"),
        pytest.param("Ms. Quill", "Ada M. Quill", id="title"),
        pytest.param("Ada Quill", "Ada M. Quill", id="longer form"),
        pytest.param("Vandermeer", "Hugo Vandermeer", id="without the office before it"),
        pytest.param("Vandermer", "Hugo Vandermeer", id="one letter short"),
        pytest.param("Vanderm", "Hugo Vandermeer", id="cut short"),
        pytest.param("Vandxxmeer", "", id="two letters off"),
        pytest.param("the Company", "Northwind Data, Inc.", id="defined term"),
        pytest.param("Northwind", "Northwind Data, Inc.", id="short name"),
        pytest.param("HSB", "Harbor Safety Board", id="initials"),
        pytest.param("Acme", "", id="two companies begin so"),
        pytest.param("Lund", "", id="two persons of one surname"),
        pytest.param("Stone", "Ruth Stone", id="as a bibliography has it"),
        pytest.param("Plaintiff", "", id="no caption"),
        pytest.param("the Court", "", id="a common noun"),
    ],
)
def test_full_name(written: str, full: str) -> None:
    assert Cast(TEXT).full_name(written) == full


def test_roles_are_the_parties_of_the_caption() -> None:
    cast = Cast("", Caption({"plaintiff": ("ADA QUILL",), "defendant": ("ACME CORP.", "BOLT LLC")}, frozenset({"defendant"})))
    assert (cast.full_name("Plaintiff"), cast.full_name("Defendants")) == ("ADA QUILL", "")


def test_a_side_of_one_family_has_the_family_name() -> None:
    caption = Caption({"plaintiff": ("TIDAL USA, INC.",)}, frozenset({"plaintiff"}))
    cast = Cast("Tidal USA sold it to Tidal Lux. The order told Tidal to stop.", caption)
    assert cast.full_name("Plaintiffs") == "Tidal"


def test_names_given_from_elsewhere_count() -> None:
    assert Cast("Quill wrote.", known=("Ada Quill",)).full_name("Quill") == "Ada Quill"


CAPTION = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

ADA QUILL, on behalf of herself and all                 Case No. 3:19-cv-01234-AB
others similarly situated,

            Plaintiff,                                  DEFENDANT’S REPLY IN SUPPORT
                                                        OF ITS MOTION TO DISMISS
      v.

NORTHWIND DATA, INC., a Delaware corporation,

            Defendant.
"""


def test_a_caption_gives_the_parties_and_whose_paper_it_is() -> None:
    caption = read_caption(printed(CAPTION))
    assert caption.names == {"plaintiff": ("ADA QUILL",), "defendant": ("NORTHWIND DATA, INC.",)}
    assert (caption.name_of("plaintiff"), caption.author) == ("ADA QUILL", "defendant")


def test_et_al_leaves_a_side_without_one_name() -> None:
    caption = read_caption(printed(CAPTION.replace("ADA QUILL, on behalf of herself and all", "ADA QUILL, et al.,")))
    assert caption.name_of("plaintiff") == ""


def test_a_paper_without_caption_has_none() -> None:
    assert read_caption(printed("Dear Ms. Quill,\n\nwe write about the valve.\n")) == Caption()


@pytest.mark.parametrize(
    ("name", "sex"),
    [("Ada Quill", "f"), ("Quill", "f"), ("Vandermeer", "m"), ("Lund", ""), ("Stone", "")],
    ids=["by her full name", "by her surname", "Mr.", "a Mr. and a Ms. of one surname", "neither"],
)
def test_mr_and_ms_tell_who_is_she(name: str, sex: str) -> None:
    told = Cast(TEXT + " Ms. Quill wrote to Mr. Vandermeer. Mr. Lund and Ms. Lund did not.")
    assert told.sex(name) == sex


RULED_BY_BRACKETS = """
                    UNITED STATES DISTRICT COURT
ADA QUILL, an individual,          ) Case No. 3:24-cv-1
                                   ) MOTION TO SEAL
            Plaintiff,             )
)
      v.                           ) Hearing Date: May 4, 2024
NORTHWIND DATA, INC., a maker Hearing Date: May 4
of pumps,                          ) Judge: Hon. Hugo Reyes
            Defendant.             )
"""


def test_the_column_to_the_right_of_a_bracket_is_no_name() -> None:
    caption = read_caption(printed(RULED_BY_BRACKETS))
    assert caption.names == {"plaintiff": ("ADA QUILL",), "defendant": ("NORTHWIND DATA, INC.",)}
