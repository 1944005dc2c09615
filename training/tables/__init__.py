"""Build the packaged tables of names and places again."""
