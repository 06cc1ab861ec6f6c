"""Printed pages, drawn with what is asked for marked on them; the text as it was read where a page cannot be drawn."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ingest.document import Document
from ingest.errors import ReadError
from ingest.page_image import page_view
from ingest.page_text import page_text, pages_of
from ingest.span import Span
from screens.desk import Desk, counted, document, image
from screens.plain import plain

_MOST_PAGES = 5


def show_pages(at: Desk, document_id: str, spans: Sequence[Span], *, around: float = 0.0) -> None:
    """Every page that ``spans`` are printed on, up to a few; with ``around`` only what is so many points from them."""
    paper, _ = document(at, document_id)
    pages = pages_of(paper, spans)
    for page in pages[:_MOST_PAGES]:
        show_page(at, document_id, page, spans, around=around)
    if len(pages) > _MOST_PAGES:
        st.caption(f"It runs on over {counted(len(pages) - _MOST_PAGES, 'more page')}: see Documents.")


def show_page(at: Desk, document_id: str, page: int, spans: Sequence[Span], *, around: float = 0.0) -> None:
    """One page with ``spans`` marked."""
    paper, path = document(at, document_id)
    st.caption(_caption(paper, page))
    if path.suffix.lower() == ".txt":
        st.code(page_text(paper, page, spans), language=None, wrap_lines=True)
        return
    try:
        st.image(image(page_view(paper, path, page, spans, around=around)), width="stretch", output_format="PNG")
    except ReadError as error:
        st.warning(plain(str(error)), icon=":material/block:")
        with st.expander("The page's text as it was read"):
            st.code(page_text(paper, page, spans), language=None, wrap_lines=True)


def _caption(paper: Document, page: int) -> str:
    found = paper.page(page)
    parts = [f"**{plain(paper.name)}**", f"page {page} of {len(paper.pages)}"]
    if found.label and found.label != str(page):
        parts.append(f"printed {plain(found.label)}")
    if found.bates:
        parts.append(plain(found.bates))
    if found.text_source == "ocr":
        parts.append("read by OCR")
    return " · ".join(parts)
