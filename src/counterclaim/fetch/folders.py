"""Folders: the files in them that may hold documents, in an order that does not depend on the disk."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from counterclaim.errors import InputError, MissingInput, PassedOver, UnreadableInput

READ = frozenset(
    ".txt .text .md .html .htm .xhtml .jsonl .csv .parquet .warc .arc .xml .rss .atom .rdf .json .gz".split()
)
"""What is read of a folder.  A file named on its own is read whatever its name is."""

_DEEPEST = 200
_MOST_KINDS = 20  # named in the count of what is left out


def folder_files(folder: str, shown: str) -> Iterator[str | InputError]:
    """The paths of the files to read, by name; at the end one error value that counts the others.

    Hidden files and folders are left out silently.  Links are not followed: they
    may lead in circles, or out of what was given.
    """
    others: Counter[str] = Counter()
    waiting = [(folder, 0)]
    while waiting:
        path, depth = waiting.pop()
        if depth < 0:
            yield path
            continue
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield _unreadable(path, error)
            continue
        inside = [_kept(entry, depth, others) for entry in entries if not entry.name.startswith(".")]
        waiting.extend(item for item in reversed(inside) if item is not None)
    if others:
        yield _left_out(shown, others)


def _kept(entry: os.DirEntry[str], depth: int, others: Counter[str]) -> tuple[str, int] | None:
    """The path with its depth, or with -1 for a file; None, counted, for what is not read."""
    suffix = PurePath(entry.name).suffix.lower()
    if entry.is_symlink():
        others["link"] += 1
    elif entry.is_dir(follow_symlinks=False):
        if depth < _DEEPEST:
            return entry.path, depth + 1
        others["folder too deep"] += 1
    elif not entry.is_file(follow_symlinks=False):
        others["no plain file"] += 1
    elif suffix in READ:
        return entry.path, -1
    else:
        others[suffix if suffix.isprintable() and suffix.isascii() and suffix else "no extension"] += 1
    return None


def _left_out(shown: str, others: Counter[str]) -> InputError:
    kinds = [f"{count:,} {kind}" for kind, count in others.most_common(_MOST_KINDS)]
    more = "" if len(others) <= _MOST_KINDS else ", ..."
    return PassedOver(
        shown,
        f"{others.total():,} files in it are of kinds that are not read ({', '.join(kinds)}{more})",
        "Nothing needs to be done, or name those that you want on their own",
    )


def _unreadable(path: str, error: OSError) -> InputError:
    shown = os.fsencode(path).decode("utf-8", "replace")
    if isinstance(error, FileNotFoundError):
        return MissingInput(shown, "the folder is not there any more", "Leave it in its place during the run")
    wrong = f"the folder cannot be read ({error.strerror or error})"
    return UnreadableInput(shown, wrong, "Change its permissions, or leave it out")
