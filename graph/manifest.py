"""What an export holds: every file with its rows and SHA-256, so that a copy can be checked against it.

There is no date in it: the same corpus and the same program give the same manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.atomic import replacing

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Exported:
    """One file: its name, how many rows (statements, people, edges) it holds, bytes and SHA-256."""

    file: str
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of an export, by name, and the program that wrote them."""

    program: str
    version: str
    files: tuple[Exported, ...]

    def rows(self, file: str) -> int:
        """How many rows a file holds.

        :raises KeyError: it is not in the export.
        """
        return {exported.file: exported.rows for exported in self.files}[file]


@lru_cache(maxsize=1)
def program_version() -> str:
    """Pincite's version; "unknown" where it runs without being installed."""
    try:
        return version("pincite")
    except PackageNotFoundError:
        return "unknown"


def make_manifest(folder: Path, rows: Mapping[str, int]) -> Manifest:
    """The manifest of files just written to ``folder``: names with their rows."""
    files = tuple(_exported(folder / name, count) for name, count in sorted(rows.items()))
    return Manifest("pincite", program_version(), files)


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write it to ``folder``."""
    with replacing(folder / FILE) as draft:
        draft.write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")


def _exported(path: Path, rows: int) -> Exported:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Exported(path.name, rows, path.stat().st_size, digest)
