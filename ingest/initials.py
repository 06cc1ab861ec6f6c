"""Correspondents who go by their initials, named by the address that is printed with them.

PIR <preines@state.example>       P. I. Reines      the first initial and a surname that begins with the last one
PIR <reinesp                      P. I. Reines      or the other way round; the rest of the address may be blacked out
JL <jlopez@acme.example>          J. Lopez
HR <hrhelp@acme.example>          nobody: the address of a desk
PIR <pir77@acme.example>          nobody: no surname in it
"""

from __future__ import annotations

import re

_INITIALS = re.compile(r"[A-Z](?:[. ]{0,2}[A-Z]){1,2}\.?")
_MAILBOX = re.compile(r"[<\[(]?\s*(?:mailto:|smtp:)?([\w.'+-]+)\Z", re.IGNORECASE)
# Two letters at the head of an address that stand for a desk, whatever follows them.
_DESKS = frozenset(("IT", "HR", "PR", "IR", "QA", "QC", "RD", "CS", "AP", "AR", "GC", "PM", "US", "UK", "EU"))
_DESK = re.compile(
    r"support|help|desk|team|group|list|info|news|press|times|admin|office|sales|service|staff|legal|mail|room|line|dept|center|report"
)
_FEWEST = {2: 4, 3: 3}  # letters of the surname, by the number of initials: two are soon met by chance
_VOWEL = re.compile(r"[aeiouy]")


def initials_of(name: str) -> str:
    """``PIR`` for a name that is nothing but initials, two or three; '' for any other."""
    return "".join(letter for letter in name if letter.isalpha()) if _INITIALS.fullmatch(name.strip()) else ""


def name_by_address(name: str, as_written: str, address: str) -> str:
    """The name that initials and their own address make together; '' where they make none, or several."""
    letters, mailbox = initials_of(name), _mailbox(as_written, address)
    if not letters or letters in _DESKS or _DESK.search(mailbox):
        return ""
    surnames = {surname for surname in _cut(mailbox, letters[0].lower()) if _is_surname(surname, letters)}
    given = " ".join(f"{letter}." for letter in letters[:-1])
    return f"{given} {surnames.pop().capitalize()}" if len(surnames) == 1 else ""


def _mailbox(as_written: str, address: str) -> str:
    """The letters of what stands before the @; of an address that is blacked out from there on, what is left."""
    left = _MAILBOX.search(as_written.partition("@")[0]) if not address and re.search(r"[<\[]", as_written) else None
    words = address.partition("@")[0] or (left[1] if left else "")
    return re.sub(r"[^a-z]", "", words.lower()) if not re.search(r"\d\D", words) else ""


def _cut(mailbox: str, initial: str) -> tuple[str, ...]:
    """What is left of a mailbox without the initial before it or after it."""
    before, after = mailbox.removeprefix(initial), mailbox.removesuffix(initial)
    return tuple(rest for rest in (before, after) if rest != mailbox)


def _is_surname(rest: str, letters: str) -> bool:
    long_enough = len(rest) >= _FEWEST[len(letters)]
    return long_enough and rest.startswith(letters[-1].lower()) and bool(_VOWEL.search(rest))
