"""What a header or a sentence prints for a party, and the name inside it.

as written                                        display name
'"Lee, Dana" <dlee@acme.com>'                     Lee, Dana
"Dana Lee [mailto:dlee@acme.com]"                 Dana Lee
"Dana Lee/HR/Acme@Acme"                           Dana Lee          (Lotus Notes)
"Lee, Dana@ACME"                                  Lee, Dana         (Exchange)
"Dana Lee (+2"                                    Dana Lee          (a group chat's title)
"Dana Lee via Acrobat Sign"                       Dana Lee
"[Acme's Dana] Lee"                               Acme's Dana Lee   (an editor's brackets)
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that NFKD does not take apart.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})

_ADDRESS = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_CUTS = (
    re.compile(r"\s+on behalf of\s.*", re.IGNORECASE | re.DOTALL),
    re.compile(r"\s+via\s+[A-Z].*", re.DOTALL),
    re.compile(r"\s*[<[(]\s*(?:mailto:|smtp:)?[\w.+'’-]+(?:@|\s*$).*", re.IGNORECASE | re.DOTALL),  # <dlee@acme.com>, <dlee
    re.compile(r"\s*[<[]\s*(?:mailto:|smtp:).*", re.IGNORECASE | re.DOTALL),  # the address itself is blacked out
    re.compile(r"\s*<.*", re.DOTALL),
    re.compile(r"\s+[\w.+'’-]+@[\w-]+\.\w.*", re.DOTALL),  # its bracket is lost
    re.compile(r"\s*[({]\s*\+\s*\d.*", re.DOTALL),
    re.compile(r"\s*\([^)]*\)?"),
    re.compile(r"(?<=\w)/[\w &-]*(?:/[\w &@-]*)+"),  # /HR/Acme@Acme
    re.compile(r"(?<=\w)/[\w &-]*@[\w.]+"),
    re.compile(r"(?<=[a-z])\s*@\s*[A-Z][\w-]*$"),
    re.compile(r"^[A-Z][A-Z/]{0,7}:\s*"),  # OPS: Lee, Dana
    re.compile(r"^(?:See(?: also)?|Cf\.|Accord)\s+(?=[A-Z])"),  # signals of a citation
    re.compile(r"(?<=\w)\s+(?:and|or|of|by|for|the)$"),  # cut off in the middle
    re.compile(r"^I,\s+"),  # I, Dana Lee, declare
    re.compile(r",?\s+(?:et al\.?|himself|herself|itself|themselves)$"),
    re.compile(r"(?<=\w)\s+(?:blackberry|iphone|ipad|handheld|mobile phone|cell phone)$", re.IGNORECASE),  # the device
    re.compile(r"^(?:PII|REDACTED)\s*[-–:]\s*", re.IGNORECASE),  # a production's label for blacked-out words
)


def word_set(words: str) -> frozenset[str]:
    """The words of a table, as a set."""
    return frozenset(words.split())


@lru_cache(maxsize=262_144)
def fold(text: str) -> str:
    """The same words in any case, accent or typography: ``fold("Błażej O’Neil")`` is ``"blazej o'neil"``."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold().translate(_PLAIN))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def letters(text: str) -> str:
    """Only the letters and digits of a folded text: ``letters("Al-Dahle")`` is ``"aldahle"``."""
    return "".join(c for c in fold(text) if c.isalnum())


def is_address(text: str) -> bool:
    """True if all of ``text`` is one e-mail address."""
    return _ADDRESS.fullmatch(text.strip().strip("<>[]'\"")) is not None


@lru_cache(maxsize=262_144)
def fold_address(text: str) -> str:
    """An address as compared: ``fold_address("<DLee@Acme.com >")`` is ``"dlee@acme.com"``; '' where there is none."""
    found = _ADDRESS.search(text.replace(" ", "").lower())
    return found[0].strip("'") if found else ""


@lru_cache(maxsize=262_144)
def display_name(as_written: str) -> str:
    """The name in what is printed, without addresses, directory paths and brackets; '' where nothing else is there."""
    text = " ".join(as_written.split()).strip(" \"“”'‘’;,")
    if is_address(text):
        return ""
    if text.startswith("[") and "]" in text and "@" not in text:
        text = text.replace("[", "").replace("]", "")
    for cut in _CUTS:
        text = cut.sub("", text)
    return " ".join(text.strip(" \"“”'‘’;,:<[({").split())
