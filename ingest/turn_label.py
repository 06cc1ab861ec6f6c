"""What a line of a transcript opens with, told by form and not by one reporter's wording.

question, answer   "Q.", "A", "[Q.]", "Q. (BY MR. LEE)", "ANSWER:"   who speaks is the examiner, the witness
name               "MR. LEE:", "THE WITNESS:", "MS. J. ORR   "  who speaks is named
by                 "BY MR. LEE:", "EXAMINATION BY MS. ORR", "BY ANN LEE, ESQ.:"   who asks from here on
heading            "DIRECT EXAMINATION", "P R O C E E D I N G S", "--oOo--"
dateline           "Reno, Nevada; Monday, May 6, 2019"          where and when, before anybody speaks
aside              "(Recess taken.)"                            the reporter's, inside somebody's turn
oath               "ANN LEE, having been first duly sworn,"     who answers from here on
close              "Whereupon, the deposition was concluded"    nobody speaks after this
text               anything else
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.dates import parse_date
from ingest.span import Span

Form = Literal["question", "answer", "name", "by", "heading", "dateline", "aside", "oath", "close", "stray", "text"]
FEWEST_STOPPED, FEWEST_SPELLED = 6, 3
SPEAKING: frozenset[Form] = frozenset({"question", "answer", "name"})

_TITLE = (
    r"(?:M\.?\s?(?:RS|R|S)|MISS|MX|DR|PROF(?:ESSOR)?|HON(?:ORABLE)?|(?:MAGISTRATE\s|CHIEF\s)?JUDGE|(?:CHIEF\s)?JUSTICE|(?:VICE\s)?CHANCELLOR|GENERAL|SENATOR|REP|ATTORNEY|"
    r"COMMISSIONER|CHAIR(?:MAN|WOMAN)?|ARBITRATOR|MEDIATOR|SPECIAL\s(?:MASTER|AGENT)|AGENT|DETECTIVE|OFFICER|SERGEANT|SGT|LT|CAPT(?:AIN)?)[.,]?"
)
_NAME = r"[A-Z][\w'’-]*\.?(?:\s(?:[A-Z(][\w'’)-]*\.?,?|van|von|de|der|den|la|le|da|di|du|del)){0,3}?"
_ROLE = (
    r"(?:COURT(?:ROOM)?(?:\s(?:DEPUTY|CLERK|REPORTER|OFFICER|ATTENDANT))?|DEPUTY(?:\sCLERK)?|CLERK|WITNESS|DEPONENT|(?:PROSPECTIVE\s)?JUROR|"
    r"(?:STENOGRAPHIC\s|CERTIFIED\s)?(?:STENOGRAPHER|REPORTER)|VIDEOGRAPHER|VIDEO\s(?:OPERATOR|TECHNICIAN|SPECIALIST)|TECHNICIAN|"
    r"(?:SPANISH\s)?INTERPRETER|VOICE|SPEAKER|(?:UNIDENTIFIED|UNKNOWN)\s(?:(?:MALE|FEMALE)\s)?(?:SPEAKER|VOICE|MALE|FEMALE|ATTORNEY|JUROR)|(?:MALE|FEMALE)\s(?:SPEAKER|VOICE)|BAILIFF|MARSHAL|DEFENDANT|PLAINTIFF|FOREPERSON|ARBITRATOR|HEARING\sOFFICER|SPECIAL\sMASTER|MEDIATOR)"
)
_END = r"\s?(?:[:;]|\.(?=\s{2}|\s*\Z)|(?=\s{3}))\s*"
_NAMED = re.compile(rf"(?P<who>(?i:{_TITLE})\s?{_NAME}){_END}")
_ROLED = re.compile(rf"(?P<who>(?=[TA])(?i:(?:the|an?)\s{_ROLE})(?:\s(?:NO\.?\s?)?\d{{1,3}})?){_END}")
_BARE_ROLE = re.compile(rf"(?P<who>{_ROLE}(?:\s(?:NO\.?\s?)?\d{{1,3}})?)\s?:\s*")
_THE_OTHER = re.compile(r"(?P<who>THE\s[A-Z]+(?:\s[A-Z]+){0,2})\s?:\s*")
_STOPPED = re.compile(
    rf"(?P<who>(?:Mr|Ms|Mrs|Dr|Miss|Senator|Chairman|Chairwoman|The\s(?:Chairman|Chairwoman|Clerk|Witness|Reporter))\.?(?:\s{_NAME})??)\.\s+(?=[A-Z\"“(—-])"
)
_CAPITALS_STOPPED = re.compile(  # scanners read a colon as a full stop
    rf"(?P<who>{_TITLE}\s?[A-Z][A-Z'’-]+(?:\s[A-Z][A-Z'’-]+)?|THE\s{_ROLE})\.\s+(?=[“\"(]?[A-Z](?:[a-z ,]|['’]))"
)
_CAPITALS = re.compile(r"(?P<who>[A-Z][A-Z.'’-]+(?:\s[A-Z\d][A-Z\d.,'’#-]*){0,3})\s?:(?=\s|\Z)\s*")
_LETTER = re.compile(
    r"\[?(?P<who>[QA]|[@©](?=[.,\s]))(?:(?P<mark>\s?[.,:;]\]?|\])(?P<gap>\s+|\Z|(?=[A-Z][a-z]|\(|I\s[a-z]))|(?P<wide>\s{3,}|\Z)|(?P<narrow>\s+))"
)
_BY = re.compile(
    rf"\(?(?:(?i:(?:further\s|continued\s|re-?)*(?:direct|cross|voir\sdire)?[- ]?exam(?:ination)?)\s*(?:\([^)]*\)\s*)?)?"
    rf"(?:BY|By)\s(?P<who>(?i:{_TITLE})\s?{_NAME}|THE\sCOURT)(?:\s?\([^)]*\))?\s?[:;.]?\)?\s*(?P<rest>\Z|(?=\[?Q[.:,\s]))"
)
_ESQUIRE = r",?\s(?:ESQ(?:UIRE)?|Esq(?:uire)?)\b\.?"
_BY_FULL_NAME = re.compile(
    rf"\(?(?P<examination>(?i:[a-z-]*[- ]?examination)\s)?(?:BY|By)\s(?P<who>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){{0,3}}?)"
    rf"(?P<esquire>{_ESQUIRE})?\s?(?P<colon>:)?\)?\s*\Z"
)
_BY_ALONE = re.compile(r".*\b(?:BY|By):?\s*\Z")
_TITLED_ALONE = re.compile(rf"(?P<who>(?i:{_TITLE})\s?{_NAME})(?:{_ESQUIRE})?\s?[:.]?\s*\Z")
_SPELLED = re.compile(r"(?P<who>QUESTION|ANSWER|Question|Answer)\s?[:.]\s*")
_BY_WITHIN = re.compile(rf"[(\[]?(?:BY|By)\s(?P<who>(?i:{_TITLE})\s?{_NAME}|THE\sCOURT)\s?(?:[)\]]\s?:?|:)\s*")
_EXAMINATION = re.compile(
    r"(?:[A-Z .'’,-]{3,60}?[-–—]\s*)?(?:further|continued|resumed|direct|cross|re-?\s?direct|re-?\s?cross|voir\sdire|adverse|recalled|[- ]){0,4}"
    r"(?:examination(?:\sby(?:\s.{3,60})?)?|\bvoir\sdire)(?:\s?\((?:continued|resumed|continuing|resuming|cont['’]d)[^)]*\))?(?:\s?[,-]?\s?(?:continued|resumed))?\s?[:.]?",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(
    r"[\s\-–—_*=.~#/oO0]{2,}|(?:[A-Z][\s-]+){5,}[A-Z]\s?[:.]?|\(?(?:continued\son|nothing\somitted)\b.{0,30}"
)
_SESSION = re.compile(
    r"(?:(?:MORNING|AFTERNOON|EVENING)\s)?(?:SESSION|PROCEEDINGS)[:.]?|(?:AFTERNOON|MORNING)\sSESSION\b.{0,40}|"
    r"(?:OPENING|CLOSING|ORAL|REBUTTAL)\s(?:STATEMENT|ARGUMENT)S?(?:\s(?:BY|ON|OF)\s.{3,60})?|ON\sBEHALF\sOF\s[A-Z][A-Z ,.'’-]{3,60}"
)
_CLOSE = re.compile(
    r"\(?\s*(?:(?:whereupon|thereupon)\b|(?:and\s)?further\s(?:the\s)?(?:deponent|witness|affiant)\b|signature\s(?:was\s)?(?:not\s)?(?:waived|reserved)\b|"
    r"(?:reporter['’]?s?\s|court\sreporter['’]?s?\s)?certificat(?:e|ion)\s(?:of|page)\b|time\snoted\b|end\sof\s(?:the\s)?(?:deposition|proceedings|transcript)\b|"
    r"(?:the\s)?(?:(?:above|foregoing)\s)?(?:deposition|proceedings?|hearing|trial|matter|testimony|examination)\s(?:was\s|were\s|having\s)?"
    r"(?:then\s)?(?:concluded|adjourned|ended|closed|recessed)\b|i\s(?:hereby\s)?(?:declare|certify)\s(?:under|that\sthe\sforegoing)\b)",
    re.IGNORECASE,
)
_SWORN = re.compile(
    r"\b(?:duly\s(?:sworn|affirmed)|first\s(?:duly|being|having)|having\s(?:been|first)|was\scalled|called\s(?:as\sa\switness|for\sexamination|by)|"
    r"(?:a|the)\switness\s(?:herein|called|on\sbehalf)|sworn\s(?:as|by|to)|testified\s(?:as\sfollows|further)|produced\sas\sa)\b"
    r"|,\s(?:(?:having\sbeen\s)?(?:previously|already)\s)?(?:sworn|affirmed|resumed|recalled)\b",
    re.IGNORECASE,
)
_NAME_ALONE = re.compile(r"(?P<who>(?:(?:Dr|Mr|Ms|Mrs)\.\s)?[A-Z][\w'’-]*(?:\s[A-Z][\w.'’-]*){1,4}),?\s*\Z")
_SWORN_NAME = re.compile(
    r"(?:THE\sWITNESS,?\s)?(?P<who>(?:DR\.\s|MR\.\s|MS\.\s)?[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Za-z.'’-]*){1,4})\s?(?:,|\Z|:)"
)
_NO_NAME = re.compile(r"\b(?:WITNESS|PLAINTIFF|DEFENDANT|GOVERNMENT|STATE|COURT|EXAMINATION|HAVING|CALLED|SWORN)\b")
_NO_EXAMINER = re.compile(
    r"\b(?:COUNSEL|ATTORNEYS?|PLAINTIFFS?|DEFENDANTS?|DEFEN[CS]E|PROSECUTION|GOVERNMENT|STATE|PEOPLE|AGREEMENT|STIPULATION|CONSENT|ORDER|TELEPHONE|VIDEO\w*)\b"
)
_CLOCK_LINE = re.compile(r"\(?(?:at\s|time:?\s)?\d{1,2}:\d{2}\s?(?:[ap]\.?\s?m\.?|o['’]clock)?\)?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:PAGE|Pag[eE]|Pg\.?)\s*\d{0,4}|[-–]\s?\d{1,4}\s?[-–]")
_NOT_SPEAKERS = re.compile(
    r"(?:RE|TO|FROM|CC|DATE|TIME|BY|FOR|NOTE|PAGE|LINE|SUBJECT|PRESENT|ALSO\sPRESENT|APPEARANCES|REPORTED\sBY|EXHIBITS?|FIRST|SECOND|THIRD|ANSWER|QUESTION"
    r"|TEL|FAX|E-?MAIL|PHONE|INDEX|LOCATION|VIDEO|COUNTY|STATE|CITY|CASE|WITNESS(?:ES)?\s\w+)\b.{0,30}"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line opens with: ``label`` the span of the label with its punctuation (empty for text), ``who`` the name in it as
    written ("Q", "MR. LEE"), ``examiner`` who asks ("MR. LEE") where the line says so. ``sure`` is False for a letter that
    could also be a word."""

    form: Form
    label: Span
    who: Span
    examiner: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Style:
    """How one transcript sets its labels. ``column`` is where Q and A stand, in points from the left (None if unknown);
    ``voices`` are names in capitals that open lines again and again without a title; ``spelled`` is True where questions and
    answers are labelled by the whole word."""

    column: float | None = None
    voices: frozenset[str] = frozenset()
    spelled: bool = False


