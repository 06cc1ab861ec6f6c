"""Where an author's own words end: what mail programs and firms put below them is left out.

    device      "Sent from my iPhone"                       with all that follows
    delimiter   "-- "                                       with all that follows (RFC 3676)
    banner      "CAUTION: This e-mail originated outside of ACME." above the words: its paragraph alone
    notice      "This e-mail may contain confidential ..."  with all that follows, and the rule above it
    signature   "Ann Lee / Counsel / 555 010 0100"          but for the name
    attachment  "<< File: plan.doc >>", " - plan.doc"; "1 attachments (12 KB)" above the words

The sign-off ("Best, Ann") and a postscript stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.rows import Row
from ingest.segment import Party

_DEVICE = re.compile(
    r"(?:(?:this (?:e-?mail|message) (?:was|has been) )?sent|sent wirelessly|composed|typed|transmitted) (?:from|via|by|on|with|using) (?:my |an? |the )?.{0,60}"
    r"(?:iphone|ipad|ipod|blackberry|android|samsung|galaxy|phone|mobile|handheld|device|wireless|verizon|at&t|t-mobile|treo|tablet|outlook|mail|pixel|watch)\b"
    r"|get outlook for |von meinem .{0,30} gesendet|gesendet von (?:mein|outlook)|envoyé de(?:puis)? mon |enviado desde mi |inviato da |"
    r"отправлено (?:с|из) |sent with proton|(?:please )?(?:excuse|pardon|forgive|apologies for) (?:any |the |my )?(?:typos|brevity|errors|misspell)",
    re.IGNORECASE,
)
_DELIMITER = re.compile(r"--\Z")
_NOTICE = re.compile(
    r"[*\W]*(?:(?:confidentiality|privacy|legal|disclosure|irs circular 230)\W{1,3}(?:notice|note|disclaimer|disclosure|statement)?\b|confidenti\w*\W{1,2}not\S+|"
    r"(?:notice|disclaimer|important|warning|caution|attention)\s?:|circular 230|"
    r"th(?:is|e) (?:\S+ ){0,4}?(?:e-?mail|message|communication|transmission|electronic mail|information)\b.{0,160}?(?:intended|confidential|unclassified|privileged|property|recipient|sender|virus|scanned by|solely|addressee|sent to you by)|"
    r"the (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message|communication|transmission)|"
    r"(?:if )?you (?:are not|have received) th(?:e intended|is (?:e-?mail|message|communication))|any (?:views|opinions|unauthorized)|"
    r"unauthorized (?:use|disclosure|review|interception)|please consider the environment|to unsubscribe|you received this (?:message|email) because|"
    r"diese e-?mail (?:enthält|ist)|ce (?:message|courriel) (?:est|et|contient)|este (?:mensaje|correo) )",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\W*(?:(?:caution|warning|attention|notice|external(?: (?:e-?mail|sender|message))?|be careful)\W{1,4}){0,3}"
    r"(?:(?:this|the) (?:e-?mail|message|sender) (?:was sent |has been sent |originate[sd]|came|comes|is) ?(?:from )?(?:an? )?(?:outside|external)|"
    r"(?:e-?mail|message) (?:from|originated) (?:an? )?(?:outside|external)|external (?:e-?mail|sender|message)\b.{0,30}(?:do not|use caution|exercise))",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_*=~—–#+\s]{4,}\Z")
_STARS = re.compile(r"[*=#]{8,}\Z")
_MARKS_ONLY = re.compile(r"[\W_]+\Z")
_ATTACHMENT = re.compile(
    r"(?:<<.*>>\s*)+\Z|<<\s?file:.*|[-•]?\s?[\w .,'&()#-]{1,80}\.(?:docx?|xlsx?|pptx?|pdf|zip|txt|rtf|wpd|jpe?g|gif|png|tiff?|html?|ics|vcf|csv|msg)\s*(?:<<.*>>)?\Z|"
    r"\(?see attached file.*|\[(?:image|cid|attachment).*\]\Z|attachments?:.*|\d+ attachments?\b.*|\[quoted text hidden\]|(?:show|hide) (?:quoted text|trimmed content)\Z|view thread\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d{1,3} attachments?(?: \([\d.,]+ [KMG]?B\))?\Z", re.IGNORECASE)  # Outlook on the web, above the words
_FILE_NAMES = re.compile(r"(?:[^;.]{1,80}\.\w{2,4};\s?)+(?:[^;.]{1,80}\.\w{2,4};?)?\Z")
_CLOSING = re.compile(
    r"(?:(?:many |with )?thanks?(?: you)?(?: (?:so|very) much| again| in advance| a lot| all)?|thx|tx|cheers|best|all (?:the|my) best|warmly|"
    r"(?:with )?(?:kind(?:est)?|best|warm(?:est)?|my|very best)? ?(?:personal )?(?:regards|wishes)|yours(?: truly| sincerely| faithfully)?|sincerely(?: yours)?|"
    r"cordially|respectfully(?: submitted)?|love|take care|talk soon|xo+|mfg|mit freundlichen grüßen|viele grüße|cordialement|bien à vous|saludos|un saludo|с уважением|спасибо)"
    r"[\s,.!:;–-]*\Z",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\+?\(?\d{3}\)?[ .\-–/]{1,2}\d{3}[ .\-–]\d{4}|\+\d{1,3}[ .\-(]\d|(?:tel|phone|fax|mobile|cell|office|direct|main|desk|ph|[tfmopc])\s?[.:)|]\s?\(?\+?\d|"
    r"^\W{0,2}(?:tel|phone|fax|mobile|cell|office|direct|desk|e-?mail)\b\W|\((?:cell|desk|office|mobile|direct|fax|work|home|phone)\)|"
    r"\w+@\w[\w-]*\.\w|\b[A-Z]{2}\.? \d{5}(?:-\d{4})?\b|\bP\.?\s?O\.? Box\b|"
    r"^\d{1,5} [\w. ]{2,40}\b(?:street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|suite|ste|floor|plaza|way|lane|parkway|pkwy|square)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:director|president|manager|counsel|attorney|partner|associate|secretary|assistant|officer|ceo|cto|cfo|coo|vice|chief|head of|founder|professor|"
    r"engineer|analyst|superintendent|chair|llp|llc|inc\.?|corp\.?|corporation|company|department|university|office of|bureau|division|group|program|board|district|school|county|agency|ministry|institute|college|foundation|center|centre|service)\b",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"p\.?\s?p?\.?s\b", re.IGNORECASE)
_LONGEST_SIGNATURE = 12  # rows


def own_rows(rows: Sequence[Row], author: Party | None) -> list[Row]:
    """The rows among a message's body that are its author's own words."""
    rows = rows[_below_banner(rows) :]
    kept = list(rows[: _end_of_words(rows)])
    counted = bool(kept) and bool(_COUNTED.match(kept[0].text))
    del kept[: int(counted)]
    while kept and (_MARKS_ONLY.match(kept[0].text) or (counted and _FILE_NAMES.match(kept[0].text))):
        kept.pop(0)
    kept = kept[: _start_of_signature(kept, author)]
    while kept and (_MARKS_ONLY.match(kept[-1].text) or _is_attachment(kept)):
        kept.pop()
    return kept


def sign_off(rows: Sequence[Row]) -> Row | None:
    """The row of a name below a closing ("Thanks,") that ends ``rows``; None if they do not end so."""
    if len(rows) > 1 and _CLOSING.match(rows[-2].text) and _is_name(rows[-1].text):
        return rows[-1]
    return None


def signer(own: Sequence[Row], body: Sequence[Row]) -> Row | None:
    """The row that names who wrote: a sign-off, or a full name above an address block that was cut off."""
    cut = len(own) > 1 and len(own) < len(body) and own[-1] in body and _is_address_block(body[body.index(own[-1]) + 1 :][:3])
    return sign_off(own) or (own[-1] if cut and is_full_name(own[-1].text) else None)


def is_finished(rows: Sequence[Row], author: Party | None) -> bool:
    """True if the body has come to its end: something is cut off its foot, or it is signed."""
    kept = own_rows(rows, author)
    return bool(kept) and (len(kept) < len(rows) or sign_off(kept) is not None or _is_authors_name(kept[-1].text, author))


def _below_banner(rows: Sequence[Row]) -> int:
    """The first row below what a firm's mail gate puts above a message from outside."""
    first = " ".join(row.text for row in rows[:3])
    if not rows or not _BANNER.match(first):
        return 0
    return next((i for i, row in enumerate(rows) if i and (row.gap or _RULE.match(rows[i - 1].text))), 0)


