"""Threads: conversations by mail, whatever exhibits they are printed in; who was on each message, and who was not any more."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from corpora.record import Record
from graph.message import Message
from graph.thread import Thread
from graph.thread_row import names, reach_words
from screens.desk import Desk, counted, desk, joined, readable, shortened
from screens.detail import show_detail
from screens.empty import nothing_to_show
from screens.pages import show_pages
from screens.plain import plain
from screens.table import ONE_LINE, pick

_THREADS = {
    "Subject": st.column_config.TextColumn(width=160),
    "First": st.column_config.TextColumn(width=72),
    "Last": st.column_config.TextColumn(width=72),
    "Mails": st.column_config.NumberColumn(width=42),
    "Places": st.column_config.NumberColumn(width=45, help="Where any of it is printed"),
    "People": st.column_config.NumberColumn(width=47),
    "Dropped": st.column_config.TextColumn(width=118, help="Who was on a mail, and is not on the one that answers it"),
    "Only below": st.column_config.NumberColumn(width=70, help="Mails that no paper prints by themselves"),
}
_MAILS = {
    "Date": st.column_config.TextColumn(width=80),
    "From": st.column_config.TextColumn(width=112),
    "To": st.column_config.TextColumn(width=98),
    "Words": st.column_config.TextColumn(width=132),
    "Joined": st.column_config.TextColumn(width=66),
    "Dropped": st.column_config.TextColumn(width=80),
    "Places": st.column_config.TextColumn(width=110),
}
_DAY = len("2023-10-04")
_NO_WORDS = "(no words of its own)"


def show(at: Desk) -> None:
    """Draw the page."""
    if nothing_to_show(at):
        return
    found = _wanted(at)
    if not found:
        st.info(
            "No mail that passes the filters is answered, or printed more than once. Turn on **Single mails** to see those that "
            "stand alone, or widen the filters.",
            icon=":material/info:",
        )
        return
    left, right = st.columns([13, 10], gap="medium")
    with left:
        thread = _threads(found, at)
        message = _mails(thread)
    with right:
        _message(at, thread, message)


def _wanted(at: Desk) -> Sequence[Thread]:
    """The threads of which any message passes the filters, and that the chosen person was sent any of."""
    with st.container(horizontal=True, vertical_alignment="center"):
        singles = st.toggle("Single mails", key="single-mails", persist_state="session", help="Printed once, without an answer")
        person = st.selectbox(
            "Who was sent any of it",
            sorted({person for thread in at.snapshot.threads for person in thread.everyone}, key=lambda p: (p.name, p.id)),
            index=None,
            format_func=lambda one: one.name,
            placeholder="Sent to anyone",
            key="thread-person",
            label_visibility="collapsed",
        )
    found = [thread for thread in at.snapshot.threads if singles or not thread.stands_alone]
    if not at.unfiltered:
        ids = {row.statement_id for row in at.rows}
        found = [thread for thread in found if not ids.isdisjoint(thread.statement_ids)]
    return found if person is None else [thread for thread in found if thread.was_sent_to({person.id})]


def _threads(found: Sequence[Thread], at: Desk) -> Thread:
    mails = sum(len(thread.messages) for thread in found)
    st.caption(f"{counted(len(found), 'thread')} of {counted(mails, 'mail')}, the oldest first")
    frame = pd.DataFrame(
        {
            "Subject": [thread.subject or "(no subject)" for thread in found],
            "First": [thread.dates[0][:_DAY] if thread.dates else "undated" for thread in found],
            "Last": [thread.dates[-1][:_DAY] if thread.dates else "undated" for thread in found],
            "Mails": [len(thread.messages) for thread in found],
            "Places": [len(thread.places) for thread in found],
            "People": [len(thread.everyone) for thread in found],
            "Dropped": [names(dict.fromkeys(p for m in thread.messages for p in thread.fell_off(m))) for thread in found],
            "Only below": [sum(map(thread.unproduced, thread.messages)) for thread in found],
        }
    )
    key = f"threads-{at.view}-{len(found)}-{found[0].id}"
    return found[pick(frame, key, height=260, row_height=ONE_LINE, config=_THREADS)]


def _mails(thread: Thread) -> Message:
    """The messages of a thread; an answer is set in below what it answers."""
    st.markdown(f"**{plain(thread.subject or '(no subject)')}** · {counted(len(thread.everyone), 'person', 'people')}")
    lines = list(thread.tree())
    frame = pd.DataFrame(
        {
            "Date": [readable(message.date) or "undated" for message, _ in lines],
            "From": ["  " * depth + ("└ " if depth else "") + _author(message) for message, depth in lines],
            "To": [names(message.addressees) for message, _ in lines],
            "Words": [shortened(message.text, 200) or _NO_WORDS for message, _ in lines],
            "Joined": [names(thread.came_on(message)) for message, _ in lines],
            "Dropped": [names(thread.fell_off(message)) for message, _ in lines],
            "Places": [joined(message.cites) for message, _ in lines],
        }
    )
    return lines[pick(frame, f"mails-{thread.id}", height=440, config=_MAILS)][0]


def _author(message: Message) -> str:
    return message.author.name if message.author else message.author_as_written or "Not named"


def _message(at: Desk, thread: Thread, message: Message) -> None:
    """Why it is where it is, who had it and who had not; then the statement at one of its places."""
    answered, link = thread.parent(message), thread.links.get(message.id)
    answers = f"{_author(answered)}'s of {readable(answered.date) or 'no date'}: {link.why}" if answered and link else ""
    facts = (
        ("Answers", answers),
        ("Joined", names(thread.came_on(message))),
        ("Dropped", names(thread.fell_off(message))),
        ("Not on it any more", names(thread.left_out(message))),
        ("Got it below a later mail", joined([reach_words(reach) for reach in thread.reached(message)])),
        ("Original", "none was produced: it is printed only below later mails" if thread.unproduced(message) else ""),
    )
    told = "\n".join(f"{name}: {value}" for name, value in facts if value)
    if told:
        with st.container(border=True):
            st.text(told)
    record = _place(message)
    if record.text:
        show_detail(at, record.statement.id, "threads")
        return
    st.markdown(f"**{plain(_author(message))}** → {plain(names(message.addressees))}")
    st.caption(f"{readable(message.date) or 'undated'} · {_NO_WORDS}")
    st.code(record.cite, language=None, wrap_lines=True)
    show_pages(at, record.statement.document_id, record.statement.spans)


def _place(message: Message) -> Record:
    """One of the places at which it is printed."""
    if len(message.records) == 1:
        return message.records[0]
    number = st.selectbox(
        "Printed at",
        range(len(message.records)),
        format_func=lambda i: f"{message.records[i].cite} · {message.records[i].document}",
        key=f"place-{message.id}",
    )
    return message.records[number or 0]


if __name__ == "__main__":
    show(desk())
