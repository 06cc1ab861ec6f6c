"""The front door's inside: open a corpus, filter it, and hand it to the page that the reader is on."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from graph.snapshot import Snapshot
from ingest.errors import PinciteError
from screens import look, sidebar
from screens.desk import Desk, counted, images, lay, select, snapshots
from screens.plain import plain

_PAGES = (
    ("timeline", "Timeline", ":material/timeline:"),
    ("statements", "Statements", ":material/format_quote:"),
    ("threads", "Threads", ":material/forum:"),
    ("people", "People", ":material/groups:"),
    ("network", "Network", ":material/hub:"),
    ("documents", "Documents", ":material/description:"),
    ("search", "Search", ":material/search:"),
    ("quotes", "Quotes", ":material/fact_check:"),
)
# A picture of our own: for emoji and symbols Streamlit would ask a server for the picture.
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1f4e79"/>'
    '<path d="M3 4h10M3 8h6M3 12h8" stroke="#fff" stroke-width="1.6"/><circle cx="12" cy="8" r="2" fill="#ffd24a"/></svg>'
)
_HOW = """
A corpus is a folder that Pincite has read papers into:

    pincite ingest CASE FILES...      read PDFs into the folder CASE
    pincite app CASE                  open it here

No papers at hand? `pincite sample demo` writes a made-up case to try things on; then `pincite ingest demo`.
"""


def show(arguments: list[str]) -> None:
    """Draw the app. ``arguments`` are those after ``--``: a corpus folder, or one that holds several."""
    st.set_page_config(page_title="Pincite", page_icon=_ICON, layout="wide")
    page = st.navigation(
        [st.Page(f"screens/{name}.py", title=title, icon=icon, url_path=name) for name, title, icon in _PAGES], position="top"
    )
    look.apply()
    images()  # its child starts while the corpus is read
    folder = sidebar.pick_corpus(arguments)
    snapshot = _snapshot(folder)
    if snapshot is not None:
        _title(snapshot)
        lay(_desk(snapshot))
    sidebar.open_another(expanded=snapshot is None)
    if snapshot is not None:
        page.run()


def _snapshot(folder: Path | None) -> Snapshot | None:
    """The corpus in ``folder``; None, after saying why, if there is none."""
    if folder is None:
        _welcome()
        return None
    try:
        with st.spinner("Reading the corpus…"):
            return snapshots().get(folder)
    except PinciteError as error:
        st.error(plain(str(error)))
        return None


def _desk(snapshot: Snapshot) -> Desk:
    wanted, words = sidebar.filters(snapshot)
    rows = select(snapshot, wanted, words)
    sidebar.tally(snapshot, len(rows))
    return Desk(snapshot, wanted, words, rows, sidebar.reviewer())


def _welcome() -> None:
    """What to do where no corpus is open."""
    st.header("No corpus is open")
    asked = st.session_state.get("folder", "")
    if asked:
        st.warning(f"There is no corpus in {plain(asked)}, nor in the folders directly below it.")
    st.markdown(_HOW)
    st.markdown("Then give its folder under **Open another folder** in the sidebar.")


def _title(snapshot: Snapshot) -> None:
    with st.sidebar:
        st.markdown(f"### {plain(snapshot.settings.name or snapshot.folder.name)}")
        st.caption(f"{counted(len(snapshot.documents), 'document')} · {counted(len(snapshot.rows), 'statement')}")
