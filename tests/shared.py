"""Where the real filings stand, if they are here: ``../shared`` beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the real filings (../shared) are not on this machine")
