"""Who is who: names taken apart, judged, and brought together conservatively."""

from __future__ import annotations

import csv
import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.record import Record
from corpora.roster import RosterEntry
from graph.given import is_short_for, may_be_one
from graph.judgement import Judgement, judge
from graph.name import parse_name
from graph.nobody import names_nobody
from graph.organisation import core, is_organisation, judge_organisations
from graph.organisation import is_short_for as is_short_name_for
from graph.people import People, resolve
from graph.portrait import Person
from graph.written import display_name, fold_address
from tests.records import document_id, party, record
from tests.shared import SHARED, needs_shared


def who(people: People, words: str, document: str = "1.pdf") -> str:
    """The name of the one that these words stand for in a document; '' for nobody."""
    return people.name(document_id(document), party(words))


def person(people: People, words: str, document: str = "1.pdf") -> Person:
    found = people.of(document_id(document), party(words))
    assert found is not None
    return found


def together(*records: Record, a: tuple[str, str], b: tuple[str, str], roster: tuple[RosterEntry, ...] = ()) -> bool:
    """True if the words ``a`` of one document and the words ``b`` of another are one person's."""
    people = resolve(records, roster)
    return person(people, *a).id == person(people, *b).id


# Names taken apart


@pytest.mark.parametrize(
    ("as_written", "given_names", "surname"),
    [
        pytest.param("Dana Lee", "dana", "lee", id="plain"),
        pytest.param("LEE, DANA J.", "dana j", "lee", id="surname first"),
        pytest.param('"Lee, Dana" <dlee@acme.com>', "dana", "lee", id="with address"),
        pytest.param("Dana Lee [mailto:dlee@acme.com]", "dana", "lee", id="mailto"),
        pytest.param("Dana Lee [mailto:", "dana", "lee", id="blacked-out mailto"),
        pytest.param("Dana J Lee/HR/Acme@Acme", "dana j", "lee", id="Lotus Notes"),
        pytest.param("Lee, Dana@ACME", "dana", "lee", id="Exchange"),
        pytest.param("Dana Lee (E-mail)", "dana", "lee", id="parenthetical"),
        pytest.param("Dana Lee (+2", "dana", "lee", id="group chat"),
        pytest.param("LEE Dana Jane (OPS)", "dana jane", "lee", id="surname in capitals"),
        pytest.param("Dana_J._Lee", "dana j", "lee", id="underscores"),
        pytest.param("Dana Jane.Lee", "dana jane", "lee", id="a full stop for a blank"),
        pytest.param("Cole. Dana J", "dana j", "cole", id="a full stop for a comma"),
        pytest.param("Prof. Cole", "", "cole", id="a title with a full stop"),
        pytest.param("Cole, Anna- Marie", "annamarie", "cole", id="a stray blank"),
        pytest.param("OPS/HR: Lee, Dana", "dana", "lee", id="an office before"),
        pytest.param("Dr. Dana Lee, Ph.D.", "dana", "lee", id="title and degree"),
        pytest.param("Dana Lee, Esq.", "dana", "lee", id="esquire"),
        pytest.param("M. Dana Lee III", "dana", "lee", id="called by the middle name"),
        pytest.param("Ahmad Al-Sayed", "ahmad", "alsayed", id="hyphen"),
        pytest.param("Rita van der Berg", "rita", "vanderberg", id="particles"),
        pytest.param("Van der Berg, Rita", "rita", "vanderberg", id="particles first"),
        pytest.param("van der Berg", "", "vanderberg", id="particles alone"),
        pytest.param("Van Jones", "van", "jones", id="a first name like a particle"),
        pytest.param("Rita O’Neil", "rita", "oneil", id="curly apostrophe"),
        pytest.param("Łukasz Øster", "lukasz", "oster", id="accents"),
        pytest.param("Dana Lee’s", "dana", "lee", id="possessive"),
        pytest.param("[Acme’s Dana] Lee", "dana", "lee", id="an editor's brackets"),
        pytest.param("Acme analyst Dana Lee", "dana", "lee", id="a role before"),
        pytest.param("Dana Lee, Acme", "dana", "lee", id="an employer behind"),
        pytest.param("Dana Lee, former Vice President of Sales at Acme", "dana", "lee", id="a role behind"),
        pytest.param("CEO Dana Lee", "dana", "lee", id="CEO"),
        pytest.param("I, Dana J. Lee", "dana j", "lee", id="declarant"),
        pytest.param("Lee, Dana et al.", "dana", "lee", id="et al."),
        pytest.param("Mr. Lee himself", "", "lee", id="himself"),
        pytest.param("Magistrate Judge Lee", "", "lee", id="judge"),
        pytest.param("Lee, Dana 1", "dana", "lee", id="stray digit"),
    ],
)
def test_a_name_is_taken_apart(as_written: str, given_names: str, surname: str) -> None:
    name = parse_name(as_written)
    assert name is not None
    assert (" ".join(name.given), name.surname) == (given_names, surname)


@pytest.mark.parametrize("words", ["", "the dealership", "one analyst", "3M", "12", "dlee77@acme.com", "dleeAacme.com", "?"])
def test_no_name_no_answer(words: str) -> None:
    assert parse_name(words) is None


