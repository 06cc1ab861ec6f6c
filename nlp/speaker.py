"""From the head of a noun phrase to who that is, as far as this document tells.

    name         "Quill"                        the full name behind it
    title        "Northwind CEO Ada Quill"      Ada Quill
    apposition   "the founder, Ada Quill,"      Ada Quill
    role         "Plaintiff", "the Company"     the party, or the role where it is written with a capital
    voice        "Northwind’s spokesman"        Northwind: an organisation speaks through somebody unnamed
    paper        "Quill’s letter"               Ada Quill
    pronoun      "she"                          the nearest subject that fits, if there is but one

Nobody named: no speaker, but the words are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.segment import Party
from ingest.span import Span
from nlp.agent import is_name, is_person_like
from nlp.cast import Cast
from nlp.clause import plural_owner, subject_of
from nlp.cues import paper_nouns, reporting_nouns
from nlp.elsewhere import full_court, is_of_another_case
from nlp.gender import sex_of_pronoun
from nlp.name import SIDES, is_title
from nlp.reading import Reading

_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "case", "predet", "advmod", "punct"})
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "designee", "representative", "spokespeople"})
_NAMELESS = frozenset(
    {"parties", "counsel", "witness", "deponent", "reporter", "respondents", "party", "mr.", "ms.", "attorneys", "lawyers"}
)
_BODIES = frozenset({"court", "circuit", "panel", "board", "committee", "commission", "department", "district"})
_CASE_NAMES = frozenset(
    {"litig", "litigation", "cases", "dept", "inst", "indus", "ass’n", "assn", "int’l", "univ"}
)  # what is left of a case’s name
_PERSONAL = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "their"})
_NEUTER = frozenset({"it", "its"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass
class Scene:
    """What has been said so far: earlier sentences of the paragraph, nearest last; who "I" is; the last speaker."""

    cast: Cast
    readings: list[Reading] = field(default_factory=list)
    writer: Party | None = None
    last: tuple[Party, ...] = ()


def phrase_of(reading: Reading, head: Token) -> Span:
    """The noun phrase as it names somebody: without clauses and appositions after it, with "of the company"."""
    tokens = [head]
    for child in head.lefts:
        if child.dep_ in _LEFT:
            tokens += [t for t in child.subtree if t.i < head.i]
    if head.pos_ == "NOUN" or head.text == "Court":
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in {"of", "for", "at", "from"} and child.i == max(t.i for t in tokens) + 1:
                tokens += [t for t in child.subtree if t.i < head.i + 8]
    inside = sorted({t.i for t in tokens})
    first = next(i for i in inside if not reading.doc[i].is_punct)
    run = [i for i in inside if i >= first]
    return reading.span(reading.doc[i] for i in run)


def parties_of(reading: Reading, heads: Sequence[Token], scene: Scene) -> tuple[Party, ...]:
    """One party per head. ``name`` is '' where the document names nobody for the words."""
    return tuple(_party(reading, head, scene) for head in _without_offices(heads) if not _is_behind_versus(head))


def _is_behind_versus(head: Token) -> bool:
    """True for the second party of a case's name: "the court in Roe v. Acme"."""
    start = head.left_edge.i
    return any(t.lower_ in {"v.", "vs.", "v"} for t in head.doc[max(0, start - 1) : head.i])


def _without_offices(heads: Sequence[Token]) -> Sequence[Token]:
    """As in "the Vice President and Chief Engineer, Ada Quill": two offices of one person."""
    apposed = [h for h in heads if any(c.dep_ == "appos" and is_name(c) for c in h.children)]
    if apposed and len(heads) > 1 and all(is_title(h.text) for h in heads):
        return apposed[:1]
    if apposed and any(
        is_name(h) and not is_title(h.text) for h in heads
    ):  # "Reyes, and its President and Chairman, Ada Quill": two persons
        return [h for h in heads if h in apposed or not is_title(h.text) or h.left_edge.lower_ in {"the", "a", "an"}]
    return heads


def _party(reading: Reading, head: Token, scene: Scene) -> Party:
    span = phrase_of(reading, head)
    written = reading.of(span)
    if head.pos_ == "PRON" and head.lower_ in _PERSONAL | _PLURAL | _NEUTER:
        return Party(written, _antecedent(reading, head, scene), span=span)
    if head.lower_ in {"i", "me", "my", "myself"}:
        return Party(written, (scene.writer.name or scene.writer.as_written) if scene.writer else "", span=span)
    name = "" if is_of_another_case(reading, head, scene.cast) else name_at(reading, head, scene.cast)
    return Party(written, name, span=span)


