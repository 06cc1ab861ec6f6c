"""Exhibit 12: the mail chain of 15 and 16 March 2023, as Outlook printed it, four replies deep with a forward at the bottom."""

from __future__ import annotations

from corpora.sample.cast import CASE, D_CHEN, G_CHEN, ODOWD, OKAFOR, RAGHUNATHAN, TANAKA, VAN_DER_LINDEN, VOSS
from corpora.sample.filing import Filing
from corpora.sample.mail import ATTRIBUTION, PLAIN_HEADER, Message, email, print_chain, slip_sheet
from corpora.sample.manuscript import Section
from corpora.sample.paper import PLAIN, bates, legend, stamp

NAME = "gov.uscourts.cand.999999.449.3.pdf"

_VOSS = Message(
    "voss",
    email(VOSS, "Voss, Katharina", (OKAFOR, VAN_DER_LINDEN, G_CHEN), "2023-03-16T22:42"),
    (
        "__From:__\tVoss, Katharina",
        "__Sent:__\tThursday, March 16, 2023 10:42 PM",
        "__To:__\tOkafor, Marisol; van der Linden, Pieter",
        "__Cc:__\tChen, Grace",
        "__Subject:__\tRE: Books for Cantor-2",
    ),
    """
Marisol, Pieter,

I have read enough memos about licensing. GPT-4 shipped on Tuesday and our benchmark numbers look embarrassing beside
it. The board meets on April 4 and the first thing they will ask me is whether we are ahead of Mistral or behind them.

If the only way to have a book corpus by the end of the month is the Library Genesis set, then that is the way we take.
Marisol, you own this. Keep the torrents off the corporate network, and do not put the name of the source in the model
card.

Grace, I know what you are going to say. Say it to me, by phone, not to this list.

Katharina
    """,
)

_OKAFOR = Message(
    "okafor",
    email(OKAFOR, "Okafor, Marisol", (VOSS, VAN_DER_LINDEN, RAGHUNATHAN), "2023-03-16T18:15"),
    (
        "__From:__\tOkafor, Marisol <mokafor@novalith.example>",
        "__Sent:__\tThursday, March 16, 2023 6:15 PM",
        "__To:__\tVoss, Katharina <kvoss@novalith.example>; van der Linden, Pieter <pvanderlinden@novalith.example>",
        "__Cc:__\tRaghunathan, Priya <praghunathan@novalith.example>",
        "__Subject:__\tRE: Books for Cantor-2",
    ),
    """
Katharina,

Three options, in the order in which I like them:

1. License. Halcyon & Reed want eleven dollars a title for 40,000 titles, and a joint announcement. Priya thinks a
contract is four to six months away. Brightwater Press has stopped answering.

2. Buy and scan. Two dollars a page at the volumes we need. A year, at best.

3. LibGen. It is 33 terabytes, it is already deduplicated, and it is free. Bill can have it on our disks in nine days.
Books3 is smaller, but everybody has it, so it buys us nothing against OpenAI.

I would rather we licensed. But you asked me what is fast, and only the third one is fast.

M.
    """,
)

_PIETER = Message(
    "pieter",
    email(VAN_DER_LINDEN, "Pieter van der Linden", (), "2023-03-16T15:58"),
    ("On Thu, Mar 16, 2023 at 3:58 PM Pieter van der Linden <pvanderlinden@novalith.example> wrote:",),
    """
Marisol,

Every ablation we have run says the same thing: long-form books are what moves the reasoning scores. With the web crawl
alone Cantor-2 stops improving at about 1.1 trillion tokens. With 8 percent books in the data mix it does not stop.

So I need a book corpus, and I need it before the April run starts on the 11th. I do not much mind where it comes from.
Without it we will not catch Mistral, let alone OpenAI.

Can you tell Katharina what it would take? She listens to you.

Pieter
    """,
    depth=1,
    header_style=ATTRIBUTION,
)

_DANIEL = Message(
    "daniel",
    email(D_CHEN, "Daniel Chen", (), "2023-03-15T09:07"),
    ("On Mar 15, 2023, at 9:07 AM, Daniel Chen <dchen@novalith.example> wrote:",),
    """
Pieter,

I looked at the set Bill found. It is what it says it is: trade fiction, textbooks, university presses, most of it in
print and most of it with a copyright page. I read 200 of them at random and 187 carried a notice.

For the record, I am not comfortable torrenting this from a corporate laptop, and I would like somebody in legal to tell
me in writing that I may. I have asked Grace twice.

Happy to keep working on the OCR of the Gutenberg set in the meantime. It is all in the public domain, and nobody will
sue us over Middlemarch.

Daniel
    """,
    depth=2,
    header_depth=1,
    header_style=ATTRIBUTION,
)

_FORWARD = Message(
    "bill",
    email(TANAKA, "William Tanaka", (D_CHEN, ODOWD), "2023-03-14T17:31"),
    (
        "---------- Forwarded message ---------",
        "From: William Tanaka <wtanaka@novalith.example>",
        "Date: Tue, Mar 14, 2023 at 5:31 PM",
        "Subject: Books for Cantor-2",
        "To: Daniel Chen <dchen@novalith.example>",
        "Cc: Sean O'Dowd <sodowd@novalith.example>",
    ),
    """
Daniel, Sean,

Found a complete mirror of the LibGen non-fiction and fiction collections with a torrent index dated February. 5.2
million files, epub and pdf. Anna's Archive has the same set but throttles.

Sean, what would it take to pull this without it showing up in the egress logs? We would be leeching only, no seeding,
as far as the client lets us switch that off.

Bill
    """,
    depth=2,
    header_depth=2,
    header_style=PLAIN_HEADER,
)

CHAIN = (_VOSS, _OKAFOR, _PIETER, _DANIEL, _FORWARD)


FILING = Filing(
    NAME,
    "Exhibit 12",
    PLAIN.with_furniture(
        stamp(CASE, "449-3", "01/10/25"),
        bates("NOVA_", 4411, skip=1),
        legend("CONFIDENTIAL – SUBJECT TO PROTECTIVE ORDER", skip=1),
    ),
    (Section(slip_sheet("12")), Section(print_chain(CHAIN))),
    short="ex12",
)
