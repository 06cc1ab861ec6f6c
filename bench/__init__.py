"""Measurements: scores on gold, speed beside other readers, a batch over real filings. Run all with ``make bench``."""