@pytest.mark.parametrize(
    ("as_written", "shown"),
    [
        ("LEE, DANA J.", "Dana J. Lee"),
        ("DANA MCDONALD", "Dana McDonald"),
        ("dana o'neil", "Dana O'Neil"),
        ("MR. LEE", "Mr. Lee"),
        ("DANA LEE, JR.", "Dana Lee Jr."),
        ("Dana Lee III", "Dana Lee III"),
        ("gdb", "gdb"),
    ],
)
def test_names_are_shown_in_reading_order(as_written: str, shown: str) -> None:
    name = parse_name(as_written, header=True)
    assert name is not None
    assert name.display == shown


@given(st.text(max_size=60))
def test_any_text_is_a_name_or_none(text: str) -> None:
    name = parse_name(text, header=True)
    assert name is None or name.surname
    assert names_nobody(text) in {True, False}
    assert isinstance(core(text), str)


@given(st.text(max_size=60))
def test_a_display_name_is_found_once(text: str) -> None:
    shown = display_name(text)
    assert display_name(shown).split() == display_name(display_name(shown)).split()


@pytest.mark.parametrize(
    "words",
    [
        *(
            "he",
            "She",
            "they",
            "I",
            "Q.",
            "A.",
            "[A.]",
            "THE WITNESS",
            "THE COURT REPORTER",
            "THE VIDEOGRAPHER",
            "Counsel",
            "opposing counsel",
        ),
        *(
            "the Company",
            "one employee",
            "some analysts",
            "Plaintiff’s counsel",
            "Acme’s designee",
            "counsel for Acme",
            "[redacted]",
            "Redacted",
            "",
        ),
    ],
)
def test_these_words_name_nobody(words: str) -> None:
    assert names_nobody(words)
    assert resolve([record(speaker=(party(words),), kind="quote")]).persons == ()


def test_a_junk_form_with_a_name_is_the_named_person() -> None:
    people = resolve([record(speaker=(party("she", name="Dana Lee"),), kind="quote")])
    assert [p.name for p in people.persons] == ["Dana Lee"]
    assert people.persons[0].forms == ("Dana Lee",)
    assert people.name(document_id("1.pdf"), party("she", name="Dana Lee")) == "Dana Lee"
    assert people.of(document_id("1.pdf"), party("she")) is None


# Two names judged


