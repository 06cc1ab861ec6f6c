"""Docket 449: the motion for leave to amend of 10 January 2025, with record cites, block and split quotations, and footnotes.

Most of what it quotes stands in the exhibits word for word; once a word is changed, and once the words are in no exhibit:
``corpora.sample.quoted`` tells which. Its statement of facts is in ``corpora.sample.brief_facts``.
"""

from __future__ import annotations

from corpora.sample.brief_facts import FACTS
from corpora.sample.cast import (
    CASE,
    NOVALITH,
    ODOWD,
    OKAFOR,
    TANAKA,
    VAN_DER_LINDEN,
    VOSS,
)
from corpora.sample.filing import Filing
from corpora.sample.manuscript import Paragraph, Section, Style
from corpora.sample.paper import pleading, stamp
from corpora.sample.prose import (
    COURT,
    PARTIES,
    PLAINTIFFS_COUNSEL,
    body,
    caption,
    heading,
    lines,
    note,
    paraphrase,
    quote,
    subheading,
)

NAME = "gov.uscourts.cand.999999.449.0.pdf"

_TITLE = (
    "Case No. 3:24-cv-01234-LMT",
    "",
    "__PLAINTIFFS’ NOTICE OF MOTION__",
    "__AND MOTION FOR LEAVE TO FILE__",
    "__SECOND AMENDED COMPLAINT;__",
    "__MEMORANDUM OF POINTS AND__",
    "__AUTHORITIES__",
    "",
    "Date:     January 30, 2025",
    "Time:    2:00 p.m.",
    "Place:   Courtroom 7, 19th Floor",
    "Judge:   Hon. Lucinda M. Tran",
)
_TEXT = (
    Paragraph("__NOTICE OF MOTION__", Style(align="center", new_page=True)),
    body(
        "PLEASE TAKE NOTICE that on January 30, 2025, at 2:00 p.m., Plaintiffs Rosalind Achterberg, Tomás Iglesias-Moreau, and Deirdre "
        "O’Rourke (“Plaintiffs”) will and hereby do move for leave to file a second amended complaint (the “Motion”) against Novalith, Inc. "
        "(“Novalith”)."
    ),
    heading("MEMORANDUM OF POINTS AND AUTHORITIES"),
    heading("I.  INTRODUCTION"),
    body(
        "For eleven months Novalith has told this Court that ‹variety|its books came from “a variety of lawful sources.”› Dkt. 58 at 4. On "
        "October 31, 2024, four days before the close of fact discovery, it produced the documents that show otherwise. Its own chief "
        "executive officer, Katharina Voss, wrote on March 16, 2023: “‹waytake|If the only way to have a book corpus by the end of the month "
        "is the Library Genesis set, then that is the way we take.›” Ex. 12 at <ex12:voss>.[^]",
        note(
            "Unless noted otherwise, “Ex. ___” refers to the exhibits to the Declaration of Carlos Abernathy, “Okafor Dep.” to the "
            "deposition of Marisol Okafor (Ex. 17), and “Chen Decl.” to the Declaration of Daniel Chen (Dkt. 449-1). Pages of exhibits are "
            "those of the ECF stamp."
        ),
        variety=paraphrase(NOVALITH, "Novalith", "has told", to=("Lucinda M. Tran",), cite="Dkt. 58 at 4", flags=("mixed",)),
        waytake=quote(VOSS, "Katharina Voss", "wrote", date="2023-03-16", cite="Ex. 12 at <ex12:voss>"),
    ),
    body(
        "The same documents show something that Plaintiffs could not have pleaded before: that Novalith did not only take. It gave. For nine "
        "days in the spring of 2023 its rented servers uploaded pirated books to anybody who asked for them. That is a new act of "
        "infringement, with new witnesses, and Plaintiffs ask for leave to plead it."
    ),
    *FACTS,
    heading("III.  ARGUMENT"),
    subheading("A.", "Leave to amend is freely given."),
    body(
        "Rule 15 provides that ‹rule|a court “should freely give leave when justice so requires.”› Fed. R. Civ. P. 15(a)(2). The policy is “to be "
        "applied with extreme liberality.” *Eminence Capital, LLC v. Aspeon, Inc.*, 316 F.3d 1048, 1051 (9th Cir. 2003). In *Foman*, the "
        "Supreme Court explained that ‹foman|leave should be granted absent “undue delay, bad faith or dilatory motive.”› *Foman v. Davis*, "
        "371 U.S. 178, 182 (1962).",
        rule=paraphrase(None, "Rule 15", "provides", cite="Fed. R. Civ. P. 15(a)(2)", flags=("legal_authority", "mixed")),
        foman=paraphrase(
            "Supreme Court",
            "the Supreme Court",
            "explained",
            date="1962",
            cite="Foman v. Davis, 371 U.S. 178, 182 (1962)",
            flags=("legal_authority", "mixed"),
        ),
    ),
    body(
        "Novalith argues that ‹early|Plaintiffs should have pleaded the uploading a year ago.› Dkt. 441 at 2. It contends that ‹notice|the word "
        "“torrent” in the original complaint put them on notice.› *Id.* at 3. But Plaintiffs did not know what Novalith had taken pains to "
        "hide. The so-called “internal library” had no other name in any paper that Novalith produced before October 31.",
        early=paraphrase(NOVALITH, "Novalith", "argues", cite="Dkt. 441 at 2"),
        notice=paraphrase(NOVALITH, "It", "contends", cite="Id. at 3", flags=("mixed",)),
    ),
    subheading("B.", "Novalith will not be prejudiced."),
    body(
        "Every witness to the uploading is or was Novalith’s employee. It concedes that ‹depose|it will not need to depose anyone.› Dkt. 441 "
        "at 5. At the hearing on December 12, 2024, its counsel, Gregory Lindqvist, told the Court that ‹logs|the server logs were “all in one "
        "place.”› Dec. 12, 2024 Tr. 9:14-15. One additional deposition, of Mr. O’Dowd, would suffice, and Plaintiffs have offered to take it "
        "in a single day.",
        depose=paraphrase(NOVALITH, "It", "concedes", cite="Dkt. 441 at 5"),
        logs=paraphrase(
            "Gregory P. Lindqvist",
            "Gregory Lindqvist",
            "told",
            to=("Lucinda M. Tran",),
            date="2024-12-12",
            cite="Dec. 12, 2024 Tr. 9:14-15",
            flags=("mixed",),
        ),
    ),
    subheading("C.", "The amendment is not futile."),
    body(
        "Novalith’s last argument is that ‹dissem|uploading to strangers is not “distribution” because nobody has shown that anyone took a "
        "whole book.› Dkt. 441 at 6. The Ninth Circuit has said otherwise of services that share files: it held in *Napster* that "
        "“‹napster|users who upload file names to the search index for others to copy violate plaintiffs’ distribution rights.›” *A&M "
        "Records, Inc. v. Napster, Inc.*, 239 F.3d 1004, 1014 (9th Cir. 2001). Novalith also says that ‹deminimis|four terabytes is “a "
        "rounding error.”› Dkt. 441 at 7. Four terabytes is about four million books.[^]",
        note(
            "Mr. Tanaka’s own estimate was that ‹million|the full set came to “5.2 million files.”› Ex. 12 at <ex12:bill>. A spokesperson for "
            "Novalith recently called the set ‹corner|“a corner of the library.”›",
            million=paraphrase(TANAKA, "Mr. Tanaka’s", "estimate", cite="Ex. 12 at <ex12:bill>", flags=("mixed",)),
            corner=quote(NOVALITH, "A spokesperson for Novalith", "called", flags=("mixed", "doubtful")),
        ),
        dissem=paraphrase(NOVALITH, "Novalith’s", "argument", cite="Dkt. 441 at 6"),
        napster=quote(
            "Ninth Circuit",
            "The Ninth Circuit",
            "held",
            date="2001",
            cite="239 F.3d 1004, 1014 (9th Cir. 2001)",
            flags=("legal_authority", "mixed"),
        ),
        deminimis=paraphrase(NOVALITH, "Novalith", "says", cite="Dkt. 441 at 7", flags=("mixed",)),
    ),
    body(
        "Nor is there anything unusual in the claim. What Plaintiffs wish to plead is what the witnesses have said. When Ms. Okafor learned "
        "of the uploading she wrote: “‹turnoff|Turn it off please Sean. All of it.›” Ex. 19 at <ex19:sms6>. She knew what it was. So did "
        "Ms. Voss, who instructed Mr. O’Dowd the same morning to “‹invoice|cancel the servers today and send me the invoice, not accounts "
        "payable.›” *Id.* at <ex19:sms13>. And so did Dr. van der Linden, who told a podcast six months later: “‹podcast|We found the "
        "books.›” Dkt. 1 ¶ 10.",
        turnoff=quote(OKAFOR, "she", "wrote", cite="Ex. 19 at <ex19:sms6>"),
        invoice=quote(VOSS, "Ms. Voss", "instructed", to=(ODOWD,), cite="Id. at <ex19:sms13>", flags=("mixed",)),
        podcast=quote(VAN_DER_LINDEN, "Dr. van der Linden", "told", cite="Dkt. 1 ¶ 10"),
    ),
    heading("IV.  CONCLUSION"),
    body("For these reasons Plaintiffs respectfully ask that the Motion be granted."),
    *lines(
        (
            "",
            "Dated: January 10, 2025\tRespectfully submitted,",
            "",
            "\tFELDSTEIN ABERNATHY LLP",
            "",
            "\tBy:   /s/ Carlos Abernathy",
            "\t        Carlos Abernathy",
            "\t*Attorneys for Plaintiffs*",
        ),
        Style(leading=12, tabs=(240.0,), keep=True),
    ),
)


FILING = Filing(
    NAME,
    "Motion for Leave to Amend",
    pleading("PLS.’ MOT. FOR LEAVE TO FILE SECOND AM. COMPL.", CASE).with_furniture(stamp(CASE, "449", "01/10/25")),
    (Section((*PLAINTIFFS_COUNSEL, *COURT, *lines(("",)), *caption(PARTIES, _TITLE), *_TEXT)),),
)
