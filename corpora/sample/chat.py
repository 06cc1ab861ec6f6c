"""How the sample prints chats: a report of short messages taken from a telephone, and the export of a workplace channel.

Bubble(ODOWD, "Sean O'Dowd", "2023-04-06T00:41", "uh. we are seeding.")
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from corpora.sample.manuscript import Paragraph, Said, Style

_NAME = Style(family="Helvetica", size=9.5, leading=12.5, before=9, tabs=(36.0, 372.0), keep=True)
_WORDS = Style(family="Helvetica", size=9.5, leading=12.5, left=36, right=60)
_DAY = Style(family="Helvetica", size=10, leading=14, before=16, align="center", bold=True, keep=True)
_POSTER = Style(family="Helvetica", size=10.5, leading=14, before=10, left=30, tabs=(30.0,), keep=True)
_POST = Style(family="Helvetica", size=10.5, leading=14, left=30, right=40)


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message: who, as the print names them, the minute it was sent, the words."""

    speaker: str
    as_written: str
    sent: str
    words: str

    def said(self, participants: tuple[str, ...]) -> Said:
        """Its truth: it is addressed to all others in the conversation."""
        return Said("chat", self.speaker, self.as_written, tuple(p for p in participants if p != self.speaker), self.sent)

    @property
    def moment(self) -> datetime:
        """When it was sent."""
        return datetime.fromisoformat(self.sent)


def _clock(moment: datetime) -> str:
    return f"{moment.hour % 12 or 12}:{moment:%M} {'AM' if moment.hour < 12 else 'PM'}"


def message_report(bubbles: tuple[Bubble, ...], phones: Mapping[str, str]) -> Iterator[Paragraph]:
    """Name, telephone and time on one line, the message below. ``phones`` names all participants."""
    for i, bubble in enumerate(bubbles):
        day = f"{bubble.moment.month}/{bubble.moment.day}/{bubble.moment.year}"
        initials = "".join(word[0] for word in bubble.as_written.split())
        head = f"{initials}\t__{bubble.as_written}__ <{phones[bubble.speaker]}>\t{day}, {_clock(bubble.moment)}"
        yield Paragraph(head, _NAME)
        yield Paragraph(bubble.words, _WORDS, {f"sms{i}": bubble.said(tuple(phones))}, mark=f"sms{i}")


def channel_export(bubbles: tuple[Bubble, ...], members: tuple[str, ...]) -> Iterator[Paragraph]:
    """A heading for every day; name and time on one line, the post below."""
    day = ""
    for i, bubble in enumerate(bubbles):
        today = f"{bubble.moment:%A, %B} {bubble.moment.day}, {bubble.moment.year}"
        if today != day:
            yield Paragraph(today, _DAY)
            day = today
        yield Paragraph(f"__{bubble.as_written}__\u00a0\u00a0 {_clock(bubble.moment)}", _POSTER)
        yield Paragraph(bubble.words, _POST, {f"post{i}": bubble.said(members)}, mark=f"post{i}")
