"""Reported speech as briefs, orders and complaints write it: conditions, cited cases, cites behind the words, other people's lawsuits."""

from __future__ import annotations

import pytest

from tests.test_prose import shown

BRIEF = """

Dana Quill and Marcus Reyes both work at Northwind Data, Inc. (“Northwind”) in Toledo. The patent describes a valve, the plan and the case of a pump.
Harbor Valve Co. (“Harbor”) sued Northwind. Roe v. Acme Corp., 123 F.3d 456, 460 (9th Cir. 2010). Poe v. Zenith Corp., 12 F.4th 34 (9th Cir. 2021).
Dkt. 1 is the complaint, Dkt. 2 the answer, Dkt. 3 the reply.
"""


def said(text: str) -> list[str]:
    return shown(text, BRIEF)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("To the extent the Court finds that the valve leaked, Quill gives a second figure.", id="to the extent"),
        pytest.param(
            "To the extent Northwind contends the claim is late, that is not the case. ECF No. 4 at 2.",
            id="to the extent, a party",
        ),
        pytest.param(
            "A court may look further even when the appellant argues that the whole case is over.", id="whenever anybody"
        ),
        pytest.param("The clerk would ask for a number and explain to the customer that a message would follow.", id="habit"),
        pytest.param("Not a single engineer testified that the valve leaked.", id="not a single one"),
        pytest.param("Harbor has yet to allege that the valve leaked.", id="yet to"),
        pytest.param("Northwind admitted visitors to the plant without any badge at all.", id="admitted to a place"),
        pytest.param("Harbor failed to pay as it had repeatedly promised to do.", id="promised to do"),
        pytest.param(
            "Northwind’s cited excerpts from the deposition do not show a lack of knowledge on “main points” of it.",
            id="cited excerpts",
        ),
        pytest.param(
            "Northwind changed its pumps, cutting the number of valves, per the plant’s standing order.", id="per an order"
        ),
        pytest.param(
            "Northwind lost. See Roe v. Acme Corp., 123 F.3d 456, 460 (9th Cir. 2010) (noting that a valve is not a pump).",
            id="what a cited case noted",
        ),
        pytest.param(
            "Quill was right about valves. Roe v. Acme Corp., 123 F.3d 456, 460 (9th Cir. 2010) (challenges to the method chosen “go to the weight of the testimony and its credibility”).",
            id="marked words behind a cited case",
        ),
        pytest.param("The Court is persuaded that the valve was disclosed in time.", id="a court persuaded"),
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Northwind claims that its answer to Rog. 6 named the valve.",
            ["paraphrase | Northwind Data, Inc. | - | its answer to Rog. 6 named the valve"],
            id="an abbreviation of practice",
        ),
        pytest.param(
            "Northwind argues that the sale could violate Section 502(c)(6) of the Code.",
            ["paraphrase | Northwind Data, Inc. | - | the sale could violate Section 502(c)(6) of the Code"],
            id="brackets of a section",
        ),
        pytest.param(
            "Quill testified that, had she received the letter that Harbor was trained to send, she would not have brought this lawsuit. ECF No. 4 at 2.",
            [
                "paraphrase | Dana Quill | - | had she received the letter that Harbor was trained to send, she would not have brought this lawsuit"
            ],
            id="had she known",
        ),
        pytest.param(
            "As Quill indicated in her report, the contract does not name the services that Harbor was to give. Ex. C ¶ 100; Reyes Decl. ¶ 5, Ex. 4.",
            ["paraphrase | Dana Quill | - | the contract does not name the services that Harbor was to give"],
            id="cites behind the words",
        ),
        pytest.param(
            "Reyes testified that he recalled four plans, Reyes Dep. 87:11-14, which was consistent with the agreement.",
            ["paraphrase | Marcus Reyes | - | he recalled four plans"],
            id="a cite, and the writer's own clause",
        ),
        pytest.param(
            "Quill has said that there are open questions about the valve, which likewise belies Northwind’s account.",
            ["paraphrase | Dana Quill | - | there are open questions about the valve"],
            id="which belies",
        ),
        pytest.param(
            "On May 3, 2019, Quill notified Reyes that “the valve was closed because nobody paid for it,” and “the board has the power to close it again.”",
            [
                "quote | Dana Quill > Marcus Reyes | 2019-05-03 | the valve was closed because nobody paid for it, ... the board has the power to close it again."
            ],
            id="a second half",
        ),
        pytest.param(
            "According to Quill, “the valve was closed because nobody paid for it,” and that “[a]lthough it leaked, nobody saw it.”",
            [
                "quote | Dana Quill | - | the valve was closed because nobody paid for it, ... [a]lthough it leaked, nobody saw it."
            ],
            id="a second half with a that",
        ),
        pytest.param(
            "Northwind, on the other hand, claims that these papers are not “background” and instead, “are used by the experts as part of the analysis.”",
            ["quote | Northwind Data, Inc. | - | background ... are used by the experts as part of the analysis."],
            id="one row of two marked parts",
        ),
        pytest.param(
            "Reyes asked Quill “[w]ould you like to be part of our program?” Reyes Dep. 4:13. Quill responded, “yes,” and Reyes asked Quill for her number.",
            ["quote | Marcus Reyes > Dana Quill | - | [w]ould you like to be part of our program?"],
            id="question and answer apart",
        ),
    ],
)
def test_the_words_begin_and_end_where_they_do(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "As the Court of Appeals for the Ninth Circuit has held, “giving a number shows that one is willing to be called.”",
            ["quote | Ninth Circuit | - | giving a number shows that one is willing to be called."],
            id="court of appeals",
        ),
        pytest.param(
            "In Roe, a boat sank at its pier. Instead, the Court found that the owner could carry the cost of it. Id.",
            ["paraphrase | nobody | - | the owner could carry the cost of it"],
            id="the court of a cited case",
        ),
        pytest.param(
            "In Roe, the plaintiff bought a ticket for a boat. There, the plaintiff alleged that the boat was late. Plaintiff claims she heard of it on the radio.",
            ["paraphrase | nobody | - | the boat was late", "paraphrase | nobody | - | she heard of it on the radio"],
            id="the plaintiff of a cited case",
        ),
        pytest.param(
            "Harbor argues that the judge discounted the body of case law holding that trustees cannot change a contract.",
            [
                "paraphrase | Harbor Valve Co. | - | the judge discounted the body of case law holding that trustees cannot change a contract"
            ],
            id="case law holds, not who discounts it",
        ),
        pytest.param(
            "The contracts state that “[t]he Employer hereby agrees to be bound by all the terms of the trust.”",
            ["quote | nobody | - | [t]he Employer hereby agrees to be bound by all the terms of the trust."],
            id="who agrees within the marks",
        ),
        pytest.param(
            "The Patent Northwind contends that the valve is old.",
            ["paraphrase | Northwind Data, Inc. | - | the valve is old"],
            id="a common noun before the name",
        ),
        pytest.param(
            "Marcus Reyes, and its President and Chairman of the Board, Dana Quill, told engineers that the valve leaked.",
            ["paraphrase | Marcus Reyes; Dana Quill > engineers | - | the valve leaked"],
            id="two offices of one person",
        ),
        pytest.param(
            "Quill explained her opinion that Harbor failed to pay the costs owed to Northwind for its work.",
            ["paraphrase | Dana Quill | - | Harbor failed to pay the costs owed to Northwind for its work"],
            id="nobody within the words hears them",
        ),
        pytest.param(
            "Quill objected to Reyes’s requests “on the grounds of secrecy and of cost.”",
            ["quote | Dana Quill | - | on the grounds of secrecy and of cost."],
            id="a paper hears nothing",
        ),
    ],
)
def test_the_speaker_is_who_says_it_or_nobody(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Harbor moved to dismiss on July 21, 2017. Northwind admitted in its answer that the valve leaked.",
            ["paraphrase | Northwind Data, Inc. | - | the valve leaked"],
            id="a date of something else is not carried",
        ),
        pytest.param(
            "According to Quill, as of May 9, 2012, the valve was closed.",
            ["paraphrase | Dana Quill | - | the valve was closed"],
            id="as of",
        ),
        pytest.param(
            "On March 1, 2020, Quill wrote to Reyes. The valve was shut on March 14, 2020. Two days later, Reyes answered that it leaked.",
            ["paraphrase | Marcus Reyes | 2020-03-16 | it leaked"],
            id="later than the date named last",
        ),
        pytest.param(
            "On March 1, 2020, Quill wrote to Reyes.\n\nThe next day, Reyes answered that it leaked.",
            ["paraphrase | Marcus Reyes | - | it leaked"],
            id="no date in the paragraph",
        ),
    ],
)
def test_a_date_is_the_telling_s_or_none(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nowhere in its report does Harbor say that the valve leaked.", id="nowhere does it say"),
        pytest.param("Harbor stops from actually alleging that the valve leaked.", id="stops from alleging"),
        pytest.param(
            "Harbor’s claimed losses effectively read the limit out of the contract since any cost would count.",
            id="claimed losses",
        ),
        pytest.param("An independent auditor will confirm that the valve is shut.", id="what somebody will do"),
    ],
)
def test_what_nobody_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "While Harbor alleges the plant gave its rights to Northwind, the contract shows that it kept them.",
            "paraphrase | Harbor Valve Co. | - | the plant gave its rights to Northwind",
            id="before the main clause",
        ),
        pytest.param(
            "As it is now pled, the paper only names the engineers, and of these, Harbor only alleges that three worked in Toledo.",
            "paraphrase | Harbor Valve Co. | - | three worked in Toledo",
            id="what follows the that",
        ),
        pytest.param(
            "According to Quill, when the contract ended in 2013, the plant was shut.",
            "paraphrase | Dana Quill | - | the plant was shut",
            id="a date of what ended",
        ),
        pytest.param(
            "Quill sold valves. These groups sent letters in which they explained how they would use the money.",
            "paraphrase | nobody | - | how they would use the money",
            id="they, whom nobody names",
        ),
        pytest.param(
            "In Roe, the court refused the motion because it concluded that the valves were too old.",
            "paraphrase | nobody | - | the valves were too old",
            id="it is the court",
        ),
        pytest.param(
            "The Ninth Circuit in Roe v. Acme suggested that the act does not reach valves.",
            "paraphrase | Ninth Circuit | - | the act does not reach valves",
            id="a case is no second speaker",
        ),
    ],
)
def test_one_row(text: str, expected: str) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "As Quill explained at a hearing before the Ninth Circuit, Northwind made a choice not to sue anybody over valves.",
            ["paraphrase | Dana Quill | - | Northwind made a choice not to sue anybody over valves"],
            id="where it was explained",
        ),
        pytest.param(
            "Quill seeks summary judgment claiming that Harbor cannot collect anything.",
            ["paraphrase | Dana Quill | - | Harbor cannot collect anything"],
            id="who moves, not what is moved for",
        ),
        pytest.param(
            "Because Quill “formerly represented a client in the first matter,” she cannot serve now.",
            [],
            id="a client is not represented in words",
        ),
        pytest.param("Dana Quill (admitted pro hac vice) quill@example.com", [], id="a signature"),
        pytest.param(
            "On May 3, 2019, Harbor stated that the valve leaked. Northwind stated that it held.",
            [
                "paraphrase | Harbor Valve Co. | 2019-05-03 | the valve leaked",
                "paraphrase | Northwind Data, Inc. | - | it held",
            ],
            id="one's date is not another's",
        ),
        pytest.param(
            "Therefore, Quill argues, the limit began to run with the first letter that she got.",
            ["paraphrase | Dana Quill | - | the limit began to run with the first letter that she got"],
            id="a joining word before the aside",
        ),
    ],
)
def test_words_speaker_and_date(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "But ERISA expressly recognizes that officers may serve. See ERISA § 406.", [], id="a statute says nothing"
        ),
        pytest.param(
            "Even Quill admitted that the valve leaked.", ["paraphrase | Dana Quill | - | the valve leaked"], id="even somebody"
        ),
        pytest.param("At the hearing, Quill would explain that the valve leaked.", [], id="would explain"),
        pytest.param(
            "The board then dismissed “the claim of Quill and Reyes for lost wages.”", [], id="what is dismissed is another's"
        ),
        pytest.param(
            "Quill admits that she was never asked about a fee that is exempt under 29 U.S.C. § 1108(b)(2). See, e.g., Quill Dep. 4:6.",
            ["paraphrase | Dana Quill | - | she was never asked about a fee that is exempt under 29 U.S.C. § 1108(b)(2)"],
            id="a statute at the end",
        ),
    ],
)
def test_law_and_rulings(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Harbor’s proposed Class is clear and meets every rule of the court.", [], id="what is proposed"),
        pytest.param(
            "Harbor responds that to the extent the paper is offered by an engineer, the engineer may lean on it.",
            [
                "paraphrase | Harbor Valve Co. | - | to the extent the paper is offered by an engineer, the engineer may lean on it"
            ],
            id="a condition within the words",
        ),
        pytest.param(
            "Plaintiffs argue that the valve leaked. His opinion is only that the valve was old.",
            ["paraphrase | Plaintiffs | - | the valve leaked", "paraphrase | nobody | - | the valve was old"],
            id="a side is no he",
        ),
    ],
)
def test_sides_conditions_and_participles(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Quill’s claim that Harbor failed to properly run the old plant and to watch its costs is at odds with the record.",
            ["paraphrase | Dana Quill | - | Harbor failed to properly run the old plant and to watch its costs"],
            id="up to the verb",
        ),
        pytest.param("Although Harbor purports to rely on the paper of Quill, it names no valve.", [], id="purports to rely"),
    ],
)
def test_claims_as_subjects(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_two_sides_that_agree_both_speak() -> None:
    assert said("Plaintiffs and Northwind have agreed that the valve leaked.") == [
        "paraphrase | Plaintiffs; Northwind Data, Inc. | - | the valve leaked"
    ]
