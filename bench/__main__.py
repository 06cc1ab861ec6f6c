"""``python -m bench [scores|mail|reader|batch|cites ...]``: run the measurements named, or all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench import batch, cites, foia_mail, hostile, mail, ocr, reader, reply_chains, scores

BENCHES: dict[str, Callable[[], None]] = {
    "scores": scores.main,
    "reader": reader.main,
    "batch": batch.main,
    "cites": cites.main,
    "hostile": hostile.main,
    "ocr": ocr.main,
    "mail": mail.main,
    "foia_mail": foia_mail.main,
    "reply_chains": reply_chains.main,
}


def main() -> int:
    """Run the benches named on the command line; without names, all."""
    wanted = sys.argv[1:] or list(BENCHES)
    unknown = [name for name in wanted if name not in BENCHES]
    if unknown:
        print(f"no bench {unknown[0]}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    for name in wanted:
        print(f"== {name}")
        BENCHES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
