"""What a mail's subject says of what it answers.

"RE: Fw: Books for Cantor-2"     follows; the bare subject is "books for cantor-2"
"Regarding the minutes"          does not: a word is no prefix without its colon
"""

from __future__ import annotations

import re

_ANSWERED = r"re|aw|rv|ant|antw|sv|vs|ответ|отв|回复|r"
_SENT_ON = r"fw|fwd|wg|tr|enc|doorst|пересл|转发"
ANSWER = re.compile(rf"(?:{_ANSWERED})\s?:", re.IGNORECASE)
_PREFIXES = re.compile(rf"(?:\s*(?:{_ANSWERED}|{_SENT_ON})(?:\s?\[\d+\])?\s?:)+", re.IGNORECASE)


def follows(subject: str) -> bool:
    """True if the subject says that the mail answers another or sends it on."""
    return bool(_PREFIXES.match(subject))


def bare(subject: str) -> str:
    """The subject without what answering and sending on put before it, in any case: ``bare("RE: Fw: Minutes")`` is ``"minutes"``."""
    prefixes = _PREFIXES.match(subject)
    return " ".join(subject[prefixes.end() if prefixes else 0 :].casefold().split())
