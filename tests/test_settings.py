"""``corpus.toml``: what it may say, and how it is told that it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpora.settings import load_settings
from ingest.errors import CorpusError
from nlp.topics import BUILT_IN, topics_of


def settings(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "corpus.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    found = load_settings(settings(tmp_path, ""))
    assert [topic.name for topic in found.topics] == ["data sourcing", "competitors"]
    assert (found.limits.seconds, found.limits.page_seconds) == (25, 4)


def test_topics_roster_and_limits_are_read(tmp_path: Path) -> None:
    text = """
    [corpus]
    name = "Authors v. Novalith"
    [limits]
    seconds = 20
    [topics.chips]
    terms = ["GPU*", "H100"]
    [topics.competitors]
    terms = ["Initech"]
    [[people]]
    name = "Ada Okafor"
    aliases = ["AO"]
    addresses = ["ada@novalith.example"]
    """
    found = load_settings(settings(tmp_path, text))
    assert found.name == "Authors v. Novalith"
    assert found.limits.seconds == 20
    assert topics_of("The GPUs came from Initech.", found.topics) == ("competitors", "chips")
    assert found.roster[0].addresses == ("ada@novalith.example",)


def test_a_corpus_may_read_each_paper_by_the_conventions_of_its_kind(tmp_path: Path) -> None:
    assert not load_settings(settings(tmp_path, "")).reading.by_kind
    assert load_settings(settings(tmp_path, "[corpus]\nby_kind = true")).reading.by_kind


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[corpus", "corpus.toml"),
        ("[korpus]\nname = 'x'", 'does not know "korpus"'),
        ("[corpus]\ncolour = 'x'", 'does not know "colour"'),
        ("[corpus]\nby_kind = 'yes'", "by_kind: true or false is wanted"),
        ("[[people]]\naliases = ['x']", r"\[\[people\]\] number 1 has no name"),
        ("[[people]]\nname = 'x'\naliases = 'y'", "aliases is to be a list of words"),
        ("[[people]]\nname = 'x'\nkind = 'dog'", 'no kind "dog"; it is one of person, organisation'),
        ("people = 3", "people are a list of tables"),
        ("topics = 3", "topics are tables"),
        ("[topics.chips]\nterms = 'GPU'", r"\[topics.chips\]: terms is to be a list of words"),
        ("limits = 3", r"\[limits\] is to be a table"),
        ("[limits]\nyears = 3", 'does not know "years"'),
        ("[limits]\nseconds = 'ten'", "seconds is to be a number, not 'ten'"),
        ("[limits]\npages = 2.5", "pages is to be a number, not 2.5"),
    ],
    ids=[
        "no TOML",
        "unknown table",
        "unknown key",
        "a word for true or false",
        "a person without a name",
        "a word for a list",
        "an unknown kind",
        "people that are none",
        "topics that are none",
        "a term for a list",
        "limits that are none",
        "unknown limit",
        "a limit that is no number",
        "half a page",
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CorpusError, match=says):
        load_settings(settings(tmp_path, text))


ABOUT = {
    "a shadow library": ("We should pull LibGen tonight.", ("data sourcing",)),
    "any ending": ("Licensing talks went nowhere.", ("data sourcing",)),
    "a hyphen or a blank": ("z library and GPT 4", ("data sourcing", "competitors")),
    "within a word is no hit": ("The beatings continue.", ()),
    "curly apostrophe": ("Anna’s Archive", ("data sourcing",)),
    "nothing": ("See you at lunch.", ()),
}


@pytest.mark.parametrize(("text", "topics"), ABOUT.values(), ids=ABOUT)
def test_topics_are_found_by_their_terms(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text, BUILT_IN) == topics