def read_opening(words: str, start: int, edge: float, style: Style) -> Opening:
    """What a line opens with whose ``words`` stand at ``start`` in the text and ``edge`` points from the left.

    A letter that stands far from the column of its like is text.
    """
    for rule in _RULES:
        opening = rule(words, start, style)
        if opening is not None and _in_column(edge, style, opening):
            return opening
    return Opening("text", Span(start, start), Span(start, start))


def is_sworn(words: str) -> bool:
    """True for words that tell how a witness was called or sworn."""
    return _SWORN.search(words) is not None


def sworn_name(words: str) -> Span | None:
    """Where the name in capitals stands that ``words`` begin with; None if they begin otherwise."""
    match = _SWORN_NAME.match(words)
    return Span(*match.span("who")) if match and not _NO_NAME.search(match["who"]) else None


def is_by_alone(words: str) -> bool:
    """True for a line that ends with BY: "EXAMINATION BY", "BY"; who examines stands on the next."""
    return len(words.split()) <= 4 and _BY_ALONE.match(words) is not None


def titled_name(words: str) -> Span | None:
    """Where the name stands in a line that is a title and a name, and no more: "MR. LEE", "MS. ANN ORR, ESQ.:"."""
    match = _TITLED_ALONE.match(words)
    return Span(*match.span("who")) if match else None


