"""Citations are made in one place, in the forms that lawyers look up."""

from __future__ import annotations

import pytest

from ingest.cite import cite
from ingest.document import Docket, Document, Place
from ingest.segment import Party, Segment
from ingest.span import Span

FILING = Document("0", "brief.pdf", "12. I saw it.", (), (), Docket("3:24-cv-01234-ABC", "449", "3"))
LOOSE = Document("0", "article.pdf", "words", (), ())
ANSWER = Segment((Span(0, 5),), "answer", Party("A"))
SWORN = Segment((Span(4, 13),), "declaration", Party("I", name="Brian T. Berg"), header=Span(0, 3))

CITES = {
    "a filing by the court's page": (FILING, Place(5, 5, ecf_page=2), None, "", "Dkt. 449-3 at 2"),
    "with printed lines": (FILING, Place(5, 5, ecf_page=2, line_first=7, line_last=9), None, "", "Dkt. 449-3 at 2:7-9"),
    "over a page break": (FILING, Place(5, 6, ecf_page=2, line_first=27, line_last=3), None, "", "Dkt. 449-3 at 2:27-3:3"),
    "testimony": (FILING, Place(9, 9, "45", "45", 12, 15), ANSWER, "Yu Dep.", "Yu Dep. 45:12-15"),
    "testimony over a page": (FILING, Place(9, 10, "45", "46", 25, 1), ANSWER, "Yu Dep.", "Yu Dep. 45:25-46:1"),
    "one line": (FILING, Place(9, 9, "45", "45", 12, 12), ANSWER, "Hr'g Tr.", "Hr'g Tr. 45:12"),
    "a declaration by its paragraph": (FILING, Place(2, 2, ecf_page=2), SWORN, "", "Berg Decl. ¶ 12, Dkt. 449-3 at 2"),
    "a produced paper": (LOOSE, Place(3, 3, bates="NOVA_00012"), None, "", "NOVA_00012"),
    "anything else": (LOOSE, Place(3, 4), None, "", "article.pdf at 3-4"),
}


@pytest.mark.parametrize(("document", "place", "segment", "title", "written"), CITES.values(), ids=CITES)
def test_cites(document: Document, place: Place, segment: Segment | None, title: str, written: str) -> None:
    assert cite(document, place, segment, title) == written
