"""Everything that the sample files, in the order in which it must be set, and the files that cannot or need not be read.

damaged      the first part of a PDF, as a broken download leaves it
sealed       a PDF that needs a password
duplicate    the bytes of Exhibit 12 under another name
"""

from __future__ import annotations

from corpora.sample import (
    brief,
    complaint,
    declaration,
    deposition,
    exhibit_12,
    exhibit_14,
    exhibit_19,
    exhibit_22,
    hearing,
    order,
    press,
    scan,
)
from corpora.sample.cast import CASE
from corpora.sample.filing import Filing
from corpora.sample.manuscript import Section
from corpora.sample.paper import PLAIN, stamp
from corpora.sample.prose import body

DAMAGED = "gov.uscourts.cand.999999.451.0.pdf"
DUPLICATE = "gov.uscourts.cand.999999.449.3_1.pdf"
PASSWORD = "under-seal"  # noqa: S105 - it protects an invented page from nobody

# What cites others comes after them: a cite is filled in from where the words came to stand.
FILINGS: tuple[Filing, ...] = (
    exhibit_12.FILING,
    exhibit_14.FILING,
    exhibit_14.FILED_AGAIN,
    exhibit_19.FILING,
    exhibit_22.FILING,
    deposition.FILING,
    hearing.FILING,
    complaint.FILING,
    declaration.FILING,
    brief.FILING,
    order.FILING,
    press.ARTICLE,
    press.LETTER,
    scan.FILING,
)

SEALED = Filing(
    "gov.uscourts.cand.999999.449.9.pdf",
    "Exhibit 31",
    PLAIN.with_furniture(stamp(CASE, "449-9", "01/10/25")),
    (
        Section(
            (
                body("EXHIBIT 31"),
                body("Filed under seal. The server logs of April 2023, with the addresses to which books were sent."),
            )
        ),
    ),
)
