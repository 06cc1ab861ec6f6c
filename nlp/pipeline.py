"""A pipeline run over sentences part by part, in batches of about one length.

The parser and the finder of names decide word by word. Here the sentences of a batch take each step together, by the calls that
train these parts: the loop that spaCy keeps for one who only reads asks for the interpreter's lock anew at every move it weighs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline.transition_parser import Parser
from spacy.tokens import Doc

from nlp.word_forms import with_word_forms

_WORDS = 4000  # of a batch: the parser holds some 4 KB for each


def annotate(docs: Sequence[Doc], model: Language, parts: Collection[str]) -> list[Doc]:
    """The same sentences in the same order, annotated by those parts of a pipeline that are named."""
    order = sorted(range(len(docs)), key=lambda i: len(docs[i]))
    found = [docs[i] for i in order]
    chosen = with_word_forms([part for name, part in model.pipeline if name in parts])
    found = [doc for batch in _batches(found) for doc in _annotated(batch, chosen)]
    return [doc for _, doc in sorted(zip(order, found, strict=True), key=lambda pair: pair[0])]


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    words = 0
    for doc in docs:
        if batch and words + len(doc) > _WORDS:
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch


def _annotated(batch: list[Doc], parts: Iterable[Any]) -> list[Doc]:
    for part in parts:
        if isinstance(part, Parser) and part.cfg["beam_width"] == 1:
            _step_together(batch, part)
        elif hasattr(part, "pipe"):
            batch = list(part.pipe(batch, batch_size=len(batch)))
        else:
            batch = [part(doc) for doc in batch]
    return batch


def _step_together(batch: Sequence[Doc], part: Any) -> None:
    """Let a part that moves from state to state read a batch: each time the best move of every sentence, all at once."""
    docs = [doc for doc in batch if len(doc)]
    if not docs:
        return
    moves = part.model.predict(docs)
    states = part.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = part.transition_states(unfinished, moves.predict(unfinished))
    part.set_annotations(docs, states)
