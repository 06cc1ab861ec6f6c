"""Pages of the Streamlit app. They draw; what they show is worked out in ``graph/``, ``corpora/`` and ``ingest/``."""
