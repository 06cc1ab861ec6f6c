"""The mail of Exhibits 12 and 14 once more, as the files from which it was printed: the same messages, in the form of a native production.

exhibit-12.eml        the newest message of the chain, with all that it quotes below it, as plain text
exhibit-14-1.eml      each message of the conversation, in HTML
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape

from corpora.sample import exhibit_12, exhibit_14
from corpora.sample.cast import FORMS
from corpora.sample.mail import Message
from corpora.sample.manuscript import texts

_PACIFIC = timezone(timedelta(hours=-7))
_TITLE_14 = "Dinner, and the forty thousand"


def mails() -> Iterator[tuple[str, bytes]]:
    """File name and bytes of each; the same bytes on every run."""
    newest, *below = exhibit_12.CHAIN
    chain = _addressed(newest, _field(newest, "Subject"))
    chain.set_content("\n\n".join((_words(newest), *map(_quoted, below))) + "\n", cte="quoted-printable")
    yield "exhibit-12.eml", chain.as_bytes()
    for number, message in enumerate(exhibit_14.CONVERSATION, 1):
        mail = _addressed(message, _TITLE_14 if number == 1 else f"Re: {_TITLE_14}")
        paragraphs = "\n".join(f"<p>{escape(words)}</p>" for words in texts(message.body))
        mail.set_content(f"<html><body>\n{paragraphs}\n</body></html>\n", subtype="html", cte="quoted-printable")
        yield f"exhibit-14-{number}.eml", mail.as_bytes()


def _addressed(message: Message, subject: str) -> EmailMessage:
    """The header as it was sent: whoever the paper prints after "Cc:" goes there, all others into "To"."""
    said, copied = message.said, _field(message, "Cc")
    to = [_entry(name) for name in said.to if name.split()[-1] not in copied]
    cc = [_entry(name) for name in said.to if name.split()[-1] in copied]
    mail = EmailMessage()
    mail["From"] = _entry(said.speaker or "")
    mail["To"] = ", ".join(to)
    if cc:
        mail["Cc"] = ", ".join(cc)
    mail["Date"] = format_datetime(datetime.fromisoformat(said.date or "").replace(tzinfo=_PACIFIC))
    mail["Subject"] = subject
    return mail


def _entry(name: str) -> str:
    known = next((form for form in FORMS.get(name, ()) if "@" in form), "")
    first, *_, last = name.lower().split()
    return f'"{name}" <{known or f"{first[0]}{last}@novalith.example"}>'


def _field(message: Message, label: str) -> str:
    """What the paper prints after a label; '' where it does not print it."""
    lines = (line.replace("__", "").replace("\t", " ") for line in message.header)
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(f"{label}:")), "")


def _words(message: Message) -> str:
    return "\n\n".join(texts(message.body))


def _quoted(message: Message) -> str:
    """A message further down: its header as printed and its words, each line behind its quote marks."""
    header = "\n".join(line.replace("__", "").replace("\t", " ") for line in message.header)
    return f"{_marked(header, message.header_depth)}\n\n{_marked(_words(message), message.depth)}"


def _marked(words: str, depth: int) -> str:
    return "\n".join(f"{'> ' * depth}{line}".rstrip() for line in words.split("\n"))
