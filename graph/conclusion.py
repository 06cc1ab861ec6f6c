"""What is to be done once papers were added, before anybody looks at the corpus: one call, so that nobody does half of it."""

from __future__ import annotations

from corpora.corpus import Corpus
from graph.people import settle
from graph.record_date import infer_dates


def conclude(corpus: Corpus) -> None:
    """Keep who everyone is, then the dates that papers tell of one another's words: they ask who speaks."""
    settle(corpus)
    infer_dates(corpus)
