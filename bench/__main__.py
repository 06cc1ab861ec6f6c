"""``python -m bench [scores reader batch ...]``: run the measurements named, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module

BENCHES = (
    "scores",
    "mail",
    "foia_mail",
    "threads",
    "reply_chains",
    "people",
    "reader",
    "batch",
    "cites",
    "hostile",
    "ocr",
    "prose",
    "news",
    "ablation",
    "calibration",
)


def main() -> int:
    """Run the benches named on the command line; without names, all."""
    wanted = sys.argv[1:] or list(BENCHES)
    unknown = [name for name in wanted if name not in BENCHES]
    if unknown:
        print(f"no bench {unknown[0]}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    for name in wanted:
        print(f"== {name}")
        import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
