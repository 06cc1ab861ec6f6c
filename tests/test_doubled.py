"""Words printed twice at one place are kept once; each is compared with what lies at its height, not with the whole page."""

from __future__ import annotations

import random

import pytest

from ingest import doubled
from ingest.document import Box
from ingest.piece import Piece


def piece(words: str, left: float, top: float, *, high: float = 10, upright: bool = True) -> Piece:
    return Piece(words, Box(left, top, left + 6 * len(words), top + high), high, upright)


def among_all(pieces: list[Piece]) -> list[Piece]:
    """What stays if each is compared with each."""

    def is_again(i: int, j: int) -> bool:
        one, other = pieces[i], pieces[j]
        alike = i != j and one.upright == other.upright and doubled._holds(other, one)
        return alike and (j < i or not doubled._holds(one, other))

    return [one for i, one in enumerate(pieces) if not any(is_again(i, j) for j in range(len(pieces)))]


def test_of_two_that_are_equal_the_first_stays_and_of_two_others_the_longer() -> None:
    short, first, again, below = (
        piece("the order", 72, 100),
        piece("the order of June", 72, 100.5),
        piece("the order of June", 72.3, 100),
        piece("the order of June", 72, 112),
    )
    assert doubled._distinct([short, first, again, below]) == [first, below]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_kept_is_what_a_look_at_every_pair_keeps(seed: int) -> None:
    chance = random.Random(seed)
    words = ["valve", "order", "valve order", "board paper", "valve order board"]
    pieces = [
        piece(
            chance.choice(words),
            72 + chance.choice([0, 0.3, 2, 36]),
            100 + chance.choice([0, 0.4, 1, 2, 3, 6, 12, 24]),
            high=chance.choice([8, 10, 24]),
            upright=chance.random() < 0.9,
        )
        for _ in range(60)
    ]
    kept = doubled._distinct(pieces)
    assert kept == among_all(pieces)
    assert len(kept) < len(pieces)


def test_a_long_page_is_compared_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    holds = doubled._holds

    def counted(longer: Piece, shorter: Piece) -> bool:
        nonlocal compared
        compared += 1
        return holds(longer, shorter)

    monkeypatch.setattr(doubled, "_holds", counted)
    page = [piece(f"row {row}", 72 + shift, 12 * row) for shift in (0, 0.3) for row in range(300)]
    assert doubled._distinct(page) == page[:300]
    assert compared < 10 * len(page)