@pytest.mark.parametrize(
    ("a", "b", "judgement", "rule"),
    [
        ("Dana J. Lee", "Lee, Dana", Judgement.SAME, "equal name"),
        ("Dana J. Lee", "Dana Jane Lee", Judgement.SAME, "equal name"),
        ("Anna Marie Lee", "Annamarie Lee", Judgement.SAME, "equal name"),
        ("Lee Shan", "Shan Lee", Judgement.SAME, "turned round"),
        ("Thomas James", "James Thomas", Judgement.UNSURE, "turned round"),
        ("Bob Ray", "Robert Ray", Judgement.SAME, "nickname"),
        ("Bob Ray", "Rob Ray", Judgement.UNSURE, "may be one"),
        ("D. Lee", "Dana Lee", Judgement.UNSURE, "initial"),
        ("Mr. Lee", "Dana Lee", Judgement.UNSURE, "single word"),
        ("Dana", "Dana Lee", Judgement.UNSURE, "single word"),
        ("Dana Sutkever", "Dana Sutkevar", Judgement.SAME, "near spelling"),
        ("llya Stone", "Ilya Stone", Judgement.SAME, "near spelling"),
        ("Hume Abedi", "Huma Abedi", Judgement.SAME, "near spelling"),
        ("Erik Lee", "Erika Lee", Judgement.DIFFERENT, "first names"),
        ("Eric Lee", "Erin Lee", Judgement.DIFFERENT, "first names"),
        ("Dana Miller", "Dana Muller", Judgement.SAME, "near spelling"),
        ("Dana Reed", "Dana Reid", Judgement.DIFFERENT, "surnames"),
        ("Osman al-Ladim", "Usman al-Ladem", Judgement.SAME, "near spelling"),
        ("Aleksander Buković", "Aleksandar Bučović", Judgement.SAME, "near spelling"),
        ("Mohamed Rashid", "Muhammad Rashid", Judgement.SAME, "near spelling"),
        ("Phillip Roe", "Philip Roe", Judgement.SAME, "near spelling"),
        ("Karen Roe", "Karin Roe", Judgement.DIFFERENT, "first names"),
        ("Osman al-Ladim", "Asman al-Ladim", Judgement.DIFFERENT, "first names"),
        ("Dana A. Lee", "Dana B. Lee", Judgement.DIFFERENT, "middle names"),
        ("Dana Lee Jr.", "Dana Lee Sr.", Judgement.DIFFERENT, "suffixes"),
        ("Mr. Lee", "Ms. Lee", Judgement.DIFFERENT, "titles"),
        ("Mr. Lee", "Grace Lee", Judgement.DIFFERENT, "titles"),
        ("Ms. Lee", "Dana Lee", Judgement.UNSURE, "single word"),
        ("Dana Lee", "Anna Lee", Judgement.DIFFERENT, "first names"),
        ("Dana Lee", "Dana Roe", Judgement.DIFFERENT, "surnames"),
        ("Mr. Roe", "Dana Lee", Judgement.DIFFERENT, "single word"),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_two_names_are_judged(a: str, b: str, judgement: Judgement, rule: str) -> None:
    x, y = parse_name(a, header=True), parse_name(b, header=True)
    assert x is not None
    assert y is not None
    assert (judge(x, y).judgement, judge(x, y).rule) == (judgement, rule)
    assert judge(x, y) == judge(y, x)


def test_nicknames_stand_for_their_long_forms_only() -> None:
    assert is_short_for("bob", "robert")
    assert not is_short_for("bob", "rob")
    assert may_be_one("bob", "rob")
    assert not may_be_one("jon", "joan")


# People brought together


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Dana Lee <dlee@acme.com>", "D. <DLee@Acme.com>", id="same address"),
        pytest.param("Dana Lee", "LEE, DANA J.", id="equal name"),
        pytest.param("Dana Lee", "Dr. Dana Lee, Ph.D.", id="titles"),
        pytest.param("Shan Lee", "LEE SHAN", id="turned round"),
        pytest.param("Robert Ray", "Bob Ray", id="nickname"),
        pytest.param("Dana Lee <dlee@acme.com>", "D. Lee", id="initial"),
        pytest.param("Dana Lee <dlee@acme.com>", "Mr. Lee", id="surname"),
        pytest.param("Dana Lee <dlee@acme.com>", "dlee", id="mailbox"),
        pytest.param("Dana Lee <dlee@acme.com>", "dleeAacme.com", id="mailbox with a bent at sign"),
        pytest.param("Dana Lee <dlee1@acme.com>", "Lee <dleel@acme.com>", id="address misread"),
        pytest.param("Dana Roe <droe@acme.com>", "Dana Lee <droe@acme.com>", id="a changed surname at the same address"),
        pytest.param("Dana Lee", "danalee@acme.com", id="an address that spells the whole name"),
        pytest.param("Dana J. Sutkever", "sutkeverdj@acme.com", id="an address that spells both initials"),
        pytest.param("bshoreop", "bshoreop", id="a login name"),
    ],
)
def test_two_documents_name_one_person(a: str, b: str) -> None:
    assert together(record(speaker=a), record(speaker=b, document="2.pdf"), a=(a, "1.pdf"), b=(b, "2.pdf"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Dana Lee", "Anna Lee", id="first names"),
        pytest.param("Dana A. Lee", "Dana B. Lee", id="middle initials"),
        pytest.param("Dana Lee Jr.", "Dana Lee Sr.", id="junior and senior"),
        pytest.param("Erik Lee <erik@acme.com>", "Erika Lee <erika@acme.com>", id="one letter more"),
        pytest.param("Dana Sutkever", "Dana Sutkevar", id="near spelling in papers of two cases"),
        pytest.param("Ray Lee <office@acme.com>", "Dana Lee <office@acme.com>", id="a shared mailbox"),
        pytest.param("Robert Ray <rray@acme.com>", "Bob Ray <bray@acme.com>", id="nickname, two addresses at one domain"),
        pytest.param("Dana Lee", "Dana", id="first name in another document"),
        pytest.param("James Lee", "James", id="a first name that is also a surname"),
        pytest.param("Dana Lee", "dlee@acme.com", id="an address that spells an initial, in another document"),
        pytest.param("lee", "lee", id="a surname in small letters"),
        pytest.param("noreply", "noreply", id="a mailbox that many have"),
        pytest.param("Dana Jane Lee", "DJL", id="initials in another document"),
        pytest.param("Acme, Inc.", "Acme AG", id="companies of two laws"),
    ],
)
def test_two_documents_name_two_people(a: str, b: str) -> None:
    assert not together(record(speaker=a), record(speaker=b, document="2.pdf"), a=(a, "1.pdf"), b=(b, "2.pdf"))


def test_two_in_one_to_line_are_two() -> None:
    people = resolve([record(speaker="R. Cole", to="Robert Ray; Bob Ray", case="23-1")])
    assert person(people, "Robert Ray").id != person(people, "Bob Ray").id


def test_one_name_twice_in_a_to_line_is_one() -> None:
    people = resolve([record(speaker="R. Cole", to="Dana Lee <dlee@acme.com>; Lee, Dana")])
    assert person(people, "Dana Lee <dlee@acme.com>").id == person(people, "Lee, Dana").id


def test_an_initial_between_two_stays_alone() -> None:
    """D. Lee may be Dana or Dora: two candidates left means no answer."""
    records = [record(speaker="Dana Lee", document="1.pdf"), record(speaker="Dora Lee", document="2.pdf")]
    people = resolve([*records, record(speaker="D. Lee", document="3.pdf")])
    assert who(people, "D. Lee", "3.pdf") == "D. Lee"
    assert len({p.id for p in people.persons}) == 3


