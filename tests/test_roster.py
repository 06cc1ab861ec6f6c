"""Tables of people: the custodian lists and alias tables that parties exchange, read as the roster of a corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.roster import RosterEntry, read_roster
from corpora.settings import load_settings
from graph.csv_file import write_csv
from graph.snapshot import state
from ingest.errors import CorpusError


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "custodians.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_of_custodians_has_a_row_for_each_person(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Custodian,E-mail Address,Job Title,Company,Bates range\nAda Okafor,ada@novalith.example,General Counsel,Novalith,NOV-1\n",
    )
    assert read_roster(path) == (
        RosterEntry("Ada Okafor", addresses=("ada@novalith.example",), organisation="Novalith", role="General Counsel"),
    )


def test_a_table_of_aliases_has_a_row_for_each_form(tmp_path: Path) -> None:
    path = table(
        tmp_path, "AliasName,PersonName\nAO,Ada Okafor\nao22@novalith.example,Ada Okafor\nBX,Bela Xu\nAda Okafor,Ada Okafor\n"
    )
    assert read_roster(path) == (
        RosterEntry("Ada Okafor", aliases=("AO",), addresses=("ao22@novalith.example",)),
        RosterEntry("Bela Xu", aliases=("BX",)),
    )


@pytest.mark.parametrize("mark", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_columns_are_told_apart_by_comma_semicolon_or_tab(tmp_path: Path, mark: str) -> None:
    path = table(tmp_path, f"\ufeffname{mark}alias\r\nAda Okafor{mark}AO\r\n")
    assert read_roster(path) == (RosterEntry("Ada Okafor", aliases=("AO",)),)


def test_a_form_with_its_address_is_both(tmp_path: Path) -> None:
    path = table(tmp_path, 'name,forms\nAda Okafor,"AO <ao@novalith.example>; A. Okafor"\n')
    assert read_roster(path) == (RosterEntry("Ada Okafor", aliases=("AO", "A. Okafor"), addresses=("ao@novalith.example",)),)


def test_the_people_of_one_corpus_are_a_roster_for_the_next(tmp_path: Path) -> None:
    """``people.csv`` is such a table, the apostrophes that guard its cells included."""
    path = tmp_path / "people.csv"
    header = ("person_id", "name", "kind", "forms", "addresses", "roles", "organisation", "statements")
    write_csv(path, header, [("0f", "Ada Okafor", "person", "@ada; Ada Okafor", "ada@novalith.example", "", "Novalith", 3)])
    assert read_roster(path) == (
        RosterEntry("Ada Okafor", aliases=("@ada",), addresses=("ada@novalith.example",), organisation="Novalith"),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("who,what\nAda,AO\n", 'no column "name"; its columns are: who, what'),
        ("", 'no column "name"; its columns are: none'),
        ("name,alias\nAda,AO\n,BX\n", "line 3: a row of the roster names nobody"),
        ("name,kind\nAda,dog\n", 'line 2: no kind "dog"; it is one of person, organisation'),
    ],
    ids=["no names", "empty", "a row without a name", "an unknown kind"],
)
def test_what_is_wrong_with_a_table_is_said_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CorpusError, match=says):
        read_roster(table(tmp_path, text))


def test_the_settings_name_the_table_and_may_add_to_it(tmp_path: Path) -> None:
    table(tmp_path, "name,alias\nAda Okafor,AO\nBela Xu,BX\n")
    settings = tmp_path / "corpus.toml"
    settings.write_text(
        '[corpus]\nroster = "custodians.csv"\n[[people]]\nname = "Ada Okafor"\nrole = "CEO"\n', encoding="utf-8"
    )
    assert load_settings(settings).roster == (
        RosterEntry("Ada Okafor", aliases=("AO",), role="CEO"),
        RosterEntry("Bela Xu", aliases=("BX",)),
    )


def test_a_table_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    settings = tmp_path / "corpus.toml"
    settings.write_text('[corpus]\nroster = "nobody.csv"\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"nobody\.csv: the roster cannot be read"):
        load_settings(settings)


def test_a_surname_that_stands_first_is_turned_round(tmp_path: Path) -> None:
    path = table(tmp_path, 'name,kind\n"Okafor, Ada",\n"Lund, Jr.",\n"Novalith, Inc.",organisation\n')
    assert [(entry.name, entry.aliases) for entry in read_roster(path)] == [
        ("Ada Okafor", ("Okafor, Ada",)),
        ("Lund, Jr.", ()),
        ("Novalith, Inc.", ()),
    ]


def test_one_address_is_one_entry(tmp_path: Path) -> None:
    table(tmp_path, "name,email,alias\nAdaeze Okafor,ADA@novalith.example,AO\n")
    settings = tmp_path / "corpus.toml"
    people = '[[people]]\nname = "Ada Okafor"\naddresses = ["ada@novalith.example"]\n'
    settings.write_text(f'[corpus]\nroster = "custodians.csv"\n{people}', encoding="utf-8")
    [entry] = load_settings(settings).roster
    assert (entry.name, entry.aliases) == ("Ada Okafor", ("Adaeze Okafor", "AO"))


def test_a_person_and_an_organisation_of_one_name_stay_two(tmp_path: Path) -> None:
    table(tmp_path, "name,kind,alias\nMercer,organisation,Mercer LLP\nMercer,person,Bob Mercer\n")
    settings = tmp_path / "corpus.toml"
    settings.write_text('[corpus]\nroster = "custodians.csv"\n[[people]]\nname = "Mercer"\n', encoding="utf-8")
    assert load_settings(settings).roster == (
        RosterEntry("Mercer", aliases=("Bob Mercer",)),
        RosterEntry("Mercer", aliases=("Mercer LLP",), kind="organisation"),
    )


def test_a_change_of_the_table_is_a_change_of_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text('[corpus]\nroster = "custodians.csv"\n', encoding="utf-8")
    table(tmp_path, "name\nAda Okafor\n")
    before = state(tmp_path)
    assert state(tmp_path) == before
    table(tmp_path, "name\nAda Okafor-Lund\n")
    assert state(tmp_path) != before
