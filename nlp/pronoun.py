"""Pronouns of the third person, by which a filing goes on about whom it named before.

"He wrote that it broke."     he, it
"""

from __future__ import annotations

import re

PRONOUN = re.compile(r"\b(?:he|she|they|him|her|them|it|his|its|their)\b", re.IGNORECASE)
PERSONAL = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
