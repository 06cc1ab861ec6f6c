"""Indirect speech, by the parse: a clause that a word of the lexicon reports.

    clause       "Quill testified that it worked"                  content: it worked
    aside        "It worked, Quill said"
    according    "According to Quill, it worked"
    as           "As Quill argued, it worked"
    noun         "Quill’s claim that it worked"
    claims to    "Quill claims to have tested it"                  content: to have tested it
    call         "Quill described it as a toy"                     content: it as a toy
    discussion   "with Quill and Reyes discussing the use of it"   content: the use of it
    told         "Quill was told by Reyes that it worked"

Each rule looks at one token; all that find something are asked, and the caller drops what overlaps.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from ingest.span import Span
from nlp.agent import can_speak, hearers_of, is_name, is_person_like, may_be_somebody, tells
from nlp.clause import agent_of, conjuncts, frames_at, has_own_subject, is_denied, is_passive, is_supposed, subject_of
from nlp.cues import Frame, frames_of, phrases, reporting_nouns
from nlp.mixed import FEWEST_WORDS
from nlp.reading import STANDS_FOR_DATE, Reading
from nlp.report import Report, Rule

_CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis", "dep", "acl", "relcl", "appos"})
_CLAIM_TO = frozenset(
    {
        "claim",
        "profess",
        "promise",
        "vow",
        "pledge",
        "swear",
        "threaten",
        "purport",
        "represent",
        "admit",
        "deny",
        "report",
        "acknowledge",
        "confess",
        "recall",
        "propose",
    }
)
_DEFINING = frozenset({"herein", "hereinafter", "hereafter", "collectively"})
_TRIMMED = frozenset({"that", ",", ":", ";", "—", "–", "--", "-", "."})


def clause(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill said (that) it worked": a clause below the verb, or a "that" right after it."""
    frames = frames_at(cue)
    if not frames - {"as", "discuss"} or (bodies := _complements(cue, frames)) is None:
        return []
    speaker, hearers = _parties(cue, frames)
    if not _speaks(cue, speaker, frames):
        return []
    speakers = tuple(conjuncts(speaker)) if speaker is not None else ()
    return [
        Report("clause", reading, cue, span, "paraphrase", speakers, hearers, body)
        for body in bodies
        if (span := _content(reading, cue, body))
    ]


def _parties(cue: Token, frames: frozenset[Frame]) -> tuple[Token | None, tuple[Token, ...]]:
    """Speaker and hearers of a verb, active or passive."""
    if not is_passive(cue):
        return subject_of(cue), hearers_of(cue, frames)
    told = next((c for c in cue.children if c.dep_ == "nsubjpass"), None)
    is_hearer = told is not None and "tell" in frames and may_be_somebody(told)
    return agent_of(cue), (told,) if told is not None and is_hearer else ()


def _speaks(cue: Token, speaker: Token | None, frames: frozenset[Frame]) -> bool:
    if is_supposed(cue) or is_denied(cue, speaker):
        return False
    if speaker is None:
        return is_passive(cue) and "tell" in frames and any(c.dep_ == "nsubjpass" and may_be_somebody(c) for c in cue.children)
    return can_speak(speaker, frames)


def _complements(cue: Token, frames: frozenset[Frame]) -> list[Token] | None:
    """Heads of the clauses that a verb reports, coordinated "that" clauses each by itself; None if there are none."""
    own = [c for c in cue.children if c.dep_ == "ccomp" and (c.i > cue.i or (_is_finite(c) and not _is_cut_off(c, cue)))]
    own += [
        c for c in cue.children if own and c.dep_ == "conj" and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
    ]
    own = [c for c in own if _is_clause(c, cue, frames)]
    if not own:
        own = _told(cue, frames) or _added(cue) or _misplaced(cue)
    if cue.lemma_ == "make":  # "made (it) clear that ...": the clause hangs on "clear"
        own = [c for body in own for c in body.children if c.dep_ in {"ccomp", "advcl"}] or [
            c for c in cue.subtree if c.dep_ == "ccomp" and c.head.lower_ in {"clear", "plain"}
        ]
    return [part for body in own for part in _that_clauses(body)] or None


def _is_cut_off(body: Token, cue: Token) -> bool:
    """True for "It fell; a spokesman said it will rise": the parser takes the clause before the semicolon for what is said."""
    return any(t.text == ";" for t in cue.doc[body.i : cue.i])


