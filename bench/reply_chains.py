"""``python -m bench.reply_chains``: our division of printed mail into messages beside that of two libraries for reply chains.

Each library is given the text of each document of the mail gold from the end of its first header on (they are made for the body of a
mail), stamps and running heads already lifted out of it, and asked for the words of every message in it. Words are compared as the scorer compares them: found, and equal to the letter.

mail-parser-reply    pip install mail-parser-reply     MIT
quotequail           pip install quotequail            MIT

Neither is a dependency of this project; one that is not installed is left out.
"""

from __future__ import annotations

import importlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from bench.places import FIGURES, SHARED
from bench.scorer import scorer
from ingest.document import Document
from ingest.reader import read

NUMBERS = FIGURES / "reply_chains.json"
_LANGUAGES = ["en", "de", "fr", "es", "ru"]
Divider = Callable[[Document], list[str]]


def main() -> None:
    """Print precision, recall and F1 of the messages of each, and how many are equal to the letter; keep the figures."""
    folder = SHARED / "gold" / "mail"
    if not folder.is_dir():
        print("the gold (../shared) is not on this machine: nothing to score")
        return
    rows = [row for row in scorer().rows(folder / "gold.jsonl") if row["kind"] == "email" and row["text"]]
    documents = {name: read(folder / name) for name in sorted({row["document"] for row in rows})}
    figures = {name: _score(divide, rows, documents) for name, divide in _dividers()}
    for name, figure in figures.items():
        print(name, *(f"{key} {value}" for key, value in figure.items()), sep="  ")
    if len(figures) > 1:
        NUMBERS.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _dividers() -> Iterator[tuple[str, Divider]]:
    yield "pincite", lambda document: [document.words(s.spans) for s in document.segments if s.kind == "email"]
    for name, divide in (("mailparser_reply", _by_mail_parser_reply), ("quotequail", _by_quotequail)):
        try:
            library = importlib.import_module(name)
        except ImportError:
            print(f"{name} is not installed: left out")
            continue
        yield name, partial(divide, library)


def _body(document: Document) -> str:
    """The text of a document from the end of its first header on, and no page breaks in it."""
    heads = [segment.header.end for segment in document.segments if segment.kind == "email" and segment.header]
    return document.text[min(heads, default=0) :].replace("\f", "\n")


def _by_mail_parser_reply(library: Any, document: Document) -> list[str]:
    return [reply.body for reply in library.EmailReplyParser(languages=_LANGUAGES).read(_body(document)).replies]


def _by_quotequail(library: Any, document: Document) -> list[str]:
    def divided(text: str) -> list[str]:
        found = library.unwrap(text)
        return [found.get("text_top", ""), *divided(found.get("text", "")), found.get("text_bottom", "")] if found else [text]

    return divided(_body(document))


def _score(divide: Divider, rows: list[dict[str, Any]], documents: dict[str, Document]) -> dict[str, float]:
    module = scorer()
    n: Counter[str] = Counter()
    for name, document in documents.items():
        asked = [{**row, "page": 1} for row in rows if row["document"] == name]
        given = [{"kind": "email", "page": 1, "text": words} for words in divide(document) if module.letters(words)]
        pairs = module.pair(asked, given)
        n.update(asked=len(asked), given=len(given), found=len(pairs))
        n["exact"] += sum(module.letters(asked[i]["text"]) == module.letters(given[j]["text"]) for i, j in pairs)
    precision, recall, f1 = module.prf(n["found"], n["given"], n["asked"])
    return {
        "messages": n["asked"],
        "given": n["given"],
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "equal": n["exact"],
    }


if __name__ == "__main__":
    main()
