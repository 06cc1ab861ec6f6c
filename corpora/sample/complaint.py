"""Docket 1: the class action complaint of 6 February 2024, on pleading paper, with numbered paragraphs."""

from __future__ import annotations

from corpora.sample.cast import (
    ACHTERBERG,
    CASE,
    FOURNIER,
    HALCYON,
    IGLESIAS,
    NOVALITH,
    OROURKE,
    RAGHUNATHAN,
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
    numbered,
    paraphrase,
    quote,
    subheading,
)

NAME = "gov.uscourts.cand.999999.1.0.pdf"

_TITLE = (
    "Case No. 3:24-cv-01234",
    "",
    "__CLASS ACTION COMPLAINT__",
    "",
    "1. Direct Copyright Infringement",
    "    (17 U.S.C. § 501)",
    "2. Removal of Copyright Management",
    "    Information (17 U.S.C. § 1202(b))",
    "",
    "__DEMAND FOR JURY TRIAL__",
)

_FIRST_PAGE = (*PLAINTIFFS_COUNSEL, *COURT, Paragraph("", Style(leading=12)), *caption(PARTIES, _TITLE))

_TEXT = (
    body(
        "Plaintiffs Rosalind Achterberg, Tomás Iglesias-Moreau, and Deirdre O’Rourke (“Plaintiffs”), on behalf of themselves and all "
        "others similarly situated, bring this class action against Novalith, Inc. (“Novalith”)."
    ).with_style(new_page=True),
    heading("I.  OVERVIEW"),
    numbered(
        1,
        "A large language model learns to write by copying what others have written. Novalith sells a family of such models under the name "
        "Cantor. The text from which a model learns is called its “training data.”",
    ),
    numbered(
        2,
        "Novalith has never said where Cantor’s books come from. In a post on the company’s website dated September 12, 2023, its chief "
        "executive officer, Katharina Voss, wrote that ‹blog|Cantor-2 had been trained on “a curated library of the best writing in the "
        "English language.”› She did not say whose library it was. “‹curated|We paid for quality, and it shows,›” Voss added.",
        blog=paraphrase(VOSS, "Katharina Voss", "wrote", date="2023-09-12", flags=("mixed",)),
        curated=quote(VOSS, "Voss", "added", date="2023-09-12"),
    ),
    numbered(
        3,
        "The model card that Novalith published on the same day states that ‹card|the pretraining data of Cantor-2 included “books, "
        "internal,” in an amount of about eight percent.›[^] Plaintiffs are not aware of any library of that name.",
        note(
            "A “model card” is a short paper that describes how a model was made. The model card of Cantor-1, by contrast, said that "
            "‹one|its books came “from Project Gutenberg and other collections in the public domain.”›",
            one=paraphrase(NOVALITH, "The model card of Cantor-1", "said", flags=("mixed",)),
        ),
        card=paraphrase(NOVALITH, "The model card", "states", date="2023-09-12", flags=("mixed",)),
    ),
    numbered(
        4,
        "On information and belief, the “internal” books are a copy of Library Genesis (“LibGen”), a so-called “shadow library” of pirated "
        "works, which Novalith obtained by torrent in the spring of 2023.",
    ),
    heading("II.  JURISDICTION AND VENUE"),
    numbered(
        5,
        "This Court has subject-matter jurisdiction under 28 U.S.C. § 1331 because this case arises under the Copyright Act. Jurisdiction "
        "and venue are proper in this judicial district under 28 U.S.C. § 1391(c)(2) because Novalith is headquartered here.",
    ),
    heading("III.  PARTIES"),
    numbered(
        6,
        "Plaintiff Rosalind Achterberg is a novelist who lives in Oregon. She owns registered copyrights in five novels, among them *The "
        "Salt Ledger* and *A House with No North Side*.",
    ),
    numbered(
        7,
        "Plaintiff Tomás Iglesias-Moreau is a historian who lives in New York. Plaintiff Deirdre O’Rourke is a journalist who lives in "
        "California. Each owns registered copyrights in at least one book that is in print.",
    ),
    numbered(
        8,
        "Defendant Novalith is a Delaware corporation with its principal place of business at 88 Beale Street, San Francisco. Katharina "
        "Voss is its chief executive officer. Pieter van der Linden is its vice president of research. Priya Raghunathan is its head of "
        "partnerships. Amélie Fournier-Diop is its head of policy.",
    ),
    heading("IV.  FACTUAL ALLEGATIONS"),
    subheading("A.", "Novalith knew that books were what its models lacked."),
    numbered(
        9,
        "Cantor-1 was released in June 2022 and was not a success. In an interview with the *Tensor Hours* podcast on October 3, 2023, Dr. "
        "van der Linden was asked what had been wrong with it. “‹sounded|It sounded like a web page,›” van der Linden said. “‹sounded|It "
        "could not hold a thought for more than a paragraph, because nothing that we had fed it could.›”",
        sounded=quote(VAN_DER_LINDEN, "van der Linden", "said", date="2023-10-03"),
    ),
    numbered(
        10,
        "He explained that ‹books|a model that is to reason must be fed on long texts, and that there are only so many long texts on the "
        "open web.› Asked ‹changed|what had changed›, he replied: “‹obvious|The obvious thing. We found the books.›”",
        books=paraphrase(VAN_DER_LINDEN, "He", "explained", date="2023-10-03"),
        changed=paraphrase(None, None, "Asked", to=(VAN_DER_LINDEN,), date="2023-10-03", flags=("doubtful",)),
        obvious=quote(VAN_DER_LINDEN, "he", "replied", date="2023-10-03"),
    ),
    numbered(
        11,
        "The interviewer asked ‹bought|whether the books had been bought.› According to the published transcript, van der Linden answered:",
        bought=paraphrase(None, "The interviewer", "asked", to=(VAN_DER_LINDEN,), date="2023-10-03"),
    ),
    block(
        "‹found|I am the research side. I can tell you what the books did for the model, and it was remarkable: in one training run we went "
        "from well behind GPT-3.5 to somewhere near GPT-4 on the reading benchmarks. How a book came to be on the disk is a question for "
        "other people in the company, and I have been told that they have an answer to it.›",
        found=quote(VAN_DER_LINDEN, "van der Linden", "answered", date="2023-10-03"),
    ),
    flush("*Tensor Hours*, Episode 114 (Oct. 3, 2023). No other person at Novalith has given that answer."),
    subheading("B.", "Novalith knew that books can be licensed, because it was negotiating licenses."),
    numbered(
        12,
        "Halcyon & Reed Publishers (“Halcyon & Reed”) publishes two of the three Plaintiffs. Its vice president of rights, Margaret "
        "Whitcombe, told Plaintiff Achterberg in January 2024 that ‹talks|Novalith had negotiated with her house for seven months and had "
        "then “gone quiet from one day to the next.”›",
        talks=paraphrase(WHITCOMBE, "Margaret Whitcombe", "told", to=(ACHTERBERG,), date="2024-01", flags=("mixed",)),
    ),
    numbered(
        13,
        "Halcyon & Reed had asked for ‹eleven|eleven dollars a title.› It says that ‹nine|it later offered nine.› According to Ms. Whitcombe, "
        "‹cheerful|Priya Raghunathan was cheerful until the second week of June 2023, and after that she no longer returned a call.›",
        eleven=paraphrase(HALCYON, "Halcyon & Reed", "asked", flags=("doubtful",)),
        nine=paraphrase(HALCYON, "It", "says"),
        cheerful=paraphrase(WHITCOMBE, "Ms. Whitcombe", "According to"),
    ),
    numbered(
        14,
        "In an e-mail of June 9, 2023, which Halcyon & Reed has shared with Plaintiffs, Ms. Raghunathan informed Ms. Whitcombe that "
        "‹budget|Novalith had decided “to pause all discussions of book licensing for reasons of budget.”› Eleven days later Novalith "
        "announced that ‹round|it had raised $400 million.›",
        budget=paraphrase(RAGHUNATHAN, "Ms. Raghunathan", "informed", to=(WHITCOMBE,), date="2023-06-09", flags=("mixed",)),
        round=paraphrase(NOVALITH, "Novalith", "announced", date="2023-06-20"),
    ),
    subheading("C.", "Cantor-2 knows Plaintiffs’ books."),
    numbered(
        15,
        "In November 2023 Ms. O’Rourke asked Cantor-2 to describe her second book chapter by chapter. It did so without an error. She wrote "
        "to Novalith the next day. “‹remember|I spent four years on that book and your machine has it by heart,›” her letter says. "
        "“‹remember|I would like to know who sold it to you, because I did not.›”",
        remember=quote(OROURKE, "her letter", "says", to=(NOVALITH,), date="2023-11"),
    ),
    numbered(
        16,
        "Novalith’s head of policy, Amélie Fournier-Diop, answered on December 1, 2023. She assured Ms. O’Rourke that Novalith "
        "“‹respect|respects the rights of creators everywhere.›” She declined to name the source of the book. In the words of her letter, "
        "“‹trade|the composition of our training data is a trade secret; its quality is not.›”",
        respect=quote(FOURNIER, "She", "assured", to=(OROURKE,), date="2023-12-01", flags=("mixed",)),
        trade=quote(FOURNIER, "her letter", "In the words of", to=(OROURKE,), date="2023-12-01"),
    ),
    numbered(
        17,
        "Mr. Iglesias-Moreau had the same experience. On January 9, 2024, he asked Cantor-2 ‹clerks|who had written *The Tide Clerks*, which is his.› "
        "“‹tide|It is a history of the port of Callao by Tomás Iglesias-Moreau,›” the model replied, “‹tide|and it argues that the customs "
        "house, not the army, held the country together.›” That is the argument of its fourth chapter, which has never been online.",
        clerks=paraphrase(IGLESIAS, "he", "asked", date="2024-01-09", flags=("doubtful",)),
        tide=quote(None, "the model", "replied", date="2024-01-09", flags=("doubtful",), note="a machine speaks"),
    ),
    subheading("D.", "Novalith knew that others were being sued for the same thing."),
    numbered(
        18,
        "Other makers of language models have been more candid. Some have disclosed that ‹pile|they used “Books3,” a collection of about "
        "197,000 books in an open dataset called “The Pile.”› Novalith has disclosed nothing. Its competitors’ practices do not excuse its "
        "own.",
        pile=paraphrase(None, "Some", "have disclosed"),
    ),
    numbered(
        19,
        "In July 2023, after authors had sued OpenAI, Ms. Voss was asked on a panel in Austin whether Novalith was next. She laughed. “‹careful|"
        "OpenAI trained on everything and told everybody about it,›” she said. “‹careful|We are a more careful company than that.›” A "
        "moderator then asked ‹meant|whether she meant that Novalith was more careful about its data or about what it told people.› According to a "
        "report of the panel, ‹next|Ms. Voss answered that ‹take|she would take the next question.››",
        careful=quote(VOSS, "she", "said", date="2023-07"),
        meant=paraphrase(None, "A moderator", "asked", to=(VOSS,), date="2023-07"),
        take=paraphrase(VOSS, "Ms. Voss", "answered", date="2023-07", flags=("nested",)),
        next=paraphrase(None, "a report of the panel", "According to", date="2023-07", flags=("doubtful",)),
    ),
    numbered(
        20,
        "Dr. van der Linden was less guarded. He told *Tensor Hours* that ‹mistral|the books had let Cantor-2 catch up with Mistral “in a month.”› Of Anthropic’s Claude he said: “‹claude|They read a great deal too. I recognize the handwriting.›”",
        mistral=paraphrase(VAN_DER_LINDEN, "He", "told", date="2023-10-03", flags=("mixed",)),
        claude=quote(VAN_DER_LINDEN, "he", "said", date="2023-10-03"),
    ),
    numbered(
        21,
        "Novalith’s own marketing says what the books were for. A page for investors, posted on September 14, 2023, claims that Cantor-2 "
        "“‹bench|outperforms every open model on reading benchmarks.›” It attributes the result to “data quality.” The word “license” does not appear.",
        bench=quote(NOVALITH, "A page for investors", "claims", date="2023-09-14", flags=("mixed",)),
    ),
    heading("V.  CLASS ALLEGATIONS"),
    numbered(
        22,
        "Plaintiffs bring this action under Rule 23(b)(2) and (b)(3) on behalf of a class defined as “all persons or entities that own a "
        "registered United States copyright in any work that was used as training data for Cantor-2” (the “Class”).",
    ),
    numbered(
        23,
        "The Class is so numerous that joinder is impracticable. Common questions predominate, including whether Novalith copied the works, "
        "whether it did so willfully, and whether such copying is “fair use.” The Supreme Court has held that ‹dukes|what matters to class "
        "certification is the capacity of a classwide proceeding to generate common answers.› *Wal-Mart Stores, Inc. v. Dukes*, 564 U.S. "
        "338, 350 (2011).",
        dukes=paraphrase(
            "Supreme Court",
            "The Supreme Court",
            "has held",
            date="2011",
            cite="564 U.S. 338, 350 (2011)",
            flags=("legal_authority",),
        ),
    ),
    heading("VI.  CLAIMS FOR RELIEF"),
    Paragraph("__COUNT ONE__", Style(align="center", snap=True, keep=True)),
    numbered(
        24,
        "Plaintiffs incorporate the foregoing paragraphs. Novalith reproduced Plaintiffs’ works without permission, in violation of 17 U.S.C. § 106(1).",
    ),
    Paragraph("__COUNT TWO__", Style(align="center", snap=True, keep=True)),
    numbered(
        25,
        "On information and belief, Novalith stripped the copyright notices from those works before it trained on them, knowing that this "
        "would conceal its infringement, in violation of 17 U.S.C. § 1202(b)(1).",
    ),
    heading("VII.  PRAYER FOR RELIEF"),
    body(
        "WHEREFORE, Plaintiffs ask for judgment against Novalith: certifying the Class; awarding statutory damages; ordering the "
        "destruction of all copies of the works of the Class; and granting such other relief as the Court deems just. Plaintiffs demand a "
        "trial by jury on all issues so triable."
    ),
    *lines(
        (
            "",
            "Dated: February 6, 2024\tRespectfully submitted,",
            "",
            "\tFELDSTEIN ABERNATHY LLP",
            "",
            "\tBy:   /s/ Naomi Feldstein",
            "\t        Naomi Feldstein",
            "\t*Attorneys for Plaintiffs*",
        ),
        Style(leading=12, tabs=(240.0,), keep=True),
    ),
)

FILING = Filing(
    NAME,
    "Class Action Complaint",
    pleading("CLASS ACTION COMPLAINT", "3:24-cv-01234").with_furniture(stamp(CASE, "1", "02/06/24")),
    (Section((*_FIRST_PAGE, *_TEXT)),),
)
