"""Names made up from syllables, as many as one likes, in made-up mail: for measuring how the work grows with their number.

records(1000)      mails in which a thousand different full names write and are written to, some with an address
chains(10)         ten times A, B a slip away from A, C a slip away from B; and a ruling that A and C are two
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from corpora.decision import Decision, Key
from corpora.record import Record
from graph.given import common_names
from ingest.document import Docket, Place
from ingest.segment import Party
from ingest.span import Span
from nlp.statement import Attribution, Statement

_STARTS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "th",
    "v",
    "w",
    "z",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ee", "ou"]
_ENDS = ["ck", "ld", "ll", "man", "n", "nd", "ng", "r", "rd", "rt", "s", "son", "ss", "t", "x"]
_PER_DOCUMENT = 40  # names: an exhibit of a dozen mails
_PER_CASE = 50  # documents


def names(count: int, seed: int = 7) -> list[str]:
    """``count`` different full names: common first names (one in five made up), made-up surnames, a middle initial now and then."""
    draw = random.Random(seed)
    firsts = sorted(common_names())
    found: dict[str, None] = {}
    while len(found) < count:
        first = _word(draw, 1) if draw.random() < 0.2 else draw.choice(firsts)
        middle = f" {draw.choice('ABCDEGHJLMRST')}." if draw.random() < 0.15 else ""
        found[f"{first.title()}{middle} {_word(draw, draw.choice((1, 1, 2, 2, 3))).title()}"] = None
    return list(found)


def _word(draw: random.Random, syllables: int) -> str:
    return "".join(draw.choice(_STARTS) + draw.choice(_VOWELS) for _ in range(syllables)) + draw.choice(_ENDS)


def records(count: int, seed: int = 7) -> Iterator[Record]:
    """One mail for each two names: from one to the other, with an address at every third, and a surname alone at every fifth."""
    draw = random.Random(seed)
    everybody = names(count, seed)
    for i in range(0, len(everybody) - 1, 2):
        number = i // _PER_DOCUMENT
        writer, reader = (_party(everybody[i + side], i + side, role) for side, role in enumerate(("from", "to")))
        heard = (reader, Party(f"Mr. {everybody[i].split()[-1]}", role="cc")) if draw.random() < 0.2 else (reader,)
        yield _record(number, i * 100, writer, heard)


def _record(number: int, start: int, writer: Party, heard: tuple[Party, ...] = ()) -> Record:
    return Record(
        Statement(f"{number:064}", (Span(start, start + 20),), "email", Attribution((writer,), "header", 0.9), heard),
        f"{number}.pdf",
        Docket(f"1:23-cv-{number // _PER_CASE:05}", "12", "3", None),
        Place(1, 1, "1", "1", 3, 4, ""),
        f"{number}.pdf at 1",
        "Fine by me, thank you.",
        "exact",
    )


def chains(count: int, seed: int = 7) -> Iterator[tuple[list[Record], Decision, tuple[Key, Key, Key]]]:
    """Three records, the ruling on the first and the last, and the keys of the three."""
    draw = random.Random(seed)
    for name in names(count * 4, seed):
        first, surname = name.split()[0], name.split()[-1]
        if count and len(surname) > 8:
            slip = _slip(draw, surname)
            three = [f"{first} {word}" for word in (surname, slip, _slip(draw, slip))]
            keys = [(f"{i:064}", one.lower(), "") for i, one in enumerate(three)]
            said = [_record(i, 100, Party(one, one, role="from")) for i, one in enumerate(three)]
            yield said, Decision("different", (keys[0],), (keys[2],), number=1), (keys[0], keys[1], keys[2])
            count -= 1


def _slip(draw: random.Random, word: str) -> str:
    """One letter another, after the first."""
    at = draw.randrange(1, len(word))
    return word[:at] + draw.choice([c for c in "aeinrst" if c != word[at]]) + word[at + 1 :]


def _party(name: str, number: int, role: str) -> Party:
    words = name.lower().replace(".", "").split()
    address = f"{words[0][0]}{words[-1]}{number}@firm{number % 997}.example" if number % 3 == 0 else ""
    return Party(f"{name} <{address}>" if address else name, name, address, role=role)
