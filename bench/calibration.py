"""``python -m bench calibration``: does a confidence of 0.8 mean that four of five are right? Expected calibration error, with a plot.

Nothing is fitted to the news. Of fiction each book is read with a ranker that learned from other books only. The table of rules
(``nlp/confidence.py``) is set by hand.

expected calibration error   over ten bands of confidence: how far apart are confidence and share of right ones, by number of statements
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bench.places import FIGURES, SHARED
from bench.prose_sets import SETS, Choose, Judged, Set, found_in, judged
from bench.train_ranker import left_out
from nlp.options import Options
from nlp.ranker import Ranker

BANDS = 10
_SIDE, _EDGE = 320, 40
_COLOURS = {"filings": "#1b4f72", "news": "#b9770e", "fiction": "#196f3d", "all": "#000000"}


@dataclass(frozen=True, slots=True)
class Band:
    """Statements of about the same confidence: how many, how sure on average, how many of them right."""

    count: int
    confidence: float
    right: float


def main() -> None:
    """Judge every set, print the errors, and keep figures and plot in ``bench/figures``."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: nothing to judge")
        return
    verdicts: dict[str, list[Judged]] = {name: judged(name, found_in(name, chosen(name))) for name in SETS}
    verdicts["all"] = [verdict for name in SETS for verdict in verdicts[name]]
    curves = {name: bands(found) for name, found in verdicts.items()}
    for name, curve in curves.items():
        print(f"{name:8} {sum(b.count for b in curve):5} statements   expected calibration error {error(curve):.3f}")
    FIGURES.mkdir(exist_ok=True)
    table = {name: {"error": round(error(curve), 4), "bands": [_row(band) for band in curve]} for name, curve in curves.items()}
    (FIGURES / "calibration.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    (FIGURES / "calibration.svg").write_text(plot(curves), encoding="utf-8")


def chosen(name: Set) -> Choose:
    """The options for each document: of fiction, a ranker that has not seen the book."""
    if name != "fiction":
        return lambda _: Options(by_kind=True)
    weights = left_out()
    return lambda book: Options(by_kind=True, ranker=Ranker(weights[book]))


def bands(verdicts: Sequence[Judged]) -> list[Band]:
    """The statements by tenths of confidence, empty tenths left out."""
    rows: dict[int, list[Judged]] = {}
    for verdict in verdicts:
        rows.setdefault(min(BANDS - 1, int(verdict.confidence * BANDS)), []).append(verdict)
    return [_band(rows[key]) for key in sorted(rows)]


def _band(verdicts: Sequence[Judged]) -> Band:
    count = len(verdicts)
    return Band(count, sum(v.confidence for v in verdicts) / count, sum(v.right for v in verdicts) / count)


def error(curve: Sequence[Band]) -> float:
    """The expected calibration error.

    >>> round(error([Band(10, 0.9, 0.8), Band(30, 0.5, 0.5)]), 3)
    0.025
    """
    total = sum(band.count for band in curve)
    return sum(band.count * abs(band.confidence - band.right) for band in curve) / total if total else 0.0


def _row(band: Band) -> dict[str, float]:
    return {"statements": band.count, "confidence": round(band.confidence, 3), "right": round(band.right, 3)}


def plot(curves: dict[str, list[Band]]) -> str:
    """The reliability plot as SVG: confidence to the right, share of right ones upwards; on the dashed line both are the same."""
    size = _SIDE + 2 * _EDGE
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" font-family="sans-serif" font-size="11">']
    parts.append(f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999"/>')
    parts.append(f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" stroke-dasharray="4"/>')
    for tenth in range(0, 11, 2):
        share = tenth / 10
        parts.append(f'<text x="{_x(share)}" y="{_y(0) + 16}" text-anchor="middle">{share}</text>')
        parts.append(f'<text x="{_x(0) - 6}" y="{_y(share) + 4}" text-anchor="end">{share}</text>')
    parts.append(f'<text x="{size // 2}" y="{size - 6}" text-anchor="middle">confidence</text>')
    parts.append(f'<text x="{_EDGE}" y="{_EDGE - 12}">share of right ones</text>')
    for place, (name, curve) in enumerate(curves.items()):
        points = " ".join(f"{_x(band.confidence)},{_y(band.right)}" for band in curve)
        parts.append(f'<polyline points="{points}" fill="none" stroke="{_COLOURS[name]}" stroke-width="2"/>')
        words = f"{name}: error {error(curve):.3f}"
        parts.append(f'<text x="{_EDGE + 10}" y="{_EDGE + 18 + 15 * place}" fill="{_COLOURS[name]}">{words}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _x(share: float) -> int:
    return round(_EDGE + _SIDE * share)


def _y(share: float) -> int:
    return round(_EDGE + _SIDE * (1 - share))


if __name__ == "__main__":
    main()
