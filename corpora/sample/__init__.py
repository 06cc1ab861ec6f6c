"""Made-up filings of every kind, typeset, with their truth beside them."""
