"""Exhibit 22: two days of a workplace channel, March 2023, as its export prints it: a heading for the day, then name and time."""

from __future__ import annotations

from corpora.sample.cast import CASE, D_CHEN, ODOWD, OKAFOR, TANAKA
from corpora.sample.chat import Bubble, channel_export
from corpora.sample.filing import Filing
from corpora.sample.mail import slip_sheet
from corpora.sample.manuscript import Paragraph, Section, Style
from corpora.sample.paper import PLAIN, bates, legend, stamp

NAME = "gov.uscourts.cand.999999.449.7.pdf"

_BILL, _DANIEL, _SEAN, _MARISOL = "William Tanaka", "Daniel Chen", "Sean O'Dowd", "Marisol Okafor"
MEMBERS = (OKAFOR, TANAKA, D_CHEN, ODOWD)

BUBBLES = (
    Bubble(
        TANAKA,
        _BILL,
        "2023-03-20T09:12",
        "Morning. Katharina signed off on the third option, so I am starting on the mirror today. Tracker is DATA-417.",
    ),
    Bubble(D_CHEN, _DANIEL, "2023-03-20T09:15", "Signed off how? Is there something from legal?"),
    Bubble(TANAKA, _BILL, "2023-03-20T09:16", "She signed off by e-mail on Thursday night."),
    Bubble(
        D_CHEN,
        _DANIEL,
        "2023-03-20T09:24",
        "That is not from legal. I will say it here so that it is somewhere: I will not run this job. It is pirated books, from a site that "
        "says on its front page that it is pirated books.",
    ),
    Bubble(
        OKAFOR,
        _MARISOL,
        "2023-03-20T09:31",
        "Heard, Daniel. Bill will run it. Please take the dedup of the Common Crawl dump instead.",
    ),
    Bubble(D_CHEN, _DANIEL, "2023-03-20T09:32", "Thank you."),
    Bubble(
        TANAKA,
        _BILL,
        "2023-03-20T14:50",
        "Sean says that we go through two rented boxes in Rotterdam. So no BitTorrent on our own network, as requested from above.",
    ),
    Bubble(ODOWD, _SEAN, "2023-03-20T14:52", "servers are up. 10 Gbit. leeching at about 40 percent of that"),
    Bubble(
        OKAFOR, _MARISOL, "2023-03-20T16:05", "Can we please call it the internal library in the tables? Not the other name."
    ),
    Bubble(
        TANAKA,
        _BILL,
        "2023-03-21T08:58",
        "First 6 TB are in. I ran a script over the epubs that strips the copyright page, because it was turning up in the samples. Cantor "
        "kept telling people that all rights were reserved.",
    ),
    Bubble(ODOWD, _SEAN, "2023-03-21T09:01", "ha"),
    Bubble(D_CHEN, _DANIEL, "2023-03-21T09:10", "Bill, that is not funny. That is the one thing the statute names."),
    Bubble(TANAKA, _BILL, "2023-03-21T09:13", "It is boilerplate. We strip headers and footers from everything."),
    Bubble(
        OKAFOR,
        _MARISOL,
        "2023-03-21T09:40",
        "Let's take this offline. Pieter wants to know whether we beat the Books3 numbers with the first 6 TB. Does anybody have them?",
    ),
    Bubble(
        TANAKA,
        _BILL,
        "2023-03-21T11:22",
        "Yes. Up 7 points on the long-context benchmark against the Books3 baseline. For reference Mistral claims 5 and GPT-4 is about 9 "
        "above that.",
    ),
    Bubble(OKAFOR, _MARISOL, "2023-03-21T11:25", "That will make him happy."),
)

_FACT = Style(family="Helvetica", size=9, leading=12.5, tabs=(90.0,))
_HEAD = (
    Paragraph("#data-acquisition", Style(family="Helvetica", size=15, leading=22, bold=True)),
    Paragraph("Workspace:\tnovalith", _FACT),
    Paragraph("Members:\tMarisol Okafor, William Tanaka, Daniel Chen, Sean O'Dowd", _FACT),
    Paragraph("Exported:\tOctober 14, 2024", _FACT),
)

FILING = Filing(
    NAME,
    "Exhibit 22",
    PLAIN.with_furniture(stamp(CASE, "449-7", "01/10/25"), bates("NOVA_", 20077, skip=1), legend("CONFIDENTIAL", skip=1)),
    (Section(slip_sheet("22")), Section((*_HEAD, *channel_export(BUBBLES, MEMBERS)))),
    short="ex22",
)
