"""The scorer that stands beside the gold, as a module: its pairing of rows, its sense of equal names and equal words."""

from __future__ import annotations

import importlib.util
from functools import cache
from typing import Any

from bench.places import SHARED


@cache
def scorer() -> Any:
    """The module ``score_filings``; it is not part of this project and has no types."""
    spec = importlib.util.spec_from_file_location("score_filings", SHARED / "bench" / "score_filings.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "bench" / "score_filings.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
