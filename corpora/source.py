"""Where the documents of a run come from: files, documents in containers, files embedded in others.

Source("/case/a.pdf", Path("/case/a.pdf"), "9f86d0...")
Source("/case/lee.mbox#2", Path("/case/lee.mbox#2"), "60303a...")           a message of a mailbox
Source("/case/a.pdf!b.pdf", Path("/corpus/attachments/b5bb9d....pdf"), "b5bb9d...", depth=1)      embedded in a.pdf
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import CorpusError
from ingest.file_name import printable

READABLE = (".pdf", ".txt", ".eml", ".msg")
CONTAINERS = (".mbox", ".dat")
INSIDE = "!"


@dataclass(frozen=True, slots=True)
class Source:
    """One document to be: ``file`` is its name in the ledger, ``path`` where its bytes are, ``depth`` how deep it is embedded."""

    file: str
    path: Path
    sha256: str = ""
    depth: int = 0

    @property
    def name(self) -> str:
        """The name of the document: ``a.pdf!b.pdf``."""
        holder, inside, embedded = self.file.partition(INSIDE) if self.depth else (self.file, "", "")
        return holder.rsplit("/", 1)[-1] + inside + embedded


@dataclass(frozen=True, slots=True)
class Found:
    """Something with the name of a paper; ``why`` says why it is not read, '' if it is."""

    path: Path
    why: str = ""

    @property
    def file(self) -> str:
        """Its name in the ledger."""
        return printable(str(self.path))


def found(paths: Iterable[Path]) -> tuple[Found, ...]:
    """The files meant by paths, sorted, each with why it is not read; links that lead out of a folder given are not followed.

    :raises CorpusError: a path does not exist.
    """
    files: dict[str, Found] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise CorpusError(f"{path}: no such file or folder")
        for each in _below(path) if path.is_dir() else [_looked_at(path, None)]:
            files.setdefault(each.file, each)
    return tuple(files[file] for file in sorted(files))


def _below(folder: Path) -> Iterator[Found]:
    root = folder.resolve()
    refused: list[Found] = []
    for place, folders, names in os.walk(root, onerror=lambda error: refused.append(_unread(error))):
        for name in [*names, *(f for f in folders if (Path(place) / f).is_symlink() or f.lower().endswith(".pdf"))]:
            if Path(name).suffix.lower() in (*READABLE, *CONTAINERS):
                yield _looked_at(Path(place) / name, root)
    yield from refused


def _unread(error: OSError) -> Found:
    return Found(Path(os.fsdecode(error.filename)), f"the folder cannot be listed ({error.strerror})")


def _looked_at(path: Path, root: Path | None) -> Found:
    try:
        target = path.resolve(strict=True)
        kind = target.stat().st_mode
    except (OSError, RuntimeError):  # RuntimeError: a ring of links
        return Found(path.absolute(), "a link to nothing")
    if root is not None and not target.is_relative_to(root):
        return Found(path.absolute(), "a link out of the folder")
    if not stat.S_ISREG(kind):
        return Found(path.absolute(), "a folder, not a file" if stat.S_ISDIR(kind) else "a pipe, socket or device, not a file")
    return Found(target, "" if os.access(target, os.R_OK) else "no permission to read it")
