"""What one file may take: on by default, because the papers come from the other side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on the reading of one file. ``seconds`` of wall time, ``memory`` in MiB of address space, ``pages`` in the file,
    ``letters`` of text in all."""

    seconds: float = 300.0
    memory: int = 4096
    pages: int = 20_000
    letters: int = 100_000_000
