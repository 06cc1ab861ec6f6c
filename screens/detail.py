"""One statement in full: who, to whom, when, the words, why we think so, what an analyst ruled, and the printed page."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from corpora.record import Record, Review, Verdict
from graph.row import Row, split
from screens.desk import Desk, counted, joined, readable, snapshots
from screens.pages import show_pages
from screens.plain import plain

_VERIFIED = {
    "exact": ("verified", ":material/check:", "green", "A second reader finds these words at this place of the PDF."),
    "ocr": ("OCR", ":material/document_scanner:", "orange", "The page is a picture: these words are what OCR has read on it."),
    "failed": (
        "not verified",
        ":material/warning:",
        "red",
        "A second reader does not find these words there: look at the page.",
    ),
}
_RULED = {"accepted": ("accepted", "green"), "rejected": ("rejected", "red"), "corrected": ("corrected", "blue")}


def show_detail(at: Desk, statement_id: str, key: str) -> None:
    """The statement of an id; ``key`` is the page's own, for its buttons."""
    record, row = at.snapshot.record(statement_id), at.snapshot.row(statement_id)
    if record is None or row is None:
        st.info("This statement is not in the corpus any more.", icon=":material/info:")
        return
    _head(row)
    with st.container(border=True):
        st.text(f"“{row.text}”")
    st.code(row.cite, language=None, wrap_lines=True)
    _prints(at, row)
    _badges(record, row)
    _review(at, record, key)
    with st.expander("Why we think so"):
        _reasons(row)
    show_pages(at, record.statement.document_id, record.statement.spans)


def _head(row: Row) -> None:
    speaker = plain(row.speaker or row.speaker_as_written or "Not named")
    heard = f" → {plain(row.addressees or row.addressees_as_written)}" if row.addressees or row.addressees_as_written else ""
    st.markdown(f"**{speaker}**{heard}")
    st.caption(" · ".join((readable(row.date) or "undated", row.kind, plain(row.document), f"page {row.page}")))


def _prints(at: Desk, row: Row) -> None:
    """Where else the same message is printed."""
    others = at.snapshot.rows_of(i for i in at.snapshot.prints.get(row.statement_id, ()) if i != row.statement_id)
    if others:
        st.caption(
            f"One message, printed at {counted(len(others) + 1, 'place')}; also " + plain(joined([o.cite for o in others]))
        )


def _badges(record: Record, row: Row) -> None:
    with st.container(horizontal=True, gap="small"):
        label, icon, color, why = _VERIFIED[row.verified]
        st.badge(label, icon=icon, color=color, help=why)  # type: ignore[arg-type]  # the table above holds colours that it takes
        if record.review.verdict in _RULED:
            word, color = _RULED[record.review.verdict]
            help_ = plain(f"by {record.review.who}, {readable(record.review.at)}")
            st.badge(word, icon=":material/gavel:", color=color, help=help_)  # type: ignore[arg-type]  # as above
        for topic in split(row.topics):
            st.badge(plain(topic), color="gray")


def _review(at: Desk, record: Record, key: str) -> None:
    if not at.who:
        st.caption("To rule on it, give your name under **Reviewer** in the sidebar.")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        choices: tuple[tuple[str, str, Verdict], ...] = (
            ("Accept", ":material/check:", "accepted"),
            ("Reject", ":material/close:", "rejected"),
        )
        for label, icon, verdict in choices:
            if st.button(label, icon=icon, key=f"{key}-{verdict}", disabled=not at.who):
                _rule(at, record.statement.id, verdict)
        with st.popover("Correct the speaker", icon=":material/edit:", disabled=not at.who):
            _correction(at, record, key)


def _correction(at: Desk, record: Record, key: str) -> None:
    """Who speaks by the analyst's reading; what the paper writes stays beside it."""
    name = st.selectbox(
        "Who speaks",
        at.snapshot.values("speaker"),
        index=None,
        key=f"{key}-speaker",
        placeholder="Nobody named",
        accept_new_options=True,
    )
    if st.button("Save", icon=":material/save:", key=f"{key}-corrected"):
        _rule(at, record.statement.id, "corrected", (name or "").strip())


def _rule(at: Desk, statement_id: str, verdict: Verdict, speaker: str | None = None) -> None:
    at_ = datetime.now(tz=UTC).astimezone().strftime("%Y-%m-%dT%H:%M")
    snapshots().decide(at.folder, statement_id, Review(verdict, at.who, at_, speaker))
    st.rerun()


def _reasons(row: Row) -> None:
    """What was read beside what was decided."""
    reasons = (
        ("Speaker as written", row.speaker_as_written),
        ("Addressees as written", row.addressees_as_written),
        ("Date as written", f"{row.date_as_written} ({row.date_kind})" if row.date_kind else row.date_as_written),
        ("Cue", row.cue),
        ("Rule", row.rule),
        ("Confidence", f"{row.confidence:.2f}"),
        ("Record cited", row.record_cite),
        ("Named in the words", row.mentions),
        ("Docket", f"{row.docket}, {row.docket_entry}, filed {row.filed}" if row.docket_entry else row.docket),
        ("Bates", row.bates),
        ("Review", row.review),
        ("Statement", row.statement_id),
    )
    st.text("\n".join(f"{name}: {value}" for name, value in reasons if value))
