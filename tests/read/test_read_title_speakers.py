"""A separate title's short names are those of the text below."""

from __future__ import annotations

from counterclaim.model.document import Field
from counterclaim.pipeline import read_text

TEXT = (
    "The bridge will be closed, Transport Minister Ilan Koro said on Monday. "
    "“Nobody shall drive on it,” Koro said in Brenn.\n"
)


def test_a_surname_in_the_title_gets_the_full_name_of_the_text():
    reading = read_text(TEXT, id="a", title="Bridge is unsafe, says Koro", published="2031-05-13")
    speakers = {one.field: one.speaker.name for one in reading.attributions}
    assert speakers == {Field.TITLE: "Ilan Koro", Field.TEXT: "Ilan Koro"}


def test_a_name_that_the_text_does_not_know_stands_as_it_is():
    reading = read_text(TEXT, id="a", title="Bridge is unsafe, says Varga", published="2031-05-13")
    assert "Varga" in {one.speaker.name for one in reading.attributions if one.field is Field.TITLE}
