"""May this noun phrase speak? And who hears?"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.clause import agent_of, is_denied, is_passive, is_supposed, plural_owner, subject_of
from nlp.cues import Frame, measure_nouns, paper_nouns, people_nouns, reporting_nouns, silent_nouns, telling_papers

_MUTE_PRONOUNS = frozenset(
    {"this", "that", "these", "those", "what", "which", "there", "such", "courts", "nothing", "something", "everything"}
)
_MUTE_ENTITIES = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL", "LAW", "WORK_OF_ART", "EVENT", "LANGUAGE"}
)
_NO_HEARERS = _MUTE_PRONOUNS | {"itself", "himself", "herself", "themselves"}
_SWAYING = frozenset({"persuade", "convince"})
_AGENT_ENDINGS = ("er", "or", "ant", "ent", "ist", "ian", "ee", "man", "woman", "person", "body", "one")
_PERSON_ENDINGS = ("man", "woman", "person", "ist", "eer", "crat", "ician", "ologist")


def can_speak(head: Token, frames: frozenset[Frame]) -> bool:
    """True if a phrase with this head may be the subject of a report of these frames."""
    head = measured(head)
    word, lemma = head.lower_, head.lemma_.lower()
    if word in _MUTE_PRONOUNS or ({lemma, word, word.removesuffix("s")} & silent_nouns() and not _is_somebodys_paper(head)):
        return False
    if lemma in paper_nouns() and (not is_name(head) or (frames <= {"term"} and any(c.lower_ == "the" for c in head.children))):
        return _paper_can(head, frames)
    if frames <= {"prove", "term"}:
        return False
    if head.pos_ == "PRON" or is_person_like(head):
        return True
    if is_name(head):
        return head.ent_type_ not in _MUTE_ENTITIES
    return bool(frames & {"say", "tell"}) and not frames & {"find", "show"} and lemma.endswith(_AGENT_ENDINGS)


def _paper_can(paper: Token, frames: frozenset[Frame]) -> bool:
    """A paper says; it shows and proves if it argues, it finds if it is somebody's."""
    return bool(frames & {"say", "tell", "ask", "term"}) or (
        tells(paper) and (bool(frames & {"show", "prove"}) or _is_owned(paper))
    )


def is_name(token: Token) -> bool:
    """True for a proper noun, also one that the tagger takes for a common noun: "Northwind denied it"."""
    if token.pos_ == "PROPN":
        return True
    if token.tag_ != "NN" or not token.text[0].isupper() or any(c.dep_ == "det" for c in token.children):
        return False
    known = {token.lower_, token.lemma_.lower()} & (silent_nouns() | paper_nouns() | people_nouns() | reporting_nouns())
    return not known


def may_be_somebody(token: Token) -> bool:
    """True for names, pronouns and nouns of persons and bodies."""
    return token.pos_ == "PRON" or is_name(token) or is_person_like(token)


def measured(head: Token) -> Token:
    """What there is a "series" or a "number" of, else the noun itself."""
    if head.lemma_.lower() not in measure_nouns():
        return head
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((t for t in of.children if t.dep_ == "pobj"), head) if of is not None else head


def _is_somebodys_paper(head: Token) -> bool:
    """True for "the Court’s order", "the Order", "Quill’s answer": a paper that speaks, not an order of magnitude."""
    named = head.text[0].isupper() and any(c.lower_ == "the" for c in head.children)
    return head.lemma_.lower() in paper_nouns() and (named or _is_owned(head))


def _is_owned(head: Token) -> bool:
    return plural_owner(head) is not None or any(
        c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in {"from", "by"}) for c in head.children
    )


def is_person_like(head: Token) -> bool:
    """True for nouns of persons and bodies, and for names of them."""
    lemma = head.lemma_.lower()
    if head.ent_type_ in {"PERSON", "ORG", "NORP"} and is_name(head):
        return True
    if any(c.dep_ == "relcl" and any(t.lower_ == "who" for t in c.children) for c in head.children):
        return True
    return lemma in people_nouns() or head.lower_ in people_nouns() or (head.pos_ == "NOUN" and lemma.endswith(_PERSON_ENDINGS))


def tells(head: Token) -> bool:
    """True for a paper that argues or informs, or that is somebody's: "the report", "Quill’s message"."""
    lemma = head.lemma_.lower()
    return lemma in telling_papers() or (lemma in paper_nouns() and _is_owned(head))


def hearers_of(verb: Token, frames: frozenset[Frame]) -> tuple[Token, ...]:
    """Heads of who is told: the object of "tell", the name after "to"."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and frames & {"tell", "ask"} and (may_be_somebody(child)):
            found.append(child)
        elif child.dep_ in {"dative", "prep"} and child.lower_ == "to" and child.i > verb.i:
            found += [t for t in child.children if t.dep_ == "pobj" and may_be_somebody(t)]
    return tuple(t for t in found if t.lower_ not in _NO_HEARERS and not (t.pos_ == "NOUN" and t.lemma_.lower() in _deaf()))


def _deaf() -> frozenset[str]:
    """Nouns of what is answered and hears nothing: "objected to the requests"."""
    return paper_nouns() | reporting_nouns() | {"request", "demand", "subpoena"}


def recipients_of(paper: Token) -> tuple[Token, ...]:
    """To whom a paper went: "the email from Quill to Reyes"."""
    to = [
        c
        for c in paper.subtree
        if c.dep_ in {"prep", "dative"} and c.lower_ == "to" and c.head in (paper, *(t.head for t in paper.subtree))
    ]
    return tuple(t for c in to for t in c.children if t.dep_ == "pobj" and may_be_somebody(t))


def parties_at(cue: Token, frames: frozenset[Frame]) -> tuple[Token | None, tuple[Token, ...]]:
    """Speaker and hearers of a verb, active or passive."""
    if not is_passive(cue):
        return subject_of(cue), hearers_of(cue, frames)
    told = next((c for c in cue.children if c.dep_ == "nsubjpass"), None)
    is_hearer = told is not None and "tell" in frames and may_be_somebody(told)
    return agent_of(cue), (told,) if told is not None and is_hearer else ()


def speaks(cue: Token, speaker: Token | None, frames: frozenset[Frame]) -> bool:
    """True if the verb tells of something said: neither denied nor supposed, by one who can speak (or to one who was told)."""
    if is_supposed(cue) or is_denied(cue, speaker):
        return False
    if speaker is None:
        if cue.lemma_ in _SWAYING:  # "the court is persuaded that": a mind made up, and nobody's words
            return False
        return is_passive(cue) and "tell" in frames and any(c.dep_ == "nsubjpass" and may_be_somebody(c) for c in cue.children)
    return can_speak(speaker, frames)
