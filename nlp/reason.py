"""Why a statement is given to its speaker, in words: the rule that decided, told to a reader who does not know the rules.

after      the name beside the verb that follows the quotation
turn       a paragraph in quotation marks without a verb: the likeliest of those who talk there
"""

from __future__ import annotations

REASONS: dict[str, str] = {
    "before": "the subject of the verb that leads into the quotation",
    "after": "the name beside the verb that follows the quotation",
    "split": "the name beside the verb between the parts of the quotation",
    "parse": "the subject of the verb that the sentence hangs the quotation on",
    "colon": "the name before the colon",
    "signed": "the name behind the dash after the quotation",
    "continued": "the paragraph goes on with the quotation before it",
    "paragraph": "another quotation of the same paragraph has this speaker",
    "label": "the name before the colon that opens the turn",
    "turn": "a paragraph in quotation marks without a verb: the likeliest of those who talk there",
    "according": "the name after “according to” or the like",
    "clause": "the subject of the verb that reports the clause",
    "aside": "the subject of the report set in commas beside the clause",
    "as": "the subject of the “as ... says” beside the clause",
    "noun": "whose claim, statement or the like it is",
    "claims to": "the subject of the verb that claims it",
    "call": "the subject of the verb that calls or describes it so",
    "discussion": "those who talk together, each the other’s hearer",
    "quoting": "the subject of the verb that the marked words hang on",
    "belief": "the subject of a verb of thinking, which reports no speech",
    "intent": "the subject of a verb of wanting, which may report no speech",
    "judgement": "the subject of a verb of judging or telling",
    "about": "the subject of a verb that says what it is about",
    "excerpt": "the label of the turn in quoted testimony",
    "block": "who is announced before the words set apart",
    "testimony": "whose testimony is cited",
    "exhibit": "whose paper the cited exhibit is",
    "author": "the author that the citation names",
    "sent by": "the sender that the citation names",
    "company": "the company whose paper is cited",
    "publication": "the publication that is cited",
    "footnote": "whose paper the footnote cites",
    "fragment": "the person the sentence is about, with lines of a transcript cited",
}
_ELSEWHERE = {
    "email": "the header of the message",
    "chat": "the label of the message",
    "declaration": "who signed the declaration",
}
_TURN = "the label of the turn"


def reason_of(rule: str, kind: str) -> str:
    """The reason that stands behind a rule, for a statement of a kind.

    >>> reason_of("clause, quoted", "quote")
    'the subject of the verb that reports the clause'
    """
    return REASONS.get(rule.partition(",")[0]) or _ELSEWHERE.get(kind, _TURN)