def _end_of_words(rows: Sequence[Row]) -> int:
    for i, row in enumerate(rows):
        text = row.text
        if _DEVICE.match(text) or _DELIMITER.match(text):
            return i
        if _STARS.match(text) and any(_STARS.match(other.text) for other in rows[i + 1 :]):
            return i
        two = f"{text} {rows[i + 1].text}" if i + 1 < len(rows) else text
        if _NOTICE.match(two) and (row.gap or i == 0 or _RULE.match(rows[i - 1].text)):
            return i
    return len(rows)


def _is_attachment(kept: Sequence[Row]) -> bool:
    return bool(_ATTACHMENT.match(kept[-1].text)) or (
        len(kept) > 1 and bool(_ATTACHMENT.match(f"{kept[-2].text} {kept[-1].text}")) and kept[-2].text.startswith("<<")
    )


def _start_of_signature(rows: Sequence[Row], author: Party | None) -> int:
    """The first row of an address block at the foot of ``rows``, the name above it excepted."""
    for i in range(max(0, len(rows) - _LONGEST_SIGNATURE), len(rows)):
        below = rows[i + 1 :]
        signed = (i > 0 and bool(_CLOSING.match(rows[i - 1].text)) and _is_name(rows[i].text)) or _is_authors_name(
            rows[i].text, author
        )
        if signed and below and _is_address_block(below):
            return i + 1
    start = _top_of_block(rows)
    named = start < len(rows) and (_is_authors_name(rows[start].text, author) or is_full_name(rows[start].text))
    if start == 0 and not named and not any(_TITLE.search(row.text) for row in rows):
        return len(rows)  # "Call me: 555 010 0100" is all that was written
    return start + named


