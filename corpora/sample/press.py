"""The press: an article as a browser prints it, with the name of a person spelt wrong, and a trade newsletter as plain text."""

from __future__ import annotations

from corpora.sample.cast import D_CHEN, FOURNIER, NOVALITH, OKAFOR, RAGHUNATHAN, SESAY, VOSS, WHITCOMBE
from corpora.sample.filing import Filing
from corpora.sample.ink import Ink, Rule, Text
from corpora.sample.manuscript import Paragraph, Said, Section, Style
from corpora.sample.paper import Facts, Paper, flush_right
from corpora.sample.prose import paraphrase, quote

NAME = "bay-ledger-2025-01-15.pdf"
NEWSLETTER = "galley-and-proof-2025-02-18.txt"

_TEXT = Style(size=12, leading=17, before=9, right=20)
_KICKER = Style(family="Helvetica", size=9, leading=12, bold=True)
_HEADLINE = Style(size=24, leading=28, before=6, bold=True)
_DECK = Style(size=14, leading=18, before=8, italic=True)
_BYLINE = Style(family="Helvetica", size=10, leading=13, before=12)
_INSET = Style(family="Helvetica", size=8, leading=12, before=14, align="center")


def _p(text: str, **said: Said) -> Paragraph:
    return Paragraph(text, _TEXT, said)


_ARTICLE = (
    Paragraph("TECHNOLOGY", _KICKER),
    Paragraph(
        "‘‹bill|Not in writing, Bill›’: messages show how an A.I. company got its books",
        _HEADLINE,
        {"bill": quote(None, None, None, flags=("doubtful",), note="in the headline: nobody is named there")},
    ),
    Paragraph(
        "Unsealed papers describe nine days of uploading, two servers in Rotterdam and a dinner that came to nothing", _DECK
    ),
    Paragraph("By Hannah Kowalczyk, The Bay Ledger", _BYLINE),
    Paragraph("Jan. 15, 2025, 6:00 a.m. PT", Style(family="Helvetica", size=10, leading=13)),
    _p(
        "SAN FRANCISCO — ‹lead|Executives of Novalith, the maker of the Cantor chatbot, approved the downloading of millions of pirated books "
        "in the spring of 2023 and then took pains that nobody should find out,› according to messages that a federal court unsealed on "
        "Tuesday.",
        lead=paraphrase(None, "messages", "according to", flags=("doubtful",), note="the source is a thing"),
    ),
    _p(
        "The messages were filed in a lawsuit that three authors have brought against the company. They had been sealed at Novalith’s request. "
        "“‹seal|Sunlight will not hurt anyone who has nothing in the cellar,›” Judge Lucinda M. Tran wrote in a two-page order.",
        seal=quote("Lucinda M. Tran", "Judge Lucinda M. Tran", "wrote"),
    ),
    _p(
        "Katharina Voss, Novalith’s chief executive, denied on Tuesday evening that ‹unlawful|the company had done anything unlawful.› “‹read|Every model "
        "has read books,›” Ms. Voss said in an interview. “‹read|Ours read them carefully, and it does not lend them out.›”",
        unlawful=paraphrase(VOSS, "Katharina Voss", "denied", date="2025-01-14", flags=("doubtful",)),
        read=quote(VOSS, "Ms. Voss", "said", date="2025-01-14"),
    ),
    _p(
        "She said ‹fair|the use of the books was “fair use, full stop,” and that the company would prove it at trial.› Asked about the "
        "uploading, she paused. “‹mistake|That was a mistake, and it was corrected in an hour,›” she said.",
        fair=paraphrase(VOSS, "She", "said", date="2025-01-14", flags=("mixed",)),
        mistake=quote(VOSS, "she", "said", date="2025-01-14"),
    ),
    _p(
        "The messages suggest that ‹took|it took nine days.› They also suggest that ‹ease|not everyone at Novalith was at ease.› Daniel Chen, an engineer "
        "who has since left, told colleagues that ‹notrun|he would not run the download.› Reached at his home in Portland, Ore., Mr. Chen "
        "declined to discuss the case. “‹wrote|I wrote it down at the time,›” he said, “‹wrote|so that I would not have to say it now.›”",
        took=paraphrase(None, "The messages", "suggest", flags=("doubtful",)),
        ease=paraphrase(None, "They", "suggest", flags=("doubtful",)),
        notrun=paraphrase(D_CHEN, "Daniel Chen", "told"),
        wrote=quote(D_CHEN, "he", "said"),
    ),
    Paragraph("ADVERTISEMENT", _INSET),
    _p(
        "Marisol Okafor, who led the group that found the books, testified in November that ‹hall|she had warned Ms. Voss in a hallway.› “‹they|"
        "Then they had better not find out,›” Ms. Voss replied, according to Ms. Okafor.",
        hall=paraphrase(OKAFOR, "Marisol Okafor", "testified", date="2024-11"),
        they=quote(VOSS, "Ms. Voss", "replied"),
    ),
    _p(
        "While the torrents were running, Novalith was still negotiating with publishers. Margaret Whitcombe, the vice president of rights at "
        "Halcyon & Reed, said that ‹seven|she had spent seven months on a contract that was two days from a signature.› “‹champagne|I had "
        "ordered the champagne,›” Ms. Whitcombe recalled. “‹champagne|My assistant sent it back.›”",
        seven=paraphrase(WHITCOMBE, "Margaret Whitcombe", "said"),
        champagne=quote(WHITCOMBE, "Ms. Whitcombe", "recalled"),
    ),
    _p(
        "Her counterpart at Novalith was Priya Ragunathan, who left the company last year. Ms. Ragunathan said by telephone that ‹nobody|nobody "
        "had told her why the talks were being paused.› “‹draft|They gave me the draft and I sent the draft,›” she said. She added that "
        "‹sorry|she was sorry.›",
        nobody=paraphrase(RAGHUNATHAN, "Ms. Ragunathan", "said", note="the article spells her name without its first h"),
        draft=quote(RAGHUNATHAN, "she", "said", note="the article spells her name without its first h"),
        sorry=paraphrase(RAGHUNATHAN, "She", "added", note="the article spells her name without its first h"),
    ),
    _p(
        "Amélie Fournier-Diop, Novalith’s head of policy, issued a statement on Wednesday. “‹creators|We respect the rights of creators "
        "everywhere,›” it read. The statement did not mention Rotterdam.",
        creators=quote(FOURNIER, "it", "read", date="2025-01-15"),
    ),
    Paragraph("A race for books", Style(size=14, leading=18, before=16, bold=True, keep=True)),
    _p(
        "Books are prized by the makers of language models because they are long, edited and full of facts. Several of Novalith’s rivals, "
        "among them OpenAI and Anthropic, have been sued over similar collections. They have denied ‹wrong|wrongdoing.›",
        wrong=paraphrase("OpenAI; Anthropic", "They", "denied", flags=("doubtful",)),
    ),
    _p(
        "“‹grocer|If the whole street steals from the same grocer, that does not make it a market,›” said Ibrahim Sesay, a professor of law at "
        "Redwood State University. Mr. Sesay argued that ‹price|the talks with Halcyon & Reed may matter more than the torrents, because they "
        "put a price on the books.› “‹nine|Nine dollars,›” he said. “‹nine|That is a number that a jury can multiply.›”",
        grocer=quote(SESAY, "Ibrahim Sesay", "said"),
        price=paraphrase(SESAY, "Mr. Sesay", "argued"),
        nine=quote(SESAY, "he", "said"),
    ),
    _p(
        "A person who worked on Cantor-2, and who asked not to be named because the case is pending, put it differently. “‹chased|We were so "
        "far behind GPT-4 that nobody asked where anything came from,›” the person said.",
        chased=quote(None, "the person", "said"),
    ),
    _p(
        "A hearing is set for Jan. 30. Novalith has told the court that ‹late|the authors’ new claim comes too late.› The company’s shares are "
        "not traded; a spokeswoman said ‹round|it expects to raise more money this year.›",
        late=paraphrase(NOVALITH, "Novalith", "has told"),
        round=paraphrase(None, "a spokeswoman", "said"),
    ),
    Paragraph(
        "Hannah Kowalczyk covers technology and the courts. © 2025 The Bay Ledger",
        Style(family="Helvetica", size=8, leading=12, before=20),
    ),
)


