"""The scorers that stand beside the gold, as modules: their pairing of rows, their sense of equal names and equal words."""

from __future__ import annotations

import importlib.util
from functools import cache
from typing import Any

from bench.places import SHARED


@cache
def scorer(name: str = "score_filings") -> Any:
    """The module ``score_filings`` or ``score_text``; it is not part of this project and has no types."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "bench" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "bench" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
