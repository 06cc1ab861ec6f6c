"""Docket 449: the motion for leave to amend of 10 January 2025, with record cites, block and split quotations, and footnotes.

Most of what it quotes stands in the exhibits word for word; once a word is changed, and once the words are in no exhibit: ``QUOTED``
tells which.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpora.sample import deposition, exhibit_12, exhibit_14, exhibit_19, exhibit_22
from corpora.sample.cast import (
    CASE,
    D_CHEN,
    FELDSTEIN,
    NOVALITH,
    ODOWD,
    OKAFOR,
    RAGHUNATHAN,
    TANAKA,
    VAN_DER_LINDEN,
    VOSS,
    WHITCOMBE,
)
from corpora.sample.filing import Filing
from corpora.sample.manuscript import Paragraph, Section, Style
from corpora.sample.paper import pleading, stamp
from corpora.sample.prose import (
    COURT,
    PARTIES,
    PLAINTIFFS_COUNSEL,
    block,
    body,
    caption,
    flush,
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
_TESTIFIED = "2024-11-19"

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
    heading("II.  STATEMENT OF FACTS"),
    subheading("A.", "Novalith decides to take the books."),
    body(
        "In March 2023 Novalith was behind. GPT-4 had been released on March 14. Pieter van der Linden, its vice president of research, "
        "wrote two days later that ‹april|he needed a book corpus “before the April run starts on the 11th,” and that without one Novalith "
        "would “not catch Mistral, let alone OpenAI.”› Ex. 12 at <ex12:pieter>. He was indifferent to its source. “‹mind|I do not much mind "
        "where it comes from,›” he told Marisol Okafor, the director of data acquisition. *Id.*",
        april=paraphrase(
            VAN_DER_LINDEN,
            "Pieter van der Linden",
            "wrote",
            date="2023-03-16",
            cite="Ex. 12 at <ex12:pieter>",
            flags=("mixed",),
        ),
        mind=quote(VAN_DER_LINDEN, "he", "told", to=(OKAFOR,), date="2023-03-16", cite="Id."),
    ),
    body(
        "Ms. Okafor laid out three options the same evening: to license, to buy and scan, or to take LibGen. The third, she noted, was “‹free|"
        "already deduplicated, and it is free.›” Ex. 12 at <ex12:okafor>. “‹rather|I would rather we licensed,›” she added. “‹rather|But you "
        "asked me what is quick, and only the third one is fast.›” *Id.* Ms. Voss chose within hours:",
        free=quote(OKAFOR, "she", "noted", date="2023-03-16", cite="Ex. 12 at <ex12:okafor>"),
        rather=quote(OKAFOR, "she", "added", date="2023-03-16", cite="Id."),
    ),
    block(
        "‹own|I have read enough memos about licensing. GPT-4 shipped on Tuesday and our benchmark numbers look embarrassing beside it. . . . "
        "Marisol, you own this. Keep the torrents off the corporate network, and do not put the name of the source in the model card.›",
        own=quote(VOSS, "Ms. Voss", None, date="2023-03-16", cite="Ex. 12 at <ex12:voss>"),
    ),
    flush(
        "Ex. 12 at <ex12:voss>. At her deposition on November 19, 2024, Ms. Okafor was asked what she had taken LibGen to be:",
    ),
    Paragraph(
        "Q.\t‹qlib|What did you understand LibGen to be, in March of 2023?›",
        Style(left=84, first=-24, right=48, leading=12, before=12, tabs=(84.0,)),
        {
            "qlib": quote(
                FELDSTEIN,
                "Q.",
                None,
                to=(OKAFOR,),
                date=_TESTIFIED,
                cite="Okafor Dep. <okafor:asked..okafor:shadow>",
                note="the examiner is named on the cover",
            )
        },
    ),
    Paragraph(
        "A.\t‹alib|A shadow library. That is what everybody called it, inside and outside.›",
        Style(left=84, first=-24, right=48, leading=12, tabs=(84.0,)),
        {"alib": quote(OKAFOR, "A.", None, date=_TESTIFIED, cite="Okafor Dep. <okafor:asked..okafor:shadow>")},
    ),
    flush(
        "Okafor Dep. <okafor:asked..okafor:shadow>. She testified that ‹hall|she had warned Ms. Voss in a hallway that the publishers “would come after "
        "us if they ever found out.”› *Id.* at <okafor:hallway>. Ms. Voss’s answer, according to Ms. Okafor, was: “‹better|Then they had "
        "better not find out.›” *Id.* at <okafor:findout>.",
        hall=paraphrase(OKAFOR, "She", "testified", date=_TESTIFIED, cite="Id. at <okafor:hallway>", flags=("mixed",)),
        better=quote(VOSS, "Ms. Voss’s", "answer", to=(OKAFOR,), cite="Id. at <okafor:findout>"),
    ),
    body(
        "This was not a decision made in ignorance. On March 14, when he forwarded the torrent index, Mr. Tanaka had asked "
        "‹egress|whether the set could be pulled “without it showing up in the egress logs.”› Ex. 12 at <ex12:bill>. On March 15 Mr. Chen had "
        "told Dr. van der Linden that ‹sample|of 200 books he had looked at, 187 “carried a notice.”› *Id.* at <ex12:daniel>. And on the "
        "16th Ms. Voss had closed her message with a word to the company’s lawyer, Grace Chen: “‹phone|I know what you are going to say. Say "
        "it to me, by phone, not to this list.›” *Id.* at <ex12:voss>. The exchange, from the hallway to the disk, took less than a week. "
        "*See* Okafor Dep. <okafor:hallway..okafor:findout>.",
        egress=paraphrase(TANAKA, "Mr. Tanaka", "had asked", date="2023-03-14", cite="Ex. 12 at <ex12:bill>", flags=("mixed",)),
        sample=paraphrase(
            D_CHEN,
            "Mr. Chen",
            "had told",
            to=(VAN_DER_LINDEN,),
            date="2023-03-15",
            cite="Id. at <ex12:daniel>",
            flags=("mixed",),
        ),
        phone=quote(VOSS, "Ms. Voss", None, to=("Grace Chen",), date="2023-03-16", cite="Id. at <ex12:voss>"),
    ),
    subheading("B.", "Novalith conceals where the books came from."),
    body(
        "What followed was done with care. Ms. Okafor testified that ‹two|Sean O’Dowd “rented two servers in Rotterdam, on his own card, and "
        "expensed them.”› Okafor Dep. <okafor:servers>. She admitted that ‹column|in the table of sources she herself had typed the words "
        "“books, internal.”› *Id.* at <okafor:internal>. On March 20 she asked her group: “‹name|Can we please call it the internal library in "
        "the tables? Not the other name.›” Ex. 22 at <ex22:post8>.",
        two=paraphrase(
            OKAFOR, "Ms. Okafor", "testified", date=_TESTIFIED, cite="Okafor Dep. <okafor:servers>", flags=("mixed",)
        ),
        column=paraphrase(OKAFOR, "She", "admitted", date=_TESTIFIED, cite="Id. at <okafor:internal>", flags=("mixed",)),
        name=quote(OKAFOR, "she", "asked", date="2023-03-20", cite="Ex. 22 at <ex22:post8>"),
    ),
    body(
        "Not everyone went along. Daniel Chen, a research engineer, refused in writing. “‹notrun|I will not run this job,›” he told the "
        "channel. “‹notrun|It is pirated books, from a site that says on its front page that it is pirated books.›” Ex. 22 at <ex22:post3>; "
        "Chen Decl. ¶ 6. The next day William Tanaka reported that ‹epubs|he had run “a script over the epubs that strips the copyright "
        "page.”› Ex. 22 at <ex22:post9>.[^] Mr. Chen responded that ‹statute|this was “the one thing the statute names.”› *Id.* at <ex22:post11>.",
        note(
            "Ms. Okafor recalled that ‹refused|Mr. Chen “did more than that. He said that he would not run the job, and he did not.”› Okafor "
            "Dep. <okafor:danielchen>. Mr. Chen attests that ‹advice|he twice asked Novalith’s associate general counsel, Grace Chen, for "
            "advice in writing and never received any.› Chen Decl. ¶ 5.",
            refused=paraphrase(
                OKAFOR, "Ms. Okafor", "recalled", date=_TESTIFIED, cite="Okafor Dep. <okafor:danielchen>", flags=("mixed",)
            ),
            advice=paraphrase(D_CHEN, "Mr. Chen", "attests", date="2025-01-08", cite="Chen Decl. ¶ 5"),
        ),
        notrun=quote(D_CHEN, "he", "told", date="2023-03-20", cite="Ex. 22 at <ex22:post3>"),
        epubs=paraphrase(
            TANAKA, "William Tanaka", "reported", date="2023-03-21", cite="Ex. 22 at <ex22:post9>", flags=("mixed",)
        ),
        statute=paraphrase(D_CHEN, "Mr. Chen", "responded", cite="Id. at <ex22:post11>", flags=("mixed",)),
    ),
    subheading("C.", "Novalith uploads what it took."),
    body(
        "A BitTorrent client shares what it downloads unless it is told not to. Novalith’s was told not to, and forgot. Ms. Okafor explained "
        "that ‹restart|the setting “did not hold after a restart, and so we were seeding for about nine days before Sean noticed.”› Okafor "
        "Dep. <okafor:seeding>. Mr. O’Dowd said so at the time. “‹nine|[W]e have been seeding for nine days,›” he wrote at 12:41 a.m. on April "
        "6, 2023. Ex. 19 at <ex19:sms3>. By his count, ‹four|“about 4 terabytes” had gone out.› *Id.* at <ex19:sms5>. Ms. Voss joined the thread "
        "and asked a single question: “‹who|Who outside this thread knows?›” *Id.* at <ex19:sms11>. When Mr. Tanaka remarked that "
        "‹everybody|“everybody does this,”› she replied: “‹writing|Not in writing, Bill.›” *Id.* at <ex19:sms16>.",
        restart=paraphrase(
            OKAFOR, "Ms. Okafor", "explained", date=_TESTIFIED, cite="Okafor Dep. <okafor:seeding>", flags=("mixed",)
        ),
        nine=quote(ODOWD, "he", "wrote", date="2023-04-06T00:41", cite="Ex. 19 at <ex19:sms3>"),
        four=paraphrase(ODOWD, "his", "By his count", cite="Id. at <ex19:sms5>", flags=("mixed",)),
        who=quote(VOSS, "Ms. Voss", "asked", cite="Id. at <ex19:sms11>"),
        everybody=quote(TANAKA, "Mr. Tanaka", "remarked", cite="Id. at <ex19:sms15>", flags=("mixed", "doubtful")),
        writing=quote(VOSS, "she", "replied", to=(TANAKA,), cite="Id. at <ex19:sms16>"),
    ),
    body(
        "Mr. O’Dowd has since put it more bluntly. “‹pirates|We were the pirates, and we knew it,›” he told a colleague. Ex. 19 at 3. And no "
        "one at Novalith ever decided to stop using the books. Okafor Dep. <okafor:stop>.",
        pirates=quote(ODOWD, "he", "told", cite="Ex. 19 at 3"),
    ),
    subheading("D.", "Novalith ends its licensing talks because it has the books."),
    body(
        "All this time Priya Raghunathan, the head of partnerships, was negotiating to license some of the same titles. On June 7, 2023, "
        "Margaret Whitcombe of Halcyon & Reed wrote that ‹dollars|her house could “come down to nine dollars a title for the forty "
        "thousand.”› Ex. 14 at <ex14:nine>. “‹works|Nine works for me,›” Ms. Raghunathan answered. *Id.* The day after that she reported that "
        "‹paused|Novalith had “decided to pause all discussions of book licensing for reasons of budget.”› *Id.* at <ex14:pause>. Ms. "
        "Whitcombe was not deceived. “‹elsewhere|If it is that you have found the books somewhere else,›” she responded, “‹elsewhere|then I "
        "would ask you to tell me where, because we do not sell them anywhere else.›” *Id.* at <ex14:happened>.",
        dollars=paraphrase(
            WHITCOMBE,
            "Margaret Whitcombe",
            "wrote",
            to=(RAGHUNATHAN,),
            date="2023-06-07",
            cite="Ex. 14 at <ex14:nine>",
            flags=("mixed",),
        ),
        works=quote(RAGHUNATHAN, "Ms. Raghunathan", "answered", to=(WHITCOMBE,), cite="Id."),
        paused=paraphrase(RAGHUNATHAN, "she", "reported", to=(WHITCOMBE,), cite="Id. at <ex14:pause>", flags=("mixed",)),
        elsewhere=quote(WHITCOMBE, "she", "responded", to=(RAGHUNATHAN,), cite="Id. at <ex14:happened>"),
    ),
    body(
        "There was no shortage of budget. According to Ms. Okafor, ‹gpus|Novalith had just bought “two thousand more GPUs.”› Okafor Dep. "
        "<okafor:budget>. The talks ended, in her words, “‹had|[b]ecause we had the books. Nobody pays eleven dollars a title for what is "
        "already on the disk.›” *Id.* at <okafor:pause>.",
        gpus=paraphrase(
            OKAFOR, "Ms. Okafor", "According to", date=_TESTIFIED, cite="Okafor Dep. <okafor:budget>", flags=("mixed",)
        ),
        had=quote(OKAFOR, "her", "in her words", date=_TESTIFIED, cite="Id. at <okafor:pause>"),
    ),
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
        "‹napster|“users who upload file names to the search index for others to copy violate plaintiffs’ distribution rights.”› *A&M "
        "Records, Inc. v. Napster, Inc.*, 239 F.3d 1004, 1014 (9th Cir. 2001). Novalith also says that ‹deminimis|four terabytes is “a "
        "rounding error.”› Dkt. 441 at 7. Four terabytes is about four million books.[^]",
        note(
            "Mr. Tanaka’s own estimate was that ‹million|the full set came to “5.2 million files.”› Ex. 12 at <ex12:bill>. A spokesperson for "
            "Novalith recently called the set ‹corner|“a corner of the library.”›",
            million=paraphrase(TANAKA, "Mr. Tanaka’s", "estimate", cite="Ex. 12 at <ex12:bill>", flags=("mixed",)),
            corner=quote(NOVALITH, "A spokesperson for Novalith", "called", flags=("mixed", "doubtful")),
        ),
        dissem=paraphrase(NOVALITH, "Novalith’s", "argument", cite="Dkt. 441 at 6"),
        napster=paraphrase(
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


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the brief against the exhibit that it cites: exact, altered or not found; ``note`` says what was changed."""

    mark: str
    exhibit: str
    verdict: str
    note: str = ""


