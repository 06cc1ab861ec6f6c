"""What people think, want and judge: read in news, where it is reported as speech is; in a filing it is argument.

belief       "Quill believes that it works"                      that it works
intent       "Quill plans to test it"                            to test it
wish         "Quill urged Reyes to test it"                      Reyes to test it
judgement    "Quill praised the test for its speed"              the test for its speed
about        "Quill called for a test"                           a test

A refusal or a denial is told as well: what was not said is in the words of the cue.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ingest.span import Span
from nlp.agent import is_name, may_be_somebody, tells
from nlp.clause import agent_of, conjuncts, has_own_subject, is_passive, subject_of
from nlp.content import trimmed
from nlp.cues import attitude, heads_of_attitudes
from nlp.reading import Reading
from nlp.report import Report, Rule

_HEARD = frozenset({"warn", "call on"})  # of these the object only hears; of others it is what is wanted
_COMMENT = frozenset({"which", "who", "whom", "whose", "where"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def may_tell(token: Token) -> bool:
    """True for a word that these rules look at further."""
    return token.lemma_ in heads_of_attitudes()


def _named(cue: Token) -> str:
    """The verb with its particle: "lash out"."""
    if not _is_verb(cue):
        return ""
    particle = next((child.lower_ for child in cue.children if child.dep_ == "prt"), "")
    return f"{cue.lemma_} {particle}".strip()


def _holder(cue: Token) -> tuple[Token, ...]:
    """Who thinks or wants it: the subject, if it may be somebody or a paper that argues."""
    subject = agent_of(cue) if is_passive(cue) else subject_of(cue)
    if subject is None or not (may_be_somebody(subject) or tells(subject)):
        return ()
    return tuple(conjuncts(subject))


def _is_verb(token: Token) -> bool:
    return token.tag_ in _VERBS and token.dep_ not in {"amod", "compound", "aux", "auxpass"}


def belief(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill believes that it works": a clause with a subject of its own."""
    if cue.lemma_ not in attitude("think") or is_passive(cue):
        return []
    body = next((c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i and has_own_subject(c)), None)
    return _report("belief", reading, cue, body, list(body.subtree) if body is not None else [])


def intent(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill plans to test it", "Quill urged Reyes to test it"."""
    if _named(cue) not in attitude("want") or is_passive(cue):
        return []
    body = next((c for c in cue.children if c.dep_ in {"xcomp", "ccomp"} and c.i > cue.i and _has_to(c)), None)
    if body is None:
        return []
    heard = [c for c in cue.children if c.dep_ in {"dobj", "dative"} and cue.i < c.i < body.i]
    parts = [t for c in (body, *([] if _named(cue) in _HEARD else heard)) for t in c.subtree]
    return _report("intent", reading, cue, body, parts)


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def judgement(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill praised the test for its speed": the object, and what is said of it."""
    if cue.lemma_ not in attitude("judge") or is_passive(cue):
        return []
    body = next((c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i), None)
    if body is None or body.ent_type_ in {"DATE", "TIME"}:
        return []
    more = [c for c in cue.children if c.i > body.i and c.dep_ == "prep" and c.lower_ in {"for", "of", "as"}]
    return _report("judgement", reading, cue, body, [t for c in (body, *more) for t in c.subtree])


def about(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill called for a test": what the preposition holds."""
    for preposition in cue.children:
        if (
            preposition.dep_ != "prep"
            or preposition.i < cue.i
            or f"{_named(cue)} {preposition.lower_}" not in attitude("about")
        ):
            continue
        body = next((c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}), None)
        return _report("about", reading, cue, body, list(body.subtree) if body is not None else [])
    return []


def _report(rule: str, reading: Reading, cue: Token, body: Token | None, parts: Sequence[Token]) -> list[Report]:
    if body is None or not _is_verb(cue):
        return []
    holders = _holder(cue)
    kept = [t for t in sorted(parts, key=lambda t: t.i) if t.i < _comment(parts)]
    content = trimmed(reading, kept) or _one_word(reading, kept)
    if not holders or not content or holders[0].i == body.i:
        return []
    return [Report(rule, reading, cue, content, "paraphrase", holders, (), body)]


def _comment(parts: Sequence[Token]) -> int:
    """Where the teller's own remark begins at the end of what is told: ", which nobody had seen"."""
    openings = [t.left_edge.i for t in parts if t.dep_ == "relcl" and any(c.lower_ in _COMMENT for c in t.subtree)]
    return min((i for i in openings if i > 0 and parts[0].doc[i - 1].text == ","), default=len(parts[0].doc))


def _one_word(reading: Reading, parts: Sequence[Token]) -> tuple[Span, ...]:
    return (reading.span(parts),) if len(parts) == 1 and is_name(parts[0]) else ()


RULES: tuple[Rule, ...] = (belief, intent, about, judgement)
