"""Outlook's ``.msg``: one message as a tree of properties in a compound file (MS-CFB, MS-OXMSG).

    __substg1.0_0037001F            a property: 0037 is the subject, 001F says that it is UTF-16 text
    __properties_version1.0         properties of fixed size: 0039 0040, when it was sent
    __recip_version1.0_#00000000    somebody addressed, with properties of their own
    __attach_version1.0_#00000000   an attached file

Where the message came over the internet, its header fields as sent are kept in 007D, and its date is read from there.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_string
from email.policy import compat32
from pathlib import Path

import olefile  # type: ignore[import-untyped]  # it has no type hints

from ingest import rtf_text
from ingest.document import Document
from ingest.errors import Damaged, NotAPdf
from ingest.html_text import text_of
from ingest.letter import Letter, document_of
from ingest.mail_file import in_charset
from ingest.message_id import answered, message_id

_STREAM = "__substg1.0_"
_FIXED = "__properties_version1.0"
_UNICODE, _EIGHT_BIT, _BINARY = "001F", "001E", "0102"
_SUBJECT, _BODY, _HTML, _RTF, _FIELDS = "0037", "1000", "1013", "1009", "007D"
_MESSAGE_ID, _IN_REPLY_TO, _REFERENCES = "1035", "1042", "1039"
_SENDER_NAMES, _SENDER_ADDRESSES = ("0042", "0C1A"), ("5D02", "5D01", "0065", "0C1F")
_RECIPIENT_NAMES, _RECIPIENT_ADDRESSES = ("3001", "5FF6"), ("39FE", "3003")
_FILE_NAMES = ("3707", "3704", "3001")
_SENT, _DELIVERED = 0x0039_0040, 0x0E06_0040
_RECIPIENT_TYPE, _CODE_PAGE, _INTERNET_CODE_PAGE = 0x0C15_0003, 0x3FFD_0003, 0x3FDE_0003
_ROLES = {1: "to", 2: "cc", 3: "bcc"}
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_ROOT_HEADER, _MEMBER_HEADER, _ENTRY = 32, 8, 16  # bytes


@dataclass(frozen=True, slots=True)
class _Item:
    """A storage of the compound file: the message itself (``path`` is empty), somebody addressed, an attachment."""

    file: olefile.OleFileIO
    path: tuple[str, ...] = ()

    def text(self, *tags: str) -> str:
        """The first of these properties that has words."""
        return next((words for tag in tags if (words := self._text(tag))), "")

    def _text(self, tag: str) -> str:
        if data := self.stream(tag, _UNICODE):
            return data.decode("utf-16-le", "replace").rstrip("\0")
        return in_charset(self.stream(tag, _EIGHT_BIT), f"cp{self.number(_CODE_PAGE) or 1252}").rstrip("\0")

    def stream(self, tag: str, kind: str) -> bytes:
        """The bytes of one property; none if it is not there."""
        path = [*self.path, f"{_STREAM}{tag}{kind}"]
        return bytes(self.file.openstream(path).read()) if self.file.exists(path) else b""

    def fixed(self) -> dict[int, bytes]:
        """The properties of fixed size: eight bytes each."""
        path = [*self.path, _FIXED]
        data = bytes(self.file.openstream(path).read()) if self.file.exists(path) else b""
        start = _MEMBER_HEADER if self.path else _ROOT_HEADER
        entries = (data[at : at + _ENTRY] for at in range(start, len(data) - _ENTRY + 1, _ENTRY))
        return {struct.unpack_from("<I", entry)[0]: entry[8:] for entry in entries}

    def number(self, tag: int) -> int:
        """A property that is a number; 0 if it is not there."""
        return int(struct.unpack_from("<I", self.fixed().get(tag, b"\0" * 8))[0])

    def members(self, prefix: str) -> Iterator[_Item]:
        """The storages of one sort below this one, in order."""
        names = {entry[0] for entry in self.file.listdir(streams=True, storages=False) if entry[0].startswith(prefix)}
        return (_Item(self.file, (name,)) for name in sorted(names))


def read_msg(path: Path) -> Document:
    """The document of an Outlook message.

    :raises NotAPdf: the bytes are no Outlook message.
    :raises Damaged: its compound file cannot be read.
    """
    data = path.read_bytes()
    if not olefile.isOleFile(data=data):
        raise NotAPdf(f"{path.name}: no Outlook message (it is no compound file)")
    try:
        with olefile.OleFileIO(data) as file:
            if not file.exists(_FIXED):
                raise NotAPdf(f"{path.name}: no Outlook message (another kind of compound file)")
            letter = _letter(_Item(file))
    except (OSError, struct.error, ValueError, IndexError, AttributeError) as error:
        raise Damaged(f"{path.name}: {error}") from error
    return document_of(letter, path.name, data)


def _letter(message: _Item) -> Letter:
    recipients = list(message.members("__recip_version1.0_"))
    addressed = [(_ROLES.get(one.number(_RECIPIENT_TYPE) & 0xF, ""), _mailbox(one)) for one in recipients]
    to, cc, bcc = (tuple(words for role, words in addressed if role == wanted and words) for wanted in ("to", "cc", "bcc"))
    files = (item.text(*_FILE_NAMES) for item in message.members("__attach_version1.0_"))
    return Letter(
        body=_body(message),
        author=_joined(message.text(*_SENDER_NAMES), _address(message, _SENDER_ADDRESSES)),
        to=to,
        cc=cc,
        bcc=bcc,
        date=_date(message),
        subject=message.text(_SUBJECT),
        attachments=tuple(name for name in files if name),
        message_id=message_id(message.text(_MESSAGE_ID)),
        answers=answered(message.text(_IN_REPLY_TO), message.text(_REFERENCES)),
    )


def _mailbox(one: _Item) -> str:
    return _joined(one.text(*_RECIPIENT_NAMES), _address(one, _RECIPIENT_ADDRESSES))


def _address(item: _Item, tags: tuple[str, ...]) -> str:
    """The first address with an @: Exchange keeps paths of its directory ("/O=ACME/...") in the same place."""
    return next((words for tag in tags if "@" in (words := item.text(tag))), "")


def _joined(name: str, address: str) -> str:
    plain = name.strip().strip("'\"")
    if not address or plain.lower() == address.lower():
        return plain or address
    return f"{plain} <{address}>" if plain else address


def _date(message: _Item) -> str:
    """The date as sent, from the header fields; else the moment that Outlook keeps, which is in universal time."""
    fields = message.text(_FIELDS)
    if sent := message_from_string(fields, policy=compat32).get("Date") if fields else None:
        return " ".join(str(sent).split())
    fixed = message.fixed()
    ticks = next((struct.unpack("<Q", fixed[tag])[0] for tag in (_SENT, _DELIVERED) if tag in fixed), 0)
    try:
        return f"{_EPOCH + timedelta(microseconds=ticks // 10):%Y-%m-%d %H:%M:%S} +0000" if ticks else ""
    except OverflowError:
        return ""


def _body(message: _Item) -> str:
    if words := message.text(_BODY):
        return words
    html, page = message.stream(_HTML, _BINARY), message.number(_INTERNET_CODE_PAGE)
    charset = "utf-8" if page in {0, 65001} else f"cp{page}"
    if words := text_of(in_charset(html, charset) if html else message.text(_HTML)):
        return words
    return rtf_text.text_of(rtf_text.unpacked(message.stream(_RTF, _BINARY)))
