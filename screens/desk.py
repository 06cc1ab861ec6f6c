"""What lies before the reader: the corpus that is open, and the rows that pass the filters of the sidebar.

Heavy things are kept between reruns: snapshots by folder until the store changes, documents and page images by what they show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from corpora.corpus import Corpus
from graph.filter import Filter
from graph.row import Row
from graph.snapshot import Snapshot, Snapshots
from ingest.document import Document
from ingest.page_image import PageImages, PageView

_KEY = "desk"


@dataclass(frozen=True)
class Desk:
    """The open corpus, what is wanted of it, and the rows that are: ``rows`` by document and place."""

    snapshot: Snapshot
    wanted: Filter
    words: str
    rows: tuple[Row, ...]
    who: str = ""

    @property
    def folder(self) -> Path:
        """The corpus folder."""
        return self.snapshot.folder

    @property
    def view(self) -> str:
        """Tells one choice of rows from another: the key of whatever is kept for them."""
        return f"{self.folder}|{self.wanted}|{self.words}"

    @property
    def unfiltered(self) -> bool:
        """True if every statement is shown."""
        return self.wanted == Filter() and not self.words


def lay(desk: Desk) -> None:
    """Put a desk before the page that is drawn next."""
    st.session_state[_KEY] = desk


def desk() -> Desk:
    """The desk of this run."""
    found = st.session_state[_KEY]
    if not isinstance(found, Desk):
        raise TypeError("the front door lays the desk before it opens a page")
    return found


@st.cache_resource(show_spinner=False)
def snapshots() -> Snapshots:
    """The snapshots of all sessions."""
    return Snapshots()


@st.cache_resource(show_spinner=False)
def images() -> PageImages:
    """The child that draws pages, for all sessions."""
    return PageImages()


def select(snapshot: Snapshot, wanted: Filter, words: str) -> tuple[Row, ...]:
    """The wanted rows of a snapshot, by document and place."""
    return _select(snapshot.version, snapshot.rulings, wanted, words, snapshot)


@st.cache_resource(show_spinner=False, max_entries=8)
def _select(version: str, rulings: int, wanted: Filter, words: str, _snapshot: Snapshot) -> tuple[Row, ...]:  # noqa: ARG001  # the first two are the cache's key
    return _snapshot.select(wanted, words)


def document(at: Desk, document_id: str) -> tuple[Document, Path]:
    """A document of the open corpus and where its file stood."""
    return _document(at.snapshot.version, document_id, at.folder)


@st.cache_resource(show_spinner=False, max_entries=32)
def _document(version: str, document_id: str, _folder: Path) -> tuple[Document, Path]:  # noqa: ARG001  # version: read again when the store changes
    with Corpus.open(_folder) as corpus:
        return corpus.document(document_id), corpus.path(document_id)


def image(view: PageView) -> bytes:
    """A page as PNG.

    :raises ReadError: the file is gone, is not the one that was read, or cannot be drawn.
    """
    changed = view.path.stat().st_mtime_ns if view.path.exists() else 0
    return _image(repr(view), changed, view)


@st.cache_resource(show_spinner="Drawing the page…", max_entries=100)
def _image(key: str, changed: int, _view: PageView) -> bytes:  # noqa: ARG001  # the first two are the cache's key
    return images().image(_view)


def counted(number: int, one: str, many: str = "") -> str:
    """``1 statement``, ``2,431 statements``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shortened(text: str, length: int = 160) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def readable(date: str) -> str:
    """``2023-10-04 13:05`` for ``2023-10-04T13:05``: it still sorts."""
    return date.replace("T", " ")


def joined(values: Sequence[str]) -> str:
    """Several values as one cell."""
    return "; ".join(values)
