"""A corpus is a folder: ``corpus.toml``, the store, exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from corpora.decision import Decision, Key
from corpora.disclosure import Disclosure
from corpora.ledger import Entry
from corpora.mail_print import MailHead
from corpora.record import Record, Review
from corpora.settings import Settings, load_settings
from corpora.store import Passage, Store
from ingest.document import Document
from ingest.errors import CorpusError
from ingest.when import When

SETTINGS_FILE = "corpus.toml"
STORE_FILE = "pincite.sqlite"
_TEMPLATE = """# Settings of this corpus. Lines that begin with # are examples.

[corpus]
name = "{name}"
# pipeline = "en_core_web_lg"          # any installed spaCy pipeline
# roster = "custodians.csv"             # who is who, from a table: name, aliases, addresses, organisation, role

# [topics.chips]                        # beside the built-in "data sourcing" and "competitors"
# terms = ["GPU*", "H100", "compute budget"]

# [[people]]                            # the roster wins over everything automatic
# name = "Jane Q. Doe"
# aliases = ["J. Doe", "Janie"]
# addresses = ["jdoe@example.com"]
# organisation = "Example, Inc."
# role = "VP of Research"

# [limits]                              # of one file
# seconds = 25                        # and page_seconds = 4 for each page
# memory = 4096                         # MiB
# pages = 20000
"""


class Corpus:
    """An open corpus. Use it as a context manager, or call :meth:`close`."""

    def __init__(self, folder: Path, settings: Settings, store: Store) -> None:
        self.folder = folder
        self.settings = settings
        self.store = store

    @classmethod
    def create(cls, folder: Path) -> Corpus:
        """Open the corpus in ``folder``, making the folder and its ``corpus.toml`` if they are not there.

        :raises CorpusError: the settings are wrong.
        """
        folder.mkdir(parents=True, exist_ok=True)
        settings = folder / SETTINGS_FILE
        if not settings.exists():
            settings.write_text(_TEMPLATE.format(name=folder.resolve().name.replace('"', "'")), encoding="utf-8")
        return cls(folder, load_settings(settings), Store(folder / STORE_FILE))

    @classmethod
    def open(cls, folder: Path) -> Corpus:
        """Open a corpus that is there.

        :raises CorpusError: ``folder`` holds no corpus, or its settings are wrong.
        """
        if not (folder / STORE_FILE).exists():
            raise CorpusError(f'{folder}: no corpus here; "pincite ingest {folder} FILES" makes one')
        return cls.create(folder)

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def documents(self) -> Iterator[Document]:
        """Every document, by name."""
        return self.store.documents()

    def document(self, document_id: str) -> Document:
        """One document, by the SHA-256 of its file.

        :raises CorpusError: there is none.
        """
        return self.store.document(document_id)

    @cached_property
    def document_names(self) -> dict[str, str]:
        """File names by document id."""
        return self.store.document_names()

    def path(self, document_id: str) -> Path:
        """Where a document's file stood when it was read."""
        return self.store.path(document_id)

    def records(self, document_id: str | None = None, *, inferred: bool = True) -> Iterator[Record]:
        """Every statement (of one document), by document name and place; if ``inferred``, with dates that other papers tell."""
        return self.store.records(document_id, inferred=inferred)

    def wordless(self) -> Iterator[Record]:
        """Every mail that was sent on without a word, as a record of no words: it is no statement, and tells who got what is below."""
        return self.store.wordless()

    def mail_heads(self) -> dict[str, MailHead]:
        """What the headers of printed mails say beside parties and date, by statement id."""
        return self.store.mail_heads()

    def cases(self) -> frozenset[str]:
        """The cases in which its papers are filed; their cites tell them apart if there are several."""
        return self.store.cases()

    @property
    def dates_are_inferred(self) -> bool:
        """True if the inferred dates are those of the documents that are here now."""
        return self.store.inferred_for() == self._documents_hash()

    def infer(self, dates: Mapping[str, When]) -> None:
        """Keep the dates of statements, by id, that other papers tell."""
        self.store.infer(dates, self._documents_hash())

    def _documents_hash(self) -> str:
        return sha256("\n".join(sorted(self.store.document_names())).encode()).hexdigest()

    def keep_copies(self, copies: Mapping[str, str]) -> None:
        """Keep which statements are copies of which."""
        self.store.keep_copies(copies)

    def copies(self) -> dict[str, str]:
        """What :meth:`keep_copies` kept: ids of copies, each with the id of the first one like it."""
        return self.store.copies()

    def entries(self) -> Iterator[Entry]:
        """The ledger, by path."""
        return self.store.entries()

    def decide(self, statement_id: str, review: Review) -> None:
        """Add an analyst's ruling on a statement; earlier ones are kept."""
        self.store.decide(statement_id, review)

    def rule(self, decision: Decision) -> Decision:
        """Add an analyst's ruling on who is who; as numbered by the log."""
        return self.store.rule(decision)

    def decisions(self) -> tuple[Decision, ...]:
        """The log of rulings on who is who, in order."""
        return self.store.decisions()

    def disclosures(self) -> tuple[Disclosure, ...]:
        """The log of rulings on failed redactions, in order."""
        return self.store.disclosures()

    def settle(self, identities: Mapping[Key, str]) -> None:
        """Keep who each name is taken for, so that papers added later do not reshuffle it."""
        self.store.settle(identities)

    def settled(self) -> dict[Key, str]:
        """What :meth:`settle` kept."""
        return self.store.settled()

    def passages(self, match: str, limit: int) -> list[Passage]:
        """Full-text hits of an FTS5 query; see :mod:`corpora.search` for lawyers' connectors."""
        return self.store.search(match, limit)
