"""Who and what is named in a statement's words: people, organisations, products, by the spaCy pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.language import Language

from ingest.document import Document
from ingest.span import Span
from nlp.model import finds_names_alone
from nlp.pipeline import annotate
from nlp.statement import Mention, Statement

LABELS = frozenset({"PERSON", "ORG", "PRODUCT"})
# What the small model takes for names in court papers and mail, and is none.
_NO_NAME = re.compile(
    r"(?i)(?:q|a|id|ibid|see|dkt|ecf|decl|dep|ex|exh|exhibit|fed|civ|re|fw|fwd|cc|bcc|no|nos|sent|subject|court|counsel|"
    r"plaintiffs?|defendants?|your honor|thanks|hi|hey|ok|okay|mr|ms|mrs|dr|the|objection|esq)\.?\Z"
)


def with_mentions(statements: Sequence[Statement], document: Document, model: Language) -> list[Statement]:
    """The statements, each with the names in its words. Only their words are read, not the whole document."""
    spans = ((i, span) for i, statement in enumerate(statements) for span in statement.spans)
    wanted = [(i, span) for i, span in spans if any(letter.isupper() for letter in span.of(document.text))]
    texts = (_plain(span.of(document.text)) for _, span in wanted)
    docs = annotate([model.make_doc(text) for text in texts], model, _for_names(model))
    found: list[list[Mention]] = [[] for _ in statements]
    for (i, span), doc in zip(wanted, docs, strict=True):
        found[i] += _names(((e.start_char, e.end_char, e.label_) for e in doc.ents), span, document.text)
    return [replace(s, mentions=tuple(m)) for s, m in zip(statements, found, strict=True)]


def _for_names(model: Language) -> list[str]:
    """The parts of a pipeline that finding names needs."""
    needed = ("ner",) if finds_names_alone(model) else ("tok2vec", "transformer", "ner")
    return [name for name in needed if name in model.pipe_names]


def _plain(text: str) -> str:
    """Line breaks as blanks, letter for letter, so that offsets do not move."""
    return re.sub(r"\s", " ", text)


def _names(entities: Iterable[tuple[int, int, str]], span: Span, text: str) -> list[Mention]:
    names = []
    for start, end, label in entities:
        place = Span(span.start + start, span.start + end).trimmed(text)
        words = " ".join(place.of(text).split())
        if label in LABELS and any(c.isupper() for c in words) and len(words) > 1 and not _NO_NAME.match(words):
            names.append(Mention(place, words, label))
    return names
