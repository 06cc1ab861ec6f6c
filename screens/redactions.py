"""The failed redactions of a paper: where they are and what was ruled of them, never what is under them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from corpora.corpus import Corpus
from corpora.disclosure import ruled
from corpora.redactions import Redaction, keeps_places, redactions_of
from ingest.document import Document
from ingest.redaction import tells_of_redactions
from screens.desk import Desk, counted, document


def show_redactions(at: Desk, document_id: str) -> None:
    """A list of them, and how to rule; nothing where there are none."""
    paper, _ = document(at, document_id)
    if not keeps_places(paper):
        why = next((entry.why for entry in at.snapshot.entries if entry.sha256 == document_id), "")
        if tells_of_redactions(why):
            st.warning(
                f"{why}. It was read before places were kept: ingest it anew, into a new folder, to see and rule on them."
            )
        return
    found = _redactions(at.snapshot.version, document_id, at.folder, paper)
    withheld = sum(not redaction.released for redaction in found)
    with st.expander(
        f"{counted(len(found), 'redaction')} over words that the file still has, {withheld:,} withheld",
        icon=":material/visibility_off:",
    ):
        st.dataframe(pd.DataFrame([_row(redaction) for redaction in found]), hide_index=True, width="stretch")
        st.caption("To rule on one; who, when and why is kept, and a ruling can be undone:")
        st.code(
            f'pincite redactions release "{at.folder}" ID --why "…"\npincite redactions withhold "{at.folder}" ID --why "…"',
            language=None,
        )


def _row(redaction: Redaction) -> dict[str, object]:
    ruling = redaction.ruling
    return {
        "ID": redaction.cover.id,
        "State": redaction.state,
        "Page": redaction.cover.page,
        "Cite": redaction.cite,
        "Line": redaction.line,
        "Ruled": f"{ruling.who}, {ruling.at}: {ruling.why}" if ruling else "",
    }


@st.cache_resource(show_spinner=False, max_entries=16)
def _redactions(version: str, document_id: str, _folder: Path, _paper: Document) -> list[Redaction]:  # noqa: ARG001  # the first two are the cache's key
    with Corpus.open(_folder) as corpus:
        return redactions_of(_paper, ruled(corpus.disclosures()), corpus.cases())
