"""The front door's inside: open a corpus, filter it, and hand it to the page that the reader is on."""

from __future__ import annotations

import streamlit as st

from graph.snapshot import Snapshot
from ingest.errors import PinciteError
from screens import sidebar
from screens.desk import Desk, counted, lay, select, snapshots
from screens.plain import plain

_PAGES = (
    ("timeline", "Timeline", ":material/timeline:"),
    ("statements", "Statements", ":material/format_quote:"),
    ("people", "People", ":material/groups:"),
    ("network", "Network", ":material/hub:"),
    ("documents", "Documents", ":material/description:"),
    ("search", "Search", ":material/search:"),
    ("quotes", "Quotes", ":material/fact_check:"),
)
_HOW = """
A corpus is a folder that Pincite has read papers into:

    pincite ingest CASE FILES...      read PDFs into the folder CASE
    pincite app CASE                  open it here

No papers at hand? `pincite sample demo` writes a made-up case to try things on; then `pincite ingest demo`.
"""


def show(arguments: list[str]) -> None:
    """Draw the app. ``arguments`` are those after ``--``: a corpus folder, or one that holds several."""
    st.set_page_config(page_title="Pincite", page_icon=":material/push_pin:", layout="wide")
    page = st.navigation(
        [st.Page(f"screens/{name}.py", title=title, icon=icon, url_path=name) for name, title, icon in _PAGES], position="top"
    )
    folder = sidebar.pick_corpus(arguments)
    if folder is None:
        _welcome()
        return
    try:
        with st.spinner("Reading the corpus…"):
            snapshot = snapshots().get(folder)
    except PinciteError as error:
        st.error(plain(str(error)))
        return
    _title(snapshot)
    wanted, words = sidebar.filters(snapshot)
    rows = select(snapshot, wanted, words)
    sidebar.tally(snapshot, len(rows))
    lay(Desk(snapshot, wanted, words, rows, sidebar.reviewer()))
    page.run()


def _welcome() -> None:
    st.header("No corpus is open")
    asked = st.session_state.get("folder", "")
    if asked:
        st.warning(f"There is no corpus in {plain(asked)}, nor in the folders directly below it.")
    st.markdown(_HOW)
    st.markdown("Then give its folder under **Open another folder** in the sidebar.")


def _title(snapshot: Snapshot) -> None:
    with st.sidebar:
        st.markdown(f"### {plain(snapshot.settings.name or snapshot.folder.name)}")
        documents = counted(len(snapshot.documents), "document")
        st.caption(
            f"{documents} · {counted(len(snapshot.rows), 'statement')} · {counted(len(snapshot.people.persons), 'party', 'parties')}"
        )
