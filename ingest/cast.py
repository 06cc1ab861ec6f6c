"""Who takes part in a sitting, and the labels that they speak under.

member   Member("Ann B. Lee", "counsel for Defendant Acme")    speaks under the label "MS. LEE"
cast     everybody a sitting names; a label that fits two people names neither
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ROLE_WORDS = r"^the\b|\b(?:court|clerk|deputy|witness|deponent|juror|reporter|videographer|operator|interpreter|speaker|bailiff|voice|steno\w*|technician|counsel|unidentified|defendant|plaintiff|foreperson|marshal|arbitrator|mediator|master|officer)\b"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who took part: the fullest name the transcript gives, in ordinary capitals ('' if none), and their role."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who took part in a sitting: ``labels`` maps a label in capitals ("MS. LEE") to its member."""

    labels: dict[str, Member] = field(default_factory=dict)
    witnesses: tuple[str, ...] = ()
    judge: str = ""

    def member(self, label: str) -> Member:
        """Who speaks under ``label``; a member without a name if the transcript does not tell."""
        return self.labels.get(label_key(label)) or Member(polite_name(label))

    def examiner(self, name: str) -> str:
        """The one label that ends in ``name``, which may be a bare surname; ``name`` itself if there is none or several."""
        labels = [label for label in self.labels if label.endswith(f" {name.upper()}")]
        return labels[0] if len(labels) == 1 else name

    def witness(self, name: str) -> str:
        """The witness known by a fuller form of ``name``, else ``name``."""
        return next((known for known in self.witnesses if known.split()[-1] == name.rsplit(maxsplit=1)[-1]), name)


def label_key(label: str) -> str:
    """A label as a key: one blank between words, capitals, a title with its full stop and no other."""
    words = " ".join(label.split()).upper().rstrip(":;. ")
    return re.sub(r"^M\.?\s?(RS|R|S)(?:[.,]\s?|\s)", r"M\1. ", words)


def name_case(name: str) -> str:
    """A name in ordinary capitals: ``ANN O'NEIL MCBRIDE`` is Ann O'Neil McBride; one in mixed case stays."""
    words = " ".join(name.replace(",", " ").split())
    return " ".join(map(_word_case, words.split())) if words == words.upper() else words


def _word_case(word: str) -> str:
    if word in ("II", "III", "IV") or re.fullmatch(r"(?:[A-Z]\.)+", word):
        return word
    cased = re.sub(r"[A-Z]+", lambda m: m[0].capitalize(), word)
    cased = re.sub(r"(?<=['’])S\b", "s", cased)
    return re.sub(r"^Mc[a-z]", lambda m: m[0][:2] + m[0][2].upper(), cased)


def polite_name(label: str) -> str:
    """The label as a name where no more is known: "MR. LEE" is Mr. Lee, "LEE" is Lee; a role names nobody."""
    titled = re.match(r"(?i:mr|ms|mrs|miss|dr|prof|judge)\b", label)
    return name_case(label) if titled or not re.search(ROLE_WORDS, label, re.IGNORECASE) else ""
