"""Indirect speech, by the parse: a clause that a word of the lexicon reports.

    clause       "Quill testified that it worked"                  content: it worked
    aside        "It worked, Quill said"
    according    "According to Quill, it worked"
    as           "As Quill argued, it worked"
    noun         "Quill’s claim that it worked"
    claims to    "Quill claims to have tested it"                  content: to have tested it
    and          what nlp.reference finds: content that is no clause

Each rule looks at one token; the first that finds something there is believed.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from ingest.redaction_mark import MARK
from ingest.span import Span, hull
from nlp.agent import can_speak, may_be_somebody, parties_at, speaks, tells
from nlp.clause import (
    conjuncts,
    frames_at,
    has_own_subject,
    is_denied,
    is_passive,
    is_supposed,
    opens_with_that,
    plural_owner,
    subject_of,
)
from nlp.complement import complements
from nlp.content import content_of, is_enclosed, opening, trimmed
from nlp.cues import frames_of, heads_of_frames, opens_phrase, paper_nouns, phrase_at, reporting_nouns
from nlp.reading import STANDS_FOR_DATE, Reading
from nlp.reference import call, discussion, quoting
from nlp.report import Report, Rule

_CUES = frozenset({"VERB", "AUX", "NOUN"})
_MAKING = frozenset({"make", "take", "issue", "give", "offer", "advance", "raise", "repeat", "submit"})
_NEAR = 12  # tokens
_THEREFORE = frozenset({"therefore", "thus", "hence", "accordingly", "consequently"})


def clause(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill said (that) it worked": a clause below the verb, or a "that" right after it."""
    frames = frames_at(cue)
    if not frames - {"as", "claim", "discuss"} or (bodies := complements(cue, frames)) is None:
        return []
    speaker, hearers = parties_at(cue, frames)
    if not speaks(cue, speaker, frames):
        return []
    speakers = tuple(conjuncts(speaker)) if speaker is not None else ()
    return [
        Report("clause", reading, cue, span, "paraphrase", speakers, hearers, body)
        for body in bodies
        if (span := content_of(reading, cue, body)) and not _hides_words(reading, cue, hull(span))
    ]


def _hides_words(reading: Reading, cue: Token, words: Span) -> bool:
    """True where a black box stands between the verb and words that no "that" opens: what was reported lies under it."""
    _, mark, after = reading.passage.text[reading.places[cue.i].end : words.start].rpartition(MARK)
    return bool(mark) and "that" not in after.split()


def aside(reading: Reading, cue: Token) -> list[Report]:
    """As in "It worked, Quill said (in a letter)", "It would, Quill said, work": the report hangs on the main clause."""
    frames = frames_at(cue)
    hangs = cue.dep_ in {"parataxis", "ccomp", "advcl", "conj"} and has_own_subject(cue.head) and not is_passive(cue)
    if (
        not hangs
        or not frames & {"say", "tell", "add", "find", "show"}
        or any(c.dep_ in {"mark", "ccomp", "dobj"} for c in cue.children)
    ):
        return []
    speaker = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if speaker is None or not speaks(cue, speaker, frames):
        return []
    left = min(cue.left_edge.i, speaker.left_edge.i)
    if left == 0 or cue.doc[left - 1].text != ",":
        return []
    sides = [[t for t in cue.head.subtree if t.i < left]]
    if is_enclosed(cue):
        sides.append([t for t in cue.head.subtree if t.i > cue.right_edge.i])
    elif cue.head.i > cue.i:
        return []
    content = tuple(span for side in sides for span in trimmed(reading, side))
    return [Report("aside", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)))] if content else []


def enclosed(reading: Reading, cue: Token) -> list[Report]:
    """As in "The valve, Quill said, would leak": whatever the parser makes of it, what stands on both sides is the content."""
    speaker = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if speaker is None or not frames_at(cue) & {"say", "tell", "add"} or not speaks(cue, speaker, frames_at(cue)):
        return []
    first, last = min(speaker.left_edge.i, cue.i), max(speaker.right_edge.i, cue.i)
    while last + 1 < len(cue.doc) and cue.doc[last + 1].head == cue and cue.doc[last + 1].dep_ in {"advmod", "npadvmod"}:
        last += 1
    commas = first > 1 and last + 2 < len(cue.doc) and cue.doc[first - 1].text == cue.doc[last + 1].text == ","
    sides = [list(cue.doc[opening(cue.doc, first) : first - 1]), list(cue.doc[last + 2 :])]
    if not commas or any(t.i in reading.quoted for side in sides for t in side):
        return []
    if any(t.text == ";" or (frames_at(t) - {"add"} and t.dep_ == "ROOT" and t != cue) for side in sides for t in side):
        return []
    content = tuple(span for side in sides for span in trimmed(reading, side, least=1))
    joined = commas and opening(cue.doc, first) >= first - 1  # "Therefore, Quill said, it will leak"
    return (
        [Report("aside", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)))] if len(content) > 1 - joined else []
    )


