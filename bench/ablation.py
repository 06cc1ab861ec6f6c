"""``python -m bench ablation``: what each rule is worth, in points of attributed F1 lost when what it finds is left out.

The ranker's worth is that of its choices: without it the words stay, and nobody is said to have said them. In the dialogue of
stories a book is read with a ranker that has not seen it.
"""

from __future__ import annotations

import json
from collections import Counter

from bench.calibration import chosen
from bench.places import FIGURES, SHARED
from bench.prose_sets import SETS, Found, Set, figure, found_in
from nlp.options import Options
from nlp.ranker import Ranker


def main() -> None:
    """Score each set with one rule less, print the points, and keep them in ``bench/figures/ablation.json``."""
    if not SHARED.is_dir():
        print("the gold (../shared) is not on this machine: nothing to score")
        return
    table = {name: worth(name) for name in SETS}
    for name, points in table.items():
        print(name, *(f"{rule} {lost:+.1f}" for rule, lost in points.items()), sep="   ")
    FIGURES.mkdir(exist_ok=True)
    (FIGURES / "ablation.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def worth(name: Set) -> dict[str, float]:
    """Points by rule, the most first; "everything" is the figure with all of them, "of" how many statements each finds."""
    found = found_in(name, chosen(name))
    whole = figure(name, found)
    rules = Counter(_rule(s.attribution.rule) for statements in found.values() for s in statements)
    lost = {rule: round(whole - figure(name, _without(found, rule)), 2) for rule in rules}
    points = {"everything": whole, **dict(sorted(lost.items(), key=lambda pair: (-pair[1], pair[0])))}
    if name == "fiction":
        alone = found_in(name, lambda _: Options(by_kind=True, ranker=Ranker({})))
        points["the ranker"] = round(whole - figure(name, alone), 2)
    return points


def _rule(name: str) -> str:
    return name.partition(",")[0]


def _without(found: Found, rule: str) -> Found:
    return {key: [s for s in statements if _rule(s.attribution.rule) != rule] for key, statements in found.items()}


if __name__ == "__main__":
    main()
