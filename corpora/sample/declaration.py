"""Docket 449-1: the declaration of Daniel Chen, on pleading paper, in numbered paragraphs, executed on 8 January 2025."""

from __future__ import annotations

from corpora.sample.cast import CASE, D_CHEN, G_CHEN, OKAFOR, TANAKA, VAN_DER_LINDEN
from corpora.sample.filing import Filing
from corpora.sample.manuscript import Paragraph, Said, Section, Style
from corpora.sample.paper import pleading, stamp
from corpora.sample.prose import COURT, NUMBERED, PARTIES, PLAINTIFFS_COUNSEL, caption, lines, paraphrase, quote

NAME = "gov.uscourts.cand.999999.449.1.pdf"
EXECUTED = "2025-01-08"

_TITLE = (
    "Case No. 3:24-cv-01234-LMT",
    "",
    "__DECLARATION OF DANIEL CHEN IN__",
    "__SUPPORT OF PLAINTIFFS’ MOTION__",
    "__FOR LEAVE TO AMEND__",
    "",
    "Date:     January 30, 2025",
    "Time:    2:00 p.m.",
    "Place:   Courtroom 7, 19th Floor",
    "Judge:   Hon. Lucinda M. Tran",
)


def _sworn(number: int, text: str, **inner: Said) -> Paragraph:
    """A numbered paragraph that the declarant swears to; ``inner`` is what he reports that somebody said."""
    mark = f"para{number}"
    sworn = Said("declaration", D_CHEN, "I", date=EXECUTED)
    return Paragraph(f"{number}.\t‹{mark}|{text}›", NUMBERED, {mark: sworn, **inner})


_TEXT = (
    Paragraph("I, Daniel Chen, declare as follows:", Style(first=36, new_page=True)),
    _sworn(
        1,
        "I was employed by Novalith, Inc. (“Novalith”) as a research engineer from March 2021 until October 2023. I make this declaration "
        "of my own personal knowledge, and could testify to it if called. I am not related to Grace Chen, who was and I believe still is "
        "Novalith’s associate general counsel.",
    ),
    _sworn(
        2,
        "From August 2022 I worked in the data acquisition group, which was led by Marisol Okafor. William Tanaka, whom everybody calls "
        "Bill, and Sean O’Dowd, who ran our servers, were the colleagues with whom I worked most closely.",
    ),
    _sworn(
        3,
        "On March 14, 2023, Mr. Tanaka forwarded to Mr. O’Dowd and me a message about a mirror of Library Genesis (“LibGen”). A true copy "
        "of it stands at the end of Exhibit 12. He asked ‹egress|how it could be downloaded “without it showing up in the egress logs.”›",
        egress=paraphrase(TANAKA, "He", "asked", to=(D_CHEN, "Sean O'Dowd"), date="2023-03-14", flags=("nested", "mixed")),
    ),
    _sworn(
        4,
        "I took a sample of 200 of the books. Of these, 187 carried a copyright notice. On March 15, I wrote to Pieter van der Linden that "
        "‹comfortable|I was “not comfortable torrenting this from a corporate laptop.”› Dr. van der Linden did not reply to me.",
        comfortable=paraphrase(D_CHEN, "I", "wrote", to=(VAN_DER_LINDEN,), date="2023-03-15", flags=("nested", "mixed")),
    ),
    _sworn(
        5,
        "In the same week I asked Grace Chen twice, by telephone, ‹opinion|whether there was an opinion in writing.› She told me ‹lookinto|that she "
        "would look into it.› She never sent one to me.",
        opinion=paraphrase(D_CHEN, "I", "asked", to=(G_CHEN,), date="2023-03", flags=("nested",)),
        lookinto=paraphrase(G_CHEN, "She", "told", to=(D_CHEN,), date="2023-03", flags=("nested",)),
    ),
    _sworn(
        6,
        "On March 20, 2023, Mr. Tanaka announced in our channel that ‹signedoff|Katharina Voss had signed off on the third option.› I "
        "answered there: “‹notrun|I will not run this job. It is pirated books, from a site that says on its front page that it is pirated "
        "books.›” Exhibit 22 is a true copy of that channel.",
        signedoff=paraphrase(TANAKA, "Mr. Tanaka", "announced", date="2023-03-20", flags=("nested",)),
        notrun=quote(D_CHEN, "I", "answered", date="2023-03-20", cite="Exhibit 22", flags=("nested",)),
    ),
    _sworn(
        7,
        "On March 21, 2023, Mr. Tanaka wrote in the same channel that ‹strips|he had run “a script over the epubs that strips the copyright "
        "page.”› I saw the script. It removed the first file of each book and every line with the words “all rights reserved.”",
        strips=paraphrase(TANAKA, "Mr. Tanaka", "wrote", date="2023-03-21", flags=("nested", "mixed")),
    ),
    _sworn(
        8,
        "I was moved to the evaluation team on May 2, 2023. Ms. Okafor said to me at the time, “‹sorry|I am sorry about this. I would have "
        "done it the other way around.›” I believed her then and I believe her now.",
        sorry=quote(OKAFOR, "Ms. Okafor", "said", to=(D_CHEN,), date="2023-05", flags=("nested",)),
    ),
    _sworn(
        9,
        "On the evaluation team I wrote the test by which Novalith measures how much of a book its models can recite. In July 2023 Cantor-2 "
        "recited more than fifty words in a row from 31 of 500 books. I reported that figure to Dr. van der Linden. He said "
        "‹lower|that it was lower than he had feared.›",
        lower=paraphrase(VAN_DER_LINDEN, "He", "said", to=(D_CHEN,), date="2023-07", flags=("nested",)),
    ),
    _sworn(
        10,
        "I did not know, until counsel for Plaintiffs showed me Exhibit 19, that Novalith had also uploaded books to others. I resigned on "
        "October 6, 2023.",
    ),
    Paragraph(
        "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct. Executed "
        "on January 8, 2025, at Portland, Oregon.",
        Style(first=36, snap=True),
    ),
    *lines(("", "\t/s/ Daniel Chen", "\t   Daniel Chen"), Style(leading=12, tabs=(240.0,), keep=True)),
)

FILING = Filing(
    NAME,
    "Declaration of Daniel Chen",
    pleading("DECL. OF DANIEL CHEN ISO MOT. FOR LEAVE TO AMEND", CASE).with_furniture(stamp(CASE, "449-1", "01/10/25")),
    (Section((*PLAINTIFFS_COUNSEL, *COURT, *lines(("",)), *caption(PARTIES, _TITLE), *_TEXT)),),
    short="chen",
)
