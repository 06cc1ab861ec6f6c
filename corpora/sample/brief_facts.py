"""The statement of facts in the motion for leave to amend: what the exhibits say, with a cite for every word of it."""

from __future__ import annotations

from corpora.sample.cast import (
    D_CHEN,
    ODOWD,
    OKAFOR,
    RAGHUNATHAN,
    TANAKA,
    VAN_DER_LINDEN,
    VOSS,
    WHITCOMBE,
)
from corpora.sample.manuscript import Paragraph, Style
from corpora.sample.prose import (
    block,
    body,
    flush,
    heading,
    note,
    paraphrase,
    quote,
    subheading,
)

_TESTIFIED = "2024-11-19"

FACTS: tuple[Paragraph, ...] = (
    heading("II.  STATEMENT OF FACTS"),
    subheading("A.", "Novalith decides to take the books."),
    body(
        "In March 2023 Novalith was behind. GPT-4 had been released on March 14. Pieter van der Linden, its vice president of research, "
        "wrote two days later that ‹april|he needed a book corpus “before the April run,” since Novalith would otherwise “not catch Mistral.”› Ex. 12 at <ex12:pieter>. He was indifferent to its source. “‹mind|I do not much mind "
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
                None,
                "Q.",
                None,
                to=(OKAFOR,),
                date=_TESTIFIED,
                cite="Okafor Dep. <okafor:asked..okafor:shadow>",
                note="the brief does not name the examiner",
            )
        },
    ),
    Paragraph(
        "A.\t‹alib|A shadow library. That is what everybody called it, inside and outside.›",
        Style(left=84, first=-24, right=48, leading=12, tabs=(84.0,)),
        {"alib": quote(OKAFOR, "A.", None, date=_TESTIFIED, cite="Okafor Dep. <okafor:asked..okafor:shadow>")},
    ),
    flush(
        "Okafor Dep. <okafor:asked..okafor:shadow>. She testified that she had warned Ms. Voss in a hallway that the publishers “‹hall|would come after "
        "us if they ever found out.›” *Id.* at <okafor:hallway>. Ms. Voss’s answer, according to Ms. Okafor, was: “‹better|Then they had "
        "better not find out.›” *Id.* at <okafor:findout>.",
        hall=quote(OKAFOR, "She", "testified", date=_TESTIFIED, cite="Id. at <okafor:hallway>", flags=("mixed",)),
        better=quote(VOSS, "Ms. Voss’s", "answer", to=(OKAFOR,), cite="Id. at <okafor:findout>"),
    ),
    body(
        "This was not a decision made in ignorance. On March 14, when he forwarded the torrent index, William Tanaka, an engineer, had asked "
        "‹egress|whether the set could be pulled “without it showing up in the egress logs.”› Ex. 12 at <ex12:bill>. On March 15 Daniel Chen, another, had "
        "told Dr. van der Linden that ‹sample|187 of the 200 books he had looked at “carried a notice.”› *Id.* at <ex12:daniel>. And on the "
        "16th Ms. Voss had closed her message with a word to the company’s lawyer, Grace Chen: “‹phone|I know what you are going to say. Say "
        "it to me, by phone, not to this list.›” *Id.* at <ex12:voss>. The exchange, from the hallway to the disk, took less than a week. "
        "*See* Okafor Dep. <okafor:hallway..okafor:findout>.",
        egress=paraphrase(
            TANAKA, "William Tanaka", "had asked", date="2023-03-14", cite="Ex. 12 at <ex12:bill>", flags=("mixed",)
        ),
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
        "What followed was done with care. Ms. Okafor testified that Sean O’Dowd “‹two|rented two servers in Rotterdam, on his own card, and "
        "expensed them.›” Okafor Dep. <okafor:servers>. She admitted that ‹column|in the table of sources she herself had typed the words "
        "“books, internal.”› *Id.* at <okafor:internal>. On March 20 she asked her group: “‹name|Can we please call it the internal library in "
        "the tables? Not the other name.›” Ex. 22 at <ex22:post8>.",
        two=quote(OKAFOR, "Ms. Okafor", "testified", date=_TESTIFIED, cite="Okafor Dep. <okafor:servers>", flags=("mixed",)),
        column=paraphrase(OKAFOR, "She", "admitted", date=_TESTIFIED, cite="Id. at <okafor:internal>", flags=("mixed",)),
        name=quote(OKAFOR, "she", "asked", date="2023-03-20", cite="Ex. 22 at <ex22:post8>"),
    ),
    body(
        "Not everyone went along. Mr. Chen refused in writing. “‹notrun|I will not run this job,›” he told the "
        "channel. “‹notrun|It is pirated books, from a site that says on its front page that it is pirated books.›” Ex. 22 at <ex22:post3>; "
        "Chen Decl. ¶ 6. The next day Mr. Tanaka reported that ‹epubs|he had run “a script over the epubs that strips the copyright "
        "page.”› Ex. 22 at <ex22:post9>.[^] Mr. Chen responded that ‹statute|this was “the one thing the statute names.”› *Id.* at <ex22:post11>.",
        note(
            "Ms. Okafor recalled that Mr. Chen “‹refused|did more than that. He said that he would not run the job, and he did not.›” Okafor "
            "Dep. <okafor:danielchen>. Mr. Chen attests that ‹advice|he twice asked Novalith’s associate general counsel, Grace Chen, for "
            "advice in writing and never received any.› Chen Decl. ¶ 5.",
            refused=quote(
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
        "that the setting “‹restart|did not hold after a restart, and so we were seeding for about nine days before Sean noticed.›” Okafor "
        "Dep. <okafor:seeding>. Mr. O’Dowd said so at the time. “‹nine|[W]e have been seeding for nine days,›” he wrote at 12:41 a.m. on April "
        "6, 2023. Ex. 19 at <ex19:sms3>. By his count, ‹four|“about 4 terabytes” had gone out.› *Id.* at <ex19:sms5>. Ms. Voss joined the thread "
        "and asked a single question: “‹who|Who outside this thread knows?›” *Id.* at <ex19:sms11>. When Mr. Tanaka remarked that "
        "‹everybody|“everybody does this,”› she replied: “‹writing|Not in writing, Bill.›” *Id.* at <ex19:sms16>.",
        restart=quote(
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
)