def test_the_document_decides_between_two() -> None:
    records = [
        record(speaker="Dana Lee", document="1.pdf"),
        record(speaker="Ray Lee", document="2.pdf"),
        record(speaker="MR. LEE", document="2.pdf"),
        record(speaker="MR. LEE", document="3.pdf"),
    ]
    people = resolve(records)
    assert who(people, "MR. LEE", "2.pdf") == "Ray Lee"
    assert who(people, "MR. LEE", "3.pdf") == "Mr. Lee", "two Lees in the corpus, none in this document"


def test_a_mister_and_a_miss_of_one_surname_are_nobody_known() -> None:
    people = resolve([record(speaker="Dana Lee"), record(speaker="MR. LEE"), record(speaker="MS. LEE")])
    assert len(people.persons) == 3


def test_a_mister_is_not_grace() -> None:
    """One Lee in the document is a woman: Mr. Lee is the other one, though he stands elsewhere."""
    records = [record(speaker="Grace Lee"), record(speaker="Mr. Lee", kind="quote"), record(speaker="Ms. Lee", kind="quote")]
    people = resolve([*records[:2], record(speaker="Daniel Lee", document="2.pdf")])
    assert who(people, "Mr. Lee") == "Daniel Lee"
    assert who(resolve(records[:2]), "Mr. Lee") == "Mr. Lee"


def test_other_words_for_somebody_are_no_form_of_the_name() -> None:
    speakers = [party(words, name="Dana Lee") for words in ("THE COURT", "its chief executive", "Judge Lee")]
    speakers += [party("A spokesman for Acme", name="Acme, Inc."), party("Acme", name="Acme, Inc.")]
    people = resolve([record(speaker=speaker, kind="quote") for speaker in speakers])
    assert [(p.name, p.forms, p.statements) for p in people.persons] == [
        ("Acme, Inc.", ("Acme", "Acme, Inc."), 2),
        ("Dana Lee", ("Dana Lee", "Judge Lee"), 3),
    ]


def test_one_who_testifies_is_a_person() -> None:
    """Whatever the language model takes the name for."""
    said = [record(speaker="Oduya Acholonu", kind="answer"), record(mentions=(("Oduya Acholonu", "ORG"),), document="2.pdf")]
    assert [(p.name, p.kind) for p in resolve(said).persons] == [("Oduya Acholonu", "person")]


def test_a_first_name_is_told_by_its_document() -> None:
    records = [
        record(speaker="Jacob Roe", document="1.pdf"),
        record(speaker="Jake", document="1.pdf", kind="chat"),
        record(speaker="Jacob Roe", document="2.pdf"),
        record(speaker="Jacob Cole", document="2.pdf"),
        record(speaker="Jake", document="2.pdf", kind="chat"),
    ]
    people = resolve(records)
    assert who(people, "Jake", "1.pdf") == "Jacob Roe"
    assert who(people, "Jake", "2.pdf") == "Jake"


def test_a_plain_name_between_two_middle_initials_stays_alone() -> None:
    """A. and B. differ; the plain Dana Lee must not fuse them, nor be given to either."""
    records = [record(speaker=name, document=f"{i}.pdf") for i, name in enumerate(("Dana A. Lee", "Dana B. Lee", "Dana Lee"))]
    assert len(resolve(records).persons) == 3


def test_a_chain_of_slips_does_not_fuse_its_ends() -> None:
    """Sutkevar ~ Sutkever ~ Sutkeber, but Sutkevar and Sutkeber are two slips apart: at most one of them joins."""
    names = ("Dana Sutkever", "Dana Sutkevar", "Dana Sutkeber", "Dana Sytkeber")
    people = resolve([record(speaker=name, case="23-1") for name in names])
    assert person(people, names[1]).id != person(people, names[3]).id


def test_a_slip_in_the_same_case_is_the_same_person() -> None:
    records = [record(speaker="Dana Sutkever", case="23-1"), record(speaker="Dana Sutkever", case="23-1", document="2.pdf")]
    people = resolve([*records, record(speaker="Dana Sutkevar", case="23-1", document="3.pdf")])
    assert who(people, "Dana Sutkevar", "3.pdf") == "Dana Sutkever"
    assert [merge.rule for merge in people.persons[0].merges] == ["near spelling"]


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        pytest.param("Priya Raghuveeran", "Priya Raguveeran", 1, id="a long surname"),
        pytest.param("Priya Hansten", "Priya Hanssen", 2, id="a short one"),
    ],
)
def test_a_slip_in_a_paper_without_a_docket(a: str, b: str, count: int) -> None:
    """A press article has no docket: it may be of the case, so a long surname one letter off is the same."""
    assert len(resolve([record(speaker=a, case="23-1"), record(speaker=b, document="press.pdf")]).persons) == count


def test_two_slips_in_many_documents_each_are_two_names() -> None:
    names = ("Dana Hansten", "Dana Hansson")
    records = [record(speaker=name, case="23-1", document=f"{i}.pdf") for i in range(3) for name in names]
    assert len(resolve(records).persons) == 2


