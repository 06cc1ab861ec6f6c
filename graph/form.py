"""Is what is written a form of a name, or does it stand for the one who bears it in other words?

"Ms. Lee", "LEE, DANA"                for Dana Lee          forms
"THE COURT", "its chief executive"    for Dana Lee          other words
"DJL"                                 for Dana Jane Lee     a form
"Acme", "the FCC"                     for Acme, Inc.        a form; none
"""

from __future__ import annotations

from functools import lru_cache

from graph.judgement import Judgement, judge
from graph.name import parse_name
from graph.organisation import core, is_case_party, is_organisation, is_short_for
from ingest.initials import initials_of


@lru_cache(maxsize=262_144)
def is_form_of(written: str, name: str) -> bool:
    """True if ``written`` is a way to write ``name``."""
    if is_organisation(name) or is_organisation(written):
        short, long = sorted((core(written), core(name)), key=len)
        return is_case_party(written) == is_case_party(name) and (short == long or is_short_for(short, long))
    a, b = parse_name(written, header=True), parse_name(name, header=True)
    if b is not None and b.monogram and initials_of(written).lower() == b.monogram:
        return True
    if a is None or b is None:
        return core(written) == core(name)
    return judge(a, b).judgement is not Judgement.DIFFERENT
