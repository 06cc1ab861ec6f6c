"""People: who somebody is, what he said and was told, with whom he talks, and when he first heard of a topic."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from graph.dossier import Dossier, dossier
from graph.explanation import Explanation, Pair, explain
from graph.judgement import Judgement
from graph.people import Person
from graph.row import Row
from graph.snapshot import Snapshot
from screens.desk import Desk, counted, desk, joined, readable, shortened
from screens.detail import show_detail
from screens.empty import nothing_to_show
from screens.plain import plain
from screens.statement_list import chosen
from screens.table import pick

_SAID = ("Date", "To", "Words", "Cite")
_TOLD = ("Date", "Speaker", "Words", "Cite")
_KNEW = {
    "Topic": st.column_config.TextColumn(width=105),
    "First": st.column_config.TextColumn(width=90),
    "How": st.column_config.TextColumn(width=70),
    "Words": st.column_config.TextColumn(width=215),
    "Cite": st.column_config.TextColumn(width=104),
}


def show(at: Desk) -> None:
    """Draw the page."""
    persons = sorted(at.snapshot.people.persons, key=lambda person: (-person.statements, person.name, person.id))
    if not persons:
        if not nothing_to_show(at):
            st.info("Nobody in this corpus could be named: see the statements as written under Statements.")
        return
    person = st.selectbox(
        "Person or organisation",
        persons,
        format_func=_label,
        key="person",
        persist_state="session",
        label_visibility="collapsed",
    )
    if person is None:
        st.info("Choose somebody above.")
        return
    found = _dossier(at.snapshot.version, at.snapshot.rulings, person.id, person, at.snapshot)
    left, right = st.columns([13, 10], gap="medium")
    with left:
        picked = _left(found, at)
    with right:
        _card(person, at.snapshot)
        if picked is not None:
            show_detail(at, picked.statement_id, "people")


@st.cache_resource(show_spinner=False, max_entries=16)
def _dossier(version: str, rulings: int, person_id: str, _person: Person, _snapshot: Snapshot) -> Dossier:  # noqa: ARG001  # the first three are the cache's key
    return dossier(_person, _snapshot.records, _snapshot.rows, _snapshot.people, _snapshot.threads)


def _label(person: Person) -> str:
    scope = " (in one document)" if person.scope else ""
    return f"{person.name}{scope} · {counted(person.statements, 'statement')}"


def _left(found: Dossier, at: Desk) -> Row | None:
    """What the tabs show; the statement that was chosen in the one that is open."""
    titles = {
        "said": f"Said ({len(found.said):,})",
        "told": f"Was told ({len(found.told):,})",
        "with": f"Talks with ({len(found.partners):,})",
        "knew": f"Knew when ({len(found.exposures):,})",
    }
    tab = st.segmented_control(
        "Show", list(titles), default="said", format_func=titles.__getitem__, key="person-tab", label_visibility="collapsed"
    )
    if tab == "with":
        _partners(found)
        return None
    if tab == "knew":
        return _exposures(found, at)
    rows, columns = (found.told, _TOLD) if tab == "told" else (found.said, _SAID)
    if not rows:
        st.info("The papers have nothing of this.")
    return chosen(rows, f"person-{tab}-{found.person.id}", columns=columns, height=700)


def _partners(found: Dossier) -> None:
    if not found.partners:
        st.info("The papers name nobody that this person talks with.")
        return
    most = max(partner.weight for partner in found.partners)
    st.dataframe(
        pd.DataFrame(
            {
                "Name": [partner.person.name for partner in found.partners],
                "Statements": [partner.weight for partner in found.partners],
                "Said to": [partner.said_to for partner in found.partners],
                "Heard from": [partner.heard_from for partner in found.partners],
                "Role": [joined(partner.person.roles) for partner in found.partners],
            }
        ),
        hide_index=True,
        column_config={"Statements": st.column_config.ProgressColumn(min_value=0, max_value=most, format="%d")},
    )


def _exposures(found: Dossier, at: Desk) -> Row | None:
    """First exposure to each topic; the statement of the chosen one."""
    st.caption(
        "The first statement on each topic that this person made or was sent, by itself or below a later mail, as far as the papers show. "
        "That something was read is another question."
    )
    if not found.exposures:
        st.info("Nothing that this person said or was told is on any topic.")
        return None
    frame = pd.DataFrame(
        {
            "Topic": [e.topic for e in found.exposures],
            "First": [readable(e.date) or "undated" for e in found.exposures],
            "How": [e.role for e in found.exposures],
            "Words": [shortened(e.text, 200) for e in found.exposures],
            "Cite": [e.cite for e in found.exposures],
            "Undated besides": [e.undated for e in found.exposures],
        }
    )
    place = pick(frame, f"knew-{found.person.id}", height=700, config=_KNEW)
    return at.snapshot.row(found.exposures[place].statement_id)


def _card(person: Person, snapshot: Snapshot) -> None:
    """Who it is: forms, addresses, whom he works for, roles; why the forms are taken for one, and others are not."""
    with st.container(border=True):
        st.markdown(f"#### {plain(person.name)}")
        theirs = snapshot.affiliations.get(person.id, ())
        facts = (
            ("Organisation", person.organisation),
            ("Role", joined(person.roles)),
            ("Addresses", joined(person.addresses)),
            ("Written", joined(person.also)),
            *(
                (one.relation.capitalize(), f"{one.words.removeprefix(one.relation).strip()} — {joined(one.cites)}")
                for one in theirs
            ),
        )
        st.text("\n".join(f"{name}: {value}" for name, value in facts if value) or "Written in no other form.")
        found = _explanation(snapshot.version, person.id, person, snapshot)
        if found.joins:
            with st.expander("Why these forms are taken for one"):
                st.text("\n".join(f"{join.words} ({join.score:.2f})" for join in found.joins))
        if found.pairs:
            with st.expander("Who looks alike, and is taken for another"):
                st.text("\n\n".join(map(_pair, found.pairs)))


@st.cache_resource(show_spinner=False, max_entries=16)
def _explanation(version: str, person_id: str, _person: Person, _snapshot: Snapshot) -> Explanation:  # noqa: ARG001  # the first two are the cache's key
    return explain(_snapshot.people, _person)


def _pair(pair: Pair) -> str:
    """One who looks alike, with what speaks for and against."""
    head = f"{pair.other.name}: {'not sure' if pair.judgement is Judgement.UNSURE else 'another'}"
    return "\n".join((head, *(f"  {reason.side}: {reason.words} ({reason.score:.2f})" for reason in pair.reasons)))


if __name__ == "__main__":
    show(desk())
