"""Docket 478: the order of 14 February 2025, which tells what each side argued and what was said at the hearing."""

from __future__ import annotations

from corpora.sample.cast import CASE, D_CHEN, FELDSTEIN, LINDQVIST, NOVALITH, OKAFOR, PLAINTIFFS, TANAKA, VOSS
from corpora.sample.filing import Filing
from corpora.sample.manuscript import Section, Style
from corpora.sample.paper import CHAMBERS, stamp
from corpora.sample.prose import COURT, block, body, caption, flush, heading, lines, note, paraphrase, quote, subheading

NAME = "gov.uscourts.cand.999999.478.0.pdf"

_LEFT = (
    "ROSALIND ACHTERBERG, et al.,",
    "",
    "                    Plaintiffs,",
    "",
    "          v.",
    "",
    "NOVALITH, INC.,",
    "",
    "                    Defendant.",
)
_RIGHT = (
    "Case No. 24-cv-01234-LMT",
    "",
    "__ORDER GRANTING MOTION FOR__",
    "__LEAVE TO FILE SECOND__",
    "__AMENDED COMPLAINT__",
    "",
    "Re: Dkt. No. 449",
)
_HEARD = "2025-01-30"

_TEXT = (
    body(
        "In this putative class action, Plaintiffs allege that ‹alleged|Novalith, Inc. (“Novalith”) trained its language models on books that "
        "it took from a so-called “shadow library.”› Dkt. No. 1. Before the Court is Plaintiffs’ motion for leave to file a second amended "
        "complaint. Dkt. No. 449 (“Mot.”). Having considered the parties’ papers and heard argument on January 30, 2025, the Court "
        "__GRANTS__ the motion.",
        alleged=paraphrase(PLAINTIFFS, "Plaintiffs", "allege", cite="Dkt. No. 1"),
    ).with_style(before=12),
    heading("I.  BACKGROUND"),
    body(
        "The following facts are not in dispute. In March 2023, Novalith’s chief executive officer, Katharina Voss, instructed Marisol "
        "Okafor, its director of data acquisition, to “‹keep|[k]eep the torrents off the corporate network.›” Dkt. No. 449-3 at "
        "<ex12:voss>. Sean O’Dowd rented two servers for the purpose. Ms. Okafor testified that ‹ninedays|those servers were “seeding for "
        "about nine days before Sean noticed.”› Okafor Dep. <okafor:seeding>.",
        keep=quote(VOSS, "Katharina Voss", "instructed", to=(OKAFOR,), date="2023-03", cite="Dkt. No. 449-3 at <ex12:voss>"),
        ninedays=paraphrase(OKAFOR, "Ms. Okafor", "testified", cite="Okafor Dep. <okafor:seeding>", flags=("mixed",)),
    ),
    body(
        "Daniel Chen, a former research engineer, declares that in July 2023 a Novalith model “‹figure|recited more than fifty words in a row "
        "from 31 of 500 books.›” Chen Decl. ¶ 9. Novalith has not moved to strike that statement.[^]",
        note(
            "At his request the Court notes that Mr. Chen is not related to Grace Chen, Novalith’s associate general counsel. *See* Chen Decl. "
            "¶ 1. He further states that ‹resigned|he did not know of the uploading until he was shown Exhibit 19.› *Id.* ¶ 10.",
            resigned=paraphrase(D_CHEN, "He", "states", date="2025-01-08", cite="Id. ¶ 10"),
        ),
        figure=quote(D_CHEN, "Daniel Chen", "declares", date="2025-01-08", cite="Chen Decl. ¶ 9", flags=("mixed",)),
    ),
    heading("II.  LEGAL STANDARD"),
    body(
        "Leave to amend “shall be freely given when justice so requires.” The Ninth Circuit has explained that “‹carvalho|[a]bsent prejudice, "
        "or a strong showing of any of the remaining Foman factors, there exists a presumption under Rule 15(a) in favor of granting leave "
        "to amend.›” *Eminence Capital*, 316 F.3d at 1052.",
        carvalho=quote(
            "Ninth Circuit",
            "The Ninth Circuit",
            "has explained",
            date="2003",
            cite="Eminence Capital, 316 F.3d at 1052",
            flags=("legal_authority", "mixed"),
        ),
    ),
    heading("III.  DISCUSSION"),
    subheading("A.", "Delay"),
    body(
        "Novalith argues that ‹delay|Plaintiffs waited seven weeks after Ms. Okafor’s deposition.› Opp. at 3. It points out that ‹word|the word "
        "“torrent” appears in the first complaint.› *Id.* Plaintiffs respond that ‹relied|they relied on Novalith’s verified answer that the client was “configured to leech only.”› Reply at 2. At the hearing, counsel for Novalith, Gregory Lindqvist, maintained that it “‹conf|was true when it was configured.›” Jan. 30, "
        "2025 Tr. <hearing:configured>. That is not an answer on which the Court would wish to build.",
        delay=paraphrase(NOVALITH, "Novalith", "argues", cite="Opp. at 3"),
        word=paraphrase(NOVALITH, "It", "points out", cite="Id.", flags=("mixed",)),
        relied=paraphrase(PLAINTIFFS, "Plaintiffs", "respond", cite="Reply at 2", flags=("mixed",)),
        conf=quote(
            LINDQVIST,
            "Gregory Lindqvist",
            "maintained",
            date=_HEARD,
            cite="Jan. 30, 2025 Tr. <hearing:configured>",
            flags=("mixed",),
        ),
    ),
    subheading("B.", "Prejudice"),
    body(
        "Novalith next contends that ‹closed|it would be prejudiced because fact discovery has closed.› Opp. at 4. But Mr. Lindqvist conceded that Novalith “‹people|would not need to depose our own people.›” Jan. 30, 2025 Tr. <hearing:concede>. He also represented that "
        "‹preserved|the server logs are “all in one place” and have been produced.› *Id.* at <hearing:logs>. Pressed on what had become of "
        "them before the complaint was filed, he answered:",
        closed=paraphrase(NOVALITH, "Novalith", "contends", cite="Opp. at 4"),
        people=quote(
            LINDQVIST, "Mr. Lindqvist", "conceded", date=_HEARD, cite="Jan. 30, 2025 Tr. <hearing:concede>", flags=("mixed",)
        ),
        preserved=paraphrase(LINDQVIST, "He", "represented", date=_HEARD, cite="Id. at <hearing:logs>", flags=("mixed",)),
    ),
    block(
        "‹copy|My colleague reminds me that the servers themselves were cancelled in April of 2023. What we have is the copy that Mr. O’Dowd "
        "kept.›",
        copy=quote(LINDQVIST, "he", "answered", date=_HEARD, cite="Id. at <hearing:copy>"),
    ),
    flush(
        "*Id.* at <hearing:copy>. Plaintiffs’ counsel, Naomi Feldstein, stated that ‹oneday|one deposition, of Mr. O’Dowd, would be enough,› and that Plaintiffs “‹trialdate|would not ask to move the trial date.›” *Id.* at <hearing:oneday>. The Court finds no prejudice.",
        oneday=paraphrase(
            FELDSTEIN, "Naomi Feldstein", "stated", date=_HEARD, cite="Id. at <hearing:oneday>", flags=("mixed",)
        ),
        trialdate=quote(FELDSTEIN, "Naomi Feldstein", "stated", date=_HEARD, cite="Id. at <hearing:oneday>", flags=("mixed",)),
    ),
    subheading("C.", "Futility"),
    body(
        "According to Novalith, ‹small|nothing was “distributed,” because a torrent hands out only small pieces.› Opp. at 6. Its counsel went "
        "so far as to call four terabytes ‹rounding|“a rounding error.”› Jan. 30, 2025 Tr. <hearing:rounding>. Mr. O’Dowd, at the time, did "
        "not. He told his colleagues that ‹fourtb|“about 4 terabytes” had gone up.› Dkt. No. 449-6 at <ex19:sms5>. Whether anyone received "
        "a whole book is a question of fact. Mr. Tanaka has testified that ‹seeds|he does not know.› Tanaka Dep. 88:4-11.",
        small=paraphrase(NOVALITH, "Novalith", "According to", cite="Opp. at 6", flags=("mixed",)),
        rounding=quote(
            "Yusuf Haddad",
            "Its counsel",
            "call",
            date=_HEARD,
            cite="Jan. 30, 2025 Tr. <hearing:rounding>",
            flags=("mixed", "doubtful"),
        ),
        fourtb=paraphrase("Sean O'Dowd", "He", "told", cite="Dkt. No. 449-6 at <ex19:sms5>", flags=("mixed",)),
        seeds=paraphrase(TANAKA, "Mr. Tanaka", "has testified", cite="Tanaka Dep. 88:4-11", flags=("doubtful",)),
    ),
    heading("IV.  CONCLUSION"),
    body(
        "The motion is __GRANTED__. Plaintiffs shall file the second amended complaint by February 21, 2025. The deposition of Mr. O’Dowd "
        "shall be completed by February 28, 2025, and shall not exceed seven hours. The trial date stands."
    ),
    body("__IT IS SO ORDERED.__"),
    *lines(
        (
            "Dated: February 14, 2025",
            "",
            "\t_________________________________",
            "\tLUCINDA M. TRAN",
            "\tUnited States District Judge",
        ),
        Style(leading=12, tabs=(220.0,), keep=True),
    ),
)

FILING = Filing(
    NAME,
    "Order",
    CHAMBERS.with_furniture(stamp(CASE, "478", "02/14/25")),
    (Section((*lines(("", "", "")), *COURT[:2], *lines(("", "")), *caption(_LEFT, _RIGHT), *lines(("",)), *_TEXT)),),
)