def _top_of_block(rows: Sequence[Row]) -> int:
    """Where the address block at the foot begins, paragraph by paragraph; a short line or two may stand below what tells it."""
    starts = [i for i, row in enumerate(rows) if row.gap or i == 0]
    top, end = len(rows), len(rows)
    for start in reversed(starts):
        group = rows[start:end]
        end = start
        if len(rows) - start > _LONGEST_SIGNATURE:
            break
        crowns = top < len(rows) and len(group) == 1 and (is_full_name(group[0].text) or group[0].text.isupper())
        if _is_address_block(group) or crowns:
            top = start
        elif top < len(rows) or not _may_stand_below(group):
            break
    return top


def _may_stand_below(group: Sequence[Row]) -> bool:
    """True for a short line or two, and for the rubble that a scan makes of an emblem, below what tells an address block."""
    rubble = [_is_rubble(row.text) for row in group]
    return (len(group) <= 2 or any(rubble)) and not any(
        _is_sentence(row.text) or (len(row.text) > 30 and not broken) for row, broken in zip(group, rubble, strict=True)
    )


def _is_rubble(words: str) -> bool:
    """True where hardly more than half of the marks are letters or figures."""
    marks = "".join(words.split())
    return sum(mark.isalnum() for mark in marks) < 0.6 * len(marks)


def _is_address_block(rows: Sequence[Row]) -> bool:
    """Short lines, one of which at least says where or how to reach somebody, and none of which is a sentence."""
    if not rows or _POSTSCRIPT.match(rows[0].text):
        return False
    if len(rows) > _LONGEST_SIGNATURE or any(len(row.text) > 90 or _is_sentence(row.text) for row in rows):
        return False
    telling = sum(bool(_CONTACT.search(row.text)) for row in rows)
    titled = sum(bool(_TITLE.search(row.text)) for row in rows)
    named = is_full_name(rows[0].text)
    return telling >= 1 or titled >= 2 or (titled == 1 and (len(rows) == 1 or (named and len(rows) <= 4)))


def _is_sentence(words: str) -> bool:
    """True if a line reads as running words: four or more that begin small."""
    small = [
        word for word in words.split() if word[:1].islower() and word.isalpha() and word not in {"of", "and", "the", "for"}
    ]
    return len(small) >= 4 or (len(small) >= 2 and words.endswith((".", "?", "!")))


def _is_name(words: str) -> bool:
    bare = words.strip(" ,.-–—~*'\"")
    return (
        0 < len(bare.split()) <= 4
        and not _CLOSING.match(words)
        and bare[:1].isalpha()
        and not re.search(r"[@\d:?!]", bare)
        and len(bare) <= 40
    )


def is_full_name(words: str) -> bool:
    """True if a line looks like a person's first and last name: two to four capitalised words and nothing of a title or address."""
    parts = words.strip(" ,.").split()
    capitalised = all(re.fullmatch(r"[A-Z][\w.'’-]*", part) for part in parts)
    return (
        2 <= len(parts) <= 4 and capitalised and not (_TITLE.search(words) or _CONTACT.search(words) or _CLOSING.match(words))
    )


def _is_authors_name(words: str, author: Party | None) -> bool:
    """True if a line is the author's name: the same first and last word, or the first word alone."""
    if author is None or not author.name or not _is_name(words):
        return False
    line, name = _words(words), _words(author.name)
    if not line or not name:
        return False
    return (line[0] == name[0] and (len(line) == 1 or line[-1] == name[-1])) or (len(line) > 1 and set(line) == set(name))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", name.lower()) if len(word) > 1]
