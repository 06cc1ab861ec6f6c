"""Lawyers' connectors, put into the search engine's language.

    libgen torrent              both words (AND)            libgen AND torrent
    "shadow library"            the phrase                  libgen OR "z-library"
    licens*   licens!           any ending                  libgen NOT torrent      libgen BUT NOT torrent
    libgen w/10 lawyer          at most ten words between them, either order (also /10, near/10)

``w/s`` and ``w/p`` (same sentence, same paragraph) are refused rather than guessed: a passage is a message, a turn or a
paragraph already, so ``AND`` is ``w/p``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.errors import QueryError

_TOKEN = re.compile(r'"[^"]*"|\(|\)|[^\s()"]+')
_WITHIN = re.compile(r"(?:w|near|pre)?/(\d{1,3})\Z", re.IGNORECASE)
_UNSUPPORTED = re.compile(r"(?:w|pre)/[sp]\Z|pre/\d+\Z", re.IGNORECASE)


@dataclass(slots=True)
class _Reader:
    """The tokens of a query and how far they are read."""

    tokens: list[str]
    at: int = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]


def to_fts(query: str) -> str:
    """The FTS5 query for a query with lawyers' connectors.

    :raises QueryError: it is empty, a bracket or operand is missing, or a connector is not supported.
    """
    if query.count('"') % 2:
        raise QueryError(f"a quotation mark is not closed: {query}")
    tokens = _TOKEN.findall(query)
    refused = next((token for token in tokens if _UNSUPPORTED.match(token)), "")
    if refused:
        raise QueryError(f'"{refused}" is not supported; use w/N for at most N words between, or AND within a passage')
    if not tokens:
        raise QueryError("the query is empty")
    reader = _Reader(tokens)
    result = _either(reader)
    if reader.peek():
        raise QueryError(f'"{reader.peek()}" was not expected in: {query}')
    return result


def _either(reader: _Reader) -> str:
    parts = [_both(reader)]
    while reader.peek().upper() == "OR":
        reader.take()
        parts.append(_both(reader))
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def _both(reader: _Reader) -> str:
    result = _near(reader)
    while (token := reader.peek()) and token.upper() not in {"OR", ")"}:
        word = token.upper()
        if word in {"AND", "BUT", "&"}:
            reader.take()
        if reader.peek().upper() in {"NOT", "%"}:
            reader.take()
            result = f"({result} NOT {_near(reader)})"
        else:
            result = f"({result} AND {_near(reader)})"
    return result


def _near(reader: _Reader) -> str:
    """Operands joined by w/N; a chain of the same N is one NEAR group."""
    first = _operand(reader)
    operands, distance = [first], None
    while match := _WITHIN.match(reader.peek()):
        reader.take()
        if distance is not None and int(match[1]) != distance:
            raise QueryError("different distances in one chain: put brackets or AND between them")
        distance = int(match[1])
        operands.append(_operand(reader))
    if distance is None:
        return first
    if any(operand.startswith("(") for operand in operands):
        raise QueryError("w/N takes words and phrases, not bracketed groups")
    return f"NEAR({' '.join(operands)}, {distance})"


def _operand(reader: _Reader) -> str:
    word = reader.peek()
    if not word or word == ")" or word.upper() in {"AND", "OR", "NOT"} or _WITHIN.match(word):
        raise QueryError(f"a word or phrase is missing{f' before {word}' if word else ' at the end'}")
    reader.take()
    if word == "(":
        inner = _either(reader)
        if reader.peek() != ")":
            raise QueryError("a bracket is not closed")
        reader.take()
        return inner if inner.startswith(("(", "NEAR")) else f"({inner})"
    return _term(word)


def _term(token: str) -> str:
    """A word or phrase, quoted, so that nothing in it is syntax; ``*`` and ``!`` at the end take any ending."""
    words = token.strip('"')
    prefix = words.endswith(("*", "!"))
    words = words.rstrip("*!")
    if not re.search(r"\w", words):
        raise QueryError(f'"{token}" has no letters or digits to look for')
    return f'"{words}"' + ("*" if prefix else "")
