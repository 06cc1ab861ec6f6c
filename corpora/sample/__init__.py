"""Made-up filings of every kind, whose truth is known: the case of Achterberg v. Novalith, Inc.

report = write(Path("demo"))     demo/filings/*.pdf, demo/mail/*.eml, demo/gold/gold.jsonl, demo/corpus.toml; the same bytes on every run
"""

from __future__ import annotations

from corpora.sample.report import SampleReport, write

__all__ = ["SampleReport", "write"]
