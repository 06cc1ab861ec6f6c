"""Made-up transcripts for tests: a cover, appearances, pages of lines with numbers; and what was read from them.

said(transcript(COVER, APPEARANCES, "BY MR. STRAND:\\n  Q.  Why?", first=3))     [("question", "Q", "Owen T. Strand", "Why?")]
"""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

from ingest.document import Document
from ingest.segment import Segment
from ingest.transcript import find_turns
from tests.papers import printed

COVER = """
                 UNITED STATES DISTRICT COURT
     ORCHARD LENDING, INC.,
                    Plaintiff,
              vs.                        No. 21-cv-00017
     HARBOR BANK, N.A.,
                    Defendant.

                 DEPOSITION OF MARA K. QUILL
                     Reno, Nevada
                Monday, May 6, 2019

     Reported by:   Tessa Vane, CSR No. 1234
"""
APPEARANCES = """
     APPEARANCES:
       FOR THE PLAINTIFF:
            PEAR & PLUM LLP
            BY:   OWEN T. STRAND, ESQ.
       FOR THE DEFENDANT HARBOR BANK:
            BY:   LILA MARSH, ESQ.
                  TOM O'DELL, ESQ.
       ALSO PRESENT:
            Rufus Bell, Videographer
"""
HEARING_COVER = """
              NORTHERN DISTRICT OF EAST CAROLINA
     BEFORE THE HONORABLE INES B. CALDER, JUDGE
     IN RE HARBOR BANK PRIVACY LITIGATION
                 TRANSCRIPT OF PROCEEDINGS
                 Thursday, June 4, 2020
     For Plaintiffs:      PEAR & PLUM LLP
                     BY:  OWEN STRAND, ESQ.
     For Defendant:       MARSH LLP
                     BY:  LILA ROSE MARSH, ESQ.
     Reported By:  Tessa Vane, CSR
"""


def ruled(text: str) -> str:
    """The lines of a page with the numbers that a reporter prints before them: what the reader lifts."""
    return dedent(text).strip("\n")


def transcript(*pages: str, labels: tuple[str, ...] = (), first: int = 1) -> Document:
    """A printed transcript, a page each; lines carry numbers from 1; ``labels`` are the printed page numbers."""
    document = printed("\f".join(ruled(page) for page in pages))
    starts = {line.page: index for index, line in reversed(list(enumerate(document.lines)))}
    lines = tuple(
        replace(line, number=i - starts[line.page] + 1 if line.page >= first else None) for i, line in enumerate(document.lines)
    )
    named = tuple(replace(page, label=label) for page, label in zip(document.pages, labels, strict=False)) or document.pages
    return replace(document, lines=lines, pages=named + document.pages[len(named) :])


def turns(document: Document) -> list[Segment]:
    return [s for s in find_turns(document, (document.lines,)) if s.kind != "matter"]


def said(document: Document) -> list[tuple[str, str, str, str]]:
    """Kind, label, speaker, words."""
    return [(s.kind, s.author.as_written, s.author.name, document.words(s.spans)) for s in turns(document) if s.author]
