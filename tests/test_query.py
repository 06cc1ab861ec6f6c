"""Lawyers' connectors in the search engine's language."""

from __future__ import annotations

import pytest

from corpora.query import to_fts
from ingest.errors import QueryError

QUERIES = {
    "a word": ("libgen", '"libgen"'),
    "two words": ("libgen torrent", '("libgen" AND "torrent")'),
    "phrase": ('"shadow library"', '"shadow library"'),
    "star": ("licens*", '"licens"*'),
    "bang": ("licens!", '"licens"*'),
    "or": ("libgen OR books3", '("libgen" OR "books3")'),
    "and binds closer": ("a1 AND b1 OR c1", '(("a1" AND "b1") OR "c1")'),
    "not": ("libgen NOT torrent", '("libgen" NOT "torrent")'),
    "but not": ("libgen BUT NOT torrent", '("libgen" NOT "torrent")'),
    "within": ("libgen w/10 lawyer", 'NEAR("libgen" "lawyer", 10)'),
    "within, prefix and phrase": ('licens* /5 "fair use"', 'NEAR("licens"* "fair use", 5)'),
    "brackets": ("(libgen OR books3) AND lawyer", '(("libgen" OR "books3") AND "lawyer")'),
    "hyphen": ("z-library", '"z-library"'),
}


@pytest.mark.parametrize(("query", "fts"), QUERIES.values(), ids=QUERIES)
def test_connectors(query: str, fts: str) -> None:
    assert to_fts(query) == fts


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", "empty"),
        ('"open', "not closed"),
        ("(a1 b1", "not closed"),
        ("a1 w/5", "missing"),
        ("AND a1", "missing"),
        ("a1 w/s b1", "not supported"),
        ("a1 )", "not expected"),
        ("(a1 OR b1) w/3 c1", "not bracketed"),
        ("***", "no letters"),
    ],
)
def test_what_cannot_be_understood_says_why(query: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        to_fts(query)
