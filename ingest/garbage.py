"""No search for circular garbage while a file is read.

Python looks for it after every few hundred objects that are made, and a page is made of thousands; none of them are garbage, and
what a reader drops is freed at once, for nothing in it points back at itself.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """The block without the search, if it was on."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
