"""The desk's pages, made from records: each function gives one whole page of HTML."""
