"""Documents and messages that are nearly the same: one e-mail filed five times under different stamps.

shingle       "we will license the"      five words in a row
similarity    0.93                       the share of shingles that two texts have in common (Jaccard), from 0 to 1

A hash of the shingles (MinHash) finds the pairs; the share is then counted on the shingles themselves. Nothing is dropped: every
copy keeps its statements and its cite.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rensa import RMinHash, RMinHashLSH

from corpora.corpus import Corpus
from ingest.document import Document
from ingest.span import Span

Unit = Literal["document", "message"]
Shingles = frozenset[str]

NEARLY = 0.8
_WORDS = 5
_FEWEST_WORDS = 20  # shorter texts ("Thanks!") are alike without being copies
_HASHES, _BANDS, _SEED = (
    128,
    32,
    1,
)  # pairs that share 0.8 are missed once in 10 million, pairs that share 0.3 are compared at a time
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """One of several texts that are nearly the same. ``span`` is where it stands, ``similarity`` how near the first it comes."""

    document_id: str
    document: str
    span: Span
    similarity: float


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that are nearly the same as the first of them, by document name and place."""

    unit: Unit
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    document_id: str
    document: str
    span: Span
    shingles: Shingles


def near_documents(corpus: Corpus, *, nearly: float = NEARLY) -> tuple[Group, ...]:
    """Groups of whole documents of which each is nearly the same as the first."""
    return _groups("document", [text for document in corpus.documents() for text in _whole(document)], nearly)


def near_duplicates(corpus: Corpus, *, nearly: float = NEARLY) -> tuple[Group, ...]:
    """Groups of whole documents, then of single messages in different documents, of which each is nearly the same as the first.

    Messages within documents that are copies themselves are not reported again.
    """
    documents: list[_Text] = []
    messages: list[_Text] = []
    for document in corpus.documents():
        documents += _whole(document)
        messages += _texts(document, [s.span for s in document.segments if s.kind in {"email", "chat"} and s.spans])
    whole = _groups("document", documents, nearly)
    copied = {copy.document_id for group in whole for copy in group.copies[1:]}
    return (*whole, *_groups("message", [m for m in messages if m.document_id not in copied], nearly))


def shingles(text: str) -> Shingles:
    """The runs of five words in a text, without case and marks: ``{"we will license the books"}``."""
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[i : i + _WORDS]) for i in range(len(words) - _WORDS + 1))


def similarity(one: Shingles, other: Shingles) -> float:
    """The share of shingles that both have, of all that either has."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _whole(document: Document) -> Iterator[_Text]:
    return _texts(document, [Span(0, len(document.text))])


def _texts(document: Document, spans: Iterable[Span]) -> Iterator[_Text]:
    for span in spans:
        found = shingles(span.of(document.text))
        if len(found) > _FEWEST_WORDS - _WORDS:
            yield _Text(document.id, document.name, span, found)


def _groups(unit: Unit, texts: list[_Text], nearly: float) -> tuple[Group, ...]:
    """Each text joins the nearest of those before it that are the first of a group; no chains from copy to copy."""
    hashes = [_hash(text.shingles) for text in texts]
    index = RMinHashLSH(threshold=nearly, num_perm=_HASHES, num_bands=_BANDS)
    copies: dict[int, list[Copy]] = {}
    for number, text in enumerate(texts):
        rivals = {first: similarity(texts[first].shingles, text.shingles) for first in sorted(index.query(hashes[number]))}
        best = max(rivals, key=lambda first: rivals[first], default=None)
        if best is not None and rivals[best] >= nearly:
            copies[best].append(_copy(text, rivals[best]))
        else:
            copies[number] = [_copy(text, 1.0)]
            index.insert(number, hashes[number])
    return tuple(Group(unit, tuple(group)) for group in copies.values() if len({c.document_id for c in group}) > 1)


def _hash(found: Shingles) -> RMinHash:
    made = RMinHash(num_perm=_HASHES, seed=_SEED)
    made.update(sorted(found))
    return made


def _copy(text: _Text, share: float) -> Copy:
    return Copy(text.document_id, text.document, text.span, round(share, 3))


def nearest_documents(groups: Iterable[Group]) -> Mapping[str, tuple[str, float]]:
    """By document id: the name of the document it is nearly the same as, and the similarity."""
    return {
        copy.document_id: (group.copies[0].document, copy.similarity)
        for group in groups
        if group.unit == "document"
        for copy in group.copies[1:]
    }
