"""The ids by which mail programs know messages: in the headers of a mail file, nowhere on a printed page.

Message-ID: <a1@acme.example>                     this message
In-Reply-To: <b7@acme.example>                    the one that it answers
References: <b5@acme.example> <b7@acme.example>   all before it in its line, the last one nearest      (RFC 5322)
"""

from __future__ import annotations

import re

_ID = re.compile(r"<([^<>\s]+@[^<>\s]+)>")


def message_id(field: str) -> str:
    """The one id in a field; '' if there is none, or several."""
    found = ids(field)
    return found[0] if len(found) == 1 else ""


def answered(in_reply_to: str, references: str) -> tuple[str, ...]:
    """The ids of what a message answers, the nearest first: ``("b7@acme.example", "b5@acme.example")``."""
    return tuple(dict.fromkeys((*ids(in_reply_to), *reversed(ids(references)))))


def ids(field: str) -> tuple[str, ...]:
    """The ids in a field, in order; an id that stands without its brackets is one too."""
    found = tuple(_ID.findall(field))
    bare = field.strip().strip("<>")
    return found or ((bare,) if re.fullmatch(r"\S+@\S+", bare) else ())
