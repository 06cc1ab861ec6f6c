"""``python -m bench foia_mail``: 1,800 mails that the State Department released, as extracted text: how many messages are found in
them, and of how many the sender, the date and the addressees are read.

A line that begins with "From:", or ends with "wrote:", and belongs to no header that was found is counted as left over: most of
these stand in memoranda and in articles that were pasted into a mail.
"""

from __future__ import annotations

import json
import re
from collections import Counter

from bench.places import FIGURES, SHARED
from ingest.errors import ReadError
from ingest.reader import read

NUMBERS = FIGURES / "foia_mail.json"
_HEAD = re.compile(r"^[ >]*(?:From:[^\n]*|[^\n]{0,200}\bwrote:\s*)$", re.MULTILINE)


def main() -> None:
    """Print the shares and keep them."""
    folder = SHARED / "clinton-foia" / "text"
    if not folder.is_dir():
        print("the mails (../shared) are not on this machine: nothing to count")
        return
    n: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        n["files"] += 1
        try:
            document = read(path)
        except ReadError:
            n["refused"] += 1
            continue
        found = [segment for segment in document.segments if segment.kind in {"email", "chat"}]
        n["files with a message"] += bool(found)
        for segment in found:
            n["messages"] += 1
            n["chat"] += segment.kind == "chat"
            n["sender"] += segment.author is not None
            n["date"] += segment.when is not None
            n["sender and date"] += segment.author is not None and segment.when is not None
            n["addressees"] += bool(segment.addressees)
        heads = "\n".join(segment.header.of(document.text) for segment in found if segment.header)
        lines = [match[0].strip(" >\n") for match in _HEAD.finditer(document.text)]
        n["lines like a header's"] += len(lines)
        n["left over"] += sum(line not in heads for line in lines)
    shares = {name: round(100 * n[name] / n["messages"], 1) for name in ("sender", "date", "sender and date", "addressees")}
    print(*(f"{name} {count:,}" for name, count in n.items()), sep="  ")
    print("of the messages, in percent:", *(f"{name} {share}" for name, share in shares.items()), sep="  ")
    NUMBERS.write_text(json.dumps({"counts": n, "percent": shares}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