def name_alone(words: str) -> Span | None:
    """Where the name stands in a line that is a name, in whatever letters, and no more: "Ann B. Lee,"."""
    match = _NAME_ALONE.match(words)
    return Span(*match.span("who")) if match and not _NO_NAME.search(match["who"].upper()) else None


def _in_column(edge: float, style: Style, opening: Opening) -> bool:
    if opening.form not in ("question", "answer") or style.column is None:
        return True
    return abs(edge - style.column) <= (30.0 if opening.sure else 5.0)


def _letter(words: str, start: int, style: Style) -> Opening | None:
    match = _LETTER.match(words)
    if match is None:
        return None
    if match["narrow"] and _ROLED.match(words):  # "A JUROR:"
        return None
    end, examiner = match.end(), ""
    rest = words[end:]
    if match["narrow"] and not re.match(r"[A-Z\"“(—–-]" if style.column is None else r"[A-Z\d$\"“(—–-]", rest):
        return None
    if match["who"] != "A" and (within := _BY_WITHIN.match(rest)):
        examiner, end = within["who"], end + within.end()
    form: Form = "answer" if match["who"] == "A" else "question"  # scanners read Q as @
    sure = match["narrow"] is None or (form == "question" and not rest[:1].isdigit())
    return _opening(form, start, end, match, examiner=examiner, sure=sure)


