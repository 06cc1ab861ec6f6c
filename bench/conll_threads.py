"""Threads of mail that were taken apart into words, as text again: what was printed, whose each mail is, and who its headers name.

    Thread(name, "Date: Fri, 7 Dec 2001 ...", mails=(Mail(Span(0, 812), "Heather", {…}), …))      the latest mail first

A row of the gold is a word, whose mail it is, and the person that it begins or ends a mention of. The tokens are joined as they
were printed, as far as they tell: no blanks within addresses and before commas, and the rules that mail programs draw again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.written import letters
from ingest.span import Span

_BREAK = "Metadata"  # whose mail "Original Message" is
_HEADER = re.compile(r"(?:X\s*-\s*)?(?:From|To|Cc|Bcc|cc|bcc)\s*:")
_OPENING, _CLOSING = re.compile(r"\(P(\d+)"), re.compile(r"P(\d+)\*?\)")
_TIGHT = (
    (re.compile(r"\s+([,.;:!?)\]>])"), r"\1"),
    (re.compile(r"([(\[<])\s+"), r"\1"),
    (re.compile(r"^X\s*-\s*(\w+)\s*:"), r"X-\1:"),
    (re.compile(r"(?<=\w)\.\s+(?=[\w.]+@)"), "."),
    (re.compile(r"\"\s+([^\"]+?)\s+\""), r'"\1"'),
    (re.compile(r"\s*/\s*"), "/"),
)
_RULES = (("Original Message", "-----Original Message-----"), ("Forwarded by", "---------------------- Forwarded by"))

Word = tuple[str, str, str]  # the token, whose mail it is, mentions of persons that begin or end here


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail: where it stands in the text, the name that the gold gives its author, and whom its header names, by number."""

    span: Span
    author: str
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread as it was printed, the latest mail first; ``forms`` are the names and addresses of each person in its headers, by
    number, their letters and digits alone."""

    name: str
    text: str
    mails: tuple[Mail, ...]
    forms: Mapping[str, frozenset[str]]

    def without_the_first(self) -> Thread:
        """The same from the second mail on: the exhibit that somebody else's mailbox gives."""
        start = self.mails[1].span.start
        moved = tuple(Mail(_moved(mail.span, start), mail.author, mail.named) for mail in self.mails[1:])
        return Thread(self.name, self.text[start:], moved, self.forms)


def _moved(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)


def read_threads(folder: Path) -> Iterator[Thread]:
    """Every thread of the gold, by file name."""
    for path in sorted(folder.glob("*.conll")):
        yield _thread(path.stem, list(_lines(path)))


def _lines(path: Path) -> Iterator[list[Word]]:
    """The lines, as far as the gold keeps them: its sentences."""
    line: list[Word] = []
    for row in (*path.read_text(encoding="utf-8").splitlines(), ""):
        cells = row.split("\t")
        if len(cells) > 2 and not row.startswith("#"):
            line.append((cells[0], cells[1], cells[2]))
        elif line:
            yield line
            line = []


def _thread(name: str, lines: list[list[Word]]) -> Thread:
    text, mails, start, named = "", list[Mail](), 0, set[str]()
    forms: dict[str, set[str]] = defaultdict(set)
    whose = _whose(lines)
    for i, line in enumerate(lines):
        if i and whose[i] != whose[i - 1]:
            mails.append(Mail(Span(start, len(text)), whose[i - 1][0], frozenset(named)))
            start, named = len(text), set()
        words = _printed(" ".join(word for word, _, _ in line))
        for number, form in _mentions(line) if _HEADER.match(words) else ():
            named.add(number)
            forms[number].add(letters(form))
        text += ("\n" if words.startswith("--") else "") + words + "\n"
    mails.append(Mail(Span(start, len(text)), whose[-1][0], frozenset(named)))
    return Thread(name, text, tuple(mails), {number: frozenset(theirs) for number, theirs in forms.items()})


def _mentions(line: list[Word]) -> Iterator[tuple[str, str]]:
    """Each mention of a person in a line: the person's number, and the words."""
    begun: dict[str, list[str]] = {}
    for word, _, marks in line:
        begun |= {number: [] for number in _OPENING.findall(marks)}
        for words in begun.values():
            words.append(word)
        for number in _CLOSING.findall(marks):
            if number in begun:
                yield number, " ".join(begun.pop(number))


def _whose(lines: list[list[Word]]) -> list[tuple[str, int]]:
    """Of each line whose mail it is, and how many breaks were before it: a rule belongs to the mail below it."""
    breaks, found = 0, list[tuple[str, int]]()
    for i, line in enumerate(lines):
        if line[0][1] == _BREAK:
            breaks += i > 0 and lines[i - 1][0][1] != _BREAK
            after = next((later[0][1] for later in lines[i:] if later[0][1] != _BREAK), _BREAK)
            found.append((after, breaks))
        else:
            found.append((line[0][1], breaks))
    return found


def _printed(words: str) -> str:
    for form, tight in _TIGHT:
        words = form.sub(tight, words)
    return next((words.replace(plain, ruled, 1) for plain, ruled in _RULES if words.startswith(plain)), words)
