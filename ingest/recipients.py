"""Who stands in a From, To or Cc line: lists divided by ; or , of names and addresses in the forms that mail programs print.

Lee, Ann; Bob Ray <bob@example.com>      two parties: Ann Lee; Bob Ray
"Lee, Ann" <ann@example.com>             a comma in quotes divides nothing
Ann Lee/Legal/ACME@ACME                  Lotus Notes: the name before the first slash
LEE Ann (EEAS) [mailto:ann@example.com]  a surname in capitals goes last
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.initials import name_by_address
from ingest.rows import Passage
from ingest.segment import Party

_ADDRESS = re.compile(r"[\w.+'&=-]+\s?[@©]\s?[\w-]+(?:\.[\w-]+)+|[\w.+'&=-]+@[\w-]+")
_PIECES = {
    # Exchange and broken OCR leave brackets open: where ; divides, brackets and quotes are not looked at.
    ";": re.compile(r"[^;]+"),
    ",": re.compile(r"(?:\"[^\"]*\"|<[^<>]*>|\[[^\[\]]*\]|\([^()]*\)|[^,])+"),
}
_IN_BRACKETS = re.compile(r"<[^<>]*>?|\[[^\[\]]*\]?|\([^()]*\)|\{[^{}]*\}")
_LOTUS = re.compile(r"([^/@<>]+?)(?:/[\w .&-]+)+(?:@[\w .&-]+)*\Z")
_EXCHANGE = re.compile(r"/O=.*", re.IGNORECASE | re.DOTALL)
_AT_ORGANISATION = re.compile(r"(?<=\w)@[A-Za-z0-9_-]+(?:@[A-Za-z0-9_-]+)*\Z")
_WITHHELD = re.compile(
    r"(?:(?:redacted|withheld|privileged|pii|personal|sealed|undisclosed|recipients?|\(?b\)?\s?\(\d\)(?:\s?\([a-f]\))?)\W*(?:(?:for|as|by|-)\W*)?)+(?:pii|privilege\w*|privacy)?\Z",
    re.I,
)
_WITHHELD_MARK = re.compile(r"\A(?:redacted(?: for)? )?pii\s*[-–:]\s*", re.IGNORECASE)
_BEHALF = re.compile(r"\s*\bon behalf of\b:?\s*", re.IGNORECASE)
_VIA = re.compile(r"(?<=[\w'’\"])\s+via\s+[A-Z][^<>\[\]]*")  # a list that sends on: "Bob Ray via Ledger"
_TWICE = re.compile(r"(?P<name>\S+\s.+?)\s+(?P=name)")  # "Lee, Ann   Lee, Ann <ann@example.com>": a contact, then its entry
_DEGREES = re.compile(r",?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|J\.?D\.?|Esq\.?|CPA|Jr\.?|Sr\.?|II|III|IV|R\.?N\.?)(?=,|\s|\Z)")
_FEWEST_FIGURES = 7  # of a telephone number
_TWO_TURNED = 4  # pieces between commas of two names with their surnames first
_BENT_MARK = re.compile(r"(?<![\w.@-])(?!\w*@)[^\W\d_]+;[a-z]\w*(?=[\s,;]|\Z)")  # "Gold;ng": an i
_BLIND = re.compile(r"\(\s?bcc:\s?(.*?)\)?\s*\Z", re.IGNORECASE | re.DOTALL)
_BENT_AT = re.compile(r"(?<=\w)\s?\(a\)\s?(?=\w)")
_BENT_MAILTO = re.compile(r"\s\S{0,2}(?:m|rn)a[il1]{1,2}t[o0]\b.*", re.IGNORECASE | re.DOTALL)  # "[maitto", "-rnailto:"
_SPECK = re.compile(r"(?<=[^\W\d_]{4})[.*^~]['’]?\Z")  # a full stop that ends no abbreviation
_WIDE = re.compile(r"(?<=[\w.'’>\])])[^\S\n]{3,}(?=['\"‘“]?\w)")  # what a reviewer blanked out, mark of division and all
_NO_PERSON = re.compile(
    r"no.?reply|info|support|team|admin|office|mail|help|sales|service|notification|list|group|alert|news|contact|press|legal|postmaster"
)


def parties(passage: Passage, role: str) -> tuple[Party, ...]:
    """Everyone in a list of addressees, in order; nobody where a scan has put a mark of division into their names."""
    if _BENT_MARK.search(passage.text):
        return ()
    found = (party(passage, start, end, role) for start, end in _divided(passage.text))
    return tuple(one for one in found if _may_be_party(one.as_written) and not is_withheld(one.as_written))


def _may_be_party(words: str) -> bool:
    """True for words with a letter at least, and not the rubble that a scan makes of a pen's strokes."""
    marks = "".join(words.split())
    letters, figures = sum(mark.isalpha() for mark in marks), sum(mark.isdigit() for mark in marks)
    if letters == 0:
        return figures >= _FEWEST_FIGURES
    return letters + figures >= 0.5 * len(marks) or "@" in words or bool(_IN_BRACKETS.search(words))


