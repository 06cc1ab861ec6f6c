"""Who was there: names from a transcript's cover, appearances and certificate, and from how people introduce themselves.

Each kind of member has an ordered tuple of places to look in; the first that gives exactly one name wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.cast import ROLE_WORDS, Cast, Member, label_key, name_case, polite_name
from ingest.document import Document
from ingest.printed_page import PrintedPage
from ingest.transcript_pages import Sitting
from ingest.turns import Turn

_WORD = r"[A-Z][\w.'’-]*"
# Within a name only initials and short forms end with a full stop: in "my name is Ann Lee.  Will counsel" it is the sentence's.
_GIVEN = (
    r"(?:(?:[A-Z]\.){1,3}|(?:St|Ste|Wm|Chas|Geo|Jas|Jos|Thos|Robt|Dr)\.|[A-Z][\w'’-]*|van|von|de|der|den|la|le|da|di|du|del)"
)
_NAME = rf"(?=[A-Z])(?!(?:By|BY)\b)(?:{_GIVEN}[ ]){{1,4}}[A-Z][\w'’-]*(?:,?[ ](?:Jr|Sr|JR|SR|II|III|IV)\b)?"
_LETTERS_AFTER = (
    r"(?:C\.?S\.?R|R\.?P\.?R|R\.?M\.?R|C\.?R\.?R|C\.?C\.?R|F\.?C\.?R\.?R|R\.?D\.?R|C\.?L\.?R|CCRR|CVR|CERT|Certified|CERTIFIED|Registered|REGISTERED|"
    r"Official|OFFICIAL|Notary|NOTARY|Shorthand|SHORTHAND|Federal|FEDERAL|Court\sReporter|COURT\sREPORTER)"
)
_NO_GIVEN_NAME = (
    " by mr mrs ms miss dr the for and of attorney attorneys counsel honorable hon judge esq law office offices firm group llp llc pc "
    "inc also present videographer reporter reported certified official before prof professor on behalf is am name this that good "
    "morning afternoon plaintiff defendant plaintiffs defendants respondent hello yes no my it's i'm expert witness deponent "
    "special master magistrate district chief senior arbitrator mediator referee umpire commissioner chairman chair officer "
)
_AFTER_SURNAME = r"(?=\s*(?:,|;|$|\(|[ ]{2}|[.?!](?:\s|$)|--|[ ](?:Esq|ESQ|Jr|JR|Sr|SR|II|III|IV|for|FOR|from|FROM|of|OF|with|here|HERE|on|ON|appearing|representing)\b))"
_MARKED = re.compile(r"\b(?:by|By|BY)\b:?|\b(?:esq|attorneys?|counsel)\b", re.IGNORECASE)
_SIDE = re.compile(
    r"(?:\A|\s{3})(?:appearing\s)?(?:(?:attorneys?|counsel)\s(?:for|of)|for|on\sbehalf\sof)\s+(?P<side>[^:()]{3,90}?)\s*(?:\(.*)?(?::|\Z|\s{3})",
    re.IGNORECASE,
)
_JUDGE = re.compile(
    rf"\b(?:HON(?:ORABLE|\.)?|Hon(?:orable|\.)|(?<=BEFORE\s)JUDGE|(?<=Before\s)Judge)\s+"
    rf"(?P<name>{_WORD}(?:[ ](?!JUDGE|Judge|MAGIS|Magis|UNITED|United|U\.S|CHIEF|SENIOR|DISTRICT|PRESIDING){_WORD}){{1,4}})"
)
_ON_THE_BENCH = re.compile(
    rf"\b(?:MAGISTRATE|DISTRICT|BANKRUPTCY|CHIEF|SENIOR)\s+JUDGE[ ]+(?P<name>{_WORD}(?:[ ](?!JUDGE|PRESIDING){_WORD}){{1,4}})"
)
_JUDGE_AFTER = re.compile(
    rf"(?P<name>{_WORD}(?:[ ]{_WORD}){{1,4}}),?\s+(?:U\.?S\.?[DM]\.?J\b|(?i:(?:(?:chief|senior)\s)?(?:(?:united\sstates|u\.s\.)\s)?(?:(?:district|magistrate|bankruptcy|superior\scourt|circuit|"
    r"administrative\slaw)\s(?:court\s)?)judge\b))"
)
_NEUTRAL = r"(?:arbitrator|mediator|hearing\sofficer|special\smaster|referee|umpire)"
_NEUTRAL_AFTER = re.compile(rf"(?P<name>{_NAME}),?\s+(?:Esq\.?,?\s+)?(?i:(?:sole\s|single\s)?{_NEUTRAL})\b")
_NEUTRAL_BEFORE = re.compile(rf"\b(?i:{_NEUTRAL})\s?:?\s+(?P<name>{_NAME})")
_REPORTED_BY = re.compile(
    rf"\b(?i:(?:stenographically\s)?(?:reported|transcribed)\s+by)\s?:?\s+(?:\d{{1,2}}\s{{2,}})?(?P<name>{_WORD}(?:[ ](?!{_LETTERS_AFTER}){_WORD}){{1,3}})"
)
_LETTERED = re.compile(rf"(?P<name>{_WORD}(?:[ ](?!{_LETTERS_AFTER}){_WORD}){{1,3}}),?\s+(?:an?\s)?{_LETTERS_AFTER}\b")
_REPORTER_IS = re.compile(rf"\b[Cc]ourt\s[Rr]eporter(?:\stoday)?\sis\s(?P<name>{_NAME})")
_VIDEOGRAPHER = re.compile(
    rf"(?P<name>{_NAME}),?\s+(?:(?i:legal|certified)\s)?(?i:video(?:grapher|\sspecialist|\soperator|\stechnician))(?!\s?:)"
)
_VIDEOGRAPHER_IS = re.compile(rf"(?i:videographer)\s?:\s+(?P<name>{_NAME})")
_MY_NAME = re.compile(rf"\b[Mm]y\sname(?:\sis|['’]s)\s(?P<name>{_NAME})")
_TAKEN_OF = re.compile(
    rf"\b(?i:(?:deposition|testimony|examination|interview|statement)(?:\s+(?:(?:upon|by)\s\w+\s\w+|before\s+trial|under\s+oath))?\s+of)\s?:?\s+"
    rf"(?:(?i:(?:expert\s)?(?:witness|dr\.|mr\.|ms\.|mrs\.|professor)),?\s+)?(?P<name>{_NAME})"
)
_SPOKESMAN = r"(?i:(?:its|their|the)\s+(?:[\w()]+\s+){0,4}?(?:representative|designee|witness|agent|officer|employee)s?,?\s+)"
_THROUGH = re.compile(
    rf"\b(?i:deposition|examination|testimony)\b[\s\S]{{0,200}}?\s(?:(?i:by\s+and\s+through|through)\s+{_SPOKESMAN}?|(?i:by)\s+{_SPOKESMAN}|"
    rf"(?i:before\s+trial\b)[\s\S]{{0,120}}?\s(?i:by)\s+)(?P<name>{_NAME})"
)
_WITNESS_IS = re.compile(rf"^\s*(?i:(?:name\s+of\s+)?(?:witness|deponent))\s?:\s+(?P<name>{_NAME})", re.MULTILINE)
_NOT_A_PERSON = re.compile(
    r"\b(?:inc|llc|llp|corp|corporation|company|ltd|county|university|bank|witness|expert|plaintiff|defendant|department|person|rule|taken|pursuant|court|district|state|proceedings)\b|\d",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:(?:MAGISTRATE|CHIEF|SPECIAL|PRESIDING|VICE)\s)?(?:MR|MS|MRS|MISS|MX|DR|PROF(?:ESSOR)?|HON(?:ORABLE)?|JUDGE|JUSTICE|CHANCELLOR|GENERAL|SENATOR|REP|ATTORNEY|"
    r"COMMISSIONER|CHAIR(?:MAN|WOMAN)?|MASTER|AGENT|DETECTIVE|OFFICER|SERGEANT|SGT|LT|CAPT(?:AIN)?|ARBITRATOR|MEDIATOR)[.,]?\s+(?=[A-Z])"
)
_MENTIONED = re.compile(rf"\b(?:Mr|Ms|Mrs|Miss)\.\s{_WORD}")
_VOLUME = re.compile(r"\s(?:VOLUME|VOL\.?|Volume|Vol\.?|PART|Part|TAKEN|Taken)\b.*")


@dataclass(frozen=True, slots=True)
class _Room:
    """Where names may be found for one label: ``front`` and ``back`` leaves, what is said under the label, and by all."""

    label: str
    front: str
    back: str
    own: str
    spoken: str


Place = Callable[[_Room], list[str]]


def cast_of(document: Document, sitting: Sitting, turns: Sequence[Turn], examiners: Iterable[str] = ()) -> Cast:
    """Everybody whom a sitting names under the labels of its turns; ``examiners`` are further labels, from its index."""
    front, back = (leaves_text(document, pages) for pages in (sitting.front, sitting.back))
    heads = {text for page in sitting.testimony for text in document.page(page.number).furniture}
    back = "\n".join((back, *sorted(text for text in heads if " " in text)))
    said: dict[str, list[str]] = {}
    for turn in turns:
        if turn.who is not None:
            said.setdefault(label_key(turn.who.of(document.text)), []).append(document.words(turn.words))
    spoken = "\n".join("\n".join(words) for words in said.values())
    mentioned = {label_key(match[0]): [""] for match in _MENTIONED.finditer(spoken)}
    asking = {label_key(label): [""] for label in (*examiners, *(turn.examiner for turn in turns)) if label}
    rooms = [_Room(label, front, back, "\n".join(words), spoken) for label, words in ({**mentioned, **asking, **said}).items()]
    labels = {
        room.label: member
        for room in rooms
        if (member := _member(room)) is not None and (room.label in asking or room.label not in mentioned or _is_listed(room))
    }
    everybody = _Room("", front, back, "", spoken)
    witnesses = tuple(_witnesses(everybody))
    for label, member in labels.items():
        if name_case(member.name) in map(
            name_case, witnesses
        ):  # "Ms. Lee", as she is addressed: below the lawyers in the leaves
            labels[label] = replace(member, role="witness")
    return Cast(labels, witnesses, _first_sure(everybody, _JUDGES))


def leaves_text(document: Document, pages: Iterable[PrintedPage]) -> str:
    """The text of leaves, one printed line a line."""
    return "\n".join(page.words(document) for page in pages)


def _member(room: _Room) -> Member | None:
    """Who speaks under a label; None for letters and THE WITNESS, who are whoever is examined."""
    role = re.sub(r"^THE\s", "", room.label)
    if len(role) < 2 or role in ("WITNESS", "DEPONENT"):
        return None
    for held, places, name in _OFFICES:
        if held.search(role):
            return Member(_first_sure(room, places) or polite_name(room.label), name)
    if room.label.startswith("THE ") or (not _TITLED.match(room.label) and re.search(ROLE_WORDS, room.label, re.IGNORECASE)):
        return Member(_first_sure(room, (_own_name,)), role.lower())
    side = _side(room)
    titled = _TITLED.match(room.label) is not None or side != "counsel"  # a name by itself may be anybody's
    return Member(_first_sure(room, _COUNSEL) or polite_name(room.label), side if titled else "")


def _is_listed(room: _Room) -> bool:
    """True for somebody who speaks or whom the leaves name; not for a stranger who is merely mentioned."""
    return bool(room.own) or bool(_full_names(room, room.front))


def _first_sure(room: _Room, places: Iterable[Place]) -> str:
    """The name from the first place that gives exactly one; '' if none does."""
    for place in places:
        if name := one_name(place(room)):
            return name
    return ""


def one_name(candidates: Iterable[str]) -> str:
    """The fullest of several forms of one name; '' if they are two people's: Ann Lee, Ann B. Lee, but not Bo Lee."""
    forms = sorted({name_case(candidate) for candidate in candidates}, key=lambda form: (-len(form.split()), -len(form), form))
    return forms[0] if forms and all(_may_be_same(forms[0], form) for form in forms[1:]) else ""