def according(reading: Reading, cue: Token) -> list[Report]:
    """As in "According to Quill, it worked": the rest of the clause is the content."""
    if not opens_phrase(cue.lower_) or (phrase := phrase_at([t.lower_ for t in cue.doc[cue.i : cue.i + 5]])) is None:
        return []
    last = cue.doc[cue.i + len(phrase) - 1]
    name = next((t for t in last.children if t.dep_ == "pobj"), None)
    if name is None or not (may_be_somebody(name) or tells(name)):
        return []
    if phrase[0] in {"per", "as"} and name.ent_type_ not in {"PERSON", "ORG"}:
        return []
    verb = cue.head if cue.head.pos_ in {"VERB", "AUX"} else cue.sent.root
    inside = {t.i for t in cue.subtree} | set(range(cue.i, max(t.i for t in name.subtree) + 1))
    inside |= {c.i for c in verb.children if c.dep_ == "mark"}  # "It closed because it lost money, according to Quill"
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i > cue.i), None)
    first = subject.left_edge.i if subject is not None else 0
    content = trimmed(
        reading, [t for t in verb.subtree if t.i not in inside and t.i >= first and (t.i > cue.i) == (verb.i > cue.i)]
    )
    return [Report("according", reading, cue, content, "paraphrase", tuple(conjuncts(name)))] if content else []


def as_said(reading: Reading, cue: Token) -> list[Report]:
    """As in "As Quill argued, it worked"; "it was, as Quill puts it, a toy"; "as Quill argues and Reyes concedes"."""
    frames = frames_at(cue)
    anchor = cue.head if cue.dep_ == "conj" else cue
    marked = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod", "prep"} for c in anchor.children)
    if anchor.dep_ not in {"advcl", "ccomp"} or not marked or is_supposed(cue):
        return []
    speaker = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    reports = bool(frames & {"say", "tell", "find", "show"}) or cue.lemma_ == "put"
    if speaker is None or not reports or any(c.dep_ == "ccomp" for c in cue.children):
        return []
    if not can_speak(speaker, frames or frames_of("say")) or is_denied(cue, speaker):
        return []
    inside = {t.i for t in anchor.subtree}
    outside = [t for t in anchor.head.subtree if t.i not in inside]
    sides = [[t for t in outside if t.i < anchor.left_edge.i], [t for t in outside if t.i > _aside_end(anchor)]]
    content = tuple(span for side in sides for span in trimmed(reading, side))
    if any(t.i in reading.quoted for t in outside) or not any(t.pos_ in {"VERB", "AUX"} for side in sides for t in side):
        return []
    apart = {t.text for t in cue.doc[max(0, anchor.left_edge.i - 1) : anchor.right_edge.i + 2] if t.is_punct}
    if not apart & {",", "—", "–", "--", "("}:  # "as she spoke": while
        return []
    return [Report("as", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)))] if content else []


def _aside_end(anchor: Token) -> int:
    """The last token of "As Quill argued before the board,": what the parser hangs elsewhere before the comma is of the aside."""
    doc, last = anchor.doc, anchor.right_edge.i
    if anchor.left_edge.i > 3 or (last + 1 < len(doc) and doc[last + 1].is_punct):
        return last
    comma = next((t.i for t in doc[last + 1 : last + 9] if t.text == ","), last)
    return comma if not any(t.pos_ in {"VERB", "AUX"} for t in doc[last + 1 : comma]) else last


