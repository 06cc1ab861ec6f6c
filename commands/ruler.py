"""Who rules, and when: whoever is named, else whoever is logged in; now, with the zone."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from corpora.decision import By

Ruler = Annotated[str, typer.Option("--by", metavar="NAME", help="Who rules; else whoever is logged in.")]


def now_by(name: str) -> By:
    """The one who rules now."""
    return By(name or getpass.getuser(), datetime.now(tz=UTC).astimezone().isoformat(timespec="seconds"))
