"""Where the real filings, the gold and the scorers stand, and where figures are kept."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FIGURES = ROOT / "bench" / "figures"
