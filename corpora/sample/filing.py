"""A paper of the sample before it is set: its file name, the paper it is written on, its sections; and the cites between papers.

cite    <okafor:seeding>    "46:9-14" in a transcript, "3" (the page of the file) elsewhere: filled in from where the words were printed
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpora.sample.manuscript import Paragraph, Said, Section, truths
from corpora.sample.paper import Paper
from corpora.sample.typesetter import Setting, Trace, typeset

_CITE = re.compile(r"<(\w+:\w+)>")


@dataclass(frozen=True, slots=True)
class Filing:
    """One file to be. ``short`` is what other papers call it; a ``scanned`` one is printed as pictures of its pages."""

    name: str
    title: str
    paper: Paper
    sections: tuple[Section, ...]
    short: str = ""
    scanned: bool = False

    @property
    def truths(self) -> dict[str, Said]:
        """The truth of every mark.

        :raises ValueError: one mark has two truths.
        """
        found: dict[str, Said] = {}
        for mark, said in truths(self.sections):
            if mark in found:
                raise ValueError(f"{self.name}: two truths for {mark}")
            found[mark] = said
        return found

    def set(self) -> Setting:
        """The filing as set."""
        return typeset(self.sections, self.paper)


def cites_of(filing: Filing, setting: Setting) -> dict[str, str]:
    """Where each statement of ``filing`` was printed, as other papers cite it."""
    return {f"{filing.short}:{mark}": _cite(trace) for mark, trace in setting.traces.items() if filing.short}


def _cite(trace: Trace) -> str:
    if trace.line is None:
        return str(trace.page)
    if trace.label != trace.label_last:
        return f"{trace.label}:{trace.line}-{trace.label_last}:{trace.line_last}"
    return f"{trace.label}:{trace.line}" + (f"-{trace.line_last}" if trace.line_last != trace.line else "")


def filled(filing: Filing, cites: Mapping[str, str]) -> Filing:
    """``filing`` with its cites filled in.

    :raises KeyError: it cites words that no other paper has.
    """
    return replace(filing, sections=tuple(_section(section, cites) for section in filing.sections))


def _section(section: Section, cites: Mapping[str, str]) -> Section:
    return replace(section, paragraphs=tuple(_paragraph(paragraph, cites) for paragraph in section.paragraphs))


def _paragraph(paragraph: Paragraph, cites: Mapping[str, str]) -> Paragraph:
    said = {mark: replace(s, cite=_fill(s.cite, cites) if s.cite else s.cite) for mark, s in paragraph.said.items()}
    notes = tuple(_paragraph(note, cites) for note in paragraph.notes)
    return replace(paragraph, text=_fill(paragraph.text, cites), said=said, notes=notes)


def _fill(text: str, cites: Mapping[str, str]) -> str:
    return _CITE.sub(lambda match: cites[match[1]], text)
