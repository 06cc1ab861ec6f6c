"""Sentences annotated in batches come out as the pipeline itself annotates them, in their order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from nlp.model import load
from nlp.pipeline import annotate

SENTENCES = [
    "Ada Quill, the founder of Northwind, told the board on Tuesday that the turbine had never been tested at full load.",
    "He left.",
    "Reyes denied it.",
    "According to the engineer, Harbor Light paid $5 million to Northwind Ltd. in Geneva, and nobody asked why.",
    "",
    "“We shall win,” she said.",
]


def seen(docs: Sequence[Doc]) -> list[object]:
    return [
        [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start) for t in doc]
        for doc in docs
    ]


def annotated_alone(model: Language, names: Sequence[str]) -> list[Doc]:
    with model.select_pipes(enable=list(names)):
        return [model(sentence) for sentence in SENTENCES]


def test_a_batch_is_read_as_each_sentence_alone_is() -> None:
    model = load()
    docs = [model.make_doc(sentence) for sentence in SENTENCES]
    found = annotate(docs, model, model.pipe_names)
    assert [doc.text for doc in found] == SENTENCES
    assert seen(found) == seen(annotated_alone(model, model.pipe_names))
    assert [e.text for e in found[0].ents][:2] == ["Ada Quill", "Northwind"]


@pytest.mark.parametrize("words", [1, 12, 30])
def test_it_is_all_one_how_the_sentences_fall_into_batches(words: int, monkeypatch: pytest.MonkeyPatch) -> None:
    model = load()
    whole = annotate([model.make_doc(sentence) for sentence in SENTENCES], model, model.pipe_names)
    monkeypatch.setattr("nlp.pipeline._WORDS", words)
    parted = annotate([model.make_doc(sentence) for sentence in SENTENCES], model, model.pipe_names)
    assert [doc.text for doc in parted] == SENTENCES
    assert seen(parted) == seen(whole)


def test_only_the_parts_that_are_named_run() -> None:
    model = load()
    (doc,) = annotate([model.make_doc(SENTENCES[0])], model, ["ner"])
    assert [e.text for e in doc.ents][:2] == ["Ada Quill", "Northwind"]
    assert not doc.has_annotation("TAG")
    assert not doc.has_annotation("DEP")


def test_a_part_that_reads_one_sentence_at_a_time_takes_its_turn() -> None:
    model = load()

    @Language.component("marks_what_it_read")
    def mark(doc: Doc) -> Doc:
        doc.user_data["read"] = [t.tag_ for t in doc]
        return doc

    model.add_pipe("marks_what_it_read")
    try:
        docs = annotate([model.make_doc(s) for s in SENTENCES], model, ["tok2vec", "tagger", "marks_what_it_read"])
    finally:
        model.remove_pipe("marks_what_it_read")
    assert [doc.user_data["read"] for doc in docs][1] == ["PRP", "VBD", "."]


def test_nothing_to_read_is_no_error() -> None:
    model = load()
    assert annotate([], model, model.pipe_names) == []
    assert [len(doc) for doc in annotate([model.make_doc("")], model, model.pipe_names)] == [0]
