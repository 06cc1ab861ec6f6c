"""What class a word is of, its form and its base form: told once for every word, tag and office in the sentence, and remembered.

    "argues", VBZ, conj    VERB, Tense=Pres|..., argue

A pipeline's rules for this are many and look at one word each, but for a few on two words ("there is", "gonna"): a sentence in which
one of those fits is left to the rules themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

_OF_A_WORD = frozenset({"ORTH", "TEXT", "LOWER", "NORM", "SHAPE", "IS_SPACE", "TAG", "DEP"})
_MOST = 100_000  # words remembered: some 40 MB
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

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """The sentences, annotated; words that are new are looked at together, a batch of sentences at a time."""
        stream = iter(docs)
        for batch in iter(lambda: list(islice(stream, batch_size)), []):
            keys = [_keys(doc) for doc in batch]
            if len(self._known) > _MOST:
                self._known.clear()
            if fresh := {key for some in keys for key in some} - self._known.keys():
                self._learn(sorted(fresh))
            yield from (self._annotated(doc, some) for doc, some in zip(batch, keys, strict=True))

    def _annotated(self, doc: Doc, keys: Sequence[_Key]) -> Doc:
        forms: Any = [self._known[key] for key in keys]
        if None in forms or not forms:
            return self._by_rule(doc)
        return doc.from_array([POS, MORPH, LEMMA], np.array(forms, dtype="uint64"))  # type: ignore[arg-type]

    def _learn(self, keys: Sequence[_Key]) -> None:
        """Ask the rules about words alone; of a word with which one of several may begin nothing is kept."""
        doc = self._in_a_row(keys)
        opening = {start for _, start, _ in self._opening(doc, allow_missing=True)} if len(self._opening) else set()
        self._known |= {keys[i]: None for i in opening}
        alone = [key for i, key in enumerate(keys) if i not in opening]
        tokens: Iterable[Any] = self._by_rule(self._in_a_row(alone))
        self._known |= {key: (t.pos, t.morph.key, t.lemma) for key, t in zip(alone, tokens, strict=True)}

    def _in_a_row(self, keys: Sequence[_Key]) -> Doc:
        """A sentence of these words, which have nothing to do with each other."""
        words, tags, offices = ([self._vocab.strings[key[i]] if key[i] else "" for key in keys] for i in range(3))
        return Doc(self._vocab, words=words, tags=tags, deps=offices, heads=list(range(len(keys))))

    def _by_rule(self, doc: Doc) -> Doc:
        for part in self._parts:
            doc = part(doc)
        return doc


def _patterns(ruler: AttributeRuler) -> list[Any]:
    return [pattern for rule in ruler.patterns for pattern in rule["patterns"]]  # type: ignore[union-attr]


def _keys(doc: Doc) -> list[_Key]:
    """The words of a sentence; none if there are blanks among them, which have rules of their own."""
    if not len(doc) or doc.to_array([IS_SPACE]).any():
        return []
    return list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))


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