def _is_clause(body: Token, cue: Token, frames: frozenset[Frame]) -> bool:
    asks = next(
        (
            c.lower_
            for c in body.children
            if c.dep_ in {"mark", "advmod", "attr", "dobj"} and c.lower_ in {"whether", "if", "why", "how", "what", "when"}
        ),
        "",
    )
    if asks in {"whether", "if"}:
        return "ask" in frames
    return has_own_subject(body) and (body.i > cue.i or _is_finite(body))


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBP", "VBZ", "MD"} or any(
        c.tag_ in {"VBD", "VBP", "VBZ", "MD"} for c in verb.children if c.dep_ in {"aux", "auxpass"}
    )


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
            and _is_finite(child)
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
    for token in cue.doc[cue.i + 1 : cue.i + 25]:
        if token.lower_ in {"—", "–", "--"} or token.text in "()":
            depth += 1 if token.text != ")" else -1
            continue
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            return [token.head] if token.head.dep_ in _CLAUSES or token.head.dep_ == "ROOT" else []
        if token.head == cue and token.dep_ == "dobj" and "tell" not in frames_at(cue):
            return []
        if depth % 2 == 0 and token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"pcomp", "amod"}:
            return []
    return []


def _that_clauses(body: Token) -> Iterable[Token]:
    """The clause, and those joined to it that open with a "that" of their own."""
    yield body
    for child in body.children:
        if child.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            yield from _that_clauses(child)


def _content(reading: Reading, cue: Token, body: Token) -> tuple[Span, ...]:
    """The places of a content clause: without its "that", what stands beside it, and clauses that are told of separately."""
    left_out = {t.i for t in cue.subtree if not body.is_ancestor(t) and t != body}
    mark = next((c for c in body.children if c.dep_ == "mark" and c.lower_ == "that" and c.i > cue.i), None)
    if mark is not None:
        left_out |= set(range(mark.i + 1))
    for child in body.children:
        if _is_apart(child, body, cue):
            left_out |= {t.i for t in child.subtree} | _joint(child)
    for child in body.subtree:
        if child.dep_ == "relcl" and _is_comment(child):
            left_out |= {t.i for t in child.subtree}
    left_out -= {t.i for more in _more(cue, body) for t in more.subtree}
    tokens = [t for head in (body, *_more(cue, body)) for t in head.subtree if t.i not in left_out]
    if _is_enclosed(cue):
        return _trimmed(reading, [t for t in tokens if t.i < cue.i]) + _trimmed(reading, [t for t in tokens if t.i > cue.i])
    tokens = _after_aside(_one_side(tokens, cue), cue, body)
    if tokens and tokens[0].i > cue.i and tokens[0] in (body, *(c for c in body.children if c.dep_ == "aux")):
        return ()  # "what Quill alleges is wrong": the clause is about the content, not the content
    return _trimmed(reading, tokens)


def _is_enclosed(cue: Token) -> bool:
    """True for "All of this, Quill said, was known": the report stands in commas within the clause."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if subject is None or cue.i + 1 >= len(cue.doc):
        return False
    left = min(subject.left_edge.i, cue.i)
    return left > 1 and cue.doc[left - 1].text == "," and cue.nbor().text == ","


def _is_apart(child: Token, body: Token, cue: Token) -> bool:
    """True for what hangs on the content but is told separately, or is the teller's own again."""
    if child.dep_ == "advcl":
        return _is_as_aside(child)
    if child.dep_ != "conj":
        return False
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
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


def _one_side(tokens: list[Token], cue: Token) -> list[Token]:
    """The part before or after the cue, whichever holds more."""
    before = [t for t in tokens if t.i < cue.i]
    after = [t for t in tokens if t.i > cue.i]
    return after if len(after) >= len(before) else before


