"""Search: lawyers' connectors over the full text, each hit on its printed page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from corpora.corpus import Corpus
from corpora.search import Hit, search
from ingest.errors import QueryError
from ingest.span import Span
from screens.desk import Desk, counted, desk
from screens.pages import show_page
from screens.plain import plain
from screens.statement_list import chosen
from screens.table import pick

_MOST = 1_000
_COLUMNS = {"Passage": st.column_config.TextColumn(width=380), "Cite": st.column_config.TextColumn(width=130)}
_HELP = """
| write | finds |
|---|---|
| `libgen torrent` | both words (the same as `libgen AND torrent`) |
| `"shadow library"` | the phrase |
| `libgen OR "z-library"` | either |
| `libgen NOT torrent` | the first without the second (also `BUT NOT`) |
| `licens*` or `licens!` | any ending |
| `libgen w/10 counsel` | at most ten words between them, either order (also `/10`, `near/10`) |
| `(libgen OR books3) AND counsel` | brackets group |

Words are looked for within a message, a turn of testimony or a paragraph; upper and lower case are the same.
"""


def show(at: Desk) -> None:
    """Draw the page."""
    left, right = st.columns([9, 2], vertical_alignment="bottom")
    query = left.text_input(
        "Search the full text", key="query", placeholder="libgen w/10 counsel", type="search", persist_state="session"
    )
    with right.popover("Connectors", icon=":material/help:", width="stretch"):
        st.markdown(_HELP)
    if not query.strip():
        st.info(
            "Write words or connectors above: the whole text of every paper is searched, not only statements.",
            icon=":material/info:",
        )
        st.markdown(_HELP)
        return
    try:
        hits = _hits(at.snapshot.version, query, at.folder)
    except QueryError as error:
        st.warning(f"This query cannot be understood: {plain(str(error))}", icon=":material/help:")
        return
    if not hits:
        st.info("No passage matches. Try fewer words, `OR`, or an open ending: `licens*`.")
        return
    _show_hits(at, hits, query)


@st.cache_resource(show_spinner="Searching…", max_entries=16)
def _hits(version: str, query: str, _folder: Path) -> list[Hit]:  # noqa: ARG001  # version: the cache's key
    with Corpus.open(_folder) as corpus:
        return search(corpus, query, _MOST)


def _show_hits(at: Desk, hits: Sequence[Hit], query: str) -> None:
    left, right = st.columns([13, 10], gap="medium")
    with left:
        more = ", the first of more" if len(hits) == _MOST else ""
        st.caption(f"{counted(len(hits), 'passage')}{more}, by document and place. The sidebar's filters do not apply here.")
        hit = _table(hits, query)
        rows = at.snapshot.rows_of(hit.statement_ids)
        if rows:
            st.markdown(f"**{counted(len(rows), 'statement')}** in this passage")
            chosen(rows, f"search-rows-{query}-{hit.document_id}-{hit.statement_ids[0]}", height=260)
    with right:
        st.text(hit.snippet)
        if hit.uncovered:
            st.warning("Holds words from under a redaction that somebody has released.", icon=":material/visibility:")
        st.code(hit.cite, language=None, wrap_lines=True)
        show_page(at, hit.document_id, hit.page, _spans(at, hit))


def _table(hits: Sequence[Hit], query: str) -> Hit:
    frame = pd.DataFrame(
        {
            "Passage": [hit.snippet for hit in hits],
            "Cite": [hit.cite for hit in hits],
            "Document": [hit.document for hit in hits],
            "Page": [hit.page for hit in hits],
        }
    )
    return hits[pick(frame, f"hits-{query}", height=500, config=_COLUMNS)]


def _spans(at: Desk, hit: Hit) -> list[Span]:
    """What to mark: the words found, or else the statements of the passage."""
    if hit.span is not None:
        return [hit.span]
    records = (at.snapshot.record(i) for i in hit.statement_ids)
    return [span for record in records if record for span in record.statement.spans]


if __name__ == "__main__":
    show(desk())
