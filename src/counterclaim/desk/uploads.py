"""Files that come with a form, put aside under names of the desk's own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from starlette.datastructures import FormData, UploadFile

from counterclaim.errors import EmptyInput, UnreadableInput
from counterclaim.model.job import GivenFile

_LONGEST_NAME = 120  # code points
_ENDING = re.compile(r"(?:\.[a-z0-9]{1,8}){1,2}$", re.ASCII | re.IGNORECASE)


def put_aside(form: FormData, field: str, folder: Callable[[], Path]) -> tuple[GivenFile, ...]:
    """The files of a field, copied into a new folder; of their names only the ending reaches the disk.

    EmptyInput where there is none, UnreadableInput where the disk does not take them.
    """
    uploads = [one for one in form.getlist(field) if isinstance(one, UploadFile) and one.filename]
    if not uploads:
        raise EmptyInput("the files", "none was given", "Choose or drop at least one")
    place = folder()
    try:
        return tuple(_kept(upload, place, number) for number, upload in enumerate(uploads))
    except OSError as error:
        shutil.rmtree(place, ignore_errors=True)
        wrong = f"the system refused to keep them ({error.strerror or error})"
        raise UnreadableInput("the files", wrong, "Make room on the disk and try again") from error


def _kept(upload: UploadFile, folder: Path, number: int) -> GivenFile:
    name = shown_file(upload.filename or "")
    ending = _ENDING.search(name)
    path = folder / f"{number:03}{ending[0].lower() if ending else ''}"
    with path.open("xb") as kept:
        shutil.copyfileobj(upload.file, kept)
    upload.file.close()
    return GivenFile(path=str(path), name=name)


def shown_file(name: str) -> str:
    """What a file is called, without the folders it was in and without anything that acts when shown."""
    last = re.split(r"[/\\]", name.encode("utf-8", "replace").decode())[-1]
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in last).split())
    if len(plain) > _LONGEST_NAME:
        plain = plain[: _LONGEST_NAME - 20] + "…" + plain[-19:]  # its ending tells what it is
    return plain if plain.strip(".") else "a file"
