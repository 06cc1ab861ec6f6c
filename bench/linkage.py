"""splink, the record-linkage library, as a yardstick: a model of its usual making, trained without labels on the names themselves."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Sequence
from typing import Any

from graph.name import parse_name


def linked(pairs: Sequence[tuple[str, str]]) -> list[float] | None:
    """The match probability that splink gives each pair; None where it is not installed."""
    if importlib.util.find_spec("splink") is None:
        return None
    rows = [_row(f"{i}-{side}", name, i) for i, pair in enumerate(pairs) for side, name in enumerate(pair)]
    linker = _linker(rows, ["l.pair = r.pair"])
    table = linker.inference.predict(threshold_match_probability=0.0).as_pandas_dataframe()
    found = {int(row["unique_id_l"].split("-")[0]): float(row["match_probability"]) for row in table.to_dict("records")}
    return [found.get(i, 0.0) for i in range(len(pairs))]


def clusters(names: Sequence[str], threshold: float) -> list[int] | None:
    """The cluster that splink puts each name in, by connected components at a threshold; None where it is not installed."""
    if importlib.util.find_spec("splink") is None:
        return None
    rows = [_row(str(i), name, i) for i, name in enumerate(names)]
    linker = _linker(rows, ["l.surname = r.surname", "l.first = r.first", "substr(l.surname, 1, 3) = substr(r.surname, 1, 3)"])
    scored = linker.inference.predict(threshold_match_probability=0.5)
    table = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, threshold).as_pandas_dataframe()
    of = {int(row["unique_id"]): str(row["cluster_id"]) for row in table.to_dict("records")}
    numbers = {cluster: number for number, cluster in enumerate(dict.fromkeys(of.values()))}
    return [numbers[of[i]] if i in of else -1 - i for i in range(len(names))]


def _row(unique_id: str, name: str, pair: int) -> dict[str, object]:
    local = name.partition("@")[0] if "@" in name else ""
    parsed = None if local else parse_name(name, header=True)
    return {
        "unique_id": unique_id,
        "first": (parsed.first or None) if parsed else None,
        "surname": parsed.surname if parsed else None,
        "whole": local or " ".join(name.lower().split()),
        "pair": pair,
    }


def _linker(rows: list[dict[str, object]], blocking: list[str]) -> Any:
    import pandas as pd  # noqa: PLC0415  # only where splink is there
    import splink.comparison_library as cl  # noqa: PLC0415
    from splink import DuckDBAPI, Linker, SettingsCreator  # noqa: PLC0415

    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("first"),
            cl.NameComparison("surname"),
            cl.JaroWinklerAtThresholds("whole", [0.97, 0.9, 0.8]),
        ],
        blocking_rules_to_generate_predictions=blocking,
    )
    logging.getLogger("splink").setLevel(logging.ERROR)
    linker = Linker(DuckDBAPI().register(pd.DataFrame(rows)), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=7)
    for rule in ("l.surname = r.surname", "l.first = r.first"):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    return linker
