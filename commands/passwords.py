"""Passwords to try on encrypted files: one a line of a file, so that none stands in the shell's history."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.errors import CorpusError

PasswordFile = Annotated[Path | None, typer.Option(help="Passwords to try on encrypted files, one a line.")]


def read_passwords(path: Path | None) -> tuple[str, ...]:
    """The passwords in a file, each once; none without a file.

    :raises CorpusError: the file is not text in UTF-8.
    """
    if path is None:
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: no text in UTF-8; passwords stand one a line") from error
    return tuple(dict.fromkeys(line for line in lines if line))
