"""A topic that is asked for by name."""

from __future__ import annotations

from corpora.corpus import Corpus
from ingest.errors import QueryError


def known_topic(corpus: Corpus, topic: str) -> None:
    """:raises QueryError: the corpus looks for no topic of that name."""
    names = [known.name for known in corpus.settings.topics]
    if topic and topic.casefold() not in map(str.casefold, names):
        raise QueryError(f'no topic "{topic}": corpus.toml has {", ".join(names)}')
