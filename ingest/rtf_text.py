"""Words of an RTF body as Outlook keeps it in ``.msg``: compressed (MS-OXRTFCP), perhaps with the HTML it was made from inside (MS-OXRTFEX).

text_of(unpacked(data))      "In the safe.\\nAnn"
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace

from ingest import html_text

_PREFILLED = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial"
    b"Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW, _HEADER = 4096, 16  # bytes
_COMPRESSED, _STORED = b"LZFu", b"MELA"
_TOKEN = re.compile(
    r"\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-z])|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)"
)
_UNSEEN = frozenset(
    ("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "generator", "listtable")
)
_MARKS = {"par": "\n", "line": "\n", "row": "\n", "tab": "\t", "cell": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"}  # fmt: skip


def unpacked(data: bytes) -> bytes:
    """The RTF in a compressed body; none where it is no such body.

    :raises IndexError: it is cut short within a reference.
    """
    if len(data) < _HEADER:
        return b""
    size, kind = struct.unpack_from("<I", data, 4)[0], data[8:12]
    if kind == _STORED:
        return data[_HEADER : _HEADER + size]
    return _expanded(data[_HEADER:], size) if kind == _COMPRESSED else b""


def _expanded(data: bytes, size: int) -> bytes:
    window = bytearray(_PREFILLED.ljust(_WINDOW, b"\0"))
    write, at, out = len(_PREFILLED), 0, bytearray()
    while at < len(data) and len(out) < size:
        flags, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data) or len(out) >= size:
                break
            if flags >> bit & 1:
                offset, length = (data[at] << 4) | (data[at + 1] >> 4), (data[at + 1] & 0xF) + 2
                at += 2
                if offset == write:
                    return bytes(out)
            else:
                offset, length = -1, 1
            for i in range(length):
                byte = window[(offset + i) % _WINDOW] if offset >= 0 else data[at]
                window[write] = byte
                write = (write + 1) % _WINDOW
                out.append(byte)
            at += offset < 0
    return bytes(out[:size])


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds between two braces: ``unseen`` nobody reads it; ``twin`` it repeats the HTML in RTF;
    ``fallback`` how many letters stand in place of one Unicode letter."""

    unseen: bool = False
    twin: bool = False
    fallback: int = 1


def text_of(rtf: bytes) -> str:
    """The words of an RTF text."""
    text = rtf.decode("latin-1")
    is_html = "\\fromhtml" in text[:4096]
    words = _read(text, is_html=is_html).encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # letters in two halves
    return html_text.text_of(words) if is_html else words.strip("\n")


def _read(text: str, *, is_html: bool) -> str:
    out: list[str] = []
    groups, group, skip = [], _Group(), 0  # type: list[_Group], _Group, int
    for token in _TOKEN.finditer(text):
        word, piece = token["word"], _piece(token)
        if token["brace"] == "{":
            groups.append(group)
        elif token["brace"]:
            group, skip = (groups.pop() if groups else group), 0
        elif word or token["sign"] == "*":
            group = _entered(group, word or "*", token["number"], is_html=is_html)
            skip = group.fallback if word == "u" else skip
        if piece and skip and word != "u":
            piece, skip = piece[skip:], max(0, skip - len(piece))
        if piece and not group.unseen and not group.twin:
            out.append(piece)
    return "".join(out)


def _entered(group: _Group, word: str, number: str | None, *, is_html: bool) -> _Group:
    if word == "htmltag":
        return replace(group, unseen=False)
    if word == "*" or word in _UNSEEN:
        return replace(group, unseen=True)
    if word == "htmlrtf" and is_html:
        return replace(group, twin=number != "0")
    return replace(group, fallback=int(number or 1)) if word == "uc" else group


def _piece(token: re.Match[str]) -> str:
    """The letters that a token stands for."""
    if token["text"]:
        return token["text"]
    if token["byte"]:
        return bytes([int(token["byte"], 16)]).decode("cp1252", "replace")
    if token["sign"]:
        return {"~": "\u00a0", "_": "-"}.get(token["sign"], token["sign"] if token["sign"] in "\\{}" else "")
    if token["word"] == "u" and token["number"]:
        return chr(int(token["number"]) % 0x1_0000)
    return _MARKS.get(token["word"] or "", "")
