"""From a Document to Statements: who speaks, to whom, when, about what, by which rule and cue."""
