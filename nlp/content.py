"""From the verb of a content clause to the words that were said: where do they begin and end?

that        "said that it worked"                                  it worked
aside       "said, after a pause, it worked"                       it worked
enclosed    "It would, Quill said, work"                           It would ... work
apart       "ruled that it expired, and granted the request"       it expired
comment     "said that it expired, which the court found wrong"    it expired
more        "agreed that one would go, and the other would stay"   one would go, and the other would stay
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ingest.span import Span
from nlp.clause import frames_at, has_own_subject, misread_subject, opens_with_that
from nlp.reading import Reading

_EDGES = frozenset({"that", ",", ":", ";", "—", "–", "--", "-", "."})
_LINKS = frozenset(
    {
        "however",
        "meanwhile",
        "moreover",
        "nevertheless",
        "nonetheless",
        "instead",
        "also",
        "still",
        "furthermore",
        "additionally",
        "yet",
        "therefore",
        "thus",
        "accordingly",
        "hence",
        "consequently",
    }
)
_LINKING = frozenset({"in fact", "in addition", "of course", "for example", "for instance", "as such", "at least"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_KEPT = frozenset({")", "]", "%"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_DASHES = frozenset({"—", "–", "--"})
_SHOWING = frozenset({"show", "prove"})


def content_of(reading: Reading, cue: Token, body: Token) -> tuple[Span, ...]:
    """The places of a content clause: without its "that", what stands beside it, and clauses that are told of separately."""
    more = _more(cue, body)
    left_out = _left_out(cue, body) - {t.i for clause in more for t in clause.subtree}
    tokens = [t for head in (body, *more) for t in head.subtree if t.i not in left_out]
    if (subject := misread_subject(cue, body)) is not None:
        tokens = list(cue.doc[subject.left_edge.i : body.right_edge.i + 1])
    if is_enclosed(cue):
        return trimmed(reading, [t for t in tokens if t.i < cue.i]) + trimmed(reading, [t for t in tokens if t.i > cue.i])
    tokens = _after_aside(_one_side(tokens, cue), cue, body)
    if (
        tokens
        and tokens[0].i < cue.i
        and cue.i + 2 < len(cue.doc)
        and cue.nbor().lower_ == "that"
        and cue.nbor().dep_ == "mark"
    ):
        tokens = list(cue.nbor().head.subtree)  # "It fell, and Quill said that it rose": what stands before is told by nobody
        tokens = [t for t in tokens if t.i > cue.i + 1]
    if tokens and tokens[-1].i < cue.i:
        tokens = _all_before(reading, tokens, cue)
    return () if _is_about(tokens, cue, body) else trimmed(reading, _before_another_report(tokens, body))


def _all_before(reading: Reading, tokens: Sequence[Token], cue: Token) -> list[Token]:
    """As in "It broke, but it held, Quill said": a report at the end of a sentence is of all that stands before it."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    last = min(cue.i, subject.left_edge.i) - 1 if subject is not None else cue.i
    semicolon = max((t.i + 1 for t in cue.doc[:last] if t.text == ";"), default=0)
    first = max(opening(cue.doc, last), semicolon)
    before = list(cue.doc[first:last])
    told = any(frames_at(t) and t.dep_ in {"ROOT", "conj"} and has_own_subject(t) for t in before)
    ends = all(t.is_punct or t.head == cue or cue.is_ancestor(t) for t in cue.doc[cue.i + 1 :])
    if not ends or told or cue.doc[last].text != "," or any(t.i in reading.quoted for t in before):
        return list(tokens)
    return before


def opening(doc: Doc, before: int) -> int:
    """Where the content begins at a sentence's head: after "However," and "In fact,"."""
    at = 0
    while at < before and (doc[at].lower_ in _LINKS or doc[at].is_punct):
        at += 1
    if " ".join(t.lower_ for t in doc[at : at + 2]) in _LINKING and at + 2 < before and doc[at + 2].text == ",":
        at += 3
    return at


def _left_out(cue: Token, body: Token) -> set[int]:
    """Tokens that hang on the clause and are no part of what was said."""
    left_out = {t.i for t in cue.subtree if not body.is_ancestor(t) and t != body}
    mark = next((c for c in body.children if c.dep_ == "mark" and c.lower_ == "that" and c.i > cue.i), None)
    if mark is not None:
        left_out |= set(range(mark.i + 1))
    for child in body.children:
        if _is_apart(child, body, cue):
            left_out |= {t.i for t in child.subtree} | _joint(child)
    comments = [t for t in body.subtree if t.dep_ == "relcl" and _is_comment(t)]
    return left_out | {t.i for comment in comments for t in comment.subtree}


def _is_about(tokens: Sequence[Token], cue: Token, body: Token) -> bool:
    """True for "what Quill alleges is wrong": the clause is about the content, not the content."""
    verbs = [body, *(c for c in body.children if c.dep_ == "aux")]
    return bool(tokens) and tokens[0].i > cue.i and tokens[0] in verbs


