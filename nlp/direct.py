"""Direct speech: who is said, beside a quotation, to have said it.

before      Quill told Reyes: “Go.”
after       “Go,” said Quill.    “Go,” Quill, who was late, told him.
split       “Go,” Quill said, “and stay.”            one statement, two spans
went on     “Go,” Quill said. “And stay.”            the next sentence is a quotation alone
colon       Quill: “Go.”    Quill’s answer: “Go.”
as          As Quill put it, “Go.”    In the words of Quill, “Go.”    According to Quill, “Go.”
"""

from __future__ import annotations

from spacy.tokens import Token

from ingest.span import Span
from nlp.agent import can_speak, hearers_of, is_name, may_be_somebody, tells
from nlp.clause import agent_of, conjuncts, frames_at, is_denied, is_passive, is_supposed, subject_of
from nlp.cues import frames_of, opens_phrase, paper_nouns, phrase_at, reporting_nouns
from nlp.reading import Reading
from nlp.report import Report

_FARTHEST = 40  # tokens between a quotation and its verb, its speaker's titles included
_SPOKEN = frozenset({"say", "tell", "find", "show", "add", "ask", "as"})
_RULING = frozenset({"dismiss", "reject", "dispute"})  # "dismissed the “...”": what somebody else said
_RELATIVES = frozenset({"that"})
_LOOSE = frozenset(
    {
        "read",
        "go",
        "begin",
        "open",
        "close",
        "end",
        "put",
        "quote",
        "provide",
        "appear",
        "laugh",
        "smile",
        "sigh",
        "nod",
        "ponder",
        "caption",
    }
)


def find_direct(reading: Reading) -> list[Report]:
    """The quotations of one sentence that stand by themselves, with what reports each; split ones joined."""
    found: list[Report] = []
    for place in sorted(reading.quoted):
        report = _report(reading, reading.doc[place])
        if report is None:
            continue
        previous = next((i for i, r in enumerate(found) if r.cue == report.cue and r.rule != "bare"), None)
        if previous is None:
            found.append(report)
        else:
            first = found[previous]
            found[previous] = Report(
                "split", reading, first.cue, first.content + report.content, "quote", first.speakers, first.hearers
            )
    return found


def _report(reading: Reading, quotation: Token) -> Report | None:
    content = _words(reading, quotation)
    for rule, cue in _cues(reading, quotation):
        frames = frames_at(cue) or frames_of("say")
        speaker = _speaker(reading, cue)
        if cue.lemma_ in _RULING or is_denied(cue, speaker) or (is_supposed(cue) and cue.tag_ != "VBG" and not _governed(cue)):
            continue
        if speaker is None or speaker == quotation or not can_speak(speaker, frames | frames_of("say")):
            continue
        return Report(rule, reading, cue, content, "quote", tuple(conjuncts(speaker)), hearers_of(cue, frames))
    return (
        _inverted(reading, quotation)
        or _by_phrase(reading, quotation)
        or _by_colon(reading, quotation)
        or _signed(reading, quotation)
    )


def _after_marks(quotation: Token) -> int:
    """The place of the first word after a quotation and the comma or dash behind it."""
    at = quotation.i + 1
    while at < len(quotation.doc) and quotation.doc[at].text in {",", "—", "–", "―", "--", "-", "?", "!", "."}:
        at += 1
    return at


def _inverted(reading: Reading, quotation: Token) -> Report | None:
    """As in "..., added Rep. Quill": the parser may not see a verb there."""
    at = _after_marks(quotation)
    cue = quotation.doc[at] if at + 1 < len(quotation.doc) else None
    if cue is None or not frames_at(cue) & _SPOKEN or cue.nbor(-1).text == ".":
        return None
    speaker = cue.nbor()
    while speaker.dep_ in {"compound", "det", "amod", "nmod", "poss"} and speaker.head.i > speaker.i:
        speaker = speaker.head
    if not may_be_somebody(speaker):
        return None
    return Report("after", reading, cue, _words(reading, quotation), "quote", tuple(conjuncts(speaker)))


def _mistagged(reading: Reading, quotation: Token) -> Report | None:
    """As in "The clinic’s website states, “...”": the parser takes the verb for a noun in the plural."""
    cue = quotation.nbor(-2)
    if cue.tag_ != "NNS" or "say" not in frames_of(cue.lemma_) or cue.i == 0:
        return None
    speaker = cue.nbor(-1)
    if speaker.dep_ not in {"compound", "nsubj", "nmod"} or not can_speak(speaker, frames_of("say")):
        return None
    return Report("before", reading, cue, _words(reading, quotation), "quote", (speaker,))


def _signed(reading: Reading, quotation: Token) -> Report | None:
    """As in "“...” — Ada Quill": a name behind a dash, and nothing after it."""
    at = _after_marks(quotation)
    doc = quotation.doc
    if at >= len(doc) or doc[at - 1].text not in {"—", "–", "―", "--"} or len(doc) - at > 12:
        return None
    name = doc[at]
    while name.dep_ in {"compound", "nmod", "amod"} and name.head.i > name.i:
        name = name.head
    is_whole = not any(t.pos_ in {"VERB", "AUX"} for t in doc[at:])
    return Report("signed", reading, name, _words(reading, quotation), "quote", (name,)) if is_whole and is_name(name) else None


def _words(reading: Reading, quotation: Token) -> tuple[Span, ...]:
    return (reading.quoted[quotation.i].words.trimmed(reading.passage.text),)


def _governed(cue: Token) -> bool:
    return cue.dep_ in {"xcomp", "conj"}


