r"""Words of a document as Markdown that shows them as they are: no link, image, colour or formula comes of them.

plain("*see* ![](http://x.example)")     \*see\* \!\[\]\(http\:\/\/x\.example\)
"""

from __future__ import annotations

import re

# CommonMark lets any ASCII punctuation be escaped; the no-break word joiner keeps bare addresses from becoming links.
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_WHITE = re.compile(r"\s+")


def plain(text: str) -> str:
    """``text`` on one line, escaped."""
    return _PUNCTUATION.sub(r"\\\1", _WHITE.sub(" ", text).strip())
