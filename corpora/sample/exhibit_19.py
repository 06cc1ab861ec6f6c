"""Exhibit 19: text messages of 5 and 6 April 2023, as a report of short messages taken from a telephone."""

from __future__ import annotations

from corpora.sample.cast import CASE, ODOWD, OKAFOR, TANAKA, VOSS
from corpora.sample.chat import Bubble, message_report
from corpora.sample.filing import Filing
from corpora.sample.mail import slip_sheet
from corpora.sample.manuscript import Paragraph, Section, Style
from corpora.sample.paper import PLAIN, bates, legend, stamp

NAME = "gov.uscourts.cand.999999.449.6.pdf"

PHONES = {
    ODOWD: "+1 (415) 555-0142",
    OKAFOR: "+1 (415) 555-0163",
    TANAKA: "+1 (510) 555-0109",
    VOSS: "+1 (650) 555-0177",
}
_SEAN, _MARISOL, _BILL, _KATHARINA = "Sean O'Dowd", "Marisol Okafor", "William Tanaka", "Katharina Voss"

BUBBLES = (
    Bubble(ODOWD, _SEAN, "2023-04-05T21:52", "both boxes in Rotterdam rebooted at 6. checking the torrents now"),
    Bubble(TANAKA, _BILL, "2023-04-05T21:58", "did the config survive"),
    Bubble(
        ODOWD,
        _SEAN,
        "2023-04-06T00:41",
        "no. the leech-only flag is gone. I think it has been gone since the first restart on the 28th",
    ),
    Bubble(ODOWD, _SEAN, "2023-04-06T00:41", "we are seeding. we have been seeding for nine days"),
    Bubble(TANAKA, _BILL, "2023-04-06T00:44", "how much went out"),
    Bubble(
        ODOWD,
        _SEAN,
        "2023-04-06T00:49",
        "about 4 terabytes up, on 33 down. LibGen mostly, and the part of Z-Library you added on Sunday. it is on my card, so the name on "
        "the server is mine",
    ),
    Bubble(OKAFOR, _MARISOL, "2023-04-06T06:15", "I just woke up and read this. Turn it off please Sean. All of it."),
    Bubble(ODOWD, _SEAN, "2023-04-06T06:17", "off"),
    Bubble(OKAFOR, _MARISOL, "2023-04-06T06:20", "Thank you. Do we have everything we need for the 11th?"),
    Bubble(TANAKA, _BILL, "2023-04-06T06:31", "98 percent of the files and all of the textbooks. Pieter can start on time"),
    Bubble(
        OKAFOR,
        _MARISOL,
        "2023-04-06T06:33",
        "I have to tell Katharina. I am adding her here so that nobody has to say it twice.",
    ),
    Bubble(VOSS, _KATHARINA, "2023-04-06T07:05", "Who outside this thread knows?"),
    Bubble(OKAFOR, _MARISOL, "2023-04-06T07:06", "Nobody. Daniel knows that we downloaded it, not that we uploaded."),
    Bubble(
        VOSS,
        _KATHARINA,
        "2023-04-06T07:09",
        "Keep it that way. Sean, cancel the servers today and send me the invoice, not accounts payable.",
    ),
    Bubble(ODOWD, _SEAN, "2023-04-06T07:12", "ok"),
    Bubble(
        TANAKA,
        _BILL,
        "2023-04-06T07:30",
        "for what it's worth everybody does this. OpenAI did not buy two million books at Barnes & Noble either",
    ),
    Bubble(VOSS, _KATHARINA, "2023-04-06T07:31", "Not in writing, Bill."),
)

_BIG = Style(family="Helvetica", size=16, leading=24, bold=True)
_FACT = Style(family="Helvetica", size=9.5, leading=14, tabs=(110.0,), left=110, first=-110)
_COVER = (
    Paragraph("Short Message Report", _BIG),
    Paragraph("", _FACT),
    Paragraph("Conversations:\t1", _FACT),
    Paragraph(f"Total Messages:\t{len(BUBBLES)}", _FACT),
    Paragraph("Date Range:\t4/5/2023 - 4/6/2023", _FACT),
    Paragraph(f"Participants:\t{len(PHONES)}", _FACT),
    *(Paragraph(f"\t{name} <{phone}>", _FACT) for name, phone in PHONES.items()),
    Paragraph("", _FACT),
    Paragraph(
        "Messages in chronological order (times are shown in GMT -07:00)",
        Style(family="Helvetica", size=9.5, leading=14, bold=True),
    ),
)

FILING = Filing(
    NAME,
    "Exhibit 19",
    PLAIN.with_furniture(stamp(CASE, "449-6", "01/10/25"), bates("NOVA_", 15502, skip=1), legend("CONFIDENTIAL", skip=1)),
    (Section(slip_sheet("19")), Section((*_COVER, *message_report(BUBBLES, PHONES)))),
    short="ex19",
)
