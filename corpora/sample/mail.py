"""How the sample prints e-mail: a header as the mail program printed it, then the words of the message.

Message("m1", VOSS, ..., header=("From:\\tVoss, Katharina", ...), body="Get the books in.\\n\\nK.")
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpora.sample.manuscript import Paragraph, Said, Style, texts

BODY = Style(family="Helvetica", size=10.5, leading=14, before=7)
HEADER = Style(family="Helvetica", size=10.5, leading=14, left=62, first=-62, tabs=(62.0,))
ATTRIBUTION = Style(family="Helvetica", size=10.5, leading=14, before=12)
PLAIN_HEADER = Style(family="Helvetica", size=10.5, leading=14)
SLIP = Style(size=36, leading=44, align="center", bold=True)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chain. ``header`` lines are as printed; ``depth`` is how many ">" stand before the lines of its body, and
    ``header_depth`` before those of its header (an "On ... wrote:" belongs to the reply above it)."""

    mark: str
    said: Said
    header: tuple[str, ...]
    body: str
    depth: int = 0
    header_depth: int = 0
    header_style: Style = HEADER
    body_style: Style = BODY


def slip_sheet(number: str) -> tuple[Paragraph, ...]:
    """The page before an exhibit, with its number in large letters."""
    return (*(Paragraph("", SLIP) for _ in range(6)), Paragraph(f"EXHIBIT {number}", SLIP))


def email(speaker: str, as_written: str, to: tuple[str, ...], date: str) -> Said:
    """The truth of a message; its addressees are all whom the header names, To and Cc."""
    return Said("email", speaker, as_written, to, date)


def print_message(message: Message, *, apart: float = 0) -> Iterator[Paragraph]:
    """The paragraphs of one message; ``apart`` points below what stands above it."""
    for i, line in enumerate(message.header):
        yield _quoted(
            Paragraph(line, message.header_style), message.header_depth, before=apart if not i else message.header_style.before
        )
    for i, words in enumerate(texts(message.body)):
        said = {message.mark: message.said} if not i else {}
        body = Paragraph(words, message.body_style, said, mark=message.mark)
        yield _quoted(body, message.depth, before=14 if not i else message.body_style.before)


def print_chain(chain: tuple[Message, ...]) -> tuple[Paragraph, ...]:
    """The messages of a chain, one below the other."""
    return tuple(paragraph for i, message in enumerate(chain) for paragraph in print_message(message, apart=24 if i else 0))


def _quoted(paragraph: Paragraph, depth: int, *, before: float) -> Paragraph:
    style = paragraph.style
    return paragraph.with_style(before=before, left=style.left + 12 * depth, prefix="> " * depth)
