"""Are two words one word, once misspelt or misread?

sutskever, sutskevar       a slip: one letter off in a long word
miller, muller             no: too short to tell a slip from another name
c1intonemai1, clintonemail misread: the letters look alike to an OCR engine
usman, osman               one name of another script, spelt twice in Latin letters
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

# Shapes that OCR engines take for one another in print, brought to one of them (rn/m, cl/d, vv/w; l, 1, I, i, |, ! ; 0/o; 5/s; 8/b).
_LOOK_ALIKE = str.maketrans({"1": "l", "i": "l", "j": "l", "|": "l", "!": "l", "0": "o", "5": "s", "8": "b"})
_LOOK_ALIKE_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"))

SHORTEST = 6  # letters: below this, one letter makes another surname more often than a slip
CUT_OFF = 0.83  # share of letters alike: one slip in six letters, two in twelve


def look(word: str) -> str:
    """How a folded word looks to an OCR engine: equal for words it may take for one another."""
    word = word.translate(_LOOK_ALIKE)
    for pair, one in _LOOK_ALIKE_PAIRS:
        word = word.replace(pair, one)
    return word


def likeness(a: str, b: str) -> float:
    """0 to 1: the share of letters that stand; 1 for words that look alike. A swap of neighbours is one slip."""
    return 1.0 if look(a) == look(b) else float(OSA.normalized_similarity(a, b))


def is_near(a: str, b: str) -> bool:
    """True if one letter more or less, or two that changed places, make one short word the other: jamie, jaime."""
    return a != b and min(len(a), len(b)) >= 4 and OSA.distance(a, b) == 1


def is_slip(a: str, b: str) -> bool:
    """True if two different folded words are near enough to be one word misspelt or misread."""
    if look(a) == look(b):
        return True
    return min(len(a), len(b)) >= SHORTEST and likeness(a, b) >= CUT_OFF


# What one sound of another script may become in Latin letters, beside double letters for single ones.
_SOUNDS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("dj", "j"), ("tch", "ch"), ("kh", "h"))
_ONE_SOUND = frozenset(map(frozenset, ("ae", "ei", "iy", "jy", "ou", "ck", "kq", "cq", "vw", "sz")))


def is_transliteration(a: str, b: str) -> bool:
    """True if two different folded words of four letters or more may spell one name of another script, or are apart by a double
    letter only: usman and osman, phillip and philip."""
    x, y = _sounds(a), _sounds(b)
    alike = len(x) == len(y) and all(p == q or frozenset((p, q)) in _ONE_SOUND for p, q in zip(x, y, strict=True))
    return a != b and min(len(a), len(b)) >= 4 and alike


def _sounds(word: str) -> str:
    for written, one in _SOUNDS:
        word = word.replace(written, one)
    return "".join(c for i, c in enumerate(word) if word[i - 1 : i] != c)
