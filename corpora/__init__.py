"""A folder of documents: settings, the store, the batch run, search, the ledger."""
