"""The ledger: one SQLite file that keeps captures, documents, readings, and what people judged."""