def _browser(facts: Facts) -> tuple[Ink, ...]:
    grey = "#333333"
    return (
        Text(30, 30, "1/16/25, 8:05 AM", "Helvetica", 8, grey),
        Text(190, 30, "Messages show how an A.I. company got its books - The Bay Ledger", "Helvetica", 8, grey),
        Text(30, 770, "https://bayledger.example/2025/01/15/technology/novalith-books-messages.html", "Helvetica", 8, grey),
        flush_right(582, 770, f"{facts.number}/{facts.total}", "Helvetica", 8),
        *((Rule(72, 58, 540, 58, 1.2), Text(72, 52, "The Bay Ledger", "Times-BoldItalic", 15)) if facts.number == 1 else ()),
    )


ARTICLE = Filing(NAME, "The Bay Ledger", Paper(top=84, bottom=735).with_furniture(_browser), (Section(_ARTICLE),))

_PLAIN = Style(family="Courier", size=10, leading=12, before=12)
_LINE = Style(family="Courier", size=10, leading=12)


def _t(text: str, **said: Said) -> Paragraph:
    return Paragraph(text, _PLAIN, said)


_LETTER = (
    Paragraph("GALLEY & PROOF", _LINE),
    Paragraph("The weekly letter of the book trade. February 18, 2025", _LINE),
    _t("A judge lets the authors go on"),
    _t("By Luis Ferreira"),
    _t(
        "Judge Lucinda M. Tran ruled on Friday that ‹upload|three authors may sue Novalith for handing out their books as well as for taking "
        'them.› She wrote that ‹careful|an answer given by the company in May had been "very careful" and not very candid.›',
        upload=paraphrase("Lucinda M. Tran", "Judge Lucinda M. Tran", "ruled", date="2025-02-14"),
        careful=paraphrase("Lucinda M. Tran", "She", "wrote", date="2025-02-14", flags=("mixed",)),
    ),
    _t(
        '"‹week|It is a good week to be a novelist,›" said Rosalind Achterberg, one of the three. "‹week|There are not many of those.›"',
        week=quote("Rosalind Achterberg", "Rosalind Achterberg", "said"),
    ),
    _t(
        'Tomas Iglesias-Moreau, another plaintiff, told this letter that ‹money|he did not care about the money.› "‹asked|They could have '
        'asked,›" he said. "‹asked|I would have haggled, and then I would have said yes.›"',
        money=paraphrase("Tomas Iglesias-Moreau", "Tomas Iglesias-Moreau", "told"),
        asked=quote("Tomas Iglesias-Moreau", "he", "said"),
    ),
    _t(
        "According to Margaret Whitcombe of Halcyon & Reed, ‹calls|four other makers of language models have called her since January.› She "
        'would not name them. "‹eleven|The price is eleven dollars again,›" she noted.',
        calls=paraphrase(WHITCOMBE, "Margaret Whitcombe", "According to"),
        eleven=quote(WHITCOMBE, "she", "noted"),
    ),
    _t("Novalith did not return our calls."),
)
LETTER = Filing(NEWSLETTER, "Galley & Proof", Paper(left=0, right=474, top=12, bottom=99999), (Section(_LETTER),))
