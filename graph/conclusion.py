"""What is to be done once papers were added or read anew, before anybody looks at the corpus: one call, so that nobody does half of it."""

from __future__ import annotations

from corpora.corpus import Corpus
from graph.copies import find_copies
from graph.people import people_of, settle
from graph.record_date import infer_dates


def conclude(corpus: Corpus) -> bool:
    """Keep who everyone is, then the dates that papers tell of one another's words (they ask who speaks), then which statements are
    copies; and leave nothing in the store of what was withheld: False if another program hinders that for now."""
    settle(corpus)
    infer_dates(corpus)
    corpus.keep_copies(find_copies(corpus, people_of(corpus)))
    return corpus.store.purge()
