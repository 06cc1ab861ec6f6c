"""Where names are seen: each distinct way in which a document writes a party, with how often it speaks, is spoken to, is named.

sighting    document 1, "Lee, Dana", dlee@acme.com     one name and address in one document, however often
company     "Dana Lee; Bob Ray; R. Cole"               sightings of one To line: different people
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from corpora.decision import Key
from corpora.record import Record
from graph.form import is_form_of
from graph.nobody import names_nobody
from graph.written import display_name, fold, fold_address
from ingest.segment import Party
from nlp.statement import Mention

_HEADER_ROLES = frozenset({"from", "to", "cc", "bcc", "on behalf of"})
_HEADER_KINDS = frozenset({"email", "chat"})
_OWN_VOICE = frozenset({"question", "answer", "colloquy", "declaration"})
NAMED_LABELS = frozenset({"PERSON", "ORG"})


@dataclass(slots=True)
class Sighting:
    """What is known of one key. ``case`` is the docket's case, or the document where it has none.

    ``header`` is True for a name in a mail or chat header, ``heard`` for one who speaks in a transcript or declares.
    """

    key: Key
    words: str
    case: str
    header: bool = False
    heard: bool = False
    spoken: int = 0
    received: int = 0
    mentioned: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    labels: Counter[str] = field(default_factory=Counter)

    @property
    def document_id(self) -> str:
        """The document it is seen in."""
        return self.key[0]

    @property
    def address(self) -> str:
        """The folded address printed with it, or ''."""
        return self.key[2]

    @property
    def docketed(self) -> bool:
        """True if its document is known to be of a case."""
        return self.case != self.document_id

    @property
    def weight(self) -> int:
        """How often it is seen as a party."""
        return self.spoken + self.received


@dataclass(frozen=True, slots=True)
class Sightings:
    """All sightings by key, and the companies: keys that stand in one list."""

    by_key: dict[Key, Sighting]
    companies: tuple[frozenset[Key], ...]


def key_of(document_id: str, party: Party) -> Key | None:
    """The key of a party; None where neither a name nor an address is given."""
    words, address = name_words(party), fold_address(party.address or party.as_written)
    return (document_id, fold(words), address) if words or address else None


def key_of_mention(document_id: str, mention: Mention) -> Key | None:
    """The key of a name in a statement's words; None for products and for words that name nobody."""
    words = display_name(mention.as_written)
    wanted = mention.label in NAMED_LABELS and words and not names_nobody(words)
    return (document_id, fold(words), "") if wanted else None


def name_words(party: Party) -> str:
    """The name that a party goes by: what the document tells, else what is written; '' if that names nobody."""
    return next(iter(forms_of(party)), "")


def gather(records: Iterable[Record]) -> Sightings:
    """Every sighting in ``records``. Whoever sends a mail on without a word is a party to it, and says nothing."""
    found: dict[Key, Sighting] = {}
    companies: dict[frozenset[Key], None] = {}
    for record in records:
        speakers = record.statement.attribution.speakers
        addressees = record.statement.addressees
        keys = [_see(found, record, party, spoken=bool(record.text)) for party in speakers]
        companies.setdefault(frozenset(k for k in keys if k))
        keys = [_see(found, record, party, spoken=False) for party in addressees]
        companies.setdefault(frozenset(k for k in keys if k))
        for mention in record.statement.mentions:
            _see_mention(found, record, mention)
    return Sightings(found, tuple(company for company in companies if len(company) > 1))


def _see(found: dict[Key, Sighting], record: Record, party: Party, *, spoken: bool) -> Key | None:
    key = key_of(record.statement.document_id, party)
    if key is None:
        return None
    sighting = found.setdefault(key, Sighting(key, name_words(party), _case(record)))
    sighting.spoken += spoken
    sighting.received += not spoken
    sighting.header |= record.statement.kind in _HEADER_KINDS
    sighting.heard |= record.statement.kind in _OWN_VOICE
    sighting.forms.update(forms_of(party))
    if party.role and party.role.lower() not in _HEADER_ROLES:
        sighting.roles.add(party.role)
    return key


def _see_mention(found: dict[Key, Sighting], record: Record, mention: Mention) -> None:
    key = key_of_mention(record.statement.document_id, mention)
    if key is not None:
        words = display_name(mention.as_written)
        sighting = found.setdefault(key, Sighting(key, words, _case(record)))
        sighting.mentioned += 1
        sighting.labels[mention.label] += 1


def forms_of(party: Party) -> tuple[str, ...]:
    """The forms of a name that a party is written in, each once: what is written counts if it is a form of the name given."""
    return _forms(party.name, party.as_written, header=party.role.lower() in _HEADER_ROLES)


@lru_cache(maxsize=262_144)
def _forms(given: str, as_written: str, *, header: bool) -> tuple[str, ...]:
    name, written = display_name(given), display_name(as_written)
    forms = (name, written) if not name or written == name or is_form_of(written, name) else (name,)
    return tuple(form for form in dict.fromkeys(forms) if form and not names_nobody(form, header=header))


def _case(record: Record) -> str:
    return record.docket.case if record.docket and record.docket.case else record.statement.document_id
