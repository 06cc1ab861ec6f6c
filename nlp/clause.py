"""Small questions about a parsed clause: who is its subject, who hears, is it denied?

subject     "the judge, who had read it, said"   judge
controlled  "she went on to say"                 she
agent       "he was told by Quill"               Quill, and "he" hears
denied      "did not say", "nobody said", "declined to say"
supposed    "could argue", "if she says", "to the extent that she says", "when a court says"
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.cues import Frame, frames_of, heads_of_frames

_SUBJECTS = frozenset({"nsubj", "csubj"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "nowhere"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_REFUSING = frozenset(
    {
        "decline",
        "refuse",
        "fail",
        "neglect",
        "omit",
        "forget",
        "avoid",
        "stop",
        "cease",
        "hesitate",
        "deny",
        "refrain",
        "abstain",
    }
)
_SUPPOSING = frozenset({"could", "may", "might", "must", "should", "can", "cannot", "ca", "ought", "shall", "need"})
_GENERIC = frozenset({"when", "whenever", "where", "once"})
_GOING_ON = frozenset(
    {"go", "continue", "begin", "start", "proceed", "appear", "seem", "like", "want", "use", "keep", "hasten", "rush"}
)
SOUGHT = frozenset(
    {"judgment", "dismissal", "relief", "leave", "sanction", "fee", "cost", "damage", "stay", "remand", "transfer"}
)
_OPENERS = frozenset({"if", "unless", "whether", "lest", "suppose"})
_TENSED = frozenset({"VBD", "VBP", "VBZ", "MD"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


def frames_at(token: Token) -> frozenset[Frame]:
    """The frames of a token as a reporting verb; empty if it is none. A particle counts: "point out"."""
    lemma = token.lemma_
    if lemma not in heads_of_frames() or not (token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB")):
        return frozenset()
    if lemma == "make":
        clear = next((child.lower_ for child in token.children if child.lower_ in {"clear", "plain"}), "")
        return frames_of(f"make {clear}") if clear else frozenset()
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), "")
    return (frames_of(f"{lemma} {particle}") if particle else frozenset()) or frames_of(lemma)


def is_passive(verb: Token) -> bool:
    """True for "was told", "said by"."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in {"aux", "nsubj"} for child in verb.children):
        return False
    return verb.dep_ == "advcl" or (verb.dep_ == "acl" and not _is_headless(verb.head))


def _is_headless(noun: Token) -> bool:
    """True where the parser found no verb for a sentence and hung its past tense on the subject: "Quill boasted that"."""
    return (
        noun.dep_ == "ROOT"
        and noun.pos_ in {"NOUN", "PROPN"}
        and not any(t.tag_ in {"VBD", "VBZ", "VBP"} and t.head == noun for t in noun.doc)
    )


