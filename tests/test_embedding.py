"""A batch's words embedded once each have the vectors that they have embedded place by place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import CharacterEmbed, MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc

from nlp.embedding import embed_words_once

VOCAB = spacy.blank("en").vocab
SENTENCES = ["It said that it was open , and that it said so .", "So it was .", "Open !", ""]
WIDTH = 16


@pytest.fixture
def docs() -> list[Doc]:
    return [Doc(VOCAB, words=sentence.split()) for sentence in SENTENCES]


def by_features(count: int) -> Any:
    features = ["NORM", "PREFIX", "SUFFIX", "SHAPE"][:count]
    return MultiHashEmbed(width=WIDTH, attrs=list(features), rows=[100] * count, include_static_vectors=False)


def model_of(embed: Any, docs: Sequence[Doc]) -> Any:
    model: Any = build_Tok2Vec_model(embed, MaxoutWindowEncoder(width=WIDTH, window_size=1, maxout_pieces=2, depth=1))
    model.initialize(X=docs)
    return model


@pytest.mark.parametrize("count", [1, 4])
def test_the_vectors_are_the_same(count: int, docs: list[Doc]) -> None:
    model = model_of(by_features(count), docs)
    expected = model.predict(docs)
    embed_words_once(model)
    found = model.predict(docs)
    assert [vectors.shape for vectors in found] == [(len(doc), WIDTH) for doc in docs]
    for once, each in zip(found, expected, strict=True):
        np.testing.assert_allclose(once, each, atol=1e-5)


def test_each_word_is_looked_at_once(docs: list[Doc]) -> None:
    embed = by_features(4)
    model = model_of(embed, docs)
    embed_words_once(model)
    seen: list[int] = []
    look = embed.layers[3]._func

    def noting(layer: Any, words: Any, is_train: bool) -> Any:
        seen.append(len(words.dataXd))
        return look(layer, words, is_train)

    embed.layers[3]._func = noting
    model.predict(docs)
    assert seen == [len({word for sentence in SENTENCES for word in sentence.split()})]


def test_an_embedding_of_another_kind_is_left_alone(docs: list[Doc]) -> None:
    embed = CharacterEmbed(width=WIDTH, rows=100, nM=4, nC=4, include_static_vectors=False)
    model = model_of(embed, docs)
    embed_words_once(model)
    assert model.get_ref("embed") is embed


def test_who_trains_a_pipeline_trains_the_embedding_itself(docs: list[Doc]) -> None:
    model = model_of(by_features(4), docs)
    embed_words_once(model)
    vectors, learn = model.begin_update(docs)
    learn(vectors)
    assert any(node.has_grad("E") for node in model.walk() if node.name == "hashembed")
