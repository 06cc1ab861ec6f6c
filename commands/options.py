"""Arguments and options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Argument(metavar="CORPUS", help="The corpus folder.", show_default=False)]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file: .csv, .xlsx or .jsonl.")
]
Speaker = Annotated[str, typer.Option(help="Only statements by this speaker (part of any form of the name).")]
Addressee = Annotated[str, typer.Option(help="Only statements to this addressee.")]
TopicName = Annotated[str, typer.Option(metavar="TOPIC", help="Only statements on this topic.")]
KindName = Annotated[str, typer.Option(help="email, chat, question, answer, colloquy, quote, paraphrase or declaration.")]
DocumentName = Annotated[str, typer.Option(help="Only statements in documents whose file name holds this.")]
Since = Annotated[str, typer.Option(metavar="DATE", help="Only statements dated on or after: 2023, 2023-10 or 2023-10-04.")]
Until = Annotated[str, typer.Option(metavar="DATE", help="Only statements dated on or before.")]
ReviewName = Annotated[str, typer.Option("--review", help="Only statements ruled so: none, accepted, rejected or corrected.")]
Confidence = Annotated[float, typer.Option(min=0.0, max=1.0, help="Only statements at least this sure.")]