def _spelled(words: str, start: int, style: Style) -> Opening | None:
    match = _SPELLED.match(words) if style.spelled else None
    if match is None:
        return None
    return _opening("question" if match["who"].upper() == "QUESTION" else "answer", start, match.end(), match)


def _by_line(words: str, start: int, style: Style) -> Opening | None:
    match = _BY.match(words)
    if match is None and (full := _BY_FULL_NAME.match(words)) and _is_examiner(full, style):
        return _opening("by", start, full.end(), full, examiner=full["who"])
    if match is None:
        return None
    if letter := _LETTER.match(words, match.end()):
        return _opening("question", start, letter.end(), letter, examiner=match["who"])
    return _opening("by", start, match.end(), match, examiner=match["who"])


def _is_examiner(match: re.Match[str], style: Style) -> bool:
    """True for a name without a title where BY or EXAMINATION and a colon leave no doubt; a single word must be a voice."""
    marked = bool(match["examination"] or match["colon"]) and not _NO_EXAMINER.search(match["who"].upper())
    return marked and (" " in match["who"] or match["who"] in style.voices)


def _voice(words: str, start: int, style: Style) -> Opening | None:
    found = (form.match(words) for form in (_CAPITALS, _STOPPED))
    match = next((m for m in found if m and m["who"] in style.voices), None)
    return _opening("name", start, match.end(), match) if match else None


