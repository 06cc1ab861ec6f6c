"""The sidebar: which corpus is open, which statements are wanted, who is reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from graph.filter import VERDICTS, Filter
from graph.shelf import corpora_in
from graph.snapshot import Snapshot
from ingest.errors import QueryError
from screens.desk import counted
from screens.plain import plain

# The filters' keys with the value that lets everything through. The browser keeps a value that is only deleted here.
_OPEN = {
    "words": "",
    "speaker": None,
    "addressee": None,
    "topic": None,
    "kind": None,
    "document": None,
    "since": "",
    "until": "",
    "confidence": 0.0,
    "review": None,
}
_FOLDER = "folder"


def pick_corpus(arguments: list[str]) -> Path | None:
    """The corpus folder that the reader works in; None if there is none where he looks."""
    if _FOLDER not in st.session_state:
        st.session_state[_FOLDER] = arguments[0] if arguments else ""
    given = st.session_state[_FOLDER].strip()
    found = corpora_in(Path(given).expanduser()) if given else ()
    if len(found) < 2:
        return found[0] if found else None
    return st.sidebar.selectbox("Corpus", found, format_func=lambda path: path.name, key="corpus")


def open_another(*, expanded: bool = False) -> None:
    """Where to name another folder."""
    with st.sidebar, st.expander("Open another folder", icon=":material/folder_open:", expanded=expanded):
        st.text_input("Folder", key=_FOLDER, help="A corpus folder, or a folder that holds several.")


def filters(snapshot: Snapshot) -> tuple[Filter, str]:
    """What is wanted of the corpus, and words that must stand in the text."""
    with st.sidebar:
        words = st.text_input("Words in the statement", key="filter-words", placeholder="libgen torrent")
        speaker = _choice("Speaker", "speaker", snapshot.values("speaker"))
        addressee = _choice("Said to", "addressee", snapshot.values("addressees"))
        topic = _one("Topic", "topic", snapshot.values("topics"))
        kind = _one("Kind", "kind", snapshot.values("kind"))
        document = _document(snapshot)
        left, right = st.columns(2)
        since = left.text_input("From", key="filter-since", placeholder="2023-10", help="2023, 2023-10 or 2023-10-04")
        until = right.text_input("Until", key="filter-until", placeholder="2023-12-31", help="Inclusive")
        confidence = st.slider("At least this sure", 0.0, 1.0, step=0.05, key="filter-confidence")
        review = _one("Review", "review", VERDICTS)
        undated = Filter(speaker, addressee, topic, kind, document, min_confidence=confidence, review=review)
        try:
            wanted = replace(undated, since=since.strip(), until=until.strip())
        except QueryError as error:
            st.error(plain(str(error).replace("--since", "From").replace("--until", "Until")))
            return undated, words
    return wanted, words


def _choice(label: str, name: str, options: tuple[str, ...]) -> str:
    """A name out of many; part of one may be typed."""
    return st.selectbox(label, options, index=None, key=f"filter-{name}", placeholder="Anyone", accept_new_options=True) or ""


def _one(label: str, name: str, options: tuple[str, ...]) -> str:
    return st.selectbox(label, options, index=None, key=f"filter-{name}", placeholder="Any") or ""


def _document(snapshot: Snapshot) -> str:
    """A file name; court papers are shown with their docket number before it, which is what tells them apart."""
    names = tuple(dict.fromkeys(name for _, name in snapshot.documents))
    entries = snapshot.docket_entries

    def label(name: str) -> str:
        return f"{entries[name]} · {name}" if name in entries else name

    return st.selectbox("Document", names, index=None, key="filter-document", placeholder="Any", format_func=label) or ""


def tally(snapshot: Snapshot, count: int) -> None:
    """How many statements pass, and the way back to all of them."""
    with st.sidebar:
        st.caption(f"**{count:,}** of {counted(len(snapshot.rows), 'statement')} shown")
        st.button("Clear filters", icon=":material/filter_alt_off:", on_click=_clear, type="tertiary")


def _clear() -> None:
    for name, value in _OPEN.items():
        st.session_state[f"filter-{name}"] = value


def reviewer() -> str:
    """Who is reading: his name goes with every ruling."""
    with st.sidebar:
        return st.text_input("Reviewer", key="who", placeholder="Your name", help="Stored with each ruling.").strip()
