"""What became of each file: it ends in exactly one state, with the reason.

done        read and analysed; its statements are in the store
duplicate   the same bytes as a file already there; ``why`` names it
refused     not readable: encrypted, not a PDF, damaged, over a limit
failed      the program erred; try again or report it
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

FileState = Literal["done", "duplicate", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file's row. ``file`` is its path as given, ``pages`` how many pages are in each state, ``statements`` how many were found."""

    file: str
    sha256: str
    state: FileState
    why: str = ""
    pages: tuple[tuple[str, int], ...] = ()
    statements: int = 0

    @property
    def unread(self) -> bool:
        """True if nothing came of it."""
        return self.state in {"refused", "failed"}

    def as_row(self) -> dict[str, object]:
        """The row that ``pincite status --jsonl`` prints."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "state": self.state,
            "pages": dict(self.pages),
            "statements": self.statements,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What a batch run did: how many files ended in each state, and how many were there already, some of them refused then."""

    entries: tuple[Entry, ...]
    skipped: int
    refused_before: int = 0

    @property
    def states(self) -> dict[str, int]:
        """How many of this run's files ended in each state."""
        return dict(sorted(Counter(entry.state for entry in self.entries).items()))

    @property
    def complete(self) -> bool:
        """True if no file that the run was given was refused or failed, now or before."""
        return not self.refused_before and not any(entry.unread for entry in self.entries)
