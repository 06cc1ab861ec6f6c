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

_OF_A_WORD = frozenset({"ORTH", "TEXT", "LOWER", "NORM", "SHAPE", "IS_SPACE", "TAG", "DEP"})
_MOST = 200_000  # words remembered: some 60 MB
_Key = tuple[int, int, int]
_Form = tuple[int, int, int]


class WordForms:
    """An attribute ruler and the lemmatizer behind it as one part of a pipeline, with the same outcome."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._parts: tuple[Any, ...] = (ruler, lemmatizer)
        self._vocab = ruler.vocab
        self._known: dict[_Key, _Form | None] = {}
        self._opening = Matcher(ruler.vocab)
        for pattern in _patterns(ruler):
            if len(pattern) > 1:
                self._opening.add("of several words", [pattern[:1]])

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002  (as every part takes it)
        """The sentences, annotated."""
        return map(self, docs)

    def __call__(self, doc: Doc) -> Doc:
        """A sentence, annotated."""
        if not len(doc) or doc.to_array([IS_SPACE]).any():
            return self._by_rule(doc)
        forms: Any = [self._form(key) for key in map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())]
        if None in forms:
            return self._by_rule(doc)
        forms = np.array(forms, dtype="uint64")
        return doc.from_array([POS, MORPH, LEMMA], forms)

    def _form(self, key: _Key) -> _Form | None:
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = self._told(key)
        return self._known[key]

    def _told(self, key: _Key) -> _Form | None:
        """What the rules say of the word, of its tag and office, alone; none where the next word may have a say."""
        word, tag, office = (self._vocab.strings[k] if k else "" for k in key)
        doc = Doc(self._vocab, words=[word], tags=[tag], deps=[office], heads=[0])
        if len(self._opening) and self._opening(doc, allow_missing=True):
            return None
        token: Any = self._by_rule(doc)[0]
        return token.pos, token.morph.key, token.lemma

    def _by_rule(self, doc: Doc) -> Doc:
        for part in self._parts:
            doc = part(doc)
        return doc


def _patterns(ruler: AttributeRuler) -> list[Any]:
    return [pattern for rule in ruler.patterns for pattern in rule["patterns"]]  # type: ignore[union-attr]


@lru_cache(maxsize=2)
def _made_one(ruler: AttributeRuler, lemmatizer: Lemmatizer) -> WordForms | None:
    """Both parts as one, if what they look at is the word, its tag and its office alone."""
    by_word = lemmatizer.mode in {"rule", "lookup"} and all(set(t) <= _OF_A_WORD for p in _patterns(ruler) for t in p)
    return WordForms(ruler, lemmatizer) if by_word else None


def with_word_forms(parts: list[Any]) -> list[Any]:
    """The parts of a pipeline, a ruler with the lemmatizer right behind it made one."""
    kept: list[Any] = []
    for part in parts:
        ruler = kept[-1] if kept else None
        one = _made_one(ruler, part) if type(ruler) is AttributeRuler and isinstance(part, Lemmatizer) else None
        kept[len(kept) - (one is not None) :] = [one or part]
    return kept
