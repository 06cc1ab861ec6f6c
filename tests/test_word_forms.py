"""Class, form and base form of a word, told from memory, are what the pipeline's own rules say."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from nlp.model import load
from nlp.word_forms import WordForms, with_word_forms

SENTENCES = [
    "Quill argues that the valves leaked, and Reyes has not denied it.",
    "There is a claim that there were leaks, and this is what she is going to say.",
    "Let's go: he's gonna say it ain't so, but y'all got ta hear him, c'm on.",
    "That she had been told, that is what that letter says; do you have it, or did you do it?",
    "The valve  leaked ,\n and nobody 's heard of it since .",
    "A new word like antiquillism is a new word.",
    "",
]


def parsed(model: Language) -> list[Doc]:
    with model.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        return [model(sentence) for sentence in SENTENCES]


def forms(docs: list[Doc]) -> list[list[tuple[str, str, str, str, str]]]:
    return [[(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_) for t in doc] for doc in docs]


def by_rule(model: Language) -> list[Doc]:
    return [model.get_pipe("lemmatizer")(model.get_pipe("attribute_ruler")(doc)) for doc in parsed(model)]


@pytest.fixture
def remembering() -> WordForms:
    model = load()
    return WordForms(model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer"))  # type: ignore[arg-type]


def test_told_anew_and_from_memory_the_forms_are_those_of_the_rules(remembering: WordForms) -> None:
    model = load()
    expected = forms(by_rule(model))
    assert forms(list(remembering.pipe(parsed(model), batch_size=2))) == expected
    assert forms(list(remembering.pipe(parsed(model), batch_size=3))) == expected


def test_a_full_memory_begins_anew(remembering: WordForms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nlp.word_forms._MOST", 3)
    model = load()
    assert forms(list(remembering.pipe(parsed(model), batch_size=1))) == forms(by_rule(model))


def test_rules_that_look_at_more_than_the_word_are_left_as_they_are() -> None:
    model = load()
    ruler = AttributeRuler(model.vocab)
    ruler.add([[{"ENT_TYPE": "PERSON"}]], {"POS": "PROPN"})
    lemmatizer = model.get_pipe("lemmatizer")
    assert with_word_forms([ruler, lemmatizer]) == [ruler, lemmatizer]
    assert with_word_forms([lemmatizer]) == [lemmatizer]


def test_a_ruler_with_its_lemmatizer_is_one_part() -> None:
    model = load()
    parts = [part for _, part in model.pipeline]
    made = with_word_forms(parts)
    assert len(made) == len(parts) - 1
    assert any(isinstance(part, WordForms) for part in made)