def name_at(reading: Reading, head: Token, cast: Cast) -> str:
    """The name behind a noun, '' if the words name nobody."""
    if head.pos_ == "PRON":
        return ""
    apposed = next(
        (
            c
            for c in head.children
            if c.dep_ == "appos" and is_name(c) and c.ent_type_ not in {"DATE", "GPE", "MONEY", "CARDINAL"}
        ),
        None,
    )
    if is_name(head) and not (apposed is not None and is_title(head.text)):
        return _proper(reading, head, cast)
    if apposed is not None:
        return _proper(reading, apposed, cast)
    if head.lower_ in _VOICES or head.lemma_.lower() in paper_nouns() | reporting_nouns():
        return next((name for owner in _owners(head) if (name := name_at(reading, owner, cast))), "") or _pleader(head, cast)
    if head.lower_ in _NAMELESS:
        return ""
    return _role(reading, head, cast)


def _proper(reading: Reading, head: Token, cast: Cast) -> str:
    """A name in capitals: the words at the end of it that are no titles, made full."""
    if head.lower_ in _NAMELESS or head.lower_.rstrip(".") in _CASE_NAMES:
        return ""
    if head.lower_ == "court" and (full := full_court(reading.of(reading.span(head.subtree)))):
        return full
    if head.lower_ in _VOICES or (head.lemma_.lower() in paper_nouns() and not _is_publication(head)):
        owned = next(
            (n for owner in _owners(head) if not _is_title_word(owner, head, cast) and (n := name_at(reading, owner, cast))), ""
        )
        if owned or head.lemma_.lower() in paper_nouns():
            return owned or _pleader(head, cast)
    tokens = [head]
    for token in reversed(head.doc[head.left_edge.i : head.i]):
        if (
            token.head not in tokens
            or token.dep_ not in {"compound", "nmod", "amod", "det", "nummod", "punct", "poss", "case"}
            or not (token.text[0].isupper() or token.text in {"&", "-", "."})
        ):
            break
        if token.dep_ in {"det", "poss", "case"} or (is_title(token.text) and not is_title(head.text)):
            break
        tokens.insert(0, token)
    tokens = _without_common(reading, tokens, cast)
    written = reading.of(reading.span(tokens))
    full = cast.full_name(written)
    if not full and len(tokens) > 1 and _is_person(head):
        full = cast.full_name(head.text)
        full = full if full and full.split()[0][0] == tokens[0].text[0] else ""
    titled = reading.of(phrase_of(reading, head)) if is_title(head.doc[max(0, tokens[0].i - 1)].text) and not full else written
    return full or titled.removesuffix("’s").removesuffix("'s")


def _without_common(reading: Reading, tokens: list[Token], cast: Cast) -> list[Token]:
    """As in "the Patent Northwind contends": without a word before a known name that the document also writes small."""
    first = 0
    while first + 1 < len(tokens) and tokens[first].lower_ in cast.lower_words:
        first += 1
    whole, rest = reading.of(reading.span(tokens)), reading.of(reading.span(tokens[first:]))
    if first and tokens[0].i == 0 and len(tokens) == 2 and whole not in cast.organisations:  # "Even Quill admitted"
        return tokens[1:]
    return (
        tokens[first:] if first and cast.full_name(rest) not in {"", rest} and cast.full_name(whole) in {"", whole} else tokens
    )


def _is_title_word(owner: Token, paper: Token, cast: Cast) -> bool:
    """True for a word of a paper's title that names nobody: "the Narrowing Order", "the Investment Policy"."""
    if owner.dep_ not in {"compound", "nmod"} or not paper.text[0].isupper():
        return False
    return not (cast.person_of(owner.text) or cast.is_organisation(owner.text) or owner.text in cast.defined)


def _pleader(head: Token, cast: Cast) -> str:
    """Whose complaint: the plaintiff's, in a filing that has a caption and writes "the Complaint"; whose "Order": the court's."""
    is_named = head.text[0].isupper() or (head.text == "complaint" and head.left_edge.lower_ == "the" and cast.cites_complaint)
    if not is_named or not (cast.caption.names or cast.caption.author):
        return ""
    if head.text == "Order" and not any(c.dep_ in {"compound", "nmod"} for c in head.children):
        return "Court"
    if head.lower_ not in {"complaint", "petition", "fac", "sac", "tac"}:
        return ""
    return cast.full_name("Plaintiffs") or "Plaintiffs"


def _is_publication(head: Token) -> bool:
    """True for "the Harbor Review", "Consumer Reports": a name of a paper, not a paper of somebody."""
    named = any(c.dep_ in {"compound", "nmod", "amod"} and c.text[0].isupper() for c in head.children)
    owned = any(c.dep_ in {"poss", "prep"} for c in head.children)
    return (
        named and not owned and head.lemma_.lower().removesuffix("s") in {"review", "post", "report", "story", "column", "page"}
    )


def _role(reading: Reading, head: Token, cast: Cast) -> str:
    """As in "Plaintiffs", "the Company": the party, or the word itself if it is written as a name."""
    full = cast.full_name(head.text)
    if full and head.text[0].isupper():
        return full
    starts = head.left_edge.i == 0
    if (
        head.text[0].isupper()
        and (is_person_like(head) or head.lower_.removesuffix("s") in {"plaintiff", "defendant"})
        and not (
            starts
            and head.i == 0
            and head.lower_ in {"analysts", "officials", "investors", "critics", "experts", "people", "users"}
        )
    ):
        return reading.of(phrase_of(reading, head))
    return ""


