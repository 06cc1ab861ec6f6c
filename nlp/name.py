"""The forms of a name: what belongs to it and what only stands beside it.

bare        "Ms. Quill’s"                          "Quill"
trimmed     "Officers. Plaintiff Ada Quill’s"      "Ada Quill"
stands for  "HSB" for "Harbor Safety Board"        its first letters, a word of it, or "the Board"
one person  "A. Quill", "Ada Quill"                "Ada Quill"; "Ada Quill", "Bo Quill": two
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

SUFFIX = r"(?:Inc|INC|LLC|L\.L\.C|Corp|CORP|Corporation|CORPORATION|Incorporated|INCORPORATED|Ltd|LTD|Limited|LIMITED|LLP|L\.L\.P|L\.P|LP|N\.A|Co|CO|Company|PLC|plc|GmbH|AG|S\.A|S\.à\.r\.l|P\.C|B\.V|N\.V)"
SHORT_SUFFIX = r"(?:Inc|INC|Corp|CORP|Ltd|LTD|Co|CO|L\.L\.C|L\.L\.P|L\.P|N\.A|S\.A|P\.C|B\.V|N\.V)"
_TITLE = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Messrs)\.?|Professor|(?:Chief\s+)?(?:Magistrate\s+)?(?:Judge|Justice))\s+")
CORPORATE = re.compile(rf",?\s+{SUFFIX}\.?\Z")
SIDES = {
    "plaintiff": "plaintiff",
    "petitioner": "plaintiff",
    "defendant": "defendant",
    "respondent": "defendant",
    "movant": "",
}


@cache
def listed(*lists: str) -> frozenset[str]:
    """The words of lists of ``nlp/names.toml``."""
    table = tomllib.loads(files("nlp").joinpath("names.toml").read_text(encoding="utf-8"))
    return frozenset(word for name in lists for word in table[name])


def no_given_names() -> frozenset[str]:
    """Words with a capital that nobody is called by."""
    return listed("titles", "openers", "calendar", "places")


def is_title(word: str) -> bool:
    """True for words before a name that are no part of it: "CEO", "Judge", "Plaintiff"."""
    return word.strip(".,").lower() in no_given_names()


def bare(written: str) -> str:
    """A name without its article, title, possessive ending and final punctuation."""
    name = " ".join(written.split()).strip(' ,;:.“”"')
    name = re.sub(r"[’']s?\Z", "", name) if re.search(r"(?:[’']s|s[’'])\Z", name) else name
    name = re.sub(r"\A(?:the|The|THE)\s+", "", name)
    return _TITLE.sub("", name) if _TITLE.match(name) else name


def is_common(name: str) -> bool:
    """True for roles and common nouns, which are nobody's surname: "Plaintiffs", "the Court"."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return last.removesuffix("s") in SIDES or last in listed("bodies")


def trimmed(full: str) -> str:
    """A name without what stands before it: the end of a sentence, a role, titles; and without its possessive ending."""
    words = full.split()
    company = bool(CORPORATE.search(f" {full}"))
    start = 0
    for i, word in enumerate(words[:-1]):
        plain = word.lower().strip(".,")
        ends_sentence = word.endswith(".") and len(plain) > 3 and not re.fullmatch(SUFFIX, word.strip(".,"))
        title = plain in listed("titles", "openers", "calendar") and (not company or i == start)
        if ends_sentence or title or plain.removesuffix("s") in SIDES or (word.islower() and i == start):
            start = i + 1
    kept: list[str] = []
    for word in reversed(words[start:]):
        if kept and word.endswith(",") and not re.match(rf"{SUFFIX}\.?\Z", kept[0]):
            break
        kept.insert(0, word)
    return re.sub(r"[’']s?\Z", "", " ".join(kept).strip(" ,"))


def stands_for(full: str, term: str) -> bool:
    """True if a term can stand for the name: it takes a word of it, its first letters, or is a common noun for a company."""
    words = {word.strip(".,’'s").lower() for word in full.split()}
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    word = term.lower().removeprefix("the ").removeprefix("lead ")
    stands = word in listed("bodies") or word in SIDES
    short = len(term) > 1 and term.upper() in (initials, initials[: len(term)])
    return stands or short or any(part.lower() in words for part in term.split())


def one_person(names: set[str]) -> str:
    """The longest of names that can all be one person's (same first letter, one short for the other), else ''."""
    if not names:
        return ""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    longest = ordered[0].split()
    for name in ordered[1:]:
        first, other = name.split()[0].strip(".").lower(), longest[0].strip(".").lower()
        if not (other.startswith(first[:3]) or first.startswith(other[:3]) or len(first) == 1 == (first[0] == other[0])):
            return ""
    return ordered[0]
