"""Which corpora stand in a folder: itself, or those one level below it."""

from __future__ import annotations

from pathlib import Path

from corpora.corpus import STORE_FILE


def corpora_in(folder: Path) -> tuple[Path, ...]:
    """``folder`` if it is a corpus, else the corpora directly below it, by name; () if there is none."""
    if (folder / STORE_FILE).is_file():
        return (folder,)
    if not folder.is_dir():
        return ()
    return tuple(sorted(below for below in folder.iterdir() if (below / STORE_FILE).is_file()))