_DEP = deposition.NAME
_12, _14, _19, _22 = exhibit_12.NAME, exhibit_14.NAME, exhibit_19.NAME, exhibit_22.NAME
QUOTED = (
    Quoted("waytake", _12, "exact"),
    Quoted("phone", _12, "exact"),
    Quoted("turnoff", _19, "exact"),
    Quoted("invoice", _19, "exact"),
    Quoted("mind", _12, "exact", "the exhibit goes on; the comma is the brief's"),
    Quoted("free", _12, "exact"),
    Quoted("rather", _12, "altered", 'the exhibit has "what is fast"'),
    Quoted("own", _12, "exact", "with an omission, shown"),
    Quoted("qlib", _DEP, "exact"),
    Quoted("alib", _DEP, "exact"),
    Quoted("better", _DEP, "exact"),
    Quoted("name", _22, "exact"),
    Quoted("notrun", _22, "exact"),
    Quoted("nine", _19, "exact", "a capital letter, shown in brackets"),
    Quoted("who", _19, "exact"),
    Quoted("writing", _19, "exact"),
    Quoted("pirates", _19, "not found"),
    Quoted("works", _14, "exact"),
    Quoted("elsewhere", _14, "exact"),
    Quoted("april", _12, "exact"),
    Quoted("egress", _12, "exact"),
    Quoted("sample", _12, "exact"),
    Quoted("million", _12, "exact"),
    Quoted("hall", _DEP, "exact"),
    Quoted("two", _DEP, "exact"),
    Quoted("column", _DEP, "exact"),
    Quoted("refused", _DEP, "exact"),
    Quoted("restart", _DEP, "exact"),
    Quoted("gpus", _DEP, "exact"),
    Quoted("epubs", _22, "exact"),
    Quoted("statute", _22, "exact"),
    Quoted("four", _19, "exact"),
    Quoted("everybody", _19, "exact"),
    Quoted("dollars", _14, "exact"),
    Quoted("paused", _14, "exact"),
    Quoted("had", _DEP, "exact", "a small letter, shown in brackets"),
)

FILING = Filing(
    NAME,
    "Motion for Leave to Amend",
    pleading("PLS.’ MOT. FOR LEAVE TO FILE SECOND AM. COMPL.", CASE).with_furniture(stamp(CASE, "449", "01/10/25")),
    (Section((*PLAINTIFFS_COUNSEL, *COURT, *lines(("",)), *caption(PARTIES, _TITLE), *_TEXT)),),
)
