"""What to do where there is nothing to show."""

from __future__ import annotations

import streamlit as st

from screens.desk import Desk, counted


def nothing_to_show(at: Desk) -> bool:
    """True, after saying why, if no statement is there to be shown."""
    if at.rows:
        return False
    if not at.snapshot.entries and not at.snapshot.documents:
        st.info("This corpus is empty. Add papers with:  `pincite ingest CORPUS FILES`", icon=":material/info:")
    elif not at.snapshot.rows:
        read = counted(len(at.snapshot.documents), "document")
        st.info(f"No statements were found in the {read} of this corpus. See Documents for what became of each file.")
    else:
        st.info("No statement passes the filters: widen them, or press **Clear filters** in the sidebar.")
    return True
