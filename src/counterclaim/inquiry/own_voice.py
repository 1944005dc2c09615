"""What outlets state themselves, which is no claim of anybody's."""

from __future__ import annotations

from counterclaim.ledger.ledger import Ledger
from counterclaim.model.document import Field
from counterclaim.model.inquiry import Printed
from counterclaim.model.reading import Reading
from counterclaim.model.relation import ClaimName

_LETTER = "s"  # that ids of statements begin with


def is_statement(name: ClaimName) -> bool:
    """Whether this names what an outlet states itself and no claim."""
    return name[1].startswith(_LETTER)


class OwnVoices:
    """The statements of documents, each of which is rebuilt once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._readings: dict[str, Reading] = {}

    def printed(self, id: str) -> Printed:
        """Which document it is, and whose."""
        document = self._reading(id).document
        return Printed(
            document=id,
            title=document.title or document.name,
            publisher=document.publisher,
            published=document.published,
            url=document.url,
        )

    def words(self, document: str, id: str) -> str | None:
        """The words of a statement; None where the newest reading has none of that id."""
        reading = self._reading(document)
        found = next((one for one in reading.own_voice if one.id == id), None)
        if found is None:
            return None
        text = (reading.document.title or "") if found.field is Field.TITLE else reading.document.text
        return " … ".join(text[start:end] for start, end in found.content)

    def _reading(self, document: str) -> Reading:
        if document not in self._readings:
            self._readings[document] = self._ledger.reading(document)
        return self._readings[document]
