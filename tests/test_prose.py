"""Reported speech in made-up sentences: one line a statement, "kind | speaker > addressee | date | words"."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Docket, Document
from ingest.paragraph import find_paragraphs
from ingest.segmenter import segmented
from nlp.model import load
from nlp.prose import find_reported
from nlp.statement import Statement
from tests.papers import paper

CAST = "\n\nDana Quill and Marcus Reyes both work at Northwind Data, Inc. in Toledo, where valves are made for ships.\n"


def read(text: str, cast: str = CAST) -> Document:
    return segmented(paper(text + cast), (find_paragraphs,))


def found(text: str, cast: str = CAST) -> list[Statement]:
    return find_reported(read(text, cast), load())


def shown(text: str, cast: str = CAST) -> list[str]:
    """The statements of a text, one line each."""
    document = read(text, cast)
    return [line(document, statement) for statement in find_reported(document, load())]


def line(document: Document, statement: Statement) -> str:
    speakers = "; ".join(party.name for party in statement.attribution.speakers) or "nobody"
    hearers = "; ".join(party.name or party.as_written for party in statement.addressees)
    when = statement.when.iso if statement.when else "-"
    return f"{statement.kind} | {speakers}{' > ' + hearers if hearers else ''} | {when} | {document.words(statement.spans)}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In an email dated May 3, 2014, Dana Quill, Northwind’s chief scientist, wrote to Marcus Reyes, “We never tested it.”",
            "quote | Dana Quill > Marcus Reyes | 2014-05-03 | We never tested it.",
            id="before, with addressee and date",
        ),
        pytest.param(
            "Reyes told Quill: “Ship it.”", "quote | Marcus Reyes > Dana Quill | - | Ship it.", id="colon after the hearer"
        ),
        pytest.param("“I would not ship it,” Quill said.", "quote | Dana Quill | - | I would not ship it,", id="after"),
        pytest.param(
            "“I would not ship it,” said Quill.", "quote | Dana Quill | - | I would not ship it,", id="after, verb first"
        ),
        pytest.param(
            '"I would not ship it," said Northwind engineer Dana Quill in a letter from June 2015.',
            "quote | Dana Quill | 2015-06 | I would not ship it,",
            id="straight marks, title before the name, month",
        ),
        pytest.param("``We shall sail,'' Reyes said.", "quote | Marcus Reyes | - | We shall sail,", id="typewriter marks"),
        pytest.param('Reyes said, "We shall sail.”', "quote | Marcus Reyes | - | We shall sail.", id="marks that do not match"),
        pytest.param(
            "“You,” Reyes wrote to Quill on March 2, 2015, “are the last to know.”",
            "quote | Marcus Reyes > Dana Quill | 2015-03-02 | You, ... are the last to know.",
            id="split",
        ),
        pytest.param(
            "“It is done,” Reyes said on May 2, 2015. “Nobody will ask.”",
            "quote | Marcus Reyes | 2015-05-02 | It is done, ... Nobody will ask.",
            id="goes on in the next sentence",
        ),
        pytest.param("As Quill put it, “It is what it is.”", "quote | Dana Quill | - | It is what it is.", id="as she put it"),
        pytest.param("According to Quill, “it never held.”", "quote | Dana Quill | - | it never held.", id="according to"),
        pytest.param(
            "The email from Reyes to Quill stated: “Please delete this after reading.”",
            "quote | Marcus Reyes > Dana Quill | - | Please delete this after reading.",
            id="a message speaks for its sender",
        ),
        pytest.param("“We were never asked.” — Dana Quill", "quote | Dana Quill | - | We were never asked.", id="signed"),
        pytest.param("“Did it hold?” Quill asked.", "quote | Dana Quill | - | Did it hold?", id="a question asked"),
        pytest.param(
            "Quill’s text message to Reyes: “They found out.”",
            "quote | Dana Quill > Marcus Reyes | - | They found out.",
            id="no verb",
        ),
        pytest.param(
            "When asked whether the valve was safe, Quill answered, “No.”", "quote | Dana Quill | - | No.", id="one word"
        ),
    ],
)
def test_direct_speech(text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Quill acknowledged at her deposition that she had not read the manual.",
            "paraphrase | Dana Quill | - | she had not read the manual",
            id="that",
        ),
        pytest.param(
            "Northwind’s spokesman declined to comment but said the company would cooperate.",
            "paraphrase | Northwind Data, Inc. | - | the company would cooperate",
            id="without that; the company speaks through somebody unnamed",
        ),
        pytest.param(
            "Quill was told by Reyes that the shipment would leave that night.",
            "paraphrase | Marcus Reyes > Dana Quill | - | the shipment would leave that night",
            id="passive",
        ),
        pytest.param(
            "According to Quill, the valve failed nine times out of ten.",
            "paraphrase | Dana Quill | - | the valve failed nine times out of ten",
            id="according to",
        ),
        pytest.param(
            "Reyes’s claim that the form was lost is not credible.",
            "paraphrase | Marcus Reyes | - | the form was lost",
            id="noun",
        ),
        pytest.param(
            "Reyes falsely claims to have tested the valve twice.",
            "paraphrase | Marcus Reyes | - | to have tested the valve twice",
            id="claims to",
        ),
        pytest.param(
            "Quill testified that the valve leaked and that nobody cared.",
            "paraphrase | Dana Quill | - | the valve leaked and that nobody cared",
            id="two clauses, one statement",
        ),
        pytest.param(
            "Quill and Reyes discussed moving the tests to another site.",
            "paraphrase | Dana Quill; Marcus Reyes > Dana Quill; Marcus Reyes | - | moving the tests to another site",
            id="a discussion has joint speakers who hear each other",
        ),
        pytest.param(
            "The valve, Quill said, would leak in winter.",
            "paraphrase | Dana Quill | - | The valve ... would leak in winter",
            id="an aside within the clause",
        ),
        pytest.param(
            "As Quill argued, the valve was too small.", "paraphrase | Dana Quill | - | the valve was too small", id="as"
        ),
        pytest.param(
            "Reyes made clear that nobody would look.", "paraphrase | Marcus Reyes | - | nobody would look", id="made clear"
        ),
        pytest.param(
            "Reyes said that he was sorry, but the records show no sign of it.",
            "paraphrase | Marcus Reyes | - | he was sorry",
            id="the teller's own clause is left out",
        ),
    ],
)
def test_indirect_speech(text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Quill opined that the valve “was bound to fail under ordinary use.”",
            "quote | Dana Quill | - | was bound to fail under ordinary use.",
            id="marked words carry the predicate",
        ),
        pytest.param(
            "Quill said that the valve was a “coin toss” at best.",
            "paraphrase | Dana Quill | - | the valve was a “coin toss” at best",
            id="a phrase is marked",
        ),
        pytest.param(
            "Reyes asked Quill to “sign off on it anyway.”",
            "quote | Marcus Reyes > Dana Quill | - | sign off on it anyway.",
            id="marked words behind an infinitive",
        ),
    ],
)
def test_mixed_speech(text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Northwind never told its customers that the valve could burst.", id="denied"),
        pytest.param("Nobody said that the valve was safe.", id="nobody"),
        pytest.param("Reyes declined to say that the valve was safe.", id="declined"),
        pytest.param("Reyes could argue that nobody asked him.", id="supposed"),
        pytest.param("If Reyes says that he was there, he is mistaken.", id="conditional"),
        pytest.param("The records show that the valve failed in June.", id="records do not speak"),
        pytest.param("Northwind Data, Inc. (“Northwind” or the “Company”) makes valves.", id="defined terms"),
        pytest.param("She read the paper titled “Why Valves Fail at Sea.”", id="title"),
        pytest.param("The so-called “experts” went home.", id="scare quotes"),
        pytest.param(
            "A valve must be “safe under ordinary use.” Roe v. Acme Corp., 1 F.3d 2, 3 (9th Cir. 1999).", id="bare law"
        ),
        pytest.param("Quill believed that the valve was safe.", id="a thought"),
        pytest.param(
            "In Roe v. Acme Corp., 1 F.3d 2 (1993), it was so. Roe held that valves are goods.", id="a case is nobody"
        ),
        pytest.param("Courts have held that valves are goods.", id="courts at large"),
        pytest.param("What Reyes alleges is wrong in law.", id="about the content"),
        pytest.param("Reyes spoke without saying that it broke.", id="without saying"),
    ],
)
def test_no_statement(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Reyes met the board. He said that the valve was safe.", "Marcus Reyes", id="the subject before"),
        pytest.param("Quill spoke after Reyes left. She said that the valve was safe.", "Dana Quill", id="the nearest subject"),
        pytest.param("One employee said that the valve was safe.", "", id="nobody is named"),
        pytest.param("Reyez said that the valve was safe.", "Marcus Reyes", id="a slip of one letter"),
        pytest.param("The founder, Marcus Reyes, said that the valve was safe.", "Marcus Reyes", id="apposition"),
        pytest.param("Mr. Reyes said that the valve was safe.", "Marcus Reyes", id="Mr."),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    (statement,) = found(text)
    assert "; ".join(party.name for party in statement.attribution.speakers) == speaker
    assert statement.attribution.as_written


def test_two_persons_of_one_surname_leave_the_name_as_written() -> None:
    (statement,) = found(
        "Quill said that it leaked.", "\n\nDana Quill met Peter Quill in Toledo, where valves are made for ships.\n"
    )
    assert [party.name for party in statement.attribution.speakers] == ["Quill"]


def test_testimony_in_marks_is_cut_into_questions_and_answers() -> None:
    text = "Nobody looked. See Reyes Dep. 45:3-9 (“Q. Did you look? A. No. Q. Why not? A. I was busy.”)."
    assert shown(text) == [
        "quote | nobody > Marcus Reyes | - | Did you look?",
        "quote | Marcus Reyes | - | No.",
        "quote | nobody > Marcus Reyes | - | Why not?",
        "quote | Marcus Reyes | - | I was busy.",
    ]


def test_testimony_on_lines_has_its_examiner_and_its_cite() -> None:
    turns = "Q. Did you look?\n\nMS. VALE: Objection.\n\nTHE WITNESS: No.\n\nBY MR. STONE:\n\nQ. Why not?\n\nA. I was busy.\n\n"
    text = f"Reyes admitted that he did not look at the valve before it was shipped:\n\n{turns}(Reyes Dep. 45:3-9.) He left."
    statements = found(text)
    rows = [(s.attribution.as_written, [p.name for p in s.attribution.speakers]) for s in statements[1:]]
    assert rows == [
        ("Q.", ["MR. STONE"]),
        ("MS. VALE:", ["MS. VALE"]),
        ("THE WITNESS:", ["Marcus Reyes"]),
        ("Q.", ["MR. STONE"]),
        ("A.", ["Marcus Reyes"]),
    ]
    assert {s.record_cite for s in statements[1:]} == {"Reyes Dep. 45:3-9"}


def test_an_article_in_brackets_speaks_for_its_author_and_those_it_quotes() -> None:
    text = "See Vale, Ruth, “Leaks at Sea,” Harbor Weekly, June 2, 2014 (“The valve ‘never held,’ Reyes said.”)."
    assert shown(text) == [
        "paraphrase | Marcus Reyes | 2014-06-02 | The valve ‘never held,’",
        "quote | Ruth Vale | 2014-06-02 | The valve ‘never held,’ Reyes said.",
    ]


def test_a_block_is_said_by_who_introduces_it() -> None:
    text = (
        "In her report of May 2, 2014, Quill wrote to the board:\n\n“The valve leaks. It has leaked for years.” (Ex. 7 at 2.)"
    )
    assert shown(text) == ["quote | Dana Quill | - | The valve leaks. It has leaked for years."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("On June 1, 2016, Reyes said that it broke in 2014.", "2016-06-01", id="the telling, not the told"),
        pytest.param("Reyes’s June 1, 2016 claim that it broke is wrong.", "2016-06-01", id="in the noun phrase"),
        pytest.param("Reyes said that it broke. (June 1, 2016 Tr. 4:5-9.)", "2016-06-01", id="of the transcript cited"),
        pytest.param("Reyes said that it broke on June 1, 2016.", "", id="of what is told"),
        pytest.param("Two months ago, Reyes said that it broke.", "2019-01", id="leaning on the filing's date"),
    ],
)
def test_when_it_was_said(text: str, expected: str) -> None:
    document = read(text)
    filed = Document(document.id, document.name, document.text, document.pages, document.lines, segments=document.segments)
    object.__setattr__(filed, "docket", Docket("1:18-cv-1", filed=date(2019, 3, 15)))
    (statement,) = find_reported(filed, load())
    assert (statement.when.iso if statement.when else "") == expected


def test_the_same_day_is_the_day_told_of_before() -> None:
    lines = shown("On June 1, 2016, Reyes said that it broke. The next day, Quill said that it held.")
    assert [line.split(" | ")[2] for line in lines] == ["2016-06-01", "2016-06-02"]


def test_a_cite_stands_with_its_statement() -> None:
    statements = found("Reyes said that it broke (Ex. 4 at 2), and Quill said that it held. (Quill Dep. 12:3-5.)")
    assert [s.record_cite for s in statements] == ["Ex. 4 at 2", "Quill Dep. 12:3-5"]


def test_an_order_does_not_report_its_court() -> None:
    caption = (
        "UNITED STATES DISTRICT COURT\n\nADA STONE,\n\nPlaintiff,\n\nv.\n\nNORTHWIND DATA, INC.,\n\nDefendant.\n\nORDER\n\n"
    )
    text = "The Court finds that the motion is late. Northwind argues that it is not late."
    assert [line.split(" | ")[1] for line in shown(caption + text)] == ["Northwind Data, Inc."]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="ab. “”\"‘’'(),:\nQ", max_size=80))
def test_any_marks_at_all_give_verbatim_statements(noise: str) -> None:
    document = read(f"Reyes said, “It broke.” {noise} Quill said that it held.")
    for statement in find_reported(document, load()):
        assert all(span.of(document.text).strip() for span in statement.spans)
        assert list(statement.spans) == sorted(statement.spans)
        assert all(a.end <= b.start for a, b in zip(statement.spans, statement.spans[1:], strict=False))


def test_she_is_not_mr_reyes() -> None:
    text = "Ms. Quill had tested it. When Mr. Reyes remarked that it held, she replied: “Not for a whole winter.”"
    assert "quote | Dana Quill | - | Not for a whole winter." in shown(text)


def test_what_stands_before_a_semicolon_is_not_said() -> None:
    (statement,) = shown("The shares of the company fell on Monday; Dana Quill said the valves would hold.")
    assert statement == "paraphrase | Dana Quill | - | the valves would hold"
