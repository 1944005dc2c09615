"""Taking in what is to be read: files, standard input, corpora."""

from counterclaim.fetch.files import captures

__all__ = ["captures"]