def test_a_bare_surname_misspelt() -> None:
    people = resolve([record(speaker="Ahmad Al-Sayedi"), record(speaker="Alsayed", kind="quote")])
    assert who(people, "Alsayed") == "Ahmad Al-Sayedi"


def test_the_same_surname_in_one_case_is_one_lawyer() -> None:
    """Transcripts of one case: nobody spells MR. ROE out."""
    records = [record(speaker="MR. ROE", case="23-1"), record(speaker="MR. ROE", case="23-1", document="2.pdf")]
    assert len(resolve([*records, record(speaker="MR. ROE", case="24-7", document="3.pdf")]).persons) == 2


def test_an_address_alone_is_spelled_by_a_name_beside_it() -> None:
    people = resolve([record(speaker="Dana Lee", to="dlee@acme.com; lee77@acme.com"), record(speaker="leed")])
    assert who(people, "leed") == "Dana Lee"
    assert who(people, "dlee@acme.com") == "Dana Lee"
    assert who(people, "lee77@acme.com") == "lee77@acme.com"


@pytest.mark.parametrize(
    ("full", "short", "expected"),
    [
        ("Dana Jane Lee", "DJL", True),
        ("Dana Lee", "DL", True),
        ("Dana Lee", "JL", False),
        ("Dana Sutkever", "dsutkev", True),
        ("Dana Sutkever", "dsutk", False),
        ("Dana Lee", "danalee77@acme.com", True),
        ("Dana Lee", "dlee77@acme.com", False),
        ("Dana Sutkever", "sutkeverdj@acme.com", True),
    ],
)
def test_what_is_made_of_a_name_beside_it(full: str, short: str, expected: bool) -> None:
    assert together(record(speaker=full), record(speaker=short), a=(full, "1.pdf"), b=(short, "1.pdf")) is expected


@pytest.mark.parametrize(
    ("bound", "handle", "document", "expected"),
    [
        pytest.param("Z <quincy@acme.com>", "Z", "1.pdf", True, id="in its document"),
        pytest.param("Z <quincy@acme.com>", "Z", "2.pdf", False, id="one letter, elsewhere"),
        pytest.param("QJX <quincy@acme.com>", "QJX", "2.pdf", True, id="three letters, elsewhere"),
        pytest.param("Jim <quincy@acme.com>", "Jim", "2.pdf", False, id="a first name, elsewhere"),
        pytest.param("Support <quincy@acme.com>", "Support", "1.pdf", True, id="anybody's, in its document"),
        pytest.param("Support <quincy@acme.com>", "Support", "2.pdf", False, id="anybody's, elsewhere"),
    ],
)
def test_what_an_address_is_printed_with(bound: str, handle: str, document: str, expected: bool) -> None:
    records = [record(speaker=bound), record(speaker=handle, document=document)]
    assert together(*records, a=(bound, "1.pdf"), b=(handle, document)) is expected


def test_what_two_addresses_are_printed_with_is_neithers() -> None:
    records = [record(speaker=f"QJX <{name}@acme.com>") for name in ("quincy", "quentin")]
    assert len(resolve([*records, record(speaker="QJX")]).persons) == 3


def test_initials_of_two_are_nobodys() -> None:
    people = resolve([record(speaker="Dana Jane Lee"), record(speaker="Dora June Lind"), record(speaker="DJL")])
    assert who(people, "DJL") == "DJL"


def test_a_nickname_beside_a_name_like_it_is_nobodys() -> None:
    """James is called Jamie; but so is a Jaime by those who cannot spell him."""
    records = [record(speaker="James Lee"), record(speaker="Jamie", kind="chat")]
    assert who(resolve(records), "Jamie") == "James Lee"
    assert who(resolve([*records, record(speaker="Jaime Roe")]), "Jamie") == "Jamie"


def test_a_slip_met_once_does_not_make_a_name_doubtful() -> None:
    """Bob Ray is Robert J. Ray, met everywhere, whom one paper prints as Robert H. Ray."""
    often = [record(speaker="Robert J. Ray", document=f"{i}.pdf") for i in range(25)]
    people = resolve(
        [*often, record(speaker="Robert H. Ray", document="slip.pdf"), record(speaker="Bob Ray", document="bob.pdf")]
    )
    assert who(people, "Bob Ray", "bob.pdf") == "Robert J. Ray"
    assert who(people, "Robert H. Ray", "slip.pdf") == "Robert H. Ray"
    twice = [record(speaker="Robert H. Ray", document=f"slip{i}.pdf") for i in range(2)]
    assert who(resolve([*often, *twice, record(speaker="Bob Ray", document="bob.pdf")]), "Bob Ray", "bob.pdf") == "Bob Ray"


def test_a_slip_between_two_is_nobodys() -> None:
    """Sutkever is a letter from Sutkevar and a letter from Sutkeber: whose slip is it?"""
    names = ("Dana Sutkevar", "Dana Sutkeber")
    records = [record(speaker=name, case="23-1", document=f"{name}{i}.pdf") for name in names for i in range(3)]
    people = resolve([*records, record(speaker="Dana Sutkever", case="23-1", document="slip.pdf")])
    assert who(people, "Dana Sutkever", "slip.pdf") == "Dana Sutkever"
    assert len(people.persons) == 3


