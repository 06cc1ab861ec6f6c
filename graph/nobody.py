"""Words that stand for someone without naming anyone: they never become a person.

"he", "the witness", "Q.", "Counsel", "the Company", "one employee", "Acme's designee", "counsel for Acme", "[redacted]", ""
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.written import fold

_PRONOUNS = (
    "i me my myself you your yours he him his himself she her hers herself it its itself we us our ours they them their theirs who whom whose "
    "someone somebody anyone anybody everyone everybody nobody none others another both all each either neither this that these those"
)
_ROLES = (
    "q a witness deponent declarant affiant counsel attorney attorneys lawyer lawyers clerk deputy courtroom reporter videographer stenographer "
    "bailiff interpreter officer juror jurors jury foreperson speaker unidentified unknown undersigned company corporation firm employee employees "
    "executive executives expert experts analyst analysts official officials spokesperson spokesman spokeswoman person people individual recipient "
    "recipients sender member members staff team group user users customer customers side parties party author authors source sources designee "
    "redacted withheld sealed privileged pii undisclosed voice male female man woman examiner president honor evidence record records report log "
    "article articles document documents email emails exhibit declaration testimony transcript complaint motion brief order court's "
    "section rule slide figure table annual industry hypothesis appendix schedule attachment chapter paragraph page vice chief director manager "
    "monday tuesday wednesday thursday friday saturday sunday"
)
# What stands where a header's name is withheld.
_WITHHELD = "redacted withheld sealed privileged pii undisclosed unknown recipient recipients unidentified"
_FILLERS = "the a an mr mrs ms dr one some several many said other same my our your his her their its former for of and by to defense opposing own"
# A title or a paper at the end: "Acme CEO", "Chief Strategy Officer", "the Roe Report".
_LAST = re.compile(
    r"\b(?:officer|president|director|manager|analyst|spokes(?:man|woman|person)|c[efoit]o|[es]vp|exhibit|report|form|motion|brief|complaint|paper|"
    r"slide|decl|dep|tr|note|notes|oems?)\Z"
)
_UNNAMED = re.compile(
    rf"['’]s?\s+(?:\w+\s+)?(?:{'|'.join(_ROLES.split())})\Z|\A(?:the\s+|an?\s+)?(?:{'|'.join(_ROLES.split())}|c[efoit]o|[es]?vp|chairman|chairwoman)\s+(?:for|of|from|at|to)\s"
)
_NOBODY = frozenset((*_PRONOUNS.split(), *_ROLES.split()))
_NOBODY_IN_HEADERS = frozenset((*_PRONOUNS.split(), *_WITHHELD.split()))
_PASSED_OVER = frozenset(_FILLERS.split())


@lru_cache(maxsize=262_144)
def names_nobody(as_written: str, *, header: bool = False) -> bool:
    """True if no word of it is a name: only pronouns, roles and small words, or a role in somebody's service.

    In a ``header`` whatever somebody goes by is a name ("Mr. President"), but for pronouns and marks of what is withheld.
    """
    plain = " ".join(re.sub(r"[^\w\s'’]", " ", fold(as_written)).split())
    if not header and (_UNNAMED.search(plain) or _LAST.search(plain)):
        return True
    words = re.sub(r"['’]s?\b", "", plain).split()
    content = [word for word in words if word not in _PASSED_OVER]
    content = [word for word in content if word != "court"] or content  # the court reporter, but not the court
    nobody = _NOBODY_IN_HEADERS if header else _NOBODY
    return all(word in nobody or not any(c.isalpha() for c in word) for word in content)
