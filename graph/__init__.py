"""From a Corpus to people, the network of who told whom, timelines and exports."""