def is_withheld(words: str) -> bool:
    """True if a reviewer's mark stands in place of whoever was written: "(b)(6)", "Redacted", "@ACME" alone."""
    return words.startswith("@") or bool(_WITHHELD.match(words.strip(" <>[]")))


def party(passage: Passage, start: int, end: int, role: str) -> Party:
    """The one party written in ``passage.text[start:end]``; "A on behalf of B" is B."""
    while start < end and passage.text[start] in " ,;":
        start += 1
    while end > start and passage.text[end - 1] in " ,;":
        end -= 1
    words = passage.text[start:end]
    principal = _BENT_AT.sub("@", _VIA.sub("", _BEHALF.split(words)[-1]))
    name, address = name_of(principal), address_of(principal)
    name = name_by_address(name, principal, address) or name or name_from_address(address)
    return Party(words, name, address, passage.span(start, end) if words else None, role)


def address_of(words: str) -> str:
    """The e-mail address in ``words``, or what stands in angle brackets in place of one; '' if nothing does."""
    found = [m[0].replace("©", "@") for m in _ADDRESS.finditer(" ".join(_IN_BRACKETS.findall(words)) + " " + words)]
    if dotted := next((address for address in found if "." in address.rpartition("@")[2]), ""):
        return re.sub(r"\s", "", dotted).strip("'.")
    inside = re.search(r"<\s*([^<>\s]+\.[a-z]{2,4})\s*>", words)  # a bent @
    return inside[1] if inside else ""


def name_of(words: str) -> str:
    """The display name in ``words``, first name first; '' if it is withheld or only an address is written."""
    bare = _WITHHELD_MARK.sub("", " ".join(_EXCHANGE.sub("", _IN_BRACKETS.sub(" ", words)).split()))
    bare = _ADDRESS.sub(" ", bare) if "." in bare.partition("@")[2] else bare
    if lotus := _LOTUS.match(bare):
        bare = lotus[1]
    bare = _AT_ORGANISATION.sub("", " ".join(bare.split()).strip(" '\"‘’“”`,;:<>[]|"))
    bare = _BENT_MAILTO.sub("", re.split(r"\s[<\[]|\[?mailto:|(?<=\w)<", bare)[0]).strip(" '\"")
    bare = bare.rstrip(" )") if "(" not in bare else bare.rstrip(" (")
    bare = " ".join(word for word in bare.split() if word.strip("_~|"))
    if twice := _TWICE.fullmatch(bare):
        bare = twice["name"]
    if not re.search(r"[^\W\d_]", bare) or _WITHHELD.match(bare) or "@" in bare:
        return ""
    return _first_name_first(bare)


def _first_name_first(name: str) -> str:
    degrees = "".join(_DEGREES.findall(name))
    plain = _DEGREES.sub("", name) if degrees else name
    last, comma, first = plain.partition(",")
    first = _SPECK.sub("", first.partition(" - ")[0].rstrip())  # "Ray, Bob - Legal"
    if comma and not re.search(r"[^\W\d_]", first):
        return _SPECK.sub("", last)
    if comma and first.strip() and "," not in first and len(last.split()) <= 3:
        return " ".join(f"{first} {last}".split())
    first_word, *others = plain.split()
    if others and first_word.isupper() and len(first_word) > 2 and not any(word.isupper() and len(word) > 2 for word in others):
        return " ".join([*others, first_word.title()])  # SURNAME First, as European bodies print it
    return plain if not comma else name


