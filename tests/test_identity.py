"""Who is who over time and under rulings: decisions, undoing them, papers added later, and why."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from corpora.corpus import Corpus
from corpora.decision import Decision, standing
from corpora.ledger import Entry
from corpora.record import Record
from corpora.roster import RosterEntry
from graph.affiliation import affiliations, read_words
from graph.decide import By, different, merge, one_person, rename, split, undo
from graph.explanation import compare, explain
from graph.graph_file import write_json
from graph.judgement import Judgement
from graph.network import connect
from graph.people import People, people_of, resolve, settle
from ingest.errors import QueryError
from tests.records import document_id, paper, party, record

BY = By("R. Cole", "2026-01-02T10:00:00+00:00")


def corpus_of(folder: Path, *records: Record) -> Corpus:
    """A corpus on disk that holds these records, each in a document of its name."""
    corpus = Corpus.create(folder)
    add(corpus, *records)
    return corpus


def add(corpus: Corpus, *records: Record) -> None:
    for name in dict.fromkeys(one.document for one in records):
        document = paper(name, "Fine by me.")
        theirs = [one for one in records if one.document == name]
        corpus.store.add(document, theirs, Path("/papers") / name, Entry(f"/papers/{name}", document.id, "done"))


def drawn(corpus: Corpus) -> str:
    """Everything that depends on who is who: the people, and the graph as it is written to a file."""
    people = people_of(corpus)
    path = corpus.folder / "graph.json"
    write_json(connect(corpus.records(), people), path)
    return repr((people.persons, people.mentioned)) + path.read_text(encoding="utf-8")


def who(people: People, words: str, document: str = "1.pdf") -> str:
    return people.name(document_id(document), party(words))


def ids(people: People) -> dict[str, str]:
    return {person.name: person.id for person in people.persons}


PAPERS = (
    record(speaker="Dana Lee <dlee@acme.com>", to="Bob Ray <bray@acme.com>", topics=("licensing",), document="1.pdf"),
    record(speaker="Mr. Lee", kind="quote", document="1.pdf"),
    record(speaker="D. J. Lees", to="Robert Ray", topics=("licensing",), document="2.pdf"),
    record(speaker="Dana Lee", to="Rita Roe", document="3.pdf"),
)


# Rulings


def test_a_merge_makes_one_of_two_and_is_logged(tmp_path: Path) -> None:
    with corpus_of(tmp_path, *PAPERS) as corpus:
        ruling = merge(corpus, "D. J. Lees", "Dana Lee", BY)
        assert (ruling.number, ruling.who, ruling.at, ruling.said) == (1, "R. Cole", BY.at, "D. J. Lees = Dana Lee")
        people = people_of(corpus)
        assert who(people, "D. J. Lees", "2.pdf") == who(people, "Dana Lee", "3.pdf") == "Dana Lee"
        assert "decision" in [join.rule for join in one_person(people, "Dana Lee").merges]


def test_a_ruling_holds_when_papers_are_added(tmp_path: Path) -> None:
    with corpus_of(tmp_path, *PAPERS) as corpus:
        merge(corpus, "D. J. Lees", "Dana Lee", BY)
        different(corpus, "Rita Roe", "Bob Ray", BY)
        add(
            corpus,
            record(speaker="Dana J. Lee", document="0.pdf"),
            record(speaker="Rita Roe <bray@acme.com>", document="4.pdf"),
        )
        people = people_of(corpus)
        assert who(people, "D. J. Lees", "2.pdf") == who(people, "Dana Lee <dlee@acme.com>")
        assert who(people, "Rita Roe", "3.pdf") == "Rita Roe"
        assert who(people, "Bob Ray <bray@acme.com>") == "Robert Ray"


def test_a_form_is_split_off(tmp_path: Path) -> None:
    with corpus_of(tmp_path, *PAPERS) as corpus:
        assert who(people_of(corpus), "Mr. Lee") == "Dana Lee"
        split(corpus, "Dana Lee", "Mr. Lee", BY)
        assert who(people_of(corpus), "Mr. Lee") == "Mr. Lee"


def test_two_bearers_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """The Dana Lee of 3.pdf is another: the name is the same, letter for letter."""
    with corpus_of(tmp_path, *PAPERS) as corpus:
        split(corpus, "Dana Lee", "Dana Lee", BY, document="3.pdf")
        people = people_of(corpus)
        lees = [
            people.of(document_id(name), party(words))
            for name, words in (("1.pdf", "Dana Lee <dlee@acme.com>"), ("3.pdf", "Dana Lee"))
        ]
        assert [one.name if one else "" for one in lees] == ["Dana Lee", "Dana Lee"]
        assert len({one.id for one in lees if one}) == 2


def test_a_name_is_given(tmp_path: Path) -> None:
    with corpus_of(tmp_path, *PAPERS) as corpus:
        before = ids(people_of(corpus))
        rename(corpus, "D. J. Lees", "Daniel James Lees", BY)
        now = ids(people_of(corpus))
        assert now["Daniel James Lees"] == before["D. J. Lees"]


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(lambda corpus: merge(corpus, "D. J. Lees", "Dana Lee", BY), id="merge"),
        pytest.param(lambda corpus: different(corpus, "Dana Lee", "Bob Ray", BY), id="different"),
        pytest.param(lambda corpus: split(corpus, "Dana Lee", "Mr. Lee", BY), id="split"),
        pytest.param(lambda corpus: split(corpus, "Dana Lee", "Dana Lee", BY, document="3.pdf"), id="split of one name"),
        pytest.param(lambda corpus: rename(corpus, "Dana Lee", "Dana Jane Lee", BY), id="rename"),
    ],
)
@pytest.mark.parametrize("settled", [False, True], ids=["fresh", "settled"])
def test_undoing_a_ruling_gives_back_the_former_graph_exactly(rule: object, settled: bool, tmp_path: Path) -> None:
    with corpus_of(tmp_path, *PAPERS) as corpus:
        if settled:
            settle(corpus)
        merge(corpus, "Bob Ray", "Rita Roe", BY)
        before = drawn(corpus)
        ruling = rule(corpus)  # type: ignore[operator]  # one of the lambdas above
        ruled = drawn(corpus)
        if settled:
            settle(corpus)  # a batch in between changes nothing of it
        undoing = undo(corpus, ruling.number, BY)
        assert drawn(corpus) == before
        undo(corpus, undoing.number, BY)
        assert drawn(corpus) == ruled
        assert len(corpus.decisions()) == 4, "nothing is taken out of the log"
    assert ruled != before or ruling.act == "different"


def test_what_stands_of_a_log() -> None:
    log = [
        Decision("merge", number=1),
        Decision("undo", undoes=1, number=2),
        Decision("rename", number=3),
        Decision("undo", undoes=2, number=4),
    ]
    assert [one.number for one in standing(log)] == [1, 3]
    assert [one.number for one in standing(log[:3])] == [3]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        pytest.param(lambda c: merge(c, "Ro", "Dana Lee", BY), "nobody is called “Ro”; there are Rita Roe", id="nobody"),
        pytest.param(lambda c: merge(c, "dlee@acme.com", "Dana Lee", BY), "are one: Dana Lee", id="one already"),
        pytest.param(lambda c: split(c, "Dana Lee", "Ms. Lee", BY), "no form “Ms. Lee”; there are Dana Lee", id="no such form"),
        pytest.param(lambda c: undo(c, 7, BY), "no decision 7", id="no such ruling"),
        pytest.param(lambda c: rename(c, "Dana Lee", " ", BY), "a name is wanted", id="no name"),
    ],
)
def test_a_ruling_on_nobody_is_refused(rule: object, message: str, tmp_path: Path) -> None:
    with corpus_of(tmp_path, *PAPERS) as corpus:
        with pytest.raises(QueryError, match=message.replace("(", r"\(").replace(".", r"\.")):
            rule(corpus)  # type: ignore[operator]  # one of the lambdas above
        assert corpus.decisions() == ()


def test_a_merge_against_a_standing_ruling_is_refused(tmp_path: Path) -> None:
    with corpus_of(tmp_path, *PAPERS) as corpus:
        different(corpus, "Dana Lee", "D. J. Lees", BY)
        with pytest.raises(QueryError, match="stand under another ruling as two"):
            merge(corpus, "Dana Lee", "D. J. Lees", BY)
        assert who(people_of(corpus), "D. J. Lees", "2.pdf") == "D. J. Lees"


def test_words_that_name_two_are_refused_and_an_id_names_one(tmp_path: Path) -> None:
    with corpus_of(
        tmp_path, record(speaker="Dana A. Lee"), record(speaker="Dana B. Lee"), record(speaker="Lee", kind="chat")
    ) as corpus:
        people = people_of(corpus)
        rename(corpus, "Dana A. Lee", "Dana Lee", BY)
        rename(corpus, "Dana B. Lee", "Dana Lee", BY)
        with pytest.raises(QueryError, match="names several: Dana Lee"):
            one_person(people_of(corpus), "Dana Lee")
        assert one_person(people_of(corpus), people.persons[0].id).id == people.persons[0].id


def test_the_roster_wins_over_a_ruling() -> None:
    roster = (RosterEntry("Robert Ray"), RosterEntry("Bob Ray"))
    records = [record(speaker="Robert Ray"), record(speaker="Bob Ray", document="2.pdf")]
    ruling = Decision("merge", ((document_id("1.pdf"), "robert ray", ""),), ((document_id("2.pdf"), "bob ray", ""),), number=1)
    assert len(resolve(records, roster, (ruling,)).persons) == 2
    assert len(resolve(records, (), (ruling,)).persons) == 1


def test_a_roster_name_that_differs_takes_further_forms_in() -> None:
    """She changed her name: Mrs. Roe's initials are as good as Miss Lee's."""
    roster = (RosterEntry("Dana Roe", aliases=("Dana Lee",)),)
    people = resolve([record(speaker="Dana Lee"), record(speaker="D. Lee"), record(speaker="D. Roe")], roster)
    assert [person.name for person in people.persons] == ["Dana Roe"]


# Chains


CHAIN = ("Dana Sutkevar", "Dana Sutkever", "Dana Sutkeber")


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_a_chain_never_fuses_its_ends(order: tuple[int, ...], tmp_path: Path) -> None:
    """A ~ B ~ C, and A and C are two, as an analyst ruled: whatever comes first, whatever speaks for B, and whoever merges on."""
    records = [record(speaker=CHAIN[i], case="23-1", document=f"{i}.pdf") for i in order]
    records += [record(speaker=f"{CHAIN[1]} <dana@acme.com>", case="23-1", document=f"{i}.pdf") for i in (4, 5)]
    ends = [(document_id(f"{i}.pdf"), CHAIN[i].lower(), "") for i in (0, 2)]
    with corpus_of(tmp_path, *records) as corpus:
        corpus.rule(Decision("different", (ends[0],), (ends[1],)))
        for end in ends:
            corpus.rule(Decision("merge", ((document_id("4.pdf"), CHAIN[1].lower(), "dana@acme.com"),), (end,)))
        settle(corpus)
        found = [people_of(corpus).of(document_id(f"{i}.pdf"), party(CHAIN[i])) for i in (0, 2)]
        assert found[0] is not None
        assert found[1] is not None
        assert found[0].id != found[1].id


# Papers added later


def test_identities_stand_when_papers_are_added(tmp_path: Path) -> None:
    """Bob and Robert Ray were one; new papers bring Robert A. and Robert B.: whom Bob is then is not asked again."""
    first = [record(speaker="Robert Ray", document="1.pdf"), record(speaker="Bob Ray", document="2.pdf")]
    new = [record(speaker=f"Robert {initial}. Ray", document=f"{initial}.pdf") for initial in "AB"]
    with corpus_of(tmp_path / "settled", *first) as corpus:
        settle(corpus)
        before = people_of(corpus).persons[0]
        add(corpus, *new)
        people = people_of(corpus)
        bob, robert = (
            people.of(document_id(name), party(words)) for name, words in (("2.pdf", "Bob Ray"), ("1.pdf", "Robert Ray"))
        )
        assert bob is not None
        assert robert is not None
        assert bob.id == robert.id == before.id
    assert len(resolve([*first, *new]).persons) > 3, "without what was settled, two Roberts might be meant"


def test_new_papers_that_prove_two_make_two(tmp_path: Path) -> None:
    with corpus_of(tmp_path, record(speaker="Robert Ray"), record(speaker="Bob Ray", document="2.pdf")) as corpus:
        settle(corpus)
        assert len(people_of(corpus).persons) == 1
        add(corpus, record(speaker="Dana Lee", to="Robert Ray; Bob Ray", document="3.pdf"))
        assert [person.name for person in people_of(corpus).persons] == ["Bob Ray", "Dana Lee", "Robert Ray"]


def test_ids_are_kept_when_names_are_shown_in_full(tmp_path: Path) -> None:
    with corpus_of(tmp_path, record(speaker="D. Lee <dlee@acme.com>"), record(speaker="Rita Roe", document="2.pdf")) as corpus:
        settle(corpus)
        before = ids(people_of(corpus))
        add(
            corpus,
            record(speaker="Dana Jane Lee <dlee@acme.com>", document="0.pdf"),
            record(speaker="Rita J. Roe", document="3.pdf"),
        )
        now = people_of(corpus)
        assert ids(now) == {"Dana Jane Lee": before["D. Lee"], "Rita J. Roe": before["Rita Roe"]}
        settle(corpus)
        assert ids(people_of(corpus)) == ids(now)


def test_the_id_of_one_who_became_another_still_leads_to_him(tmp_path: Path) -> None:
    with corpus_of(tmp_path, record(speaker="dlee@acme.com"), record(speaker="Dana Lee", document="2.pdf")) as corpus:
        settle(corpus)
        before = ids(people_of(corpus))
        assert len(before) == 2
        add(corpus, record(speaker="Dana Lee <dlee@acme.com>", document="3.pdf"))
        now = people_of(corpus)
        assert len(now.persons) == 1
        assert all(now.by_id(person_id) == now.persons[0] for person_id in before.values())


def test_every_batch_settles_who_is_who(tmp_path: Path) -> None:
    mail = tmp_path / "mail.txt"
    mail.write_text(
        "From: Dana Lee <dlee@acme.com>\nTo: Bob Ray\nSent: Monday, March 4, 2019 9:15 AM\nSubject: Boxes\n\nFine by me.\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(cli.app, ["ingest", str(tmp_path / "case"), str(mail), "--workers", "1"])
    assert result.exit_code == 0, result.output
    with Corpus.open(tmp_path / "case") as corpus:
        people = people_of(corpus)
        assert {person.name for person in people.persons} == {"Bob Ray", "Dana Lee"}
        assert set(corpus.settled().values()) == {person.id for person in people.persons}


def test_settling_twice_changes_nothing(tmp_path: Path) -> None:
    with corpus_of(tmp_path, *PAPERS) as corpus:
        fresh = drawn(corpus)
        settle(corpus)
        assert drawn(corpus) == fresh
        settle(corpus)
        assert drawn(corpus) == fresh


# Why


def test_why_two_forms_are_one_and_others_are_not() -> None:
    people = resolve(
        [
            record(speaker="Dana A. Lee <dlee@acme.com>", to="Mr. Roe; Dana B. Lee"),
            record(speaker="dlee@acme.com", document="2.pdf"),
            record(speaker="Lee, Dana A.", document="3.pdf"),
            record(speaker="D. Lee", document="4.pdf"),
        ]
    )
    lee = people.of(document_id("1.pdf"), party("Dana A. Lee <dlee@acme.com>"))
    assert lee is not None
    found = explain(people, lee)
    assert [join.words for join in found.joins] == ["dlee@acme.com and “Lee, Dana A.” are printed as one, or with one address"]
    told = {pair.other.name: (pair.judgement, [reason.words for reason in pair.reasons]) for pair in found.pairs}
    assert told == {
        "D. Lee": (Judgement.UNSURE, ["the initial in “D. Lee” fits “Dana A. Lee”", "“D. Lee” fits Dana B. Lee as well"]),
        "Dana B. Lee": (
            Judgement.DIFFERENT,
            [
                "“Dana A. Lee” and “Dana B. Lee” have different middle names",
                "dlee@acme.com spells “Dana B. Lee”",
                "one paper names both",
            ],
        ),
    }


def test_every_kind_of_evidence_has_words() -> None:
    records = [
        record(speaker="Robert Ray <rray@acme.com>", to="Bob Roe <rray@acme.org>; Robin Ray"),
        record(speaker="Bob Ray <bray@acme.com>", to="Rob Ray", document="2.pdf"),
        record(speaker="Acme Robotics, Inc.", kind="quote", document="3.pdf"),
        record(speaker="Acme Foods LLC", kind="quote", document="3.pdf"),
        record(speaker="Acme", kind="quote", document="4.pdf"),
    ]
    people = resolve(records)
    for one, other in itertools.permutations(people.persons, 2):
        for reason in compare(people, one, other).reasons:
            assert 0 < reason.score <= 1
            assert "{" not in reason.words
    acme = one_person(people, "Acme")
    assert {pair.other.name for pair in explain(people, acme).pairs} == {"Acme Robotics, Inc.", "Acme Foods LLC"}
    rays = compare(people, one_person(people, "Robert Ray"), one_person(people, "Bob Ray"))
    assert [reason.words for reason in rays.reasons if reason.side == "against"] == ["acme.com gives them different addresses"]


# Who works for whom


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Acme’s chief executive officer", ("Acme", "works for", "chief executive officer")),
        ("Acme analyst Dana Lee", ("Acme", "works for", "analyst")),
        ("Dana Lee, former VP of Sales at Acme", ("Acme", "works for", "former VP of Sales")),
        ("counsel for Defendant Acme Inc. and Witness", ("Acme Inc.", "represents", "")),
        ("Dana Lee, Acme’s general counsel", ("Acme", "represents", "general counsel")),
        ("Dana Lee, a partner at Lee & Roe LLP", ("Lee & Roe LLP", "works for", "partner")),
        ("Vice President Dana Lee", None),
        ("Mr. Lee’s lawyer", None),
        ("its chief executive", None),
        ("the Company’s president", None),
        ("Dana Lee", None),
    ],
)
def test_an_affiliation_is_read(words: str, read: tuple[str, str, str] | None) -> None:
    assert read_words(words) == ({read} if read else set())


def test_affiliations_have_dates_and_cites() -> None:
    records = [
        record(speaker="Dana Lee <dlee@acme.com>", date="2023-10-04"),
        record(speaker="Dana Lee <dlee@acme.com>", date="2024-02", document="2.pdf"),
        record(speaker="Acme Robotics, Inc.", kind="quote", document="2.pdf"),
        record(speaker=(party("Acme Robotics’ former president", name="Dana Lee"),), kind="quote", document="3.pdf"),
        record(
            speaker=(party("MR. ROE", name="Ray Roe", role="counsel for Defendant Acme Robotics, Inc."),),
            kind="question",
            document="4.pdf",
        ),
        record(speaker="Rita Cole <rita@gmail.com>"),
    ]
    people = resolve(records)
    found = {people.by_id(i).name: theirs for i, theirs in affiliations(records, people).items()}  # type: ignore[union-attr]  # all are there
    assert [one.words for one in found["Dana Lee"]] == [
        "worked for Acme Robotics, Inc. as former president",
        "writes from Acme Robotics, Inc. (2023-10-04 to 2024-02)",
    ]
    assert [one.cites for one in found["Dana Lee"]] == [("3.pdf at 1",), ("1.pdf at 1", "2.pdf at 1")]
    assert [(one.words, one.organisation_id == one_person(people, "Acme Robotics, Inc.").id) for one in found["Ray Roe"]] == [
        ("represents Acme Robotics, Inc.", True)
    ]
    assert "Rita Cole" not in found


# The command line


def run(*words: str) -> str:
    result = CliRunner().invoke(cli.app, ["people", *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_commands_rule_list_and_log(tmp_path: Path) -> None:
    folder = str(tmp_path)
    with corpus_of(tmp_path, *PAPERS):
        pass
    assert "D. J. Lees" in run(folder)
    assert run("merge", folder, "D. J. Lees", "Dana Lee", "--by", "R. Cole") == "decision 1, merge: D. J. Lees = Dana Lee\n"
    assert "D. J. Lees  [person]" not in run("list", folder)
    assert "an analyst ruled" in run("explain", folder, "Dana Lee")
    run("split", folder, "Dana Lee", "Mr. Lee", "--by", "R. Cole")
    run("different", folder, "Rita Roe", "Dana Lee", "--by", "R. Cole")
    run("rename", folder, "Rita Roe", "Rita J. Roe", "--by", "R. Cole")
    run("undo", folder, "1", "--by", "D. Dunn")
    log = run("log", folder).splitlines()
    assert [line.strip().split("  ", 3)[2:] for line in log[:-1]] == [
        ["R. Cole", "merge: D. J. Lees = Dana Lee  (undone)"],
        ["R. Cole", "split: Dana Lee ≠ Mr. Lee"],
        ["R. Cole", "different: Rita Roe ≠ Dana Lee"],
        ["R. Cole", "rename: Rita Roe → Rita J. Roe"],
        ["D. Dunn", "undo: undo 1: merge D. J. Lees = Dana Lee"],
    ]
    assert "an analyst ruled them different (decision 3)" in run("explain", folder, "Rita J. Roe", "Dana Lee")
    refused = CliRunner().invoke(cli.app, ["people", "merge", folder, "Nobody", "Dana Lee"])
    assert isinstance(refused.exception, QueryError)


def test_export_tells_affiliations(tmp_path: Path) -> None:
    from graph.export import export  # noqa: PLC0415  # one test alone needs it

    with corpus_of(tmp_path, *PAPERS) as corpus:
        export(corpus, tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out" / "people.jsonl").read_text(encoding="utf-8").splitlines()]
    lee = next(row for row in rows if row["name"] == "Dana Lee")
    assert [(one["organisation"], one["relation"], one["cites"]) for one in lee["affiliations"]] == [
        ("acme.com", "writes from", ["1.pdf at 1"])
    ]
