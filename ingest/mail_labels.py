"""The labels of a mail header's lines, in the languages and bent shapes in which they are printed.

    "From:  Ann Lee"     label "from", value "Ann Lee"
    "Кому: Ann"          label "to"
    "Subject   Re: x"    label "subject": a cell of its own needs no colon

Labels: Outlook, Gmail, Apple Mail, Lotus Notes and RFC 5322 header fields.
"""

from __future__ import annotations

import re

from ingest.document import Document
from ingest.rows import Row
from ingest.span import Span

CORE = ("from", "sent", "to", "cc", "bcc", "subject", "attachments")
ADDRESSED = ("to", "cc", "bcc", "x-to", "x-cc", "x-bcc")
_LABELS = {
    "from": "from|frorn|von|de|от|da|van|fra|från|od|lähettäjä|发件人|差出人|sender|absender|expéditeur|remitente|отправитель",
    "sent": "sent|date|date sent|sent date|sent on|sent at|enviada|enviada em|data|sendt|dato|skickat|wysłano|lähetetty|datum/tijd|gesendet|gesendet am|datum|envoyé|envoyé le|enviado|enviado el|fecha|отправлено|дата|inviato|verzonden|发送时间|日期|送信日時",
    "to": "to|an|à|a|para|кому|aan|til|till|do|vastaanottaja|收件人|宛先|required|required attendees|recipient|recipients|destinataire|empfänger",
    "cc": "cc|ce|cec|c c|optional|optional attendees|kopie|kopie an|copie à|copia|con copia|копия|抄送|kopi|kopia|dw|kopio",
    "bcc": "bcc|bce|blindkopie|cci|cco|скрытая копия",
    "subject": "subject|subjed|subj|betreff|objet|asunto|тема|oggetto|assunto|onderwerp|主题|件名|emne|ämne|temat|aihe",
    "attachments": "attachments|attachment|attached|attach|anlagen|anlage|anhänge|pièces jointes|adjuntos|datos adjuntos|вложения",
    "behalf": "on behalf of|im auftrag von|de la part de|en nombre de",
    "by": "sent by|please respond to|reply to|reply-to|respond to|gesendet von|отправил",
    "memo": "re|regarding|fax|pages|phone|telephone|tel|through|thru|via",
    "x-from": "x-from",
    "x-to": "x-to",
    "x-cc": "x-cc",
    "x-bcc": "x-bcc",
    "other": "importance|priority|sensitivity|message-id|mime-version|in-reply-to|references|return-path|received|delivered-to|"
    "thread-topic|thread-index|categories|follow up flag|flag status|conversation|conversation topic|organization|"
    "user-agent|list-id|wichtigkeit|priorität|приоритет|importancia|security|tracking|resent-from|resent-to|resent-date|"
    "mailed-by|signed-by|security|doc type|custodian|expires|location|start|end|recurrence|when|where|organizer",
}
_ALIKE = str.maketrans("015jl|", "oisiii")  # letters that a scan takes for one another


def _look(words: str) -> str:
    """Words as a scan may take them: without blanks, letters that look alike as one."""
    return re.sub(r"\s", "", words.lower()).translate(_ALIKE).replace("rn", "m").replace("vv", "w")


_KEYS = {_look(word): label for label, words in _LABELS.items() for word in words.split("|")}
_LABELLED = re.compile(r"([^\W_](?:[\w .’'/-]{0,24}\w)?)\s?[:;：](?!//)\s?")
_LOST_COLON = re.compile(  # where what follows leaves no doubt
    r"(?:(?P<sent>sent|date)\s+(?=(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s.*\d)|(?P<subject>subject)\s+(?=(?:re|fwd?)\s?:))",
    re.IGNORECASE,
)
_SPECKS = re.compile(r"(?:[.,'’`·•■|_~]{1,2}\s+)?")  # dirt that a scanner left before a label
_BARE = ("From", "To", "cc", "Cc", "CC", "bcc", "Subject", "Date", "Sent")  # Lotus Notes prints them on lines of their own
_HEADER_FIELD = re.compile(r"(?:x|content|list|arc|dkim|authentication|received)-[\w-]+\Z")


def label_of(document: Document, row: Row) -> tuple[str, Span] | None:
    """The label that opens ``row`` and the span of the words after it (empty if there are none); None if no label does."""
    match = _LABELLED.match(row.text, _SPECKS.match(row.text).end())  # type: ignore[union-attr]  # it matches nothing, too
    label = _label(match[1]) if match else ""
    if match and label:
        return label, Span(row.span.start + match.end(), row.span.end).trimmed(document.text)
    if lost := _LOST_COLON.match(row.text):
        return str(lost.lastgroup), Span(row.span.start + lost.end(), row.span.end)
    if row.text in _BARE:
        return _label(row.text), Span(row.span.end, row.span.end)
    if len(row.cells) > 1:
        label = _label(row.cells[0].of(document.text))
        if label and label not in {"memo", "other", "by"}:
            return label, Span(row.cells[1].start, row.span.end)
    return None


def labels_of(document: Document, row: Row) -> list[tuple[str, Span]]:
    """Every label of ``row`` with its words: one as a rule, more where cells further right have labels of their own."""
    found = [first] if (first := label_of(document, row)) else []
    for cell in row.cells[1:] if found and found[0][0] != "subject" else ():
        match = _LABELLED.match(cell.of(document.text))
        label = _label(match[1]) if match else ""
        if match and label in CORE and label not in {other for other, _ in found}:
            before, value = found[-1]
            found[-1] = (before, Span(value.start, max(value.start, cell.start)).trimmed(document.text))
            found.append((label, Span(cell.start + match.end(), row.span.end).trimmed(document.text)))
    return found


def is_label(words: str) -> bool:
    """True if ``words`` are such a label and no name: "Sent", "Date"."""
    return bool(_label(words.rstrip(" :")))


def _label(words: str) -> str:
    return _KEYS.get(_look(words)) or ("other" if _HEADER_FIELD.match(re.sub(r"\s", "", words.lower())) else "")
