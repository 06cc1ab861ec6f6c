"""What class a word is of, its form and its base form: told once for every word, tag and office in the sentence, and remembered.

    "argues", VBZ, conj    VERB, Tense=Pres|..., argue

A pipeline's rules for this are many and look at one word each, but for a few on two words ("there is", "gonna"): a sentence in which
one of those fits is left to the rules themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

_OF_ONE_WORD = frozenset({"ORTH", "TEXT", "LOWER", "NORM", "SHAPE", "IS_SPACE", "TAG", "DEP"})
_MOST = 200_000  # words remembered: some 60 MB
_Key = tuple[int, int, int]
_Form = tuple[int, int, int]


class WordForms:
    """An attribute ruler and the lemmatizer behind it as one part of a pipeline, with the same outcome."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._parts: tuple[Any, ...] = (ruler, lemmatizer)
        self._vocab = ruler.vocab
        self._known: dict[_Key, _Form] = {}
        self._of_several = Matcher(ruler.vocab)
        for rule in ruler.patterns:
            for pattern in rule["patterns"]:  # type: ignore[union-attr]
                if not _is_of_one_word(pattern):
                    self._of_several.add("of several words", [pattern])  # type: ignore[list-item]

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002  (as every part takes it)
        """The sentences, annotated."""
        return map(self, docs)

    def __call__(self, doc: Doc) -> Doc:
        """A sentence, annotated."""
        if not len(doc) or doc.to_array([IS_SPACE]).any() or self._of_several(doc, allow_missing=True):
            return self._by_rule(doc)
        keys = map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())
        forms: Any = np.array([self._form(key) for key in keys], dtype="uint64")
        doc.from_array([POS, MORPH, LEMMA], forms)
        return doc

    def _form(self, key: _Key) -> _Form:
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[key] = self._told(key)
        return known

    def _told(self, key: _Key) -> _Form:
        """What the rules say of the word, of its tag and office, alone."""
        word, tag, office = (self._vocab.strings[k] if k else "" for k in key)
        token: Any = self._by_rule(Doc(self._vocab, words=[word], tags=[tag], deps=[office], heads=[0]))[0]
        return token.pos, token.morph.key, token.lemma

    def _by_rule(self, doc: Doc) -> Doc:
        for part in self._parts:
            doc = part(doc)
        return doc


def _is_of_one_word(pattern: Any) -> bool:
    return len(pattern) == 1 and set(pattern[0]) <= _OF_ONE_WORD


@lru_cache(maxsize=2)
def _made_one(ruler: AttributeRuler, lemmatizer: Lemmatizer) -> WordForms:
    return WordForms(ruler, lemmatizer)


def with_word_forms(parts: list[Any]) -> list[Any]:
    """The parts of a pipeline, a ruler with the lemmatizer right behind it made one."""
    kept: list[Any] = []
    for part in parts:
        ruler = kept[-1] if kept else None
        by_word = isinstance(part, Lemmatizer) and part.mode in {"rule", "lookup"}
        if by_word and type(ruler) is AttributeRuler:
            kept[-1] = _made_one(ruler, part)
        else:
            kept.append(part)
    return kept
