"""Printed page numbers rise from page to page; those that do not are out of line."""

from __future__ import annotations

import pytest

from ingest.page_count import in_line, longest_count, rises


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((1, 29), (2, 30), True),
        ((1, 29), (2, 32), True),
        ((1, 29), (3, 30), False),
        ((1, 29), (2, 3), False),
        ((1, None), (2, 3), False),
        ((1, 2), (2, None), False),
    ],
)
def test_numbers_rise_at_least_as_fast_as_pages(one: tuple[int, int], other: tuple[int, int], expected: bool) -> None:
    assert rises(one, other) is expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([29, 30, 31], [True, True, True]),
        ([29, 3, 31], [False, False, True]),
        ([29, None, 31], [True, False, True]),
        ([None, None], [False, False]),
    ],
)
def test_a_number_is_in_line_with_those_next_to_it(numbers: list[int | None], expected: list[bool]) -> None:
    assert [in_line(i, numbers) for i in range(len(numbers))] == expected


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ([29, 3, 31, 32], {0, 2, 3}),
        ([212, 2, 214, None, 216], {0, 2, 4}),
        ([1, 2, 300, 3], {0, 1, 2}),
        ([], set()),
    ],
)
def test_the_longest_count_is_kept(numbers: list[int | None], kept: set[int]) -> None:
    assert longest_count(list(enumerate(numbers))) == kept
