"""The released redactions that a statement stands under: ``uncovered_under(paper, statement)``, their ids."""

from __future__ import annotations

from ingest.citable import Citable
from ingest.redaction import redaction_id
from nlp.statement import Statement


def uncovered_under(paper: Citable, statement: Statement) -> tuple[str, ...]:
    """Those that anything of it stands under: its words, who speaks and hears, its header, its cue."""
    document = paper.document
    if not document.uncovered:
        return ()
    said, segment = statement.attribution, paper.segment(statement.span)
    named = [party.span for party in (*said.speakers, *statement.addressees) if party.span is not None]
    header = segment.header if segment is not None and segment.header is not None else None
    places = [*statement.spans, *named, *said.beside, *((said.cue.span,) if said.cue else ()), *((header,) if header else ())]
    under = (one for one in document.uncovered if any(one.span.overlaps(span) for span in places))
    return tuple(dict.fromkeys(redaction_id(document.id, one.page, one.box) for one in under))
