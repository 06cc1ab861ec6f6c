"""Exhibit 17: excerpts of the deposition of Marisol Okafor, 19 November 2024, as a court reporter's software prints it."""

from __future__ import annotations

from corpora.sample.cast import ABERNATHY, BRANDT, CASE, FELDSTEIN, HADDAD, LINDQVIST, OKAFOR, QUINTANILLA
from corpora.sample.filing import Filing
from corpora.sample.manuscript import Paragraph, Section, Style, texts
from corpora.sample.paper import REPORTER, stamp
from corpora.sample.testimony import BOOKS, OPENING, REDIRECT
from corpora.sample.transcript import Room, Turn, set_turns

NAME = "gov.uscourts.cand.999999.449.5.pdf"
ROOM = Room(
    {
        "MS. FELDSTEIN": FELDSTEIN,
        "MR. ABERNATHY": ABERNATHY,
        "MR. LINDQVIST": LINDQVIST,
        "MR. HADDAD": HADDAD,
        "THE VIDEOGRAPHER": BRANDT,
        "THE REPORTER": QUINTANILLA,
    },
    "2024-11-19",
    witness=OKAFOR,
    tabs=(36.0, 66.0),
    label_tab=80.0,
)
_CENTER = Style(family="Courier", size=12, leading=25, align="center")
_LEFT = Style(family="Courier", size=12, leading=25)
_INDEX = Style(family="Courier", size=12, leading=25, tabs=(130.0, 380.0))

_COVER = (
    "UNITED STATES DISTRICT COURT",
    "NORTHERN DISTRICT OF CALIFORNIA",
    "SAN FRANCISCO DIVISION",
    "",
    "ROSALIND ACHTERBERG, et al.,     )                      ",
    "               Plaintiffs,       )                      ",
    "     vs.                         )  No. 3:24-cv-01234-LMT",
    "NOVALITH, INC.,                  )                      ",
    "               Defendant.        )                      ",
    "_________________________________)                      ",
    "",
    "CONFIDENTIAL",
    "VIDEOTAPED DEPOSITION OF MARISOL OKAFOR",
    "San Francisco, California",
    "Tuesday, November 19, 2024",
    "Volume I",
    "",
    "",
    "Reported by:",
    "DOLORES QUINTANILLA",
    "CSR No. 11842",
    "Job No. 6190443",
    "PAGES 1 - 212",
)
_APPEARANCES = (
    "APPEARANCES:",
    "",
    "For Plaintiffs:",
    "   FELDSTEIN ABERNATHY LLP",
    "   BY:  NAOMI FELDSTEIN",
    "        CARLOS ABERNATHY",
    "   Attorneys at Law",
    "   235 Pine Street, Suite 1400",
    "   San Francisco, California 94104",
    "   nfeldstein@feldsteinabernathy.example",
    "",
    "For Defendant Novalith, Inc., and the Witness:",
    "   MARCHETTI LOWE LLP",
    "   BY:  GREGORY P. LINDQVIST",
    "        YUSUF HADDAD",
    "   Attorneys at Law",
    "   601 California Street, 19th Floor",
    "   San Francisco, California 94108",
    "   glindqvist@marchettilowe.example",
    "",
    "Videographer:",
    "   OWEN BRANDT",
)
_CONTENTS = (
    "                    I N D E X",
    "WITNESS                              EXAMINATION",
    "MARISOL OKAFOR",
    "Volume I",
    "",
    "          BY MS. FELDSTEIN                     5",
    "          BY MR. HADDAD                      201",
    "",
    "                 E X H I B I T S",
    "NUMBER          DESCRIPTION                 PAGE",
    "Exhibit 12      E-mail chain, March 15        44",
    "                and 16, 2023, Bates",
    "                NOVA_00004411 and 4412",
    "Exhibit 19      Text messages, April 5        46",
    "                and 6, 2023",
    "",
    "          QUESTIONS INSTRUCTED NOT TO ANSWER",
    "                   PAGE   LINE",
    "                    46    16",
)


_CERTIFICATE = """
         I, the undersigned, a Certified Shorthand Reporter of the State of California, do hereby certify:

         That the foregoing proceedings were taken before me at the time and place herein set forth; that any witnesses in the
foregoing proceedings, prior to testifying, were administered an oath; that a record of the proceedings was made by me using machine
shorthand, which was thereafter transcribed under my direction; that the foregoing transcript is a true record of the testimony given.

         I further certify I am neither financially interested in the action nor a relative or employee of any attorney or any party
to this action.

         IN WITNESS WHEREOF, I have this date subscribed my name.

Dated: December 3, 2024

_____________________________

DOLORES QUINTANILLA

CSR No. 11842
"""


def _lines(lines: tuple[str, ...], style: Style) -> tuple[Paragraph, ...]:
    """Typewritten lines keep their blanks."""
    return tuple(Paragraph(line.replace(" ", "\u00a0"), style) for line in lines)


def _excerpt(turns: tuple[Turn, ...], mark: str) -> tuple[Paragraph, ...]:
    room = Room(ROOM.labels, ROOM.date, ROOM.witness, ROOM.tabs, ROOM.label_tab, mark)
    return tuple(set_turns(turns, room, 25))


FILING = Filing(
    NAME,
    "Exhibit 17",
    REPORTER.with_furniture(stamp(CASE, "449-5", "01/10/25")),
    (
        Section(_lines(_COVER, _CENTER), 1),
        Section(_lines(_APPEARANCES, _LEFT), 2),
        Section(_lines(_CONTENTS, _LEFT), 4),
        Section(_excerpt(OPENING, "open"), 5, pages=3),
        Section(_excerpt(BOOKS, "books"), 44, pages=6),
        Section(_excerpt(REDIRECT, "redirect"), 201, pages=2),
        Section(tuple(Paragraph(text, _LEFT) for text in texts(_CERTIFICATE)), 212),
    ),
    short="okafor",
)
