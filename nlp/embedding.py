"""The vectors of words before their neighbours are looked at: the same for every place a word stands, so made once for a batch.

A pipeline's embedding makes them place by place, a third of what reading a sentence costs. "It said that it was": four words, not five.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

_LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]  # of spaCy's MultiHashEmbed


def embed_words_once(model: Any) -> None:
    """Let the embedding of a part of a pipeline, if it is one of this kind, look at each word of a batch once."""
    for node in list(model.walk()):
        embed = node.maybe_get_ref("embed")
        if embed is not None and _is_by_word(embed):
            model.replace_node(embed, _once(embed))


def _is_by_word(layer: Any) -> bool:
    return [part.name.partition("(")[0] for part in layer.layers] == _LAYERS


def _once(embed: Any) -> Any:
    """The embedding, asked about each word of a batch once."""
    extract, _, by_feature, mix, _ = embed.layers

    def forward(_: object, docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
        if is_train:
            return embed(docs, is_train=True)  # type: ignore[no-any-return]
        rows = extract.predict(docs)
        features: Any = np.concatenate(rows)
        _, first, places = np.unique(features @ _odd(features.shape[1]), return_index=True, return_inverse=True)
        lengths: Any = np.array([len(first)], dtype="i")
        words = Ragged(features[first], lengths)
        vectors = mix.predict(by_feature.predict(words)).dataXd[places]
        return np.split(vectors, np.cumsum([len(row) for row in rows])[:-1]), lambda change: change

    width = embed.maybe_get_dim("nO")
    return Model("embed_words_once", forward, dims={"nO": width} if width else {}, layers=[embed])


def _odd(count: int) -> Any:
    """Odd numbers to tell rows of features apart by one number: two rows are as unlikely to share it as two words to share a hash."""
    return (np.random.default_rng(count).integers(0, 2**63, size=count, dtype="uint64") << np.uint64(1)) | np.uint64(1)
