"""Files embedded in a PDF (attachments, the parts of a portfolio), taken out to be read as files of their own."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ingest import pdf
from ingest.file_name import printable
from ingest.limits import Limits

_LONGEST_NAME = 120  # letters


@dataclass(frozen=True, slots=True)
class Attachment:
    """One embedded file. ``path`` is None where it was not taken out, and ``why`` says why."""

    name: str
    sha256: str
    path: Path | None
    why: str = ""


def take_out(path: Path, folder: Path, limits: Limits, passwords: Sequence[str] = ()) -> tuple[Attachment, ...]:
    """Write the PDF and text files embedded in ``path`` to ``folder/SHA256.pdf`` (or ``.txt``); names are told apart by number.

    Their own names are never used as paths.
    """
    found: list[Attachment] = []
    for name, data in islice(pdf.attachments(path, passwords), limits.attachments + 1):
        shown = _distinct(name, {attachment.name for attachment in found})
        if len(found) == limits.attachments:
            found.append(
                Attachment(shown, "", None, f"more than {limits.attachments} files are embedded; the rest is not read")
            )
        else:
            found.append(_taken(shown, data, folder, limits))
    return tuple(found)


def _taken(name: str, data: bytes, folder: Path, limits: Limits) -> Attachment:
    sha256 = hashlib.sha256(data).hexdigest()
    why = "".join(_objections(name, data, limits))
    if why:
        return Attachment(name, sha256, None, why)
    target = folder / f"{sha256}{'.pdf' if _is_pdf(data) else '.txt'}"
    _write(target, data)
    return Attachment(name, sha256, target)


def _objections(name: str, data: bytes, limits: Limits) -> Iterator[str]:
    if not data:
        yield "the embedded file is empty, or cannot be unpacked"
    elif len(data) > limits.attachment_bytes:
        yield f"the embedded file has {len(data):,} bytes; the limit is {limits.attachment_bytes:,}"
    elif not _is_pdf(data) and not (name.lower().endswith(".txt") and b"\x00" not in data[:4096]):
        yield "the embedded file is neither a PDF nor plain text"


def _is_pdf(data: bytes) -> bool:
    return b"%PDF" in data[:1024]


def _write(target: Path, data: bytes) -> None:
    """Whole or not at all: a run may be killed here, and another may write the same file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(target)


def _distinct(name: str, taken: set[str]) -> str:
    """The last part of an embedded name, printable and not too long, with a number where another has it already."""
    plain = printable(name.replace("\\", "/").rsplit("/", 1)[-1])[-_LONGEST_NAME:] or "unnamed"
    number, shown = 1, plain
    while shown in taken:
        number += 1
        shown = f"{plain} ({number})"
    return shown
