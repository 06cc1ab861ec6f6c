"""A page from the publisher's files that was printed, stamped and scanned: an e-mail without a text layer."""

from __future__ import annotations

from corpora.sample.cast import RAGHUNATHAN, WHITCOMBE
from corpora.sample.filing import Filing
from corpora.sample.ink import Ink
from corpora.sample.mail import Message, print_chain
from corpora.sample.manuscript import Said, Section, Style
from corpora.sample.paper import PLAIN, Facts, flush_right

NAME = "HR-000131.pdf"

_HEADER = Style(family="Helvetica", size=11, leading=16, left=70, first=-70, tabs=(70.0,))
_BODY = Style(family="Helvetica", size=11, leading=16, before=9)

_MESSAGE = Message(
    "scan",
    Said("email", WHITCOMBE, "Margaret Whitcombe", (RAGHUNATHAN,), "2022-12-05T16:20", flags=("scanned",)),
    (
        "From:\tMargaret Whitcombe <mwhitcombe@halcyonreed.example>",
        "Sent:\tMonday, December 5, 2022 4:20 PM",
        "To:\tPriya Raghunathan <praghunathan@novalith.example>",
        "Subject:\tForty thousand titles",
    ),
    """
Dear Priya,

It was a pleasure to meet you in Frankfurt. As promised, here is what we would need for a license to train on our list.

The list has 40,000 titles in print. We would ask eleven dollars for each, once, for training only. No title may be reproduced at any
length, and our authors must be able to opt out by letter.

Several of our competitors have told us that they will never sell to a machine. I am less proud, but I am not less careful. If any of our
books were to turn up in your models without a contract, I would consider this conversation closed.

I look forward to hearing from you before the holidays.

Margaret
""",
    header_style=_HEADER,
    body_style=_BODY,
)


def _number(facts: Facts) -> tuple[Ink, ...]:
    return (flush_right(540, 760, f"HR-{130 + facts.number:06d}", "Helvetica", 11),)


FILING = Filing(NAME, "HR-000131", PLAIN.with_furniture(_number), (Section(print_chain((_MESSAGE,))),), scanned=True)