def _after_aside(tokens: list[Token], cue: Token, body: Token) -> list[Token]:
    """Without "despite ...," right after the cue: it is about the telling."""
    if not tokens or tokens[0].i < cue.i or cue.i + 1 >= len(cue.doc) or cue.nbor().text != ",":
        return tokens
    subject = next((c for c in body.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if subject is None or subject.left_edge.i == tokens[0].i:
        return tokens
    if subject.left_edge.nbor(-1).text != ",":
        return tokens
    return [t for t in tokens if t.i >= subject.left_edge.i]


def _trimmed(reading: Reading, tokens: list[Token]) -> tuple[Span, ...]:
    while tokens and (tokens[0].lower_ in _TRIMMED or tokens[0].is_punct):
        tokens = tokens[1:]
    while (
        tokens
        and (tokens[-1].is_punct or tokens[-1].dep_ == "cc" or tokens[-1].is_space)
        and tokens[-1].text not in {")", "]", "%"}
    ):
        tokens = tokens[:-1]
    return (reading.span(tokens),) if len(tokens) > 1 else ()


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
    if speaker is None or not _speaks(cue, speaker, frames):
        return []
    left = min(cue.left_edge.i, speaker.left_edge.i)
    if left == 0 or cue.doc[left - 1].text != ",":
        return []
    sides = [[t for t in cue.head.subtree if t.i < left]]
    if _is_enclosed(cue):
        sides.append([t for t in cue.head.subtree if t.i > cue.right_edge.i])
    elif cue.head.i > cue.i:
        return []
    content = tuple(span for side in sides for span in _trimmed(reading, side))
    return [Report("aside", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)))] if content else []


def according(reading: Reading, cue: Token) -> list[Report]:
    """As in "According to Quill, it worked": the rest of the clause is the content."""
    phrase = next((p for p in phrases() if tuple(t.lower_ for t in cue.doc[cue.i : cue.i + len(p)]) == p), None)
    if phrase is None:
        return []
    last = cue.doc[cue.i + len(phrase) - 1]
    name = next((t for t in last.children if t.dep_ == "pobj"), None)
    if name is None or not (may_be_somebody(name) or tells(name)):
        return []
    if phrase[0] in {"per", "as"} and name.ent_type_ not in {"PERSON", "ORG"}:
        return []
    verb = cue.head if cue.head.pos_ in {"VERB", "AUX"} else cue.sent.root
    inside = {t.i for t in cue.subtree} | set(range(cue.i, max(t.i for t in name.subtree) + 1))
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i > cue.i), None)
    first = subject.left_edge.i if subject is not None else 0
    content = _trimmed(
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
    sides = [[t for t in outside if t.i < anchor.left_edge.i], [t for t in outside if t.i > anchor.right_edge.i]]
    content = tuple(span for side in sides for span in _trimmed(reading, side))
    apart = {t.text for t in cue.doc[max(0, anchor.left_edge.i - 1) : anchor.right_edge.i + 2] if t.is_punct}
    if not apart & {",", "—", "–", "--", "("}:  # "as she spoke": while
        return []
    return [Report("as", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)))] if content else []


def noun(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill’s claim that it worked", "the promise by Quill that it will"."""
    if cue.pos_ != "NOUN" or cue.lemma_ not in reporting_nouns():
        return []
    if any(c.lower_ in {"no", "any"} for c in cue.children):
        return []
    places = (*cue.children, *cue.head.children) if cue.dep_ == "nsubj" and cue.head.lemma_ == "be" else tuple(cue.children)
    body = next((c for c in places if c.dep_ in {"acl", "ccomp", "relcl"} and _opens_with_that(c)), None)
    owner = _owner(cue)
    if body is None or owner is None or not may_be_somebody(owner):
        return []
    content = _content(reading, cue, body)
    return [Report("noun", reading, cue, content, "paraphrase", tuple(conjuncts(owner)), (), body)] if content else []


def _opens_with_that(body: Token) -> bool:
    mark = next((c for c in body.children if c.dep_ == "mark"), None)
    if mark is None or mark.lower_ != "that":
        return False
    return has_own_subject(body)


def _owner(cue: Token) -> Token | None:
    """Whose claim: "Quill’s claim", "the claim by/of/from Quill", "Quill made the claim", "Quill takes the position"."""
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
            return child
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    verb = cue.head
    if (
        cue.dep_ == "dobj"
        and verb.lemma_ in {"make", "take", "issue", "give", "offer", "advance", "raise", "repeat", "submit"}
        and not is_denied(verb, None)
        and not is_supposed(verb)
    ):
        return subject_of(verb)
    return None


def claims_to(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill claims to have tested it"; "which Quill represents having sent"."""
    frames = frames_at(cue)
    if cue.lemma_ not in _CLAIM_TO or not frames:
        return []
    body = next((c for c in cue.children if c.dep_ in {"xcomp", "ccomp"} and c.i > cue.i and not has_own_subject(c)), None)
    if body is None or not (body.tag_ == "VBG" or any(c.tag_ == "TO" or c.lower_ == "having" for c in body.children)):
        return []
    speaker, hearers = _parties(cue, frames)
    if speaker is None or not _speaks(cue, speaker, frames):
        return []
    content = _trimmed(reading, list(body.subtree))
    return [Report("claims to", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)), hearers)] if content else []


