"""Organisations: told from persons, brought to one core, and joined with their short names.

"Acme Robotics, Inc."          core: acme robotics
"Lee and Roe LLP"              core: lee & roe
"Acme"                         short for it, where nothing else in sight begins so
"FCC"                          Federal Communications Commission, by its initials
"Plaintiffs", "the Court"      a party of one case: another case's plaintiffs are others
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.judgement import Judgement, Verdict
from graph.spelling import likeness
from graph.written import display_name, fold, word_set

_NEAR = 0.92  # share of letters: one slip in a dozen

_LEGAL_FORMS = word_set(
    "inc incorporated corp corporation co company llc llp lp ltd limited plc pllc pc pa na sa nv bv ag gmbh kg se oy ab as aps spa srl sarl pty kk "
    "lllp pbc aktiengesellschaft jsc ojsc pjsc ooo oao zao pao bhd pte pvt"
)
# Forms of one country's law each: Acme AG and Acme, Inc. are two companies. Corp., Co. and Ltd. translate any of them.
_NATIONS = {
    **dict.fromkeys(("inc", "incorporated", "llc", "llp", "lp", "lllp", "pllc", "pc", "pbc"), "us"),
    **dict.fromkeys(("ag", "aktiengesellschaft", "gmbh", "kg"), "de"),
    **dict.fromkeys(("nv", "bv"), "nl"),
    **dict.fromkeys(("oy", "oyj"), "fi"),
    **dict.fromkeys(("spa", "srl"), "it"),
    **dict.fromkeys(("plc",), "uk"),
    **dict.fromkeys(("sarl",), "fr"),
    **dict.fromkeys(("kk",), "jp"),
}
# Some stand before the name too: OAO Acme.
_LEGAL_STARTS = word_set("jsc ojsc pjsc ooo oao zao pao llc")
_SPELT_OUT = (
    ("public limited company", "plc"),
    ("joint stock company", "jsc"),
    ("limited liability company", "llc"),
    ("limited liability partnership", "llp"),
    ("gesellschaft mit beschrankter haftung", "gmbh"),
    ("societe anonyme", "sa"),
)
_ONE_WORD = {
    "and": "&", "organisation": "organization", "intl": "international", "int'l": "international", "natl": "national", "nat'l": "national",
    "dept": "department", "univ": "university", "assn": "association", "ass'n": "association", "bros": "brothers", "mfg": "manufacturing",
    "centre": "center", "1st": "first", "2nd": "second", "3rd": "third",
}  # fmt: skip
# Words that only organisations bear in their names.
_KINDS = word_set(
    "university college school institute academy foundation association society union council committee commission bureau department ministry agency "
    "office court courts circuit congress senate house bank bancorp trust fund partners holdings group capital ventures associates technologies "
    "technology systems software solutions services industries international laboratories labs pharmaceuticals sciences networks communications media "
    "news times journal magazine press review publishing books studios entertainment airlines motors energy insurance hospital clinic center centre "
    "board authority administration district county city state states government police federation league church museum library reporters guild "
    "reports team platforms support wire newswire securities markets research analytics magazine gazette tribune herald chronicle network wireless daily weekly blog mag advisors advisers consulting consultants logistics pharma biosciences robotics semiconductor "
    "semiconductors electronics telecom management"
)
# Where these stand inside a name, it is a firm's: Acme Corp ACM.N.
_FIRM_WORDS = word_set("inc incorporated corp corporation llc llp plc gmbh ltd")
_TITLED = re.compile(r"the (?:hon|honorable|rev|reverend|right|most|late)\b", re.IGNORECASE)
_CAMEL = re.compile(
    r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O|D|St)['’]?[A-Z])[A-Z]*[a-z]+[A-Z]\w*\Z"
)  # DigiPress; not McLee
_PARTIES = word_set(
    "plaintiff plaintiffs defendant defendants petitioner petitioners respondent respondents appellant appellants appellee appellees claimant claimants "
    "government state court tribunal board commission class movant movants intervenor intervenors debtor debtors relator trustee "
    "plaintiff's defendant's"
)
# First words too common to be anybody's short name.
_COMMON_STARTS = word_set(
    "the a an united american national international first new north south east west central general global federal state bank university department "
    "district county city superior supreme court board office us usa u great royal world advanced applied digital standard best pacific atlantic"
)
_SMALL = word_set("of the and for in on at to de la du a an")
_DEFINED = re.compile(r"""\s*\(\s*(?:the\s+)?(?:["“'‘][^)]*|[A-Z&.]{2,7})\)""")  # ("Acme"), (FCC)
_MAILBOX = re.compile(
    r"[@©]|\.\s?(?:com|org|net|gov|edu)\b(?!,? (?:inc|llc|ltd|corp))", re.IGNORECASE
)  # an address, or what OCR makes of one
_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,6}\Z")


@lru_cache(maxsize=262_144)
def is_organisation(as_written: str, role: str = "", *, header: bool = False) -> bool:
    """True where the words, or the role that the document gives, say organisation.

    ``header``: from a mail or chat header, where capitals alone may be a person's initials.
    """
    if "organi" in role.lower() or role.upper() == "ORG":
        return True
    text = _name(as_written)
    words = _words(text)
    if not words or _MAILBOX.search(text):
        return False
    if is_case_party(text) or words[-1] in _LEGAL_FORMS or (len(words) > 1 and any(word in _KINDS for word in words)):
        return True
    if any(word in _FIRM_WORDS for word in words[1:]):
        return True
    return not header and (
        _looks_like_a_firm(as_written, text) or _ACRONYM.match(re.sub(r"['’]s\Z", "", text)) is not None or " & " in text
    )


def _looks_like_a_firm(as_written: str, name: str) -> bool:
    """True for "The Register" and for "DigiPress": no person's name is so written."""
    article = re.match(r"(?:The|the)\s+[A-Z]\w*\b(?!['’])", as_written.strip())
    return (article is not None and not _TITLED.match(as_written.strip())) or _CAMEL.match(name) is not None


def is_case_party(as_written: str) -> bool:
    """True for words that mean someone else in every case: Plaintiffs, the Court."""
    words = [word for word in _words(as_written) if word != "the"]
    return len(words) == 1 and words[0] in _PARTIES


@lru_cache(maxsize=262_144)
def core(as_written: str) -> str:
    """The words that tell an organisation from others: ``core("The Acme Group, Inc.")`` is ``"acme group"``."""
    words = _words(_name(as_written))
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words = words[:-1]
    words = words[1:] if len(words) > 1 and words[0] in _LEGAL_STARTS else words
    words = words[:-1] if len(words) > 1 and words[-1] == "&" else words  # Acme & Co.
    return " ".join(words)


@lru_cache(maxsize=262_144)
def is_formal(as_written: str) -> bool:
    """True for a name with its legal form, or a firm's of two partners: Acme Robotics, Inc.; Lee & Roe."""
    words = _words(_name(as_written))
    return len(words) > 1 and (words[-1] in _LEGAL_FORMS or "&" in words[1:-1])


def nation(as_written: str) -> str:
    """Under whose law an organisation says it is made: ``nation("Acme AG")`` is ``"de"``; '' where its form does not tell."""
    words = _words(_name(as_written))
    return _NATIONS.get(words[-1], "") if len(words) > 1 else ""


def is_short_for(short: str, long: str) -> bool:
    """True if one core is the beginning of another, or its initials."""
    if short == long or len(short) < 2:
        return False
    begins = long.startswith(f"{short} ") and short.split(maxsplit=1)[0] not in _COMMON_STARTS
    return begins or (" " not in short and short == initials(long))


def judge_organisations(a: str, b: str) -> Verdict:
    """Can two names be one organisation's? "The", blanks and legal forms of one law tell nothing apart; every other word does."""
    x, y = core(a), core(b)
    if x.replace(" ", "") == y.replace(" ", ""):
        two = nation(a) and nation(b) and nation(a) != nation(b)
        return Verdict(Judgement.DIFFERENT, "legal forms", 0.0) if two else Verdict(Judgement.SAME, "equal name")
    short, long = sorted((x, y), key=len)
    if is_short_for(short, long):
        return Verdict(Judgement.UNSURE, "short name", 0.8)
    near = likeness(x, y)
    return Verdict(Judgement.UNSURE, "near spelling", near) if near >= _NEAR else Verdict(Judgement.DIFFERENT, "names", near)


def initials(long: str) -> str:
    """The initials of a core of three words or more, small words left out; '' for shorter ones."""
    words = [word for word in long.split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def shown(as_written: str) -> str:
    """An organisation's name as shown to a reader."""
    text = re.sub(r"['’]s\Z|(?<=s)['’]\Z", "", _name(as_written))
    text = " ".join(map(_calmer, text.split())) if text.isupper() and " " in text else text
    text = re.sub(r"\A(?:[Tt]he|THE) (?=\S)", "", text)
    return text[:1].upper() + text[1:] if is_case_party(text) else text


def _calmer(word: str) -> str:
    """A word of a name in capitals: short ones are mostly initials."""
    plain = fold(word).strip(".,")
    if plain in _SMALL:
        return word.lower()
    return word.capitalize() if len(plain) > 3 or plain in {"inc", "ltd"} else word


def _name(as_written: str) -> str:
    """The name, keeping what brackets tell apart: Acme (Germany), but not a defined short name."""
    text = _DEFINED.sub("", as_written)
    return display_name(text) if "@" in text or "(" not in text else " ".join(text.split()).strip(' "“”,;')


def _words(text: str) -> list[str]:
    plain = re.sub(r"\b(?:[a-z]\.){2,}", lambda m: m[0].replace(".", ""), fold(text))  # n.a., l.l.c.
    for spelt_out, short in _SPELT_OUT:
        plain = plain.replace(spelt_out, short) if spelt_out in plain else plain
    plain = " ".join(_ONE_WORD.get(word.strip(".,"), word) for word in plain.split())
    plain = re.sub(r"'s?(?=\s|\Z)", "", plain)
    words = re.sub(r"[^\w&]+", " ", plain.replace("'", "")).split()
    words = words[1:] if len(words) > 2 and words[0] == "the" and words[1] == "us" else words
    return ["united", "states", *words[1:]] if words[:1] == ["us"] and len(words) > 1 else words
