"""Mail as files: ``.eml``, one message as it was sent (RFC 5322 and MIME).

read_eml(Path("0007.eml"))      a Document of one page: the header's lines, then the words; names of attachments in its metadata
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses
from pathlib import Path

from ingest.document import Document
from ingest.errors import Damaged, NotAPdf
from ingest.html_text import text_of
from ingest.letter import Letter, document_of, text_of_letter
from ingest.message_id import answered, message_id
from ingest.recipients import parties
from ingest.rows import Passage
from ingest.span import Span

_FIELD = re.compile(rb"(?:From [^\n]*\n)?[!-9;-~]+[ \t]*:")
_TELLING = ("From", "To", "Date", "Subject", "Received", "Message-ID", "MIME-Version")
_ADDRESSED = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_X_NAMES = {"from": "X-From", "to": "X-To", "cc": "X-cc", "bcc": "X-bcc"}  # archives of Exchange keep names beside addresses


def read_eml(path: Path) -> Document:
    """The document of a mail file.

    :raises NotAPdf: its bytes do not begin with header fields.
    """
    return read_message(path.read_bytes(), path.name)


def read_message(data: bytes, name: str) -> Document:
    """The document of one message's bytes.

    :raises NotAPdf: they do not begin with header fields.
    """
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    try:
        message = message_from_bytes(head, policy=compat32)
        if not _FIELD.match(head) or not any(field in message for field in _TELLING):
            raise NotAPdf(f"{name}: no mail (it does not begin with header fields)")
        return document_of(letter_of(message), name, data)
    except RecursionError as error:
        raise Damaged(f"{name}: its parts are nested too deep") from error


def letter_of(message: Message) -> Letter:
    """What a message says of itself, and its words."""
    author = addresses(message, "From") or addresses(message, "Sender")
    return Letter(
        body=_body(message),
        author=author[0] if author else "",
        to=addresses(message, "To"),
        cc=addresses(message, "Cc"),
        bcc=addresses(message, "Bcc"),
        date=_decoded(message.get("Date")),
        subject=_decoded(message.get("Subject")),
        attachments=tuple(name for part in message.walk() if (name := _file_name(part))),
        message_id=message_id(str(message.get("Message-ID", ""))),
        answers=answered(str(message.get("In-Reply-To", "")), str(message.get("References", ""))),
        names=tuple((role, _listed(_decoded(message.get(field)))) for role, field in _X_NAMES.items() if message.get(field)),
    )


def addresses(message: Message, field: str) -> tuple[str, ...]:
    """Everyone in a field, decoded, one a piece: "Lee, Ann <ann@example.com>"."""
    values = [str(value) for value in message.get_all(field, [])]
    pairs = [pair for pair in getaddresses(values) if any(pair)]
    if pairs and all(_ADDRESSED.match(address) for _, address in pairs):
        return tuple(_piece(_decoded(name), address) for name, address in pairs)
    return tuple(piece for value in values for piece in _listed(_decoded(value)))


def _piece(name: str, address: str) -> str:
    return f"{name} <{address}>" if name else address


def _listed(words: str) -> tuple[str, ...]:
    """The pieces of a list that keeps no rule: commas within names, addresses of no known form."""
    return tuple(one.as_written for one in parties(Passage(words, (Span(0, len(words)),)), "to")) if words else ()


def _decoded(value: object) -> str:
    """A field's words, unfolded, its encoded words decoded as far as they can be."""
    words = " ".join(str(value).split()) if value is not None else ""
    try:
        decoded = str(make_header(decode_header(words)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError, binascii.Error):
        decoded = words
    return decoded.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _body(message: Message) -> str:
    """The words of every part that is shown; of alternatives the plain one, unless it is empty."""
    return "\n\n".join(words for part in _shown(message) if (words := _words(part)).strip())


def _shown(part: Message) -> Iterator[Message]:
    """The parts that hold words: text that is no attached file, and messages within the message."""
    inner = _children(part)
    if part.get_content_type() == "message/rfc822":
        yield part
        return
    if _file_name(part):
        return
    if part.get_content_type() == "multipart/alternative":
        found = [list(_shown(child)) for child in inner]
        best = next((leaves for leaves in found if any(_is_plain(leaf) and _words(leaf).strip() for leaf in leaves)), None)
        yield from best if best is not None else next((leaves for leaves in reversed(found) if leaves), [])
    elif inner:
        for child in inner:
            yield from _shown(child)
    elif part.get_content_maintype() == "text":
        yield part


def _children(part: Message) -> list[Message]:
    payload = part.get_payload() if part.is_multipart() else []
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _is_plain(part: Message) -> bool:
    return part.get_content_type() == "text/plain"


def _words(part: Message) -> str:
    if part.get_content_type() == "message/rfc822":
        return "\n\n".join(text_of_letter(letter_of(child)) for child in _children(part))
    payload = part.get_payload(decode=True)
    text = in_charset(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "utf-8")
    return text_of(text) if part.get_content_type() == "text/html" else text


def in_charset(data: bytes, charset: str) -> str:
    """Bytes as text: in ``charset``, or as Windows writes western text where that fails."""
    try:
        return data.decode(charset)
    except (LookupError, UnicodeError):
        return data.decode("cp1252", "replace")


def _file_name(part: Message) -> str:
    """The name of an attached file; '' for what is shown as part of the message."""
    name = _decoded(part.get_filename())
    if part.get_content_type() == "message/rfc822":
        subject = next((_decoded(child.get("Subject")) for child in _children(part)), "")
        return name or f"{subject or 'message'}.eml"
    is_text = part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment"
    return "" if is_text and not name else name or ("attachment" if part.get_content_disposition() == "attachment" else "")
