"""From a file to a Document: one immutable text, the printed place of every character, and its segments."""
