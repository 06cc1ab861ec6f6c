"""Names that one message gives to the parties of another in the same document.

ann@example.com          elsewhere "Ann Lee <ann@example.com>": Ann Lee
"LEE ANN"                elsewhere "LEE, ANN": the comma that was lost says which word comes first
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.segment import Party, Segment


def with_names(text: str, segments: Iterable[Segment]) -> list[Segment]:
    """The segments, with parties named as the document (whose text is ``text``) names them elsewhere, if in one way only."""
    found = list(segments)
    parties = [party for segment in found for party in _parties(segment)]
    by_address = _only({(party.address.lower(), party.name) for party in parties if party.address and party.name})
    signed = {line for segment in found if segment.spans and (line := _last_line(text, segment)).isalpha()}
    sure = [p.name for p in parties if " " in p.name and ("," in p.as_written or p.name.lower().split()[0] in signed)]
    by_words = _only({(_key(name), name) for name in sure})

    def named(party: Party) -> Party:
        if not party.name:
            return replace(party, name=by_address.get(party.address.lower(), ""))
        return replace(party, name=by_words.get(_key(party.name), party.name))

    return [replace(s, author=named(s.author) if s.author else None, addressees=tuple(map(named, s.addressees))) for s in found]


def _parties(segment: Segment) -> Iterator[Party]:
    if segment.author:
        yield segment.author
    yield from segment.addressees


def _last_line(text: str, segment: Segment) -> str:
    return segment.spans[-1].of(text).rstrip(" ,.").rpartition("\n")[2].strip(" -–—").lower()


def _key(name: str) -> str:
    return " ".join(sorted(name.lower().split()))


def _only(pairs: set[tuple[str, str]]) -> dict[str, str]:
    """The keys that have one value, in any case of letters."""
    values: dict[str, set[str]] = {}
    for key, value in pairs:
        values.setdefault(key, set()).add(value)
    return {key: min(found) for key, found in values.items() if len({value.lower() for value in found}) == 1}