def call(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill described it as a toy", "Quill called it a toy": object and what it is called."""
    frames = frames_at(cue)
    if "as" not in frames or is_passive(cue):
        return []
    speaker = subject_of(cue)
    if speaker is None or not _speaks(cue, speaker, frames) or not may_be_somebody(speaker):
        return []
    parts = [
        c
        for c in cue.children
        if c.i > cue.i and (c.dep_ in {"dobj", "oprd", "ccomp", "xcomp"} or (c.dep_ == "prep" and c.lower_ == "as"))
    ]
    named = any(c.lower_ == "as" or c.dep_ in {"oprd", "ccomp", "xcomp"} for c in parts)
    about = any(
        t.lower_ == "as" and t.dep_ == "prep" for c in parts for t in c.subtree if t.head.head in (cue, c) or t.head == cue
    )
    alone = len(parts) == 1 and parts[0].dep_ in {"dobj", "oprd", "xcomp"} and not about
    if not parts or alone or not (named or about) or _DEFINING & {t.lower_ for t in cue.doc}:
        return []
    content = _trimmed(reading, [t for c in parts for t in c.subtree])
    return [Report("call", reading, cue, content, "paraphrase", tuple(conjuncts(speaker)))] if content else []


def discussion(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill and Reyes discussed the use of it": joint speakers, each the other's hearer."""
    frames = frames_at(cue)
    if "discuss" not in frames or is_passive(cue) or is_supposed(cue):
        return []
    speaker = subject_of(cue)
    if speaker is None or is_denied(cue, speaker):
        return []
    topic = next(
        (c for c in cue.children if c.dep_ in {"dobj", "xcomp", "ccomp"} or (c.dep_ == "prep" and c.lower_ in {"about", "of"})),
        None,
    )
    people = [t for t in conjuncts(speaker) if is_name(t) or is_person_like(t)]
    partners = [t for c in cue.children if c.dep_ == "prep" and c.lower_ == "with" for t in c.children if t.dep_ == "pobj"]
    together = tuple(people) + tuple(t for t in partners if is_name(t))
    if topic is None or len(together) < 2:
        return []
    content = _trimmed(reading, [t for t in topic.subtree if t != topic or topic.dep_ != "prep"])
    return [Report("discussion", reading, cue, content, "paraphrase", together, together)] if content else []


def quoting(reading: Reading, cue: Token) -> list[Report]:
    """As in "Quill complained of “...”", "Quill asked him to “...”": what hangs on the verb is no clause, but words of it are marked."""
    frames = frames_at(cue)
    if not frames - {"discuss"}:
        return []
    speaker, hearers = _parties(cue, frames)
    if speaker is None or not _speaks(cue, speaker, frames | frames_of("say")):
        return []
    parts = [c for c in cue.children if c.i > cue.i and c.dep_ in {"dobj", "prep", "xcomp", "oprd", "attr", "ccomp", "pcomp"}]
    places = [reading.places[t.i] for c in parts for t in c.subtree]
    marked = [
        q
        for q in reading.passage.quotations
        if q.depth == 0 and q not in reading.quoted.values() and any(q.words.contains(p) for p in places)
    ]
    if sum(len(q.words.of(reading.passage.text).split()) for q in marked) < FEWEST_WORDS:
        return []
    content = tuple(q.words.trimmed(reading.passage.text) for q in marked)
    return [Report("quoting", reading, cue, content, "quote", tuple(conjuncts(speaker)), hearers)]


RULES: tuple[Rule, ...] = (clause, aside, according, as_said, noun, claims_to, call, discussion, quoting)


def find_indirect(reading: Reading) -> list[Report]:
    """All reports of indirect speech in one sentence, in the order of the rules' sureness."""
    found: list[Report] = []
    for token in reading.doc:
        for rule in RULES:
            if reports := rule(reading, token):
                found += reports
                break
    return found
