"""Exhibit 14: four messages about licensing, June 2023, as Gmail prints a conversation, oldest first; and the same exhibit filed again."""

from __future__ import annotations

from dataclasses import replace

from corpora.sample.cast import CASE, FOURNIER, RAGHUNATHAN, WHITCOMBE
from corpora.sample.filing import Filing
from corpora.sample.ink import Ink, Rule, Text
from corpora.sample.mail import Message, email, print_chain, slip_sheet
from corpora.sample.manuscript import Paragraph, Section, Style
from corpora.sample.paper import PLAIN, Facts, bates, flush_right, stamp

NAME = "gov.uscourts.cand.999999.449.4.pdf"
AGAIN = "gov.uscourts.cand.999999.455.2.pdf"

_TOP = Style(family="Helvetica", size=10, leading=13, tabs=(300.0,))
_BODY = Style(family="Helvetica", size=10, leading=13.5, before=7)
_PRIYA = "Priya Raghunathan <praghunathan@novalith.example>"
_MARGARET = "Margaret Whitcombe <mwhitcombe@halcyonreed.example>"


def _message(mark: str, sender: str, header: tuple[str, ...], to: tuple[str, ...], date: str, body: str) -> Message:
    return Message(mark, email(sender, sender, to, date), header, body, header_style=_TOP, body_style=_BODY)


def _head(sender: str, date: str, *rest: str) -> tuple[str, ...]:
    name, address = sender.split(" <")
    return (f"__{name}__ <{address}\t{date}", *rest)


CONVERSATION = (
    _message(
        "nine",
        WHITCOMBE,
        _head(_MARGARET, "Wed, Jun 7, 2023 at 9:14 AM", f"To: {_PRIYA}"),
        (RAGHUNATHAN,),
        "2023-06-07T09:14",
        """
Dear Priya,

Thank you for dinner yesterday. I have not laughed so much about indemnities in years.

As I said at the table, we can come down to nine dollars a title for the forty thousand, provided that the announcement goes out before
our sales conference on July 10. My board would like to see the word "partnership" in it. I would like to see a wire transfer.

Shall I send you a clean draft next week?

Warmly,

Margaret
""",
    ),
    _message(
        "lastweek",
        RAGHUNATHAN,
        _head(_PRIYA, "Thu, Jun 8, 2023 at 11:20 AM", f"To: {_MARGARET}"),
        (WHITCOMBE,),
        "2023-06-08T11:20",
        """
Margaret,

Nine works for me. I am taking it to Katharina this afternoon. She told me last Friday that she wants the licensing closed by the end of
the quarter, so I do not expect any trouble.

Do send the draft. One question from our side: Pieter asks whether the textbooks are in the forty thousand or on top of them. They matter
more to the data mix than the thrillers do, I am sorry to say.

Priya
""",
    ),
    _message(
        "pause",
        RAGHUNATHAN,
        _head(
            _PRIYA,
            "Fri, Jun 9, 2023 at 6:47 PM",
            f"To: {_MARGARET}",
            "Cc: Amélie Fournier-Diop <afournierdiop@novalith.example>",
        ),
        (WHITCOMBE, FOURNIER),
        "2023-06-09T18:47",
        """
Dear Margaret,

I write to let you know that Novalith has decided to pause all discussions of book licensing for reasons of budget; we hope to return to
them in the coming year.

We thank Halcyon & Reed for a constructive exchange.

Kind regards,

Priya Raghunathan
""",
    ),
    _message(
        "happened",
        WHITCOMBE,
        _head(
            _MARGARET,
            "Mon, Jun 12, 2023 at 8:02 AM",
            f"To: {_PRIYA}",
            "Cc: Amélie Fournier-Diop <afournierdiop@novalith.example>",
        ),
        (RAGHUNATHAN, FOURNIER),
        "2023-06-12T08:02",
        """
Dear Priya,

That did not sound like you, and so I am answering the person I had dinner with.

On Tuesday it was done. On Thursday it was as good as done. What happened on Friday? If it is the price, say so, and I will go back to my
board tomorrow. If it is that you have found the books somewhere else, then I would ask you to tell me where, because we do not sell them
anywhere else.

Margaret
""",
    ),
)


def _browser(facts: Facts) -> tuple[Ink, ...]:
    if facts.number == 1:
        return ()
    grey = "#444444"
    head = (
        Text(40, 42, "11/12/24, 4:02 PM", "Helvetica", 8, grey),
        Text(210, 42, "Novalith Mail - Dinner, and the forty thousand", "Helvetica", 8, grey),
    )
    foot = Text(
        40,
        752,
        "https://mail.novalith.example/mail/u/0/?ik=5b1e0c&view=pt&search=all&permthid=thread-f:17680",
        "Helvetica",
        8,
        grey,
    )
    return (
        *head,
        foot,
        flush_right(572, 752, f"{facts.number - 1}/{facts.total - 1}", "Helvetica", 8),
        Rule(72, 112, 540, 112, 0.8),
    )


_HEAD = (
    Paragraph("__Novalith Mail__\tPriya Raghunathan", replace(_TOP, size=11, tabs=(350.0,))),
    Paragraph("__Dinner, and the forty thousand__", Style(family="Helvetica", size=13, leading=18, before=22)),
    Paragraph("4 messages", Style(family="Helvetica", size=9, leading=12)),
    Paragraph("", _TOP),
)
_SECTIONS = (Section(slip_sheet("14")), Section((*_HEAD, *print_chain(CONVERSATION))))

FILING = Filing(
    NAME,
    "Exhibit 14",
    PLAIN.with_furniture(stamp(CASE, "449-4", "01/10/25"), bates("NOVA_", 9120, skip=1), _browser),
    _SECTIONS,
    short="ex14",
)
FILED_AGAIN = Filing(
    AGAIN,
    "Exhibit B",
    PLAIN.with_furniture(stamp(CASE, "455-2", "01/21/25"), bates("NOVA_", 9120, skip=1), _browser),
    (Section(slip_sheet("B")), _SECTIONS[1]),
)