def agent_of(verb: Token) -> Token | None:
    """Who did it, of a passive verb: the name after "by"."""
    for child in verb.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    return None


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The head of the subject of an active verb, found through coordination, control and participles."""
    own = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if own is not None:
        return _antecedent(own, verb)
    if depth > 4:
        return None
    head = verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "parataxis", "dep", "ccomp"}:
        return _through(verb, head, depth)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.lemma_.lower() in SOUGHT and not _is_headless(head):
        above = head.head.head if head.dep_ == "pobj" else head.head  # "moves for summary judgment, claiming that"
        return subject_of(above, depth + 1) if above.pos_ == "VERB" else None
    if verb.dep_ == "acl" and (verb.tag_ == "VBG" or _is_headless(head)):
        return head
    return None


def _through(verb: Token, head: Token, depth: int) -> Token | None:
    if verb.dep_ == "pcomp" and head.head != head:
        return _governing(head.head, depth)
    if verb.dep_ == "xcomp":
        controller = next((c for c in head.children if c.dep_ in {"dobj", "dative"}), None)
        if controller is not None and head.lemma_ in {
            "ask",
            "urge",
            "want",
            "require",
            "tell",
            "order",
            "instruct",
            "hear",
            "see",
            "quote",
            "cite",
        }:
            return controller
    if verb.dep_ == "ccomp" and any(child.dep_ == "mark" for child in verb.children):
        return None
    return _governing(head, depth)


def _governing(head: Token, depth: int) -> Token | None:
    passive = next((c for c in head.children if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        return agent_of(head) or passive
    if head.pos_ in {"VERB", "AUX"}:
        return subject_of(head, depth + 1)
    return head if head.pos_ in {"NOUN", "PROPN"} else None


def _antecedent(subject: Token, verb: Token) -> Token | None:
    """The noun behind a relative pronoun; None for an expletive."""
    if subject.dep_ == "expl":
        return None
    if subject.lower_ in _RELATIVES and verb.dep_ in {"relcl", "acl"}:
        return verb.head
    if subject.lower_ in _RELATIVES and verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return verb.head.head
    return subject


def conjuncts(head: Token) -> Iterator[Token]:
    """A noun and the nouns joined to it: "Quill and Reyes"."""
    yield head
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"PROPN", "NOUN", "PRON"}:
            yield from conjuncts(child)


def is_denied(verb: Token, subject: Token | None) -> bool:
    """True if the words say that it was not said."""
    if _is_negated(verb) or (subject is not None and _is_nobody(subject)):
        return True
    head = verb.head
    if verb.dep_ == "pcomp" and (head.lower_ == "without" or (head.lower_ in {"from", "of"} and head.head.lemma_ in _REFUSING)):
        return True
    if verb.dep_ in {"xcomp", "ccomp"} and verb.tag_ in {"VB", "VBG"} and not has_own_subject(verb):
        return head.lemma_ in _REFUSING or is_denied(head, None)
    if verb.dep_ == "conj" and head.pos_ == "VERB" and not has_own_subject(verb) and not _between(head, verb, "but"):
        return any(child.dep_ == "neg" for child in head.children) and verb.tag_ == "VB"
    return False


def _negates(verb: Token, turned: Token) -> bool:
    """True if a negation stands before the auxiliary that was turned round."""
    return any(t.lower_ in _NEGATIONS for t in verb.doc[max(0, turned.i - 9) : turned.i])


def _is_negated(verb: Token) -> bool:
    """True for "never said", "did not say", "nor did she say"."""
    if verb.dep_ == "ROOT" and verb.left_edge.lower_ == "nor":
        return True
    turned = next((c for c in verb.children if c.dep_ == "aux" and c.lemma_ in {"do", "have"}), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    # "nowhere in the report does she say"
    if turned is not None and subject is not None and turned.i < subject.i and _negates(verb, turned):
        return True
    negative = [
        c for c in verb.children if c.lower_ in _NEGATIONS and c.dep_ in {"advmod", "preconj", "cc"} and c.lower_ != "no"
    ]
    return bool(negative) or any(child.dep_ == "neg" for child in verb.children)


def _is_nobody(subject: Token) -> bool:
    determined = any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj", "cc"} for c in subject.children)
    opens = subject.left_edge
    none_such = opens.lower_ == "not" and opens.i < subject.i and opens.nbor().lower_ != "only"
    return subject.lower_ in _NOBODY or determined or none_such


def has_own_subject(verb: Token) -> bool:
    """True if a subject of any sort hangs on the verb itself."""
    return any(child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for child in verb.children)


def _between(a: Token, b: Token, word: str) -> bool:
    return any(t.lower_ == word for t in a.doc[a.i + 1 : b.i])


def is_supposed(verb: Token) -> bool:
    """True if the words only suppose that it is said: "could argue", "to claim that", "if she says"."""
    words = [child for child in verb.children if child.dep_ in {"aux", "mark", "advmod"}]
    if any(w.dep_ == "aux" and w.lower_ in _SUPPOSING for w in words) or any(w.lower_ in _OPENERS for w in words):
        return True
    if _is_conditional(verb) or _is_of_anybody(verb, words):
        return True
    if any(w.lower_ == "to" and w.tag_ == "TO" for w in words):
        return not (verb.dep_ == "xcomp" and verb.head.lemma_ in _GOING_ON)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not has_own_subject(verb):
        return is_supposed(verb.head) if verb.tag_ == "VB" else False
    return verb.tag_ == "VB" and not any(w.dep_ == "aux" for w in words)


def _is_conditional(verb: Token) -> bool:
    """True for "to the extent (that) Quill says"."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), verb)
    at = min(verb.left_edge.i, subject.left_edge.i, verb.i)
    opening = [t.lower_ for t in verb.doc[max(0, at - 2) : subject.left_edge.i]]
    return "extent" in opening or (verb.dep_ in {"acl", "relcl", "ccomp"} and verb.head.lower_ == "extent")


def _is_of_anybody(verb: Token, words: list[Token]) -> bool:
    """True for "when a court says" and for what "the clerk would say": a habit or a rule, told of nobody named."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    generic = any(w.lower_ in _GENERIC for w in words) and verb.tag_ in {"VBZ", "VBP"}
    governing = verb.head if verb.dep_ == "conj" and subject is None else verb
    subject = subject or next((c for c in governing.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    habitual = any(c.dep_ == "aux" and c.lower_ in {"would", "will", "’d", "'d"} for c in governing.children)
    if habitual and subject is not None and any(c.lower_ == "would" for c in governing.children):
        return not any(c.lower_ in {"later", "eventually", "subsequently", "often", "then"} for c in governing.children)
    if subject is None or not (generic or habitual) or subject.pos_ != "NOUN" or not subject.text.islower():
        return False
    return not any(c.dep_ == "poss" or c.lower_ in {"both", "this", "these", "those", "two"} for c in subject.children)


def opens_with_that(verb: Token) -> bool:
    """True for a clause that a "that" of its own opens."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def is_finite(verb: Token) -> bool:
    """True for a verb with a tense, its own or its auxiliary's."""
    return verb.tag_ in _TENSED or any(c.tag_ in _TENSED for c in verb.children if c.dep_ in {"aux", "auxpass"})