def _owners(head: Token) -> Iterator[Token]:
    """Whose spokesman or letter: "Northwind’s letter", "a spokesman for Northwind", "a Northwind spokesman"."""
    if (before := plural_owner(head)) is not None:
        yield before
    for child in head.children:
        if child.dep_ == "poss":
            yield child
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "from", "by", "at"}:
            yield from (t for t in child.children if t.dep_ == "pobj")
    for child in head.children:
        if (
            child.dep_ in {"compound", "nmod"}
            and is_name(child)
            and child.ent_type_ not in {"GPE", "ORDINAL"}
            and not is_title(child.text)
        ):
            yield child
    if head.dep_ == "pobj" and head.head.lower_ in {"in", "by", "through", "via"} and head.head.head.pos_ == "VERB":
        sender = subject_of(head.head.head)
        if sender is not None and sender != head:
            yield sender


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or (is_name(token) and token.ent_type_ == "")


def _antecedent(reading: Reading, pronoun: Token, scene: Scene) -> str:
    """The nearest subject that fits, in this sentence or one of the two before; '' if several could be meant."""
    if _is_blocked(reading, pronoun, scene):
        return ""
    places = [(reading, reading.doc[: pronoun.i])] + [(r, r.doc[:]) for r in reversed(scene.readings[-2:])]
    for source, tokens in places:
        fitting = [t for t in tokens if _fits(t, pronoun, scene.cast)]
        names = {t.i: name for t in fitting if (name := name_at(source, t, scene.cast))}
        subjects = [t for t in fitting if t.dep_ in _SUBJECTS and t.i in names]
        main = [t for t in subjects if t.head.dep_ == "ROOT"] if source is not reading else []
        if subjects:
            chosen = names[(main or subjects)[-1].i]
            nearest = names[max(names)]  # "the board denied Quill’s motion as to its claim": whose?
            doubtful = pronoun.dep_ == "poss" and pronoun.lower_ not in _PERSONAL and source is reading
            return "" if doubtful and nearest != chosen else chosen
        if len(set(names.values())) == 1:
            return next(iter(names.values()))
        if names:
            return ""
    return _last_speaker(pronoun, scene)


def _last_speaker(pronoun: Token, scene: Scene) -> str:
    """Who spoke last, for a "he" or "she" that nobody fits nearer: a person, and no side of the case."""
    if len(scene.last) != 1 or pronoun.lower_ not in _PERSONAL:
        return ""
    name = scene.last[0].name
    is_side = name.lower().rpartition(" ")[2].removesuffix("s") in SIDES
    return "" if is_side or scene.cast.is_organisation(name) else name


def _is_blocked(reading: Reading, pronoun: Token, scene: Scene) -> bool:
    """True if the nearest subject before "it" or "they" in the sentence is a body that nobody names: "these groups wrote what they want"."""
    word = pronoun.lower_
    if word not in _NEUTER | _PLURAL:
        return False
    number = {"NNS", "NNPS"} if word in _PLURAL else {"NN", "NNP"}
    nearest = next((t for t in reversed(reading.doc[: pronoun.i]) if t.dep_ in _SUBJECTS and t.tag_ in number), None)
    return (
        nearest is not None
        and nearest.pos_ == "NOUN"
        and nearest.text.islower()
        and not _fits(nearest, pronoun, scene.cast)
        and (word in _PLURAL or is_person_like(nearest) or nearest.lemma_.lower() in paper_nouns())
    )


def _fits(token: Token, pronoun: Token, cast: Cast) -> bool:
    if token.pos_ not in {"PROPN", "NOUN"} or token.dep_ in {"compound", "amod"}:
        return False
    word = pronoun.lower_
    if word in _PERSONAL:
        if not is_name(token):
            return token.tag_ == "NN" and is_person_like(token)
        of_a_case = token.text in cast.cases and not cast.person_of(token.text)  # "the expert in George"
        nobody = of_a_case or token.lower_ in _BODIES or cast.is_organisation(token.text)
        named = " " in cast.full_name(token.text) or (token.ent_type_ == "PERSON" and cast.may_be_person(token.text))
        other_sex = cast.sex(token.text) not in {"", sex_of_pronoun(word)}
        return named and not (nobody or other_sex)
    if word in _NEUTER:
        return (is_name(token) and (token.ent_type_ in {"ORG", "GPE"} or cast.is_organisation(token.text))) or (
            token.text[0].isupper()
            and token.lemma_.lower() in {"company", "court", "circuit", "panel", "plaintiff", "defendant"}
            and token.tag_ != "NNS"
        )
    plural = token.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in token.children)
    return plural and (is_name(token) or is_person_like(token) or token.text[0].isupper())
