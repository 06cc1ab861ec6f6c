"""A mailbox in one file: every message of it is a document of its own.

messages(Path("lee.mbox"))            lee.mbox#1, lee.mbox#2, ...: paths of its messages, in the order of the file
read_mbox(Path("lee.mbox#2"))         the Document "lee.mbox#2"
"""

from __future__ import annotations

import mailbox
import re
from functools import lru_cache
from pathlib import Path

from ingest.document import Document
from ingest.errors import Damaged, NotAPdf
from ingest.mail_file import read_message

_MEMBER = re.compile(r"(?P<file>.+)#(?P<number>\d+)")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)  # programs put ">" before "From " within a message


def messages(path: Path) -> tuple[Path, ...]:
    """The paths of a mailbox's messages.

    :raises NotAPdf: it is no mailbox.
    """
    return tuple(path.with_name(f"{path.name}#{number}") for number in range(1, len(_opened(path)) + 1))


def read_mbox(path: Path) -> Document:
    """The document of one message, named by its number in the mailbox: ``lee.mbox#2``; a lone message needs no number.

    :raises NotAPdf: the file is no mailbox, or holds several messages and no number is given.
    :raises Damaged: there is no message of that number.
    """
    return read_message(message_bytes(path), path.name)


def message_bytes(path: Path) -> bytes:
    """One message as it was sent; raises as :func:`read_mbox`."""
    match = _MEMBER.fullmatch(path.name)
    box = _opened(path.with_name(match["file"]) if match else path)
    if not match and len(box) > 1:
        raise NotAPdf(f"{path.name}: a mailbox of {len(box):,} messages; read one of them by its number: {path.name}#1")
    number = int(match["number"]) if match else 1
    if not 1 <= number <= len(box):
        raise Damaged(f"{path.name}: the mailbox holds {len(box):,} messages")
    return _ESCAPED.sub(rb"\1", box.get_bytes(str(number - 1)))


class _Mailbox(mailbox.mbox):
    """A mailbox that is only ever read; messages are asked for by their position, "0" first."""

    def get_bytes(self, key: str, from_: bool = False) -> bytes:
        return super().get_bytes(int(key), from_)  # type: ignore[arg-type]  # typeshed wants text, the library counts


def _opened(path: Path) -> _Mailbox:
    stat = path.stat()
    return _indexed(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=4)
def _indexed(path: Path, size: int, changed: int) -> _Mailbox:  # noqa: ARG001 - size and time tell one state of a file from the next
    """The mailbox at ``path``, looked through once."""
    with path.open("rb") as file:
        if not file.read(5).startswith(b"From "):
            raise NotAPdf(f'{path.name}: no mailbox (it does not begin with "From ")')
    box = _Mailbox(str(path), create=False)
    len(box)
    return box
