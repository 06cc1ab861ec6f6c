"""What the theme cannot say: less air between things, for people who read all day. Our own rules only, never a document's words."""

from __future__ import annotations

import streamlit as st

_RULES = """<style>
[data-testid="stMainBlockContainer"] { padding: 4.3rem 1.6rem 1.5rem; }
[data-testid="stMainBlockContainer"] [data-testid="stVerticalBlock"] { gap: 0.55rem; }
[data-testid="stSidebarHeader"] { height: 1.4rem; min-height: 1.4rem; margin: 0; }
[data-testid="stSidebarUserContent"] { padding-bottom: 1rem; }
[data-testid="stSidebarUserContent"] [data-testid="stVerticalBlock"] { gap: 0.3rem; }
[data-testid="stSidebarUserContent"] [data-testid="stWidgetLabel"] { min-height: 1.1rem; margin-bottom: 0; }
/* Its own download has shortened words, and cells that a spreadsheet would run; ours has neither. */
[data-testid="stElementToolbarButton"]:has([aria-label="Download as CSV"]) { display: none; }
[data-testid="stImage"] img { border: 1px solid #d5dbe3; }
</style>"""


def apply() -> None:
    """Put the rules on the page."""
    st.html(_RULES)
