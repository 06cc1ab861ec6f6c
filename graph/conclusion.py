"""What is to be done once papers were added or read anew, before anybody looks at the corpus: one call, so that nobody does half of it."""

from __future__ import annotations

from corpora.corpus import Corpus
from graph.people import settle
from graph.record_date import infer_dates


def conclude(corpus: Corpus) -> bool:
    """Keep who everyone is, then the dates that papers tell of one another's words: they ask who speaks; then leave nothing in the
    store of what was withheld: False if another program hinders that for now."""
    settle(corpus)
    infer_dates(corpus)
    return corpus.store.purge()
