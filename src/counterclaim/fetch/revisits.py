"""Pages of archives that say "as it was before": where what they mean stands."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b

from counterclaim.errors import MalformedRecord, UnreadableInput
from counterclaim.fetch.archive import ArchiveRecord, Place, record_at

_MOST = 300_000  # keys remembered, about 60 MB; of larger archives the oldest pages are forgotten


class Revisits:
    """Remembers where the pages of a run's archives stand, by what later records may call them."""

    def __init__(self) -> None:
        self._places: OrderedDict[bytes, tuple[str, Place]] = OrderedDict()

    def remember(self, record: ArchiveRecord, path: str) -> None:
        """Take note of a page in the archive at `path`."""
        headers = record.headers
        names = (
            headers.get("warc-record-id"),
            _dated(headers.get("warc-target-uri"), headers.get("warc-date")),
            headers.get("warc-payload-digest"),
        )
        for name in names:
            if name:
                self._places.setdefault(_key(name), (path, record.place))
        while len(self._places) > _MOST:
            self._places.popitem(last=False)

    def earlier(self, record: ArchiveRecord) -> ArchiveRecord:
        """The page that a revisit record means; MalformedRecord if it is not among those of the run."""
        headers = record.headers
        names = (
            headers.get("warc-refers-to"),
            _dated(
                headers.get("warc-refers-to-target-uri") or headers.get("warc-target-uri"),
                headers.get("warc-refers-to-date"),
            ),
            headers.get("warc-payload-digest"),
        )
        for name in names:
            place = self._places.get(_key(name)) if name else None
            found = None if place is None else _read(*place, record.where)
            if found is not None:
                return found
        raise MalformedRecord(
            record.where,
            "it says that the page was as before, and no page before it is the one that it means",
            "Give the archive that holds the earlier page in the same run, before this one",
        )


def _dated(url: str | None, date: str | None) -> str | None:
    return f"{date} {url}" if url and date else None


def _key(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "replace"), digest_size=12).digest()


def _read(path: str, place: Place, where: str) -> ArchiveRecord | None:
    try:
        with open(path, "rb") as stream:
            return record_at(stream, place, where)
    except OSError as error:
        wrong = f"the archive with the earlier page cannot be read any more ({error.strerror})"
        raise UnreadableInput(where, wrong, "Leave the file in its place during the run") from error