def test_an_organisation_at_somebodys_address_does_not_make_him_one() -> None:
    people = resolve(
        [record(speaker="Dana Lee <dlee@acme.com>"), record(speaker="Acme Support Team <dlee@acme.com>", document="2.pdf")]
    )
    assert sorted((p.name, p.kind) for p in people.persons) == [("Acme Support Team", "organisation"), ("Dana Lee", "person")]


def test_possessives_are_no_forms() -> None:
    said = record(speaker="Dana Lee", mentions=(("Dana Lee’s", "PERSON"), ("Acme Corp.’s", "ORG")))
    people = resolve([said])
    assert [p.forms for p in (*people.persons, *people.mentioned)] == [("Dana Lee",), ("Acme Corp.",)]


def test_what_is_told_beside_the_name() -> None:
    people = resolve(
        [
            record(speaker=words, kind="quote")
            for words in ("The Harbor Press", "the Harbor Press", "HARBOR PRESS", "Dana Lee", "DANA LEE")
        ]
    )
    assert [(p.name, p.also) for p in people.persons] == [("Dana Lee", ("DANA LEE",)), ("Harbor Press", ())]


@pytest.mark.parametrize(("cases", "courts"), [(("23-1",), 1), (("23-1", "24-7"), 3)], ids=["one case", "two cases"])
def test_the_court_of_a_paper_without_a_docket(cases: tuple[str, ...], courts: int) -> None:
    """Where there is but one case, the press means its court."""
    records = [record(speaker="the Court", kind="quote", case=case, document=f"{case}.pdf") for case in cases]
    people = resolve([*records, record(speaker="the court", kind="quote", document="press.pdf")])
    assert [person.name for person in people.persons] == ["Court"] * courts


# The roster


def test_the_roster_wins() -> None:
    roster = (
        RosterEntry("Dana Lee", aliases=("Sunshine",), addresses=("boss@acme.com",), organisation="Acme", role="CEO"),
        RosterEntry("Dana Jane Lee", addresses=("dj@acme.com",)),
    )
    records = [
        record(speaker="Sunshine", document="1.pdf", kind="chat"),
        record(speaker="R. Cole <boss@acme.com>", document="2.pdf"),
        record(speaker="Dana Lee <dj@acme.com>", document="3.pdf"),
        record(speaker="Lee, Dana", document="4.pdf"),
    ]
    people = resolve(records, roster)
    assert who(people, "Sunshine", "1.pdf") == "Dana Lee"
    assert who(people, "R. Cole <boss@acme.com>", "2.pdf") == "Dana Lee"
    assert who(people, "Dana Lee <dj@acme.com>", "3.pdf") == "Dana Jane Lee"
    assert who(people, "Lee, Dana", "4.pdf") == "Dana Lee"
    assert [(p.name, p.organisation, p.roles) for p in people.persons if p.organisation] == [("Dana Lee", "Acme", ("CEO",))]


def test_two_of_the_roster_are_never_one() -> None:
    roster = (RosterEntry("Robert Ray"), RosterEntry("Bob Ray"))
    people = resolve([record(speaker="Robert Ray"), record(speaker="Bob Ray", document="2.pdf")], roster)
    assert [p.name for p in people.persons] == ["Bob Ray", "Robert Ray"]


def test_an_organisation_of_the_roster() -> None:
    roster = (RosterEntry("Acme Robotics, Inc.", aliases=("the Skunkworks",), kind="organisation"),)
    people = resolve([record(speaker="the Skunkworks", kind="quote"), record(speaker="Acme Robotics", kind="quote")], roster)
    assert [(p.name, p.kind, p.statements) for p in people.persons] == [("Acme Robotics, Inc.", "organisation", 2)]


# Organisations


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Acme Robotics, Inc.", True),
        ("Acme Bank, N.A.", True),
        ("Lee & Roe LLP", True),
        ("University of Ohio", True),
        ("Plaintiffs", True),
        ("the Court", True),
        ("FCC", True),
        ("Dana Lee", False),
        ("Mr. Banks", False),
        ("jilly@state.gov.", False),
        ("Jilly JB state.gov", False),
        ("The Register", True),
        ("the Honorable Dana Lee", False),
        ("DigiPress", True),
        ("McLee", False),
        ("OAO Acme", False),
        ("Acme Corp ACM.N", True),
        ("Harbor Daily", True),
        ("Dana Court", True),  # a kind of organisation in a name of two words is taken for one
    ],
)
def test_organisations_are_told_from_persons(words: str, expected: bool) -> None:
    assert is_organisation(words) is expected


def test_capitals_in_a_header_may_be_initials() -> None:
    assert is_organisation("DJL")
    assert not is_organisation("DJL", header=True)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Acme", "Acme Robotics, Inc.", True),
        ("FCC", "Federal Communications Commission", True),
        ("United", "United Robotics, Inc.", False),
        ("Robotics", "Acme Robotics, Inc.", False),
    ],
)
def test_short_names(short: str, long: str, expected: bool) -> None:
    assert is_short_name_for(core(short), core(long)) is expected


