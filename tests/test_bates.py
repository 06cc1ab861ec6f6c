"""Production stamps at the edge of a page, and what only looks like one."""

from __future__ import annotations

import pytest

from ingest.bates import read_bates


@pytest.mark.parametrize(
    "text", ["META_KADREY_00012", "ABC-000000123", "2024MUSK-0010721", "NOVALITH 0001234", "ACME00012345", "A.B. CORP 000123"]
)
def test_production_stamps(text: str) -> None:
    assert read_bates(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "866 299-5127",
        "CSR No. 13558",
        "Case 3:24-cv-01234",
        "1400 Smith Street",
        "October 2023",
        "CONFIDENTIAL",
        "PAGE 3",
        "010616-11/1185635 V1",
        "SUITE 1490",
    ],
)
def test_what_is_no_stamp(text: str) -> None:
    assert read_bates(text) == ""
