"""The folder of a report: what it holds was written by us, and nothing else is ever touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from counterclaim.errors import InputError, OutputError
from counterclaim.show.report.render import Page

LIST = ".counterclaim-report"
"""Names the files that are ours, so that the next report can take their place."""
_OURS = re.compile(r"(?:(?:documents|questions|numbers)/)?[a-z0-9-]+\.(?:html|css)", re.ASCII)


def write_report(folder: Path, pages: Iterable[Page]) -> int:
    """Write the pages into a folder that is new, empty or of an earlier report, and say how many.

    Files of the earlier report that this one does not have are removed.  InputError where the folder
    holds files of somebody else's, before anything is written there; OutputError where the system
    refuses.  Equal pages make equal folders.
    """
    try:
        return _write(folder, pages)
    except OSError as error:
        raise OutputError(
            str(error.filename or folder),
            f"the report cannot be written ({error.strerror})",
            "Name a folder that you may write to, on a disk with room, and try again",
        ) from error


def _write(folder: Path, pages: Iterable[Page]) -> int:
    before = _files_before(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()
    # Each name stands in the list before its file is there, so that a report that was broken off is ours.
    with (folder / LIST).open("a", encoding="utf-8") as listed:
        for name, text in pages:
            if not _OURS.fullmatch(name):
                raise InputError(name, "the ledger holds an id that is none", "Run `counterclaim verify`")
            path = folder / name
            if name not in before:
                _refuse_foreign(path)
                listed.write(f"{name}\n")
                listed.flush()
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8", "replace"))
            written.add(name)
    for name in sorted(before - written):
        (folder / name).unlink(missing_ok=True)
    for part in ("documents", "questions", "numbers"):
        if (folder / part).is_dir() and not any((folder / part).iterdir()):
            (folder / part).rmdir()
    (folder / LIST).write_text("".join(f"{name}\n" for name in sorted(written)), encoding="utf-8")
    return len(written)


def _files_before(folder: Path) -> set[str]:
    """The files of the report that the folder holds; InputError where it holds something else instead."""
    if folder.exists() and not folder.is_dir():
        raise InputError(str(folder), "it is a file, not a folder", "Name a new folder for the report")
    listed = folder / LIST
    if not folder.exists():
        return set()
    if not listed.is_file():
        if any(folder.iterdir()):
            raise InputError(
                str(folder),
                "it holds files that are not of a report, and none are overwritten",
                "Name a new folder, or one that holds an earlier report",
            )
        return set()
    names = listed.read_text(encoding="utf-8", errors="replace").splitlines()
    return {name for name in names if _OURS.fullmatch(name) and not _is_link(folder, name)}


def _refuse_foreign(path: Path) -> None:
    if path.exists() or path.is_symlink() or path.parent.is_symlink():
        raise InputError(
            str(path),
            "it was not written by a report, and is not overwritten",
            "Move it away, or name a new folder",
        )


def _is_link(folder: Path, name: str) -> bool:
    """Whether the file or its folder leads elsewhere, so that writing there would touch what is not ours."""
    path = folder / name
    return path.is_symlink() or (path.parent != folder and path.parent.is_symlink())