def is_enclosed(cue: Token) -> bool:
    """True for "All of this, Quill said, was known": the report stands in commas within the clause."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if subject is None or cue.i + 1 >= len(cue.doc):
        return False
    left = min(subject.left_edge.i, cue.i)
    return left > 1 and cue.doc[left - 1].text == "," and cue.nbor().text == ","


def _is_apart(child: Token, body: Token, cue: Token) -> bool:
    """True for what hangs on the content but is told separately, or is the teller's own again."""
    if child.dep_ == "advcl":
        return _is_as_aside(child) or _is_contrast(child)
    if child.dep_ != "conj":
        return False
    if opens_with_that(child) or _is_second_report(child, cue):
        return True
    cc = next((t for t in reversed(child.doc[: child.left_edge.i]) if t.i >= child.left_edge.i - 1 and t.dep_ == "cc"), None)
    if cc is None or cc.i == 0 or cc.nbor(-1).text not in {",", ";"}:
        return False
    subject = next((c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:  # "ruled that it expired, and granted the request": a comma and the tense of the telling
        return child.tag_ == cue.tag_ and child.tag_ in {"VBD", "VBZ", "VBP"}
    own = next((c for c in body.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    again = subject.lower_ in {"they", "he", "she", "it", "we", "i"} and (own is None or own.lower_ != subject.lower_)
    return cc.lower_ in {"but", "yet"} or (again and child.tag_ == cue.tag_)


def _joint(child: Token) -> set[int]:
    """The comma and conjunction before what is left out."""
    return {t.i for t in child.doc[max(0, child.left_edge.i - 2) : child.left_edge.i] if t.dep_ in {"cc", "punct"}}


def _is_comment(relative: Token) -> bool:
    """True for ", which the court has found is wrong": somebody else's word about the content."""
    opening = relative.left_edge
    return (
        opening.i > 0
        and opening.nbor(-1).text == ","
        and opening.lower_ == "which"
        and bool(frames_at(relative))
        and has_own_subject(relative)
    )


def _more(cue: Token, body: Token) -> list[Token]:
    """As in "agreed that one would file, and the other would answer": the parser hangs the second clause on the cue."""

    def modal(verb: Token) -> bool:
        return any(c.dep_ == "aux" and c.lower_ in {"would", "could", "should", "might"} for c in verb.children)

    if not modal(body) or modal(cue):
        return []
    return [c for c in cue.children if c.dep_ == "conj" and c.i > body.i and has_own_subject(c) and modal(c)]


def _is_as_aside(child: Token) -> bool:
    return any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in child.children) and bool(frames_at(child))


def _is_second_report(child: Token, cue: Token) -> bool:
    """As in "said that it broke and added that it would": the same teller's next report."""
    same = child.tag_ == cue.tag_ and child.tag_ in _TENSED and child.i > cue.i
    return same and bool(frames_at(child)) and not has_own_subject(child)


def _is_contrast(child: Token) -> bool:
    """As in ", while Reyes said that it held": another's report set against this one."""
    opens = any(c.dep_ == "mark" and c.lower_ in {"while", "whereas", "though", "although"} for c in child.children)
    return opens and bool(frames_at(child)) and has_own_subject(child) and any(c.dep_ == "ccomp" for c in child.children)


def _before_another_report(tokens: list[Token], body: Token) -> list[Token]:
    """As in ", citing the letter": without a participle behind a comma that reports by itself, and all that follows;
    ", reflecting weak demand" is what the words say of themselves."""
    for token in tokens:
        starts = token.tag_ == "VBG" and token.i > body.i and token.i > 0 and token.nbor(-1).text == ","
        if starts and frames_at(token) - _SHOWING and not has_own_subject(token):
            return [t for t in tokens if t.i < token.i]
    return tokens


def _one_side(tokens: list[Token], cue: Token) -> list[Token]:
    """The part before or after the cue, whichever holds more."""
    before = [t for t in tokens if t.i < cue.i]
    after = [t for t in tokens if t.i > cue.i]
    return after if len(after) >= len(before) else before


def _after_aside(tokens: list[Token], cue: Token, body: Token) -> list[Token]:
    """Without "despite ...," right after the cue: it is about the telling."""
    if not tokens or tokens[0].i < cue.i or cue.i + 1 >= len(cue.doc):
        return tokens
    if cue.nbor().text in _DASHES:  # "asserts—with no support—that it broke"
        that = next((t.i for t in tokens if t.lower_ == "that" and t.nbor(-1).text in _DASHES), 0)
        return [t for t in tokens if t.i > that]
    if cue.nbor().text != ",":
        return tokens
    subject = next((c for c in body.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if subject is None or subject.left_edge.i == tokens[0].i:
        return tokens
    if subject.left_edge.nbor(-1).text != ",":
        return tokens
    return [t for t in tokens if t.i >= subject.left_edge.i]


def trimmed(reading: Reading, tokens: Sequence[Token], least: int = 2) -> tuple[Span, ...]:
    """The place of the tokens without marks and conjunctions at their edges; none where fewer than ``least`` words are left."""
    first, last = 0, len(tokens)
    while first < last and (tokens[first].lower_ in _EDGES or tokens[first].is_punct):
        first += 1
    while last > first and (tokens[last - 1].is_punct or tokens[last - 1].dep_ == "cc") and tokens[last - 1].text not in _KEPT:
        last -= 1
    return (reading.span(tokens[first:last]),) if last - first >= least else ()