def _may_be_same(fuller: str, form: str) -> bool:
    long, short = fuller.lower().replace(".", "").split(), form.lower().replace(".", "").split()
    return long[-1] == short[-1] and all(any(_begins(a, b) for a in long) for b in short[:-1])


def _begins(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _surname(label: str) -> tuple[str, str]:
    """The surname in a label, and the initials before it: "MR. B. VAN LEE" is ("VAN LEE", "B")."""
    words = _TITLED.sub("", label, count=1).strip().split()
    initials = [word for word in words[:-1] if len(word.strip(".")) == 1]
    return " ".join(word for word in words if word not in initials), "".join(word[0] for word in initials)


def _full_names(room: _Room, text: str, before: str = "") -> list[str]:
    """Names in ``text`` that end in the label's surname, with what may be given names before it; "MR. BO LEE" gives one."""
    surname, initials = _surname(room.label)
    words = surname.split()
    for i in range(len(words)):
        names = _names_in(text, " ".join(words[i:]), initials, before)
        found = [name for name in names if all(any(_begins(a, b) for a in name.upper().split()) for b in words[:i])]
        if found:
            return found
    return []


def _names_in(text: str, surname: str, initials: str, before: str) -> list[str]:
    ending = r"[ ]".join(re.escape(word) for word in surname.split())
    form = re.compile(rf"{before}(?P<given>(?:{_WORD}[ ]){{1,4}})(?i:{ending}){_AFTER_SURNAME}", re.MULTILINE)
    names = []
    for match in form.finditer(text):
        given = _given_names(match["given"].split())
        if given and (not initials or given[0].startswith(initials[0])):
            names.append(" ".join((*given, match[0][len(match[0]) - len(surname) :])))
    return names


def _given_names(words: Sequence[str]) -> list[str]:
    given: list[str] = []
    for word in reversed(words):
        if f" {word.rstrip('.,:').lower()} " in _NO_GIVEN_NAME or (len(word) > 2 and word.endswith((".", ",", ":"))):
            break
        given.insert(0, word)
    return given


def _marked_counsel(room: _Room) -> list[str]:
    return _full_names(room, "\n".join(line for line in room.front.splitlines() if _MARKED.search(line)))


def _listed_counsel(room: _Room) -> list[str]:
    return _full_names(room, room.front)


def _introduced(room: _Room) -> list[str]:
    own = "\n".join(turn[:600] for turn in room.own.splitlines())
    lead = r"(?:\b(?:[Mm]y\sname(?:\sis|['’]s)|[Tt]his\sis|[Ii]['’]m|[Ii]\sam|[Ii]t['’]s)\s|(?:^|[.,]\s+))"
    return _full_names(room, own, lead) or _full_names(
        room, own.upper(), lead.upper().replace("\\B", "\\b").replace("\\S", "\\s")
    )


def _own_name(room: _Room) -> list[str]:
    return [match["name"] for match in _MY_NAME.finditer(room.own)]


def _by(pattern: re.Pattern[str], where: str) -> Place:
    """A place: all matches of ``pattern`` in one part of the room."""
    return lambda room: [match["name"].rstrip(".") for match in pattern.finditer(getattr(room, where))]


_COUNSEL: tuple[Place, ...] = (_marked_counsel, _listed_counsel, _introduced)
_JUDGES: tuple[Place, ...] = (
    _by(_JUDGE, "front"),
    _by(_ON_THE_BENCH, "front"),
    _by(_JUDGE_AFTER, "front"),
    _by(_JUDGE, "back"),
)
_NEUTRALS: tuple[Place, ...] = (_by(_NEUTRAL_AFTER, "front"), _by(_NEUTRAL_BEFORE, "front"))
_REPORTERS: tuple[Place, ...] = (
    _by(_REPORTED_BY, "front"),
    _by(_LETTERED, "front"),
    _by(_LETTERED, "back"),
    _by(_REPORTER_IS, "spoken"),
)
_VIDEOGRAPHERS: tuple[Place, ...] = (_by(_VIDEOGRAPHER_IS, "front"), _by(_VIDEOGRAPHER, "front"), _own_name)
_OFFICES: tuple[tuple[re.Pattern[str], tuple[Place, ...], str], ...] = (
    (re.compile(r"(?:COURT|JUDGE)\Z"), _JUDGES, "court"),
    (re.compile(r"(?:MAGISTRATE\s|CHIEF\s)?(?:JUDGE|JUSTICE)\s"), (_listed_counsel,), "court"),
    (re.compile(r"(?:ARBITRATOR|MEDIATOR|HEARING OFFICER|SPECIAL MASTER|REFEREE)\Z"), _NEUTRALS, "court"),
    (re.compile(r"REPORTER|STENO"), _REPORTERS, "reporter"),
    (re.compile(r"VIDEO"), _VIDEOGRAPHERS, "videographer"),
)
_TAKEN: tuple[Place, ...] = (
    _by(_TAKEN_OF, "front"),
    _by(_THROUGH, "front"),
    _by(_WITNESS_IS, "front"),
    _by(_TAKEN_OF, "spoken"),
    _by(_TAKEN_OF, "back"),
)


def _witnesses(room: _Room) -> list[str]:
    """Whose testimony the leaves say it is."""
    for place in _TAKEN:
        names = [_VOLUME.sub("", name) for name in place(room)]
        people = [name for name in names if not _NOT_A_PERSON.search(name) and len(name.split()) > 1]
        if name := one_name(people):
            return [name]
    return []


def _side(room: _Room) -> str:
    """The party that the lines above a lawyer's name name."""
    side = ""
    for line in room.front.splitlines():
        if match := _SIDE.search(line):
            side = re.sub(r"\A(?i:the)\s", "", " ".join(match["side"].split()).rstrip(",.;"))
        elif re.match(r"\s*also\spresent", line, re.IGNORECASE):
            side = ""
        if side and _full_names(room, line):
            return f"counsel for {name_case(side)}"
    return "counsel"