def name_from_address(address: str) -> str:
    """The name that an address like ``ann.m.lee@example.com`` spells out; '' if it does not."""
    local = address.partition("@")[0].lower()
    words = [word for word in re.split(r"[._]+", local) if word]
    spelled = len(words) in {2, 3} and "@" in address and all(word.isalpha() for word in words)
    if not spelled or len(words[0]) < 2 or len(words[-1]) < 2 or _NO_PERSON.search(local):
        return ""
    return " ".join(word.capitalize() for word in words)


def _divided(text: str) -> list[tuple[int, int]]:
    """Where each party stands in ``text``; Lotus Notes puts the blind copies in brackets at the end."""
    if blind := _BLIND.search(text):
        inside = ((start + blind.start(1), end + blind.start(1)) for start, end in _divided(blind[1]))
        return [*_divided(text[: blind.start()]), *inside]
    mark = ";" if ";" in text else ","
    pieces = [part for m in _PIECES[mark].finditer(text) for part in _at_gaps(text, m.start(), m.end())]
    if mark == ",":
        return list(_with_surnames_joined(text, pieces))
    return [part for start, end in pieces for part in _at_bent_marks(text, start, end)]


def _at_bent_marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A piece that a scan has left with a comma for its semicolon: "Lee, Ann B., Ray, Bob"."""
    parts = [(m.start() + start, m.end() + start) for m in _PIECES[","].finditer(text[start:end])]
    if len(parts) != _TWO_TURNED or not all(_could_be_surname(text[a:b]) for a, b in parts[::2]):
        return [(start, end)]
    return [(parts[0][0], parts[1][1]), (parts[2][0], parts[3][1])]


def _at_gaps(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A piece in two where a wide gap stands between what may be two parties: "ann.lee      bob.ray"."""
    cuts = [m.span() for m in _WIDE.finditer(text, start, end)]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    return parts if all(_may_stand_alone(text[a:b]) for a, b in parts) else [(start, end)]


def _may_stand_alone(words: str) -> bool:
    """True for two words or more, and for the name of a mailbox."""
    bare = words.strip(" '\"‘’“”")
    return len(bare.split()) > 1 or bool(re.match(r"[a-z][\w.]{3,}", bare))


def _with_surnames_joined(text: str, pieces: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """A comma may divide a surname from a first name: one word without an address, before words that could be first names."""
    i = 0
    pieces = _with_degrees_joined(text, pieces)
    bare_pairs = len(pieces) % 2 == 0 and all(_could_be_surname(text[a:b]) for a, b in pieces[::2])
    while i < len(pieces):
        start, end = pieces[i]
        following = text[slice(*pieces[i + 1])] if i + 1 < len(pieces) else ""
        addressed = bool(re.search(r"[<\[@/]", following)) and len(_IN_BRACKETS.sub("", following).split()) <= 3
        if following and _could_be_surname(text[start:end]) and ((addressed and not _is_whole(following)) or bare_pairs):
            end = pieces[i + 1][1]
            i += 1
        yield start, end
        i += 1


def _with_degrees_joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and _DEGREES.fullmatch(f" {text[start:end].strip()}"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _could_be_surname(words: str) -> bool:
    bare = words.strip(" '\"")
    return (
        len(bare) > 1
        and len(bare.split()) <= 2
        and not re.search(r"[@<>\[\]/\d]", bare)
        and bare[:1].isupper()
        and (len(bare.split()) == 1 or bare.split()[0].lower() in {"de", "van", "von", "la", "del", "st.", "mc"})
    )


def _is_whole(words: str) -> bool:
    """True if ``words`` hold a first name and a surname (or an address alone) and so can have none before them."""
    names = [word for word in _IN_BRACKETS.sub("", words).split() if len(word.strip(".")) > 1]
    return len(names) != 1 or "@" in names[0]
