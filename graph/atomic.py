"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; what was written takes the place of ``path`` at the end, or goes if that fails.

    The folder is made if it is not there.

    ::

        with replacing(folder / "statements.csv") as draft:
            draft.write_text(...)
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        draft.replace(path)
    except OSError as error:
        if error.filename == str(draft):
            error.filename = str(path)  # the draft is no name that anybody has given
        raise
    finally:
        if path.parent.is_dir():
            draft.unlink(missing_ok=True)