def test_a_short_name_joins_the_one_it_stands_for() -> None:
    people = resolve([record(speaker="Acme", kind="quote"), record(speaker="Acme Robotics, Inc.", kind="quote")])
    assert [(p.name, p.forms) for p in people.persons] == [("Acme Robotics, Inc.", ("Acme", "Acme Robotics, Inc."))]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("EE Times", "EE Times Asia"), ["EE Times", "EE Times Asia"]),
        (("Acme", "Acme Robotics", "ACME ROBOTICS ASIA, LTD."), ["Acme", "Acme Robotics Asia, Ltd."]),
        (("Acme Robotics", "Acme Robotics, Inc."), ["Acme Robotics, Inc."]),
        (("FCC", "the Federal Communications Commission"), ["Federal Communications Commission"]),
        (("Acme AG", "Acme North, Inc."), ["Acme AG", "Acme North, Inc."]),
        (("Acme AG", "Acme, Inc.", "Acme Inc", "Acme"), ["Acme", "Acme AG", "Acme, Inc."]),
        (("Acme AG", "Acme Corp.", "Acme"), ["Acme Corp."]),
        (("Lee & Roe", "Lee and Roe LLP"), ["Lee and Roe LLP"]),
        (("The Harbor Register", "the Harbor Register"), ["Harbor Register"]),
        (("DigiHarbor",), ["DigiHarbor"]),
    ],
    ids=str,
)
def test_a_short_name_stands_for_one_with_its_legal_form(names: tuple[str, ...], shown: list[str]) -> None:
    """Of a chain of longer names the shortest must have it, or the short one are its initials."""
    said = [record(speaker=name, kind="quote", mentions=((name, "ORG"),), document=f"{i}.pdf") for i, name in enumerate(names)]
    assert [p.name for p in resolve(said).persons] == shown


def test_a_short_name_between_two_stays_alone() -> None:
    long = ("Acme Robotics, Inc.", "Acme Foods LLC")
    people = resolve([record(speaker=name, kind="quote", document=f"{i}.pdf") for i, name in enumerate((*long, "Acme"))])
    assert sorted(p.name for p in people.persons) == ["Acme", "Acme Foods LLC", "Acme Robotics, Inc."]


def test_each_document_has_its_own_acme() -> None:
    long = {"1.pdf": "Acme Robotics, Inc.", "2.pdf": "Acme Foods LLC"}
    people = resolve([record(speaker=s, kind="quote", document=d) for d, name in long.items() for s in (name, "Acme")])
    assert {d: who(people, "Acme", d) for d in long} == long


def test_plaintiffs_are_of_one_case() -> None:
    records = [record(speaker="Plaintiffs", kind="quote", case=case, document=f"{case}.pdf") for case in ("1", "1", "2")]
    assert sorted((p.name, p.kind, p.statements) for p in resolve(records).persons) == [
        ("Plaintiffs", "organisation", 1),
        ("Plaintiffs", "organisation", 2),
    ]


def test_names_that_are_only_mentioned_stand_apart() -> None:
    mentions = (("Rita Roe", "PERSON"), ("Lee", "PERSON"), ("Roberts", "PERSON"), ("Acme, Inc.", "ORG"), ("Books9", "PRODUCT"))
    said = record(speaker="Dana Lee", mentions=mentions)
    people = resolve([said])
    assert [p.name for p in people.persons] == ["Dana Lee"]
    assert [(p.name, p.kind) for p in people.mentioned] == [("Acme, Inc.", "organisation"), ("Rita Roe", "person")]
    named = [people.named(said.statement.document_id, mention) for mention in said.statement.mentions]
    assert [p.name if p else None for p in named] == ["Rita Roe", "Dana Lee", None, "Acme, Inc.", None]


# What a person carries


def test_a_person_carries_forms_addresses_roles_and_reasons() -> None:
    records = [
        record(speaker="Lee, Dana J. <dlee@acme.com>", to="Bob Ray"),
        record(speaker=(party("DANA LEE", role="witness"),), kind="answer", document="2.pdf"),
        record(speaker="MS. LEE", kind="colloquy", document="2.pdf"),
    ]
    found = person(resolve(records), "Lee, Dana J. <dlee@acme.com>")
    assert found.forms == ("DANA LEE", "Lee, Dana J.", "MS. LEE")
    assert (found.addresses, found.roles, found.statements) == (("dlee@acme.com",), ("witness",), 3)
    assert [(m.form_a, m.form_b, m.rule) for m in found.merges] == [
        ("dlee@acme.com", "Lee, Dana J.", "same address"),
        ("Lee, Dana J.", "DANA LEE", "equal name"),
        ("MS. LEE", "Lee, Dana J.", "surname"),
    ]


