"""Across documents: which are copies, and where a text began."""