def noun(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill’s claim that it worked", "the promise by Quill that it will"."""
    if cue.pos_ != "NOUN" or cue.lemma_ not in reporting_nouns():
        return []
    if any(c.lower_ in {"no", "any"} for c in cue.children):
        return []
    body = _body_of(cue)
    owner = _owner(cue)
    if body is None or owner is None or not (may_be_somebody(owner) or owner.lemma_.lower() in paper_nouns()):
        return []
    content = content_of(reading, cue, body)
    if content and (last := _conclusion(body)) is not None:
        content = (hull([*content, *trimmed(reading, list(last.subtree))]),)
    return [Report("noun", reading, cue, content, "paraphrase", tuple(conjuncts(owner)), (), body)] if content else []


def _body_of(cue: Token) -> Token | None:
    """The clause that the noun takes: below it, or beside it below "is" and "takes"."""
    subject = cue.head if cue.dep_ == "appos" and plural_owner(cue) == cue.head else cue  # "The owners’ first argument is"
    verb = subject.head
    beside = (subject.dep_ == "nsubj" and verb.lemma_ == "be") or (cue.dep_ == "dobj" and verb.lemma_ in _MAKING)
    places = (*cue.children, *(c for c in verb.children if c.i > cue.i)) if beside else tuple(cue.children)
    body = next((c for c in places if c.dep_ in {"acl", "ccomp", "relcl"} and _is_content(c, cue) and has_own_subject(c)), None)
    if body is None and beside and cue.lemma_ == "position":  # "took the position before the board that it leaked"
        that = next((t for t in cue.doc[cue.i : cue.i + _NEAR] if t.lower_ == "that" and t.head.i > t.i), None)
        return that.head if that is not None and has_own_subject(that.head) else None
    return body


def _is_content(body: Token, cue: Token) -> bool:
    """True for a clause with a "that" of its own; of a position, with any: nobody takes a position that somebody takes."""
    return opens_with_that(body) or (cue.lemma_ == "position" and body.left_edge.lower_ == "that" and body.i > cue.i)


def _conclusion(body: Token) -> Token | None:
    """As in "her argument was that it leaked, and it was therefore unfit": the end of the argument, not the teller's."""
    if body.head.lemma_ != "be":
        return None
    then = (c for c in body.head.children if c.dep_ == "conj" and c.i > body.i and has_own_subject(c))
    return next((c for c in then if any(t.lower_ in _THEREFORE for t in c.children)), None)


def _owner(cue: Token) -> Token | None:
    """Whose claim: "Quill’s claim", "the claim by/of/from Quill", "the claim in the Complaint", "Quill takes the position"."""
    for child in (
        *cue.children,
        *(
            grand
            for c in cue.children
            if c.dep_ in {"compound", "nmod", "nummod"} or c.text == STANDS_FOR_DATE
            for grand in c.children
        ),
    ):
        if child.dep_ == "poss" or any(c.dep_ == "case" for c in child.children):
            return _nearest_owner(cue, child)
    if (before := plural_owner(cue)) is not None:
        return before
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of", "in"}:
            held = next((t for t in child.children if t.dep_ == "pobj"), None)
            if held is not None and (child.lower_ != "in" or held.lemma_.lower() in paper_nouns()):
                return held
    verb = cue.head
    if cue.dep_ == "dobj" and verb.lemma_ in _MAKING and not is_denied(verb, None) and not is_supposed(verb):
        return subject_of(verb)
    return None


def _nearest_owner(cue: Token, owner: Token) -> Token:
    """As in "Northwind’s experts’ opinion": the experts', whatever the parser makes of it."""
    mark = next((t for t in reversed(cue.doc[owner.i + 1 : cue.i]) if t.lower_ in {"’", "'", "’s", "'s"}), None)
    nearest = mark.nbor(-1) if mark is not None else owner
    return nearest if nearest.pos_ in {"NOUN", "PROPN"} else owner


def claims_to(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill claims to have tested it"; "which Quill represents having sent"."""
    frames = frames_at(cue)
    if "claim" not in frames:
        return []
    body = next((c for c in cue.children if c.dep_ in {"xcomp", "ccomp"} and c.i > cue.i and not has_own_subject(c)), None)
    if body is None or not (body.tag_ == "VBG" or any(c.tag_ == "TO" or c.lower_ == "having" for c in body.children)):
        return []
    if body.lemma_ == "do" and not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in body.children):
        return []  # "as it promised to do": the words are elsewhere
    speaker, hearers = parties_at(cue, frames)
    if speaker is None or not speaks(cue, speaker, frames):
        return []
    content = trimmed(reading, list(body.subtree))
    return [Report("claims to", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)), hearers)] if content else []


def divided(reading: Reading, cue: Token) -> list[Report]:
    """As in "The valve, Quill said, would leak": the parser makes the report the main clause and parts subject from verb."""
    frames = frames_at(cue)
    body = next((c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i and not has_own_subject(c)), None)
    if body is None or not frames & {"say", "tell"} or not is_enclosed(cue):
        return []
    speaker = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if speaker is None or not speaks(cue, speaker, frames):
        return []
    before = [t for t in cue.subtree if t.i < min(cue.i, speaker.left_edge.i)]
    content = trimmed(reading, before) + trimmed(reading, list(body.subtree))
    return [Report("aside", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)))] if len(content) > 1 else []


RULES: tuple[Rule, ...] = (enclosed, clause, aside, divided, according, as_said, noun, claims_to, call, discussion, quoting)


def may_report(token: Token) -> bool:
    """True for a word that the rules look at further: of the lexicon, or "as Quill put it"."""
    lemma = token.lemma_
    return lemma in heads_of_frames() or lemma in reporting_nouns() or lemma == "put" or opens_phrase(token.lower_)


def find_indirect(
    reading: Reading, rules: tuple[Rule, ...] = RULES, may_hold: Callable[[Token], bool] = may_report
) -> list[Report]:
    """All reports of indirect speech in one sentence, in the order of the rules' sureness; ``may_hold``: which words they look at."""
    found: list[Report] = []
    for token in reading.doc:
        if not may_hold(token):
            continue
        if token.pos_ not in _CUES and not token.tag_.startswith("VB") and not opens_phrase(token.lower_):
            continue
        for rule in rules:
            if reports := rule(reading, token):
                found += reports
                break
    return found
