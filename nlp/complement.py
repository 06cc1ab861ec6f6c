"""Which clauses does a verb report?

below       "Quill said (that) it worked"                        where the parser hangs it
told        "Quill told the board that it worked"                the parser hangs it on the board
added       "Quill added, after a pause, it worked"              the parser makes it a second main clause
misplaced   "Quill explained - at length - that it worked"       the parser hangs it anywhere
clear       "Quill made clear that it worked"                    it hangs on "clear"
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from nlp.clause import frames_at, has_own_subject, is_finite, misread_subject, opens_with_that
from nlp.cues import Frame

_CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis", "dep", "acl", "relcl", "appos", "ROOT"})
_FARTHEST = 25  # tokens from the verb to a misplaced "that"


def complements(cue: Token, frames: frozenset[Frame]) -> list[Token] | None:
    """Heads of the clauses that a verb reports, coordinated "that" clauses each by itself; None if there are none."""
    own = [
        c
        for c in cue.children
        if c.dep_ == "ccomp" and (c.i > cue.i or (is_finite(c) and not _is_cut_off(c, cue) and not _has_own_words(cue)))
    ]
    own += [c for c in cue.children if own and c.dep_ == "conj" and opens_with_that(c)]
    own = [c for c in own if _is_clause(c, cue, frames)]
    own = [c for c in own if c.i > cue.i] or own
    own = [c for c in own if not _is_behind_object(c, cue, frames)]
    if not own:
        own = _told(cue, frames) or _added(cue) or _misplaced(cue)
    if cue.lemma_ == "make" and not any(
        opens_with_that(c) for c in own
    ):  # "made (it) clear that ...": the clause hangs on "clear"
        own = [c for body in own for c in body.children if c.dep_ in {"ccomp", "advcl", "csubj"}] or [
            c for c in cue.subtree if c.dep_ == "ccomp" and c.head.lower_ in {"clear", "plain"}
        ]
    parts = [part for body in own for part in _that_clauses(body)]
    return [part for part in parts if part.tag_ != "MD"] or None  # "concedes that it may": may what?


def _is_behind_object(body: Token, cue: Token, frames: frozenset[Frame]) -> bool:
    """True for "explained the delay, its cost logs", which the parser takes for a clause: the verb has its object already."""
    if frames & {"tell", "ask"} or body.i < cue.i or opens_with_that(body) or misread_subject(cue, body) is not None:
        return False
    return any(c.dep_ == "dobj" and cue.i < c.i < body.left_edge.i for c in cue.children)


def _has_own_words(cue: Token) -> bool:
    """True for "It fell, Quill told Reyes not to ship": what was said stands behind the verb."""
    return any(c.dep_ == "xcomp" and c.i > cue.i and c.tag_ == "VB" for c in cue.children)


def _is_cut_off(body: Token, cue: Token) -> bool:
    """True for "It fell; a spokesman said it will rise": the parser takes the clause before the semicolon for what is said."""
    return any(t.text in {";", ":"} for t in cue.doc[body.i : cue.i])


def _is_clause(body: Token, cue: Token, frames: frozenset[Frame]) -> bool:
    asks = next(
        (
            c.lower_
            for c in body.children
            if c.dep_ in {"mark", "advmod", "attr", "dobj"} and c.lower_ in {"whether", "if", "why", "how", "what", "when"}
        ),
        "",
    )
    if any(
        t.text in {"?", "!"} for t in cue.doc[cue.i : body.left_edge.i]
    ):  # "asked “Did you?” Reyes answered": another sentence
        return False
    edge = body.left_edge
    if (
        edge.pos_ == "ADP" and edge.i + 1 < len(edge.doc) and edge.nbor().lower_ in {"which", "whom"}
    ):  # "opined on the way in which it broke"
        return False
    if asks in {"whether", "if"}:
        return "ask" in frames
    misread = "say" in frames and misread_subject(cue, body) is not None
    return misread or (has_own_subject(body) and (body.i > cue.i or is_finite(body)))


def _told(cue: Token, frames: frozenset[Frame]) -> list[Token]:
    """As in "Quill told the board that it worked": the parser takes the clause for one about the board."""
    if "tell" not in frames:
        return []
    hearer = next((c for c in cue.children if c.dep_ in {"dobj", "dative", "nsubjpass"}), None)
    if hearer is None:
        return []
    return [c for c in hearer.children if c.dep_ in {"relcl", "acl"} and c.left_edge.lower_ == "that" and has_own_subject(c)]


def _added(cue: Token) -> list[Token]:
    """As in "Quill added, after a pause, it worked": the parser takes the clause for a second main clause."""
    if any(c.dep_ in {"dobj", "ccomp"} for c in cue.children):
        return []
    for child in cue.children:
        if (
            child.dep_ in {"conj", "advcl", "parataxis", "dep"}
            and child.i > cue.i
            and has_own_subject(child)
            and is_finite(child)
        ):
            between = cue.doc[cue.i + 1 : min(t.i for t in child.subtree)]
            marked = any(c.dep_ == "mark" and c.lower_ != "that" for c in child.children)
            opens = cue.nbor().lower_ in {",", ":", "that"} or (child.dep_ == "advcl" and "say" in frames_at(cue))
            if not marked and not any(t.dep_ == "cc" for t in between) and opens:
                return [child]
    return []


def _misplaced(cue: Token) -> list[Token]:
    """A "that" clause that the parser hung elsewhere: nothing but asides, adverbs and the hearer stand before it."""
    depth = 0
    for token in cue.doc[cue.i + 1 : cue.i + _FARTHEST]:
        if token.lower_ in {"—", "–", "--"} or token.text in "()":
            depth += 1 if token.text != ")" else -1
            continue
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            return [token.head] if token.head.dep_ in _CLAUSES else []
        if token.head == cue and token.dep_ == "dobj" and "tell" not in frames_at(cue):
            return []
        if depth % 2 == 0 and token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"pcomp", "amod"}:
            return []
    return []


def _that_clauses(body: Token) -> Iterable[Token]:
    """The clause, and those joined to it that open with a "that" of their own."""
    yield body
    for child in body.children:
        if child.dep_ == "conj" and opens_with_that(child):
            yield from _that_clauses(child)
