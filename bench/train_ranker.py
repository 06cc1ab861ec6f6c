"""``python -m bench.train_ranker``: learn ``nlp/ranker.toml`` from the quotations of LitBank, and say how well it does on books it has not seen.

Only what may ship is learned from: LitBank (Sims and Bamman, CC BY 4.0) under ``../shared/gold/fiction``. Each round reads the books
with the weights so far, notes every question put to the ranker with its candidates, and fits a conditional logit to the answers.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from bench import prose_sets
from bench.places import SHARED
from ingest.span import Span
from nlp.model import load
from nlp.options import Options
from nlp.prose import find_reported
from nlp.ranker import Features, Question, Ranker, Weights, learned

WEIGHTS = Path(__file__).parents[1] / "nlp" / "ranker.toml"
ROUNDS = 2
FOLDS = 5
_STEPS, _RATE, _DECAY = 400, 0.5, 0.002
_HEAD = """# What speaks for a candidate, learned from LitBank (Sims and Bamman, CC BY 4.0) by ``python -m bench.train_ranker``.
# The features are those of nlp/dialogue.py; a positive weight speaks for, a negative one against.
"""


@dataclass(frozen=True)
class Answered:
    """A question with the places of the right candidates."""

    task: str
    candidates: tuple[Features, ...]
    right: tuple[int, ...]


@dataclass(frozen=True)
class _Asked(Ranker):
    """A ranker that remembers what it was asked."""

    questions: list[Question] = field(default_factory=list)

    def choose(self, question: Question) -> tuple[int, float] | None:
        self.questions.append(question)
        return super().choose(question)


def main() -> None:
    """Learn, write the weights, and print the share of right answers, on all books and on those left out of the learning."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: nothing to learn from")
        return
    weights: Weights = learned()
    for _ in range(ROUNDS):
        answered = asked(weights)
        weights = fit(_all(answered))
    WEIGHTS.write_text(_HEAD + _toml(weights), encoding="utf-8")
    kept = [_right(_of(answered, fold, inside=True), fit(_of(answered, fold, inside=False))) for fold in range(FOLDS)]
    own = _right(_all(answered), weights)
    for task, share in own.items():
        apart = float(np.mean([shares[task] for shares in kept if task in shares]))
        print(f"{task:8} right {share:.1%} on all books, {apart:.1%} on books left out")


def left_out() -> dict[str, Weights]:
    """For each book, weights learned from the books of other parts: to measure with what was not seen."""
    answered = asked(learned())
    weights = [fit(_of(answered, fold, inside=False)) for fold in range(FOLDS)]
    return {book: weights[fold_of(book)] for book in answered}


def asked(weights: Weights) -> dict[str, list[Answered]]:
    """The answered questions of every book, read with these weights."""
    return {book: list(answers(book, weights)) for book in prose_sets.gold("fiction")}


def _all(answered: dict[str, list[Answered]]) -> list[Answered]:
    return [case for cases in answered.values() for case in cases]


def answers(book: str, weights: Weights) -> Iterator[Answered]:
    """The questions of one book to which the gold has an answer among the candidates."""
    ranker = _Asked(weights)
    found = find_reported(prose_sets.documents("fiction")[book], load(), Options(by_kind=True, ranker=ranker))
    own = [_quote(book, statement.span) for statement in found if statement.attribution.as_written == "I"]
    teller, _ = Counter(str(quote["speaker"]) for quote in own if quote).most_common(1)[0] if any(own) else ("", 0)
    for question in ranker.questions:
        quote = _quote(book, question.span)
        right = tuple(i for i, c in enumerate(question.candidates) if quote and _names(c.words, quote, teller))
        if right:
            yield Answered(question.task, tuple(c.features for c in question.candidates), right)


def _quote(book: str, span: Span) -> dict[str, Any] | None:
    return next(
        (q for q in prose_sets.gold("fiction")[book]["quotes"] if any(Span(*s).overlaps(span) for s in q["spans"])), None
    )


def _names(words: frozenset[str], quote: dict[str, Any], teller: str) -> bool:
    """True if the words are those of one of the speaker's names, or among them, or "I" for who tells the story."""
    if words == {"i"}:
        return str(quote["speaker"]) == teller
    forms = [re.sub(r"-\d+$", "", str(quote["speaker"])).replace("_", " "), *quote["speaker_aliases"]]
    return any(words <= (form := frozenset(re.findall(r"[\w’'-]+", f.lower()))) or (form and form <= words) for f in forms)


def fold_of(book: str) -> int:
    """The part of the books that a book belongs to, the same on every run."""
    return int(hashlib.sha256(book.encode()).hexdigest(), 16) % FOLDS


def _of(answered: dict[str, list[Answered]], fold: int, *, inside: bool) -> list[Answered]:
    return [case for book, cases in answered.items() if (fold_of(book) == fold) == inside for case in cases]


def fit(cases: Sequence[Answered]) -> Weights:
    """The weights under which the right answers are likeliest, small ones preferred."""
    return {task: _fitted([case for case in cases if case.task == task]) for task in ("turn", "pronoun")}


def _fitted(cases: Sequence[Answered]) -> dict[str, float]:
    names = sorted({name for case in cases for features in case.candidates for name in features})
    tables = [np.array([[features.get(name, 0.0) for name in names] for features in case.candidates]) for case in cases]
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        slope = -_DECAY * weights * len(cases)
        for table, case in zip(tables, cases, strict=True):
            scores = table @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            right = np.zeros(len(shares))
            right[list(case.right)] = shares[list(case.right)] / max(1e-9, shares[list(case.right)].sum())
            slope += table.T @ (right - shares)
        weights += _RATE * slope / max(1, len(cases))
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def _right(cases: Sequence[Answered], weights: Weights) -> dict[str, float]:
    """By task, the share of cases in which the likeliest candidate is a right one."""
    ranker = Ranker(weights)
    hits: dict[str, list[bool]] = {}
    for case in cases:
        shares = ranker.shares("turn" if case.task == "turn" else "pronoun", case.candidates)
        hits.setdefault(case.task, []).append(int(np.argmax(shares)) in case.right)
    return {task: float(np.mean(found)) for task, found in hits.items()}


def _toml(weights: Weights) -> str:
    tables = (
        f"\n[{task}]\n" + "".join(f"{name} = {weight}\n" for name, weight in table.items()) for task, table in weights.items()
    )
    return "".join(tables)


if __name__ == "__main__":
    main()
