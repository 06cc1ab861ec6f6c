"""What the brief quotes, against the exhibits that it cites: the truth for a checker of quotations.

Quoted("rather", "...449.3.pdf", "altered", 'the exhibit has "what is fast"')
"""

from __future__ import annotations

from dataclasses import dataclass

from corpora.sample import deposition, exhibit_12, exhibit_14, exhibit_19, exhibit_22


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the brief against the exhibit that it cites: exact, altered or not found; ``note`` says what was changed."""

    mark: str
    exhibit: str
    verdict: str
    note: str = ""


_DEP = deposition.NAME
_12, _14, _19, _22 = exhibit_12.NAME, exhibit_14.NAME, exhibit_19.NAME, exhibit_22.NAME
QUOTED = (
    Quoted("waytake", _12, "exact"),
    Quoted("phone", _12, "exact"),
    Quoted("turnoff", _19, "exact"),
    Quoted("invoice", _19, "exact"),
    Quoted("mind", _12, "exact", "the exhibit goes on; the comma is the brief's"),
    Quoted("free", _12, "exact"),
    Quoted("rather", _12, "altered", 'the exhibit has "what is fast"'),
    Quoted("own", _12, "exact", "with an omission, shown"),
    Quoted("qlib", _DEP, "exact"),
    Quoted("alib", _DEP, "exact"),
    Quoted("better", _DEP, "exact"),
    Quoted("name", _22, "exact"),
    Quoted("notrun", _22, "exact"),
    Quoted("nine", _19, "exact", "a capital letter, shown in brackets"),
    Quoted("who", _19, "exact"),
    Quoted("writing", _19, "exact"),
    Quoted("pirates", _19, "not found"),
    Quoted("works", _14, "exact"),
    Quoted("elsewhere", _14, "exact"),
    Quoted("april", _12, "exact"),
    Quoted("egress", _12, "exact"),
    Quoted("sample", _12, "exact"),
    Quoted("million", _12, "exact"),
    Quoted("hall", _DEP, "exact"),
    Quoted("two", _DEP, "exact"),
    Quoted("column", _DEP, "exact"),
    Quoted("refused", _DEP, "exact"),
    Quoted("restart", _DEP, "exact"),
    Quoted("gpus", _DEP, "exact"),
    Quoted("epubs", _22, "exact"),
    Quoted("statute", _22, "exact"),
    Quoted("four", _19, "exact"),
    Quoted("everybody", _19, "exact"),
    Quoted("dollars", _14, "exact"),
    Quoted("paused", _14, "exact"),
    Quoted("had", _DEP, "exact", "a small letter, shown in brackets"),
)
