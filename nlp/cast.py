"""Who is in a document: the full names behind surnames, short names, defined terms, roles and slips of the pen.

    surname       "Quill"           "Ada M. Quill", if no other Quill is in the document
    defined       "the Company"     "Northwind Data, Inc.", from 'Northwind Data, Inc. ("Northwind" or the "Company")'
    short name    "Northwind"       "Northwind Data, Inc.", if no other company begins so
    role          "Plaintiff"       the one name on that side of the caption
    misspelling   "Quil"            "Ada M. Quill": one letter off a surname that the document has, and off no other
    cut short     "Quill, Ada"      "Ada Quill", as bibliographies write

Unique or None: with two candidates a name stays as it is written.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.distance import OSA

from ingest.document import Document
from nlp.caption import Caption, read_caption
from nlp.name import (
    CORPORATE,
    SHORT_SUFFIX,
    SIDES,
    SUFFIX,
    bare,
    is_common,
    listed,
    no_given_names,
    one_person,
    stands_for,
    trimmed,
)

_ORGANISATION = re.compile(
    rf"(?<![\w’'])((?:[A-Z][\w&’'.-]*|&)(?:\s+(?:[A-Z][\w&’'.-]*|of|and|&|the|for|de)){{0,6}}?,?\s+(?:{SHORT_SUFFIX}\.(?!\w)|{SUFFIX}\b))(?!\w)"
)
_GIVEN = r"[A-Z][a-zA-Zé’'-]+|[A-Z]\."
_PARTICLE = r"(?:(?:van|von|de|der|den|del|la|le|bin|al|el|da|di|du)\s+){0,2}"
_GIVEN_BEFORE = re.compile(rf"(?<![\w.’'-])((?:(?:{_GIVEN})\s+){{1,4}})({_PARTICLE})\Z")
_CASE = re.compile(
    r"\b([A-Z][\w’'-]+(?:\s(?:[A-Z&][\w.’',-]*|of|the)){0,6})\sv\.\s[A-Z]|\b([A-Z][\w’'-]+),\s\d{1,4}\s(?:U\.S\.|S\.\s?Ct\.|F\.|Cal\.|WL)"
)
_ORDER = re.compile(r"\b[Oo]rder,?\s(?:(?:in|at)\s)?[(\[]?(?:Dkt\.|ECF|Docket|Doc\.)\s?(?:Nos?\.?\s?)?(\d+(?:-\d+)?)\b")
_IN_CITE = re.compile(r"v\. |(?:.{0,4})[A-Z][\w’'. -]*(?:, \d| v\. |, (?:Inc|LLC|Corp|L\.P|Ltd)\b.{0,8} v\.)")
_OFTEN = 15
_CAPITAL = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*")
_DEFINED = re.compile(
    r"(?P<full>(?:[A-Z][\w&’'.,-]*|of|and|&|the|for)(?:\s+(?:[A-Z\d][\w&’'.,-]*|of|and|&|the|for|de)){0,12}?)\s*"
    r"\((?:collectively,?\s+|together,?\s+|hereinafter,?\s+|or\s+|the\s+|“?[^()“”\"]{0,40}?,\s+)?[“\"](?P<term>[^”\"()]{2,40})[”\"]"
    r"(?:\s*(?:,|or|and|and/or)\s+(?:the\s+)?[“\"](?P<other>[^”\"()]{2,40})[”\"])?\)"
)
_REVERSED = re.compile(
    rf"(?<![\w’'])([A-Z][a-zA-Z’'-]+),\s+((?:{_GIVEN})(?:\s+[A-Z]\.)?)(?=,?\s+(?:et\s+al\.|and\s+[A-Z][a-z]+\s+[A-Z][a-z]+,\s|[“\"‘])|,\s+[“\"‘])"
)
_COURTESY = re.compile(r"\b(Mr|Mrs|Ms|Miss)\.? (?:[A-Z][\w.’'-]* )*?([A-Z][\w’'-]*\w)(?=[^\w ]| [a-z(“]|\Z)")


@dataclass(frozen=True)
class Cast:
    """The names of a document. Ask :meth:`full_name`; ``known`` are names given from elsewhere (authors of its mail)."""

    text: str
    caption: Caption = field(default_factory=Caption)
    known: tuple[str, ...] = ()

    def full_name(self, written: str) -> str:
        """The fullest name that the document gives for one as written, '' if it gives none or several.

        >>> Cast('Ada M. Quill of Northwind Data, Inc. ("Northwind") wrote. Quill left.').full_name("Quill")
        'Ada M. Quill'
        """
        name = bare(written)
        if not name:
            return ""
        if name not in self._memory:
            rules = _RULES[:2] if is_common(name) else _RULES
            self._memory[name] = next((found for rule in rules if (found := rule(self, name))), "")
        return self._memory[name]

    def is_organisation(self, written: str) -> bool:
        """True if the name is a company's, as far as the document tells."""
        full = self.full_name(written) or bare(written)
        if CORPORATE.search(full) or full in self.organisations or full.lower() in self._parties:
            return True
        return full.lower() in self._first_words

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """What companies are called for short: the first word of their names, where nobody's given name begins so."""
        firsts = {name.split()[0].strip(",").lower() for name in self.organisations if len(name.split()) == 2}
        return frozenset(firsts - self.lower_words)

    def sex(self, written: str) -> str:
        """What the document's Mr. and Ms. tell of a surname: "m", "f", or '' where it prints neither, or both."""
        surname = (self.full_name(written) or bare(written)).rpartition(" ")[2].casefold()
        return self._sexes.get(surname, "")

    def may_be_person(self, written: str) -> bool:
        """False in a filing for a name that it gives no given name, no title and no testimony: a company's as likely."""
        surname = bare(written).rpartition(" ")[2]
        known = surname in self._witnesses | self._given_names | self.surnames or bool(self.person_of(surname))
        return not self.caption.names or known or bool(re.search(rf"[A-Z][a-z]+-{re.escape(surname)}\b", self.flat))

    @cached_property
    def _given_names(self) -> frozenset[str]:
        return frozenset(
            first
            for first, last in re.findall(r"\b([A-Z][a-zé’'-]+)\s(?=([A-Z][a-zé’'-]+))", self.flat)
            if last in self.surnames
        )

    @cached_property
    def _witnesses(self) -> frozenset[str]:
        """Surnames behind a title, or before the name of a sworn paper: "Dr. Quill", "Quill Dep."."""
        sworn = re.findall(
            r"([A-Z][\w’'-]*\w)(?:[’']s)? (?:Dep|Decl|Aff|Depo|Rep|Test)(?:\.|osition|laration|idavit)", self.flat
        )
        return frozenset(
            re.findall(r"\b(?:Mr|Ms|Mrs|Dr|Prof|Judge|Professor)\.? (?:[A-Z][\w.’'-]* )?([A-Z][\w’'-]*\w)", self.flat)
        ) | frozenset(sworn)

    @cached_property
    def _sexes(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for title, surname in _COURTESY.findall(self.flat):
            found.setdefault(surname.casefold(), set()).add("m" if title == "Mr" else "f")
        return {surname: next(iter(sexes)) for surname, sexes in found.items() if len(sexes) == 1}

    @cached_property
    def flat(self) -> str:
        """The text with every run of white space as one blank, a blank line as a bar: no name runs over it."""
        parted = re.sub(r"\n[ \t\r]*\n", "\n|\n", re.sub(r"(?<=[a-z])-\n(?=[A-Z])", "-", self.text))
        return " ".join(parted.split())

    @cached_property
    def _memory(self) -> dict[str, str]:
        return {}

    @cached_property
    def _parties(self) -> frozenset[str]:
        return frozenset(name.lower() for names in self.caption.names.values() for name in names if CORPORATE.search(name))

    @cached_property
    def organisations(self) -> Counter[str]:
        """Companies by their corporate suffix."""
        found = Counter(trimmed(match[0]) for match in _ORGANISATION.finditer(self.flat))
        return Counter({name: count for name, count in found.items() if len(name.split()) > 1})

    @cached_property
    def defined(self) -> dict[str, str]:
        """Defined terms in lower case and the names that they stand for; a term defined twice is dropped."""
        terms: dict[str, set[str]] = {}
        for match in _DEFINED.finditer(self.flat):
            full = trimmed(match["full"])
            for term in filter(None, (match["term"], match["other"])):
                if full and stands_for(full, term):
                    terms.setdefault(bare(term).lower(), set()).add(full)
        return {term: next(iter(names)) for term, names in terms.items() if len(names) == 1}

    @cached_property
    def reversed_names(self) -> dict[str, str]:
        """As in "Quill, Ada" as bibliographies write, by surname."""
        names: dict[str, set[str]] = {}
        for surname, given in _REVERSED.findall(self.flat):
            names.setdefault(surname, set()).add(f"{given} {surname}")
        return {surname: one_person(found) for surname, found in names.items()}

    @cached_property
    def cases(self) -> frozenset[str]:
        """Short names of cases cited: "Roe" from "Roe v. Acme Corp." and "Roe, 1 F.3d at 3"."""
        words = (word.strip(".,") for pair in _CASE.findall(self.flat) for word in " ".join(pair).split())
        return frozenset(word for word in words if len(word) > 2 and word[0].isupper() and word.lower() not in no_given_names())

    def acts(self, name: str) -> bool:
        """True for a name that stands apart from citations more often than in them: "Roe" in Roe's own case."""
        places = [*self._capitals.get(name.split(maxsplit=1)[0], ())] if name else []
        cited = sum(bool(_IN_CITE.match(self.flat[max(0, at - 4) : at + len(name) + 30])) for at in places)
        return len(places) >= _OFTEN and 2 * cited < len(places)

    @cached_property
    def cites_complaint(self) -> bool:
        """True for a document that goes by one complaint: it cites it by paragraphs, time and again."""
        return self.flat.count("Compl. ¶") > 1

    @cached_property
    def orders(self) -> frozenset[str]:
        """Docket numbers that the document gives to an order of the court: "the Court’s Order [Dkt. 90]"."""
        return frozenset(_ORDER.findall(self.flat))

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that the document writes small: no given names."""
        return frozenset(re.findall(r"(?<![\w.@’'-])[a-z][a-zé’'-]+(?![\w.-]*@)", self.flat)) - listed("also_words")

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Last words of names of two or three capitalised words: candidates for misspelled surnames."""
        found = set(re.findall(rf"(?<![\w.’'-])(?=(?:{_GIVEN})\s+{_PARTICLE}([A-Z][a-zé’'-]{{3,}})\b)", self.flat))
        given = set(re.findall(r"\b([A-Z][a-zé’'-]{3,})\s(?=[A-Z][a-z])", self.flat))
        return frozenset(
            name for name in found - given if name.lower() not in self.lower_words and name[-2:] not in {"’s", "'s"}
        )

    def person_of(self, surname: str) -> str:
        """The one person of that surname, with the given names that stand before it anywhere."""
        found = set()
        for start in self._capitals.get(surname, ()):
            before = _GIVEN_BEFORE.search(self.flat, max(0, start - 60), start)
            given = self._given(before[1].split()) if before else []
            if before and given:
                found.add(" ".join([*given, *before[2].split(), surname]))
        if surname in self.reversed_names:
            found.add(self.reversed_names[surname])
        found |= {name for name in self.known if name.split()[-1:] == [surname]}
        return one_person(found - {""})

    @cached_property
    def _capitals(self) -> dict[str, list[int]]:
        """Where each word with a capital stands."""
        places: dict[str, list[int]] = {}
        for match in _CAPITAL.finditer(self.flat):
            places.setdefault(match[0], []).append(match.start())
            if match[0].endswith(("’s", "'s")):
                places.setdefault(match[0][:-2], []).append(match.start())
        return places

    def _given(self, words: list[str]) -> list[str]:
        """The given names at the end of ``words``: not titles, not words that the document also writes small."""
        kept: list[str] = []
        for word in reversed(words):
            plain = word.strip(".").lower()
            common = plain in no_given_names() or plain in self.lower_words or (word.isupper() and len(plain) > 1)
            if common or word.endswith(("’s", "'s", "’", "'")):
                break
            kept.insert(0, word)
        while kept and len(kept[0].strip(".")) == 1 and len(kept) == 1:
            return []
        return kept


def read_cast(document: Document) -> Cast:
    """The cast of a document: its text, its caption, and the people of its mail and transcripts."""
    parties = [p for segment in document.segments for p in (segment.author, *segment.addressees) if p is not None]
    known = {" ".join((p.name or p.as_written).split()) for p in parties}
    return Cast(
        document.text,
        read_caption(document),
        tuple(sorted(name for name in known if len(name.split()) > 1 and "@" not in name)),
    )


def _as_role(cast: Cast, name: str) -> str:
    word = name.lower().removeprefix("lead ").removeprefix("named ")
    side = SIDES.get(word.removesuffix("s"), "")
    if not side:
        return ""
    return cast.caption.name_of(side) or _family(cast, side)


def _family(cast: Cast, side: str) -> str:
    """The bare name that the paper uses for a side of several companies of one family."""
    names = cast.caption.names.get(side, ())
    if not names or side not in cast.caption.plural:
        return ""
    first = names[0].split()[0].strip(",").capitalize()
    longer = set(re.findall(rf"\b{first}\s+([A-Z\d]\w+)", cast.flat))
    bare = re.findall(rf"\b{first}(?:[’']s)?(?=\s+[a-z]|[.,;])", cast.flat)
    return first if len(longer) > 1 and bare else ""


def _as_defined(cast: Cast, name: str) -> str:
    return cast.defined.get(name.lower(), "")


def _as_family(cast: Cast, name: str) -> str:
    """The name that a side of several companies of one family goes by."""
    return next((name for side in cast.caption.plural if _family(cast, side) == name), "")


def _as_company(cast: Cast, name: str) -> str:
    """A company whose name begins with these words, if there is one such."""
    head = name.lower().split()
    parties = [n for names in cast.caption.names.values() for n in names]
    candidates = {n for n in (*cast.organisations, *parties) if n.lower().replace(",", "").split()[: len(head)] == head}
    cores = {CORPORATE.sub("", n).lower().replace(",", "") for n in candidates}
    own = {n for n in candidates if n in parties}
    if len(cores) > 1 and len(own) == 1:
        core = CORPORATE.sub("", next(iter(own))).lower().replace(",", "")
        candidates = {n for n in candidates if CORPORATE.sub("", n).lower().replace(",", "") == core}
    elif not candidates or len(cores) > 1:
        return ""
    return max(candidates, key=lambda n: (not n.isupper(), cast.organisations[n], len(n), n))


def _as_full(cast: Cast, name: str) -> str:
    """Already a given name and a surname: a longer form of it, or itself."""
    words = name.split()
    if len(words) < 2:
        return ""
    longer = cast.person_of(words[-1]) if words[-1][0].isupper() else ""
    return longer if longer and longer.split()[0][0] == words[0][0] and len(longer) >= len(name) else name


def _as_surname(cast: Cast, name: str) -> str:
    is_name = len(name.split()) == 1 and name[0].isupper() and any(letter.islower() for letter in name)
    return cast.person_of(name) if is_name else ""


def _as_misspelled(cast: Cast, name: str) -> str:
    """One letter off a surname that the document has, or cut short of it; of no other."""
    if len(name) < 5 or not name[0].isupper() or len(name.split()) != 1 or name.lower() in cast.lower_words:
        return ""
    near = {
        s
        for s in cast.surnames
        if s[0] == name[0] and s != name and (OSA.distance(s, name) == 1 or (len(s) - len(name) <= 3 and s.startswith(name)))
    }
    return cast.person_of(next(iter(near))) if len(near) == 1 else ""


_RULES = (_as_role, _as_defined, _as_full, _as_family, _as_company, _as_surname, _as_misspelled)
