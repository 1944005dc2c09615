"""A whole ledger as a folder of pages: no script, nothing from outside, each word linked to its receipt."""
