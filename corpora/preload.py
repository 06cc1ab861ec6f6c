"""Imported by the fork server that children come from: the default language model is loaded there, once, for all of them."""

from __future__ import annotations

from contextlib import suppress

from ingest.errors import CorpusError
from nlp.model import load

with suppress(CorpusError):  # a corpus may name another pipeline, which its children load themselves
    load()
