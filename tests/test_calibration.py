"""The measure of how far confidence and share of right ones are apart, and its plot."""

from __future__ import annotations

from xml.etree import ElementTree

from bench.calibration import bands, error, plot
from bench.prose_sets import Judged


def verdicts(confidence: float, right: int, of: int) -> list[Judged]:
    return [Judged("paper", "after", confidence, i < right) for i in range(of)]


def test_no_error_where_confidence_is_the_share_of_right_ones() -> None:
    assert error(bands([*verdicts(0.75, 3, 4), *verdicts(0.5, 5, 10)])) == 0


def test_each_band_counts_by_its_number_of_statements() -> None:
    assert round(error(bands([*verdicts(0.9, 5, 10), *verdicts(0.5, 15, 30)])), 3) == 0.1


def test_nothing_judged_is_no_error() -> None:
    assert error(bands([])) == 0


def test_the_plot_is_a_picture_with_a_line_for_each_set() -> None:
    picture = ElementTree.fromstring(plot({"news": bands(verdicts(0.9, 9, 10)), "all": bands(verdicts(0.9, 9, 10))}))  # noqa: S314
    assert len(picture.findall("{http://www.w3.org/2000/svg}polyline")) == 2