def _name(words: str, start: int, _: Style) -> Opening | None:
    match = next((m for form in (_NAMED, _ROLED, _BARE_ROLE, _THE_OTHER, _CAPITALS_STOPPED) if (m := form.match(words))), None)
    if match is None:
        return None
    mixed = match["who"] != match["who"].upper() and not re.search(r"[A-Z]{2}", match["who"])
    if mixed and ":" not in match[0]:  # "Mr. Lee. He left" is running speech
        return None
    return _opening("name", start, match.end(), match)


def _heading(words: str, start: int, _: Style) -> Opening | None:
    bare = words.strip("-–—*_=~ ")
    if bare[:1].isupper() and _EXAMINATION.fullmatch(bare) and len(bare.split()) <= 10:
        return _whole("heading", words, start)
    if _ORNAMENT.fullmatch(words) or _SESSION.fullmatch(words):
        return _whole("heading", words, start)
    return None


def _dateline(words: str, start: int, _: Style) -> Opening | None:
    if _CLOCK_LINE.fullmatch(words):
        return _whole("dateline", words, start)
    named = all(word[0].isupper() or not word[0].isalpha() or word in ("at", "a.m.", "p.m.") for word in words.split())
    return _whole("dateline", words, start) if named and len(words) < 90 and parse_date(words) is not None else None


def _closing(words: str, start: int, _: Style) -> Opening | None:
    return _whole("close", words, start) if not words[:1].islower() and _CLOSE.match(words) else None


def _aside(words: str, start: int, _: Style) -> Opening | None:
    return _whole("aside", words, start) if re.match(r"[(\[{]\s?[A-Z\d]", words) else None


def _stray(words: str, start: int, _: Style) -> Opening | None:
    return _whole("stray", words, start) if _PAGE_NUMBER.fullmatch(words) else None


def _whole(form: Form, words: str, start: int) -> Opening:
    return Opening(form, Span(start, start + len(words)), Span(start, start))


def _opening(form: Form, start: int, end: int, match: re.Match[str], *, examiner: str = "", sure: bool = True) -> Opening:
    who = Span(start + match.start("who"), start + match.end("who"))
    return Opening(form, Span(start, start + end), who, examiner, sure)


_RULES = (_stray, _by_line, _spelled, _letter, _voice, _name, _heading, _closing, _aside, _dateline)


def voices(lines: Iterable[str]) -> frozenset[str]:
    """Names that open three lines or more and are no usual label: capitals with a colon, or, where no label at all has a colon,
    a title and name with a full stop ("Mr. Lee.  Thank you."), as committees print them."""
    words = list(lines)
    capitals = [m["who"] for line in words if (m := _CAPITALS.match(line)) and not _NOT_SPEAKERS.fullmatch(m["who"])]
    stopped = [m["who"] for line in words if (m := _STOPPED.match(line))]
    colons = sum(bool(form.match(line)) and ":" in line[:40] for line in words for form in (_NAMED, _ROLED))
    found = Counter(capitals if colons or len(stopped) < FEWEST_STOPPED else capitals + stopped)
    return frozenset(who for who, count in found.items() if count >= 3)


def is_spelled(lines: Iterable[str]) -> bool:
    """True where "QUESTION:" and "ANSWER:" open lines, and more of them than letters do."""
    words = list(lines)
    found = Counter(match["who"].upper() for line in words if (match := _SPELLED.match(line)))
    letters = sum(bool((match := _LETTER.match(line)) and match["narrow"] is None) for line in words)
    return min(found["QUESTION"], found["ANSWER"]) >= FEWEST_SPELLED and found.total() > letters
