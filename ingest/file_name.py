r"""Names of files as they can be printed and stored.

printable("caf\udce9.pdf")     'caf\\udce9.pdf'    a byte that is not UTF-8
printable("a\x1b[2J.pdf")      'a\\x1b[2J.pdf'     what would steer a terminal
"""

from __future__ import annotations


def printable(words: str) -> str:
    """``words`` with lone surrogates and control characters written as escapes; all other words are themselves."""
    return "".join(letter if _is_plain(letter) else letter.encode("unicode_escape").decode("ascii") for letter in words)


def _is_plain(letter: str) -> bool:
    """True for what a terminal shows: no control character, no mark that turns the direction of writing, no lone surrogate."""
    return letter >= " " and not (
        "\x7f" <= letter <= "\x9f" or "\u202a" <= letter <= "\u202e" or "\ud800" <= letter <= "\udfff"
    )
