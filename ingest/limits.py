"""What one file may take: on by default, because the papers come from the other side."""

from __future__ import annotations

from dataclasses import dataclass

_FEWEST_BYTES_A_PAGE = 100  # a file that claims more pages than this allows gets no more time for them


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file: time, memory, and what may come out of it.

    ``seconds`` and, for each page, ``page_seconds`` bound the time of the processor (four times that on the clock), of the
    reading and again of the analysis; ``memory`` is in MiB of address space, ``pages`` in the file, ``letters`` of text in all;
    ``attachments`` how many embedded files are taken out of one file, ``attachment_bytes`` the size of each, ``depth`` how far
    they may stand inside one another.
    """

    seconds: float = 25.0
    page_seconds: float = 4.0
    memory: int = 4096
    pages: int = 20_000
    letters: int = 100_000_000
    attachments: int = 200
    attachment_bytes: int = 64_000_000
    depth: int = 3

    def allowed(self, pages: int, size: int) -> float:
        """Seconds for a file of so many pages and bytes: ``Limits().allowed(2, 40_000) == 33``."""
        return self.seconds + self.page_seconds * max(1, min(pages, self.pages, size // _FEWEST_BYTES_A_PAGE))

    @property
    def longest(self) -> float:
        """Seconds after which a child is ended even if its own clock failed; a minute of them is for its start."""
        return 60 + 8 * (self.seconds + self.page_seconds * self.pages)

    @property
    def told(self) -> str:
        """The limit on time in words: ``25 seconds and 4 a page``."""
        return f"{self.seconds:g} seconds" + (f" and {self.page_seconds:g} a page" if self.page_seconds else "")