def _speaker(reading: Reading, cue: Token) -> Token | None:
    """The subject of the verb; the parser may take the quotation for it, and the name for an apposition."""
    if is_passive(cue):
        return agent_of(cue)
    subjects = [c for c in cue.children if c.dep_ == "nsubj" and c.i not in reading.quoted and c.lower_ not in _RELATIVES]
    subject = subjects[-1] if subjects else subject_of(cue)
    if subject is not None and subject.i in reading.quoted:
        return next((c for c in subject.children if c.dep_ in {"appos", "dep", "npadvmod"}), None)
    return subjects[-1] if subjects and subject is not None and subject.i in reading.quoted else subject


def _cues(reading: Reading, quotation: Token) -> list[tuple[str, Token]]:
    """Verbs that may report the quotation, the likeliest first."""
    after = _following(reading, quotation)
    before = _preceding(quotation)
    head = quotation.head if _is_cue(quotation.head) and quotation.dep_ not in {"nsubj", "nsubjpass"} else None
    opens = quotation.i == 0 or quotation.nbor(-1).lower_ in {",", "and", "but", "or"} or quotation.nbor(-1).is_punct
    order = (
        [("after", after), ("before", before)]
        if opens and not _leads(quotation, before)
        else [("before", before), ("after", after)]
    )
    if head is not None and all(head != cue for _, cue in order):
        order.append(("parse", head))
    return [(rule, cue) for rule, cue in order if cue is not None]


def _leads(quotation: Token, before: Token | None) -> bool:
    """True if the verb before it ends in "said:" or "said," and has nothing else to report."""
    if before is None:
        return False
    return quotation.nbor(-1).text in {":", ","} and not any(
        c.dep_ in {"ccomp", "dobj"} and c.i < before.i for c in before.children
    )


def _is_cue(token: Token) -> bool:
    return bool(frames_at(token) & _SPOKEN) or (token.pos_ == "VERB" and token.lemma_ in _LOOSE)


def _following(reading: Reading, quotation: Token) -> Token | None:
    """As in "..., said Quill", "..., Quill, the engineer, said": nothing but the speaker stands between."""
    doc = quotation.doc
    at = _after_marks(quotation)
    if at < len(doc) and doc[at - 1].text == "." and at - 1 > quotation.i:
        return None
    for token in doc[at : at + _FARTHEST]:
        if _is_cue(token) and token.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"} and not _is_modifier(token):
            subject = _speaker(reading, token)
            if subject is not None and subject.i > quotation.i and at in {subject.left_edge.i, token.i, token.left_edge.i}:
                return token
            if token.dep_ == "acl" and is_passive(token):
                return token
        if token.pos_ in {"VERB"} and not _is_modifier(token) and not any(token.is_ancestor(t) for t in doc[at : at + 1]):
            return None
        if token.text in {".", ";", ":"}:
            return None
    return None


def _is_modifier(token: Token) -> bool:
    return token.dep_ in {"amod", "compound", "relcl", "acl"} and token.tag_ != "VBN"


def _preceding(quotation: Token) -> Token | None:
    """As in "Quill told Reyes: ...": the nearest reporting verb before, with no other clause between."""
    doc = quotation.doc
    for token in reversed(doc[max(0, quotation.i - _FARTHEST) : quotation.i]):
        if _is_cue(token) and token.dep_ not in {"amod", "compound"}:
            return token
        if token.text in {";"}:
            return None
        if token.pos_ == "VERB" and token.dep_ in {"ROOT", "ccomp", "conj"} and token.i < quotation.i - 12:
            return None
    return None


def _by_phrase(reading: Reading, quotation: Token) -> Report | None:
    """As in "According to Quill, ...", "In the words of Quill, ..."."""
    doc = reading.doc
    for token in doc:
        phrase = phrase_at([t.lower_ for t in doc[token.i : token.i + 5]]) if opens_phrase(token.lower_) else None
        if phrase is None or abs(token.i - quotation.i) > _FARTHEST:
            continue
        name = next((t for t in doc[token.i + len(phrase) - 1].children if t.dep_ == "pobj"), None)
        if name is not None and (may_be_somebody(name) or tells(name)):
            content = _words(reading, quotation)
            return Report("according", reading, token, content, "quote", tuple(conjuncts(name)))
    return None


def _by_colon(reading: Reading, quotation: Token) -> Report | None:
    """As in "Quill: ...", "Quill’s answer: ...", "an e-mail from Quill: ..."."""
    if quotation.i < 2 or quotation.nbor(-1).text not in {":", ","}:
        return None
    is_colon = quotation.nbor(-1).text == ":"
    if (told := _mistagged(reading, quotation)) is not None:
        return told
    head = quotation.head if quotation.dep_ == "appos" else quotation.doc[quotation.i - 2]
    while head.dep_ in {"pobj", "prep", "appos", "compound", "nummod", "punct"} and head.head.i < head.i:
        head = head.head
    content = _words(reading, quotation)
    if head.lemma_.lower() in paper_nouns() | reporting_nouns():
        for child in head.children:
            owner = child if child.dep_ == "poss" or any(c.dep_ == "case" for c in child.children) else None
            if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
                owner = next((t for t in child.children if t.dep_ == "pobj"), None)
            if owner is not None and may_be_somebody(owner):
                return Report("colon", reading, head, content, "quote", tuple(conjuncts(owner)))
    if is_colon and is_name(head) and head.ent_type_ in {"PERSON", "ORG"} and head.left_edge.i == 0 and quotation.i <= 8:
        return Report("colon", reading, head, content, "quote", (head,))
    return None
