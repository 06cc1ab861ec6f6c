"""Files that hold many documents: each has a path of its own, though no file of its own stands there.

members(Path("lee.mbox"))      (lee.mbox#1, lee.mbox#2, ...), each of which :func:`ingest.reader.read` reads
members(Path("brief.pdf"))     (brief.pdf,)
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from ingest import load_file, mbox_file

_LISTS: Mapping[str, Callable[[Path], tuple[Path, ...]]] = {".mbox": mbox_file.messages, ".dat": load_file.records}
_BYTES: Mapping[str, Callable[[Path], bytes]] = {".mbox": mbox_file.message_bytes, ".dat": load_file.record_bytes}


def members(path: Path) -> tuple[Path, ...]:
    """The paths of the documents in a file, in its order: the file itself where it is one document.

    :raises NotAPdf: it is no container, whatever its name says.
    """
    listed = _LISTS.get(path.suffix.lower())
    return listed(path) if listed else (path,)


def sha256(path: Path) -> str:
    """The SHA-256 of a document's bytes, in a file of its own or in a container: its id.

    :raises ReadError: the container holds no such document.
    """
    if bytes_of := _BYTES.get(path.suffix.lower().partition("#")[0]):
        return hashlib.sha256(bytes_of(path)).hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
