"""What filings tell of papers and parties: brackets behind cites, orders, terms of agreements, positions, and where the words end."""

from __future__ import annotations

import pytest

from tests.test_prose import shown

CASE = """

Dana Quill and Marcus Reyes both work at Northwind Data, Inc. (“Northwind”) in Toledo. The Court’s Order [Dkt. 90] is about a pump.
Harbor Valve Co. (“Harbor”) sued Northwind. Roe v. Acme Corp., 123 F.3d 456, 460 (9th Cir. 2010). Quill said no more in Northwind v. Poe.
"""


def said(text: str) -> list[str]:
    return shown(text, CASE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The pump failed. Quill Decl. ¶ 7 (explaining that the seal was worn).",
            ["paraphrase | Dana Quill | - | the seal was worn"],
            id="a declarant",
        ),
        pytest.param(
            "The pump failed. See Dkt. 90 at 15 (finding, among other things, that the seal was worn).",
            ["paraphrase | Court | - | the seal was worn"],
            id="an order by its docket number",
        ),
        pytest.param(
            "The pump failed. See Order at 10 (“The seal was worn and nobody had looked.”).",
            ["quote | Court | - | The seal was worn and nobody had looked."],
            id="an order in marks",
        ),
        pytest.param(
            "The pump failed. See Aug. 4, 2023 Order at 10 (finding that the seal was worn).",
            ["paraphrase | Court | - | the seal was worn"],
            id="an order by its date",
        ),
        pytest.param(
            "The pump failed. Work Order at 7 (stating that the seal was worn).",
            ["paraphrase | nobody | - | the seal was worn"],
            id="an order for work",
        ),
        pytest.param(
            "It was agreed. Proposed Order at 4 (“Harbor will pay for the seals by the end of May.”).",
            [],
            id="an order asked for",
        ),
        pytest.param(
            "The pump failed. Ex. 4 at 2 (stating that the seal was worn).",
            ["paraphrase | nobody | - | the seal was worn"],
            id="a paper of nobody known",
        ),
        pytest.param("The motion is due. Quill Decl. ¶ 7 (granting leave to look again).", [], id="no word of speech"),
        pytest.param("It was drawn. Quill Decl. ¶ 7 (showing a slide titled “Pumps and Valves of the Year”).", [], id="shown"),
        pytest.param("It was read. Quill Decl. ¶ 7 (citing the list of pumps as a source).", [], id="cited"),
        pytest.param(
            "No duty lies. Roe v. Acme Corp., 123 F.3d 456, 460 (9th Cir. 2010) (rejecting a practice reflecting “the habits of a trade that never looked back”).",
            [],
            id="behind law",
        ),
        pytest.param(
            "Harbor argues that no duty lies. Roe v. Acme Corp., 123 F.3d 456, 460 (9th Cir. 2010) (holding that a seal is a part).",
            ["paraphrase | Harbor Valve Co. | - | no duty lies"],
            id="law does not run on",
        ),
    ],
)
def test_brackets_behind_a_cite(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Court’s Order held that the seal was worn.", ["paraphrase | The Court | - | the seal was worn"], id="its order"
        ),
        pytest.param("The costs were of an order that suggests that the seal was worn.", [], id="an order of size"),
        pytest.param(
            "The lease provides that the tenant shall look after the seal. The agreement provides that Northwind pays.",
            ["paraphrase | nobody | - | Northwind pays"],
            id="terms of an agreement",
        ),
        pytest.param("Northwind provides “a pump, a seal and a valve for all of it” to tenants.", [], id="a company provides"),
        pytest.param(
            "Northwind took the position before the board that the seal was worn.",
            ["paraphrase | Northwind Data, Inc. | - | the seal was worn"],
            id="a position before somebody",
        ),
        pytest.param(
            "Northwind takes the position that it looked; that the seal was worn; and that nobody is at fault.",
            ["paraphrase | Northwind Data, Inc. | - | it looked; that the seal was worn; and that nobody is at fault"],
            id="a list of positions",
        ),
        pytest.param(
            "The owners’ first argument was that the seal was worn, and the pump was therefore unfit.",
            ["paraphrase | nobody | - | the seal was worn, and the pump was therefore unfit"],
            id="the end of an argument",
        ),
        pytest.param(
            "Quill goes on to say that the seal was worn.", ["paraphrase | Dana Quill | - | the seal was worn"], id="goes on"
        ),
        pytest.param(
            "Quill asked for the pump, and Reyes answered, “yes,” and left.",
            ["quote | Marcus Reyes | - | yes,"],
            id="a short answer",
        ),
        pytest.param(
            "Quill testified “[b]ecause I was asked to look at the pump.”",
            ["quote | Dana Quill | - | [b]ecause I was asked to look at the pump."],
            id="an answer with its first letter changed",
        ),
        pytest.param(
            "Moving Defendants state that the seal was worn.",
            ["paraphrase | Moving Defendants | - | the seal was worn"],
            id="moving defendants",
        ),
        pytest.param(
            "Quill requested that Reyes look at the pump.",
            ["paraphrase | Dana Quill | - | Reyes look at the pump"],
            id="a request",
        ),
        pytest.param(
            "SAC ¶ 24: “The seal was worn and nobody had looked at it.”",
            [],
            id="a pleading without a case",
        ),
        pytest.param(
            "Quill Dep. 45:3-9: “The seal was worn and nobody had looked at it.”",
            ["quote | Dana Quill | - | The seal was worn and nobody had looked at it."],
            id="a paper before its words",
        ),
    ],
)
def test_who_speaks(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Quill argued that the pump—and not the valve—should be looked at.",
            "the pump—and not the valve—should be looked at",
            id="dashes",
        ),
        pytest.param(
            "Quill wrote that Northwind cut its orders, reflecting a weak demand for pumps.",
            "Northwind cut its orders, reflecting a weak demand for pumps",
            id="what a fact reflects",
        ),
        pytest.param(
            "Quill wrote that it named the list (ECF 8-1) and the plan of the yard (ECF 8-2).",
            "it named the list (ECF 8-1) and the plan of the yard (ECF 8-2)",
            id="each paper by its cite",
        ),
        pytest.param(
            "The yard closed because it was losing money on pumps, according to Quill.",
            "it was losing money on pumps",
            id="because",
        ),
        pytest.param(
            "Harbor argues that the sale could violate Section 5 of the Code, Roe v. Acme Corp., 123 F.3d 456, 460 (9th Cir. 2010), and does not say how.",
            "the sale could violate Section 5 of the Code",
            id="law between two clauses",
        ),
        pytest.param(
            "Quill argues Harbor’s claims, to the extent they rest on pumps, should be dismissed under the rule.",
            "Harbor’s claims, to the extent they rest on pumps, should be dismissed under the rule",
            id="a subject that the parser misses",
        ),
        pytest.param("Quill asserts—with no support—that the pump leaked.", "the pump leaked", id="an aside in dashes"),
        pytest.param(
            "Harbor argues that Quill’s “twenty-one pages of notes that nobody ever read” are untimely and should be left out.",
            "Quill’s “twenty-one pages of notes that nobody ever read” are untimely and should be left out",
            id="marks in the subject",
        ),
    ],
)
def test_where_the_words_end(text: str, words: str) -> None:
    assert [row.rpartition(" | ")[2] for row in said(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Quill explained the worth of the pump, its small size, and the age of the yard’s many logs.", id="an object"
        ),
        pytest.param("The yard should close, as Northwind concedes that it may.", id="may what?"),
        pytest.param("Northwind respectfully requests that the Court close the yard.", id="a request in one’s own paper"),
        pytest.param("Harbor wrote, █ Ms. Quill told the board that █.", id="what lies under a box"),
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert said(text) == []
