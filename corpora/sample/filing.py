"""A paper of the sample before it is set: its file name, the paper it is written on, its sections; and the cites between papers.

cite    <okafor:seeding>    "46:9-14" in a transcript, "3" (the page of the file) elsewhere: filled in from where the words were printed
        <okafor:hallway..okafor:findout>    "44:22-45:2": from the one to the other
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpora.sample.manuscript import Paragraph, Said, Section, truths
from corpora.sample.paper import Paper
from corpora.sample.typesetter import Setting, Trace, typeset

Printed = tuple[tuple[int, int], tuple[int, int]]
_CITE = re.compile(r"<(\w+:\w+)(?:\.\.(\w+:\w+))?>")


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


def cites_of(filing: Filing, setting: Setting) -> dict[str, Printed]:
    """Where each statement of ``filing`` was printed: first and last page and line, as other papers cite them."""
    return {f"{filing.short}:{mark}": _printed(trace) for mark, trace in setting.traces.items() if filing.short}


def _printed(trace: Trace) -> Printed:
    if trace.line is None or trace.line_last is None:
        return (trace.page, 0), (trace.page, 0)
    return (trace.label, trace.line), (trace.label_last, trace.line_last)


def _written(first: tuple[int, int], last: tuple[int, int]) -> str:
    (page, line), (page_last, line_last) = first, last
    if not line:
        return str(page)
    if page != page_last:
        return f"{page}:{line}-{page_last}:{line_last}"
    return f"{page}:{line}" + (f"-{line_last}" if line_last != line else "")


def filled(filing: Filing, cites: Mapping[str, Printed]) -> Filing:
    """``filing`` with its cites filled in.

    :raises KeyError: it cites words that no other paper has.
    """
    return replace(filing, sections=tuple(_section(section, cites) for section in filing.sections))


def _section(section: Section, cites: Mapping[str, Printed]) -> Section:
    return replace(section, paragraphs=tuple(_paragraph(paragraph, cites) for paragraph in section.paragraphs))


def _paragraph(paragraph: Paragraph, cites: Mapping[str, Printed]) -> Paragraph:
    said = {mark: replace(s, cite=_fill(s.cite, cites) if s.cite else s.cite) for mark, s in paragraph.said.items()}
    notes = tuple(_paragraph(note, cites) for note in paragraph.notes)
    return replace(paragraph, text=_fill(paragraph.text, cites), said=said, notes=notes)


def _fill(text: str, cites: Mapping[str, Printed]) -> str:
    return _CITE.sub(lambda match: _written(cites[match[1]][0], cites[match[2] or match[1]][1]), text)
