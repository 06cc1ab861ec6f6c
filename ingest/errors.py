"""One error tree. A message says what went wrong, where (file, page, line) and what to do.

PinciteError
├── ReadError            a file that cannot be read; it becomes a row of the ledger, never the end of a batch
│   ├── NotAPdf          the bytes are not a PDF (nor plain text)
│   ├── Encrypted        a password is needed
│   ├── Damaged          a PDF whose structure cannot be mended
│   ├── OverLimit        time, memory, pages or output past the limit
│   └── Failed           the program erred on it; the file may be in order
├── CorpusError          the corpus folder or its settings are wrong
└── QueryError           a search query that cannot be understood
"""

from __future__ import annotations


class PinciteError(Exception):
    """The root of every error that Pincite raises on purpose."""


class ReadError(PinciteError):
    """A file that cannot be read."""


class NotAPdf(ReadError):
    """The bytes are not of a kind that can be read."""


class Encrypted(ReadError):
    """The file is encrypted and no password given opens it."""


class Damaged(ReadError):
    """The file's structure is broken beyond what the readers mend."""


class OverLimit(ReadError):
    """The file asked for more time, memory, pages or output than it is allowed."""


class Failed(ReadError):
    """The program erred on the file."""


class CorpusError(PinciteError):
    """The corpus folder or its settings are wrong."""


class QueryError(PinciteError):
    """A search query that cannot be understood."""