def test_ids_hold_over_reruns_and_orders() -> None:
    records = [
        record(speaker=name, document=f"{i % 3}.pdf")
        for i, name in enumerate(("Dana Lee", "Lee", "Bob Ray", "R. Ray", "Robert Ray"))
    ]
    seen = set()
    for order in itertools.islice(itertools.permutations(records), 0, 120, 7):
        seen.add(tuple((p.id, p.name, p.forms) for p in resolve(order).persons))
    assert len(seen) == 1


def test_matching_finds_forms_and_addresses() -> None:
    people = resolve([record(speaker="Lee, Dana <sunshine@acme.com>")])
    assert [p.name for p in people.matching("SUNSHINE")] == ["Dana Lee"]
    assert people.matching("roe") == ()


def test_an_address_is_read_in_any_dress() -> None:
    assert fold_address("<DLee@Acme.com >") == fold_address("mailto:dlee@acme.com") == "dlee@acme.com"


_FIRST = ("Dana", "Dora", "Robert", "Bob", "D.", "R.", "")
_LAST = ("Lee", "Leigh", "Ray", "Sutkever", "Sutkevar", "Roe")
_MIDDLE = ("", "A.", "B.")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*map(st.sampled_from, (_FIRST, _MIDDLE, _LAST, ("1.pdf", "2.pdf")))), min_size=1, max_size=12))
def test_nobody_holds_two_names_that_differ(drawn: list[tuple[str, str, str, str]]) -> None:
    """Whatever the names: no two full forms of one person are judged to be two people's."""
    names = [(f"{first} {middle} {last}".split(), document) for first, middle, last, document in drawn]
    people = resolve([record(speaker=" ".join(words), document=document, case="23-1") for words, document in names])
    for found in people.persons:
        parsed = [name for form in found.forms if (name := parse_name(form)) and not name.bare]
        assert all(judge(a, b).judgement is not Judgement.DIFFERENT for a, b in itertools.combinations(parsed, 2))
    assert all(people.of(document_id(document), party(" ".join(words))) for words, document in names)


@pytest.mark.slow
def test_many_names_stay_many_people() -> None:
    random.seed(7)
    letters = "abcdefghijklmnoprstuvw"
    surnames = ["".join(random.choices(letters, k=random.randint(4, 9))).title() for _ in range(4000)]
    records = [
        record(
            speaker=f"{random.choice(('Dana', 'Robert', 'Rita', 'John'))} {random.choice(surnames)}", document=f"{i % 500}.pdf"
        )
        for i in range(20_000)
    ]
    assert len(resolve(records).persons) > 10_000


@pytest.mark.parametrize(
    ("a", "b", "judgement"),
    [
        ("Acme Aktiengesellschaft", "ACME AG", Judgement.SAME),
        ("Harbor Trust Limited", "Harbor Trust Ltd", Judgement.SAME),
        ("van der tilt corp", "Vandertilt Corp.", Judgement.SAME),
        ("Lee and Roe LLP", "Lee & Roe LLP", Judgement.SAME),
        ("U.S. Harbor Office", "United States Harbor Office", Judgement.SAME),
        ("the U.S. Harbor Office", "US Harbor Office", Judgement.SAME),
        ("UHO", "the U.S. Harbor Office", Judgement.DIFFERENT),
        ("World Harbour Organisation", "World Harbour Organization", Judgement.SAME),
        ("Acme, Inc.", "Acme GmbH", Judgement.DIFFERENT),
        ("ACI Industries, Inc.", "AKE Industries, Inc.", Judgement.DIFFERENT),
        ("Harbor, S.A.", "Harbor Mexico, S.A.", Judgement.UNSURE),
        ("WHO", "World Harbour Organization", Judgement.UNSURE),
    ],
)
def test_two_organisations_are_judged(a: str, b: str, judgement: Judgement) -> None:
    assert judge_organisations(a, b).judgement is judge_organisations(b, a).judgement is judgement


@pytest.mark.real
@needs_shared
def test_pairs_that_are_beyond_doubt_are_judged_right() -> None:
    with (SHARED / "gold/names/pairs.csv").open(encoding="utf-8") as file:
        strong = [row for row in csv.DictReader(file) if row["quality"] == "STRONG"]
    for row in strong:
        a, b = parse_name(row["name1"], header=True), parse_name(row["name2"], header=True)
        person = row["schema"] == "Person" and a is not None and b is not None
        verdict = judge(a, b) if person else judge_organisations(row["name1"], row["name2"])  # type: ignore[arg-type]  # both are names
        assert (verdict.judgement is Judgement.SAME) == (row["is_match"] == "true"), (
            f"{row['name1']}, {row['name2']}: {verdict}"
        )


@pytest.mark.real
@needs_shared
def test_name_pairs_are_judged_without_a_false_match() -> None:
    """Labelled pairs of names of the world's politicians and companies: what is called the same is the same."""
    found = {"SAME true": 0, "SAME false": 0}
    with (SHARED / "gold/names/pairs.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            a, b = parse_name(row["name1"], header=True), parse_name(row["name2"], header=True)
            if row["schema"] == "Person" and a and b and judge(a, b).judgement is Judgement.SAME:
                found[f"SAME {row['is_match']}"] += 1
    assert found["SAME true"] >= 55
    assert found["SAME false"] == 0
