"""Words of an HTML body as a reader sees them: a line per paragraph or break, quoted blocks with "> " before each line.

<p>Fine.</p><blockquote><p>Shall we?</p></blockquote>      "Fine.\\n\\n> Shall we?"
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_HIDDEN = frozenset(("head", "script", "style", "template", "title", "xml", "noscript"))
_BREAKS = frozenset(("br", "div", "tr", "table", "ul", "ol", "li", "dt", "dd", "center", "section", "article", "address"))
_PARAGRAPHS = frozenset(("p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_RULE = "_" * 32  # as Outlook prints <hr> above what is answered
_CELL_GAP = "   "
_DEEPEST = 60  # nested quotations; hostile mail has thousands


class _Reader(HTMLParser):
    """Collects lines; ``hidden`` counts open elements whose text nobody sees, ``depth`` open quotations."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[int, str]] = []
        self.line: list[str] = []
        self.hidden: list[str] = []
        self.depth = 0
        self.preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        if tag in _HIDDEN:
            self.hidden.append(tag)
        elif tag == "hr":
            self._break()
            self.line.append(_RULE)
            self._break()
        elif tag in _CELLS:
            self._gap()
        elif tag in _BREAKS:
            self._break(forced=tag == "br")
        elif tag in _PARAGRAPHS:
            self._paragraph()
        self.depth += tag == "blockquote"
        self.preformatted += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hidden:
            del self.hidden[self.hidden.index(tag) :]
        elif tag in _PARAGRAPHS:
            self._paragraph()
        elif tag in _BREAKS and tag != "br":
            self._break()
        self.depth -= tag == "blockquote" and self.depth > 0
        self.preformatted -= tag == "pre" and self.preformatted > 0

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if not self.preformatted:
            self.line.append(re.sub(r"[ \t\r\n\f]+", " ", data))
            return
        first, *others = data.splitlines() or [""]
        self.line.append(first)
        for other in others:
            self._break(forced=True)
            self.line.append(other)

    def _gap(self) -> None:
        if "".join(self.line).strip():
            self.line.append(_CELL_GAP)

    def _break(self, *, forced: bool = False) -> None:
        words = "".join(self.line).replace("\u00a0", " ").strip(" ")
        if words or forced:
            self.lines.append((min(self.depth, _DEEPEST), words))
        self.line.clear()

    def _paragraph(self) -> None:
        self._break()
        if self.lines and self.lines[-1][1]:
            self.lines.append((min(self.depth, _DEEPEST), ""))

    def text(self) -> str:
        """All lines, with never more than one empty line between two."""
        self._break()
        marked = "\n".join(f"{'> ' * depth}{words}" if words else "" for depth, words in self.lines)
        return re.sub(r"\n{3,}", "\n\n", marked).strip("\n")


def text_of(html: str) -> str:
    """The words of an HTML document; whatever is not closed or not known is read as far as it goes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()
