"""Bytes become the characters that were meant, or an error says which byte is in the way."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.clean.decode import decode_page, decode_record, decode_text
from counterclaim.errors import NotText

TEXT = "The mayor’s café is shut.\r\n\r\nSo is the bridge.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_text_is_decoded_by_its_mark_or_as_utf_8_with_its_newlines(encoding):
    assert decode_text(TEXT.encode(encoding), "cafe.txt") == TEXT


@given(st.text())
def test_every_text_in_utf_8_comes_back_as_it_was(text):
    assert decode_record(text.encode("utf-8"), "a") == text
    assert decode_text(text.encode("utf-8-sig"), "a") == text


def test_the_mark_is_no_part_of_a_file_but_the_same_character_is_part_of_a_record():
    marked = "\ufeffShut.".encode()
    assert decode_text(marked, "a.txt") == "Shut."
    assert decode_record(marked, "corpus.jsonl:1") == "\ufeffShut."


def test_another_encoding_is_refused_with_the_byte_its_offset_and_the_remedy():
    with pytest.raises(NotText) as caught:
        decode_text("The café is shut.".encode("latin-1"), "cafe.txt")
    assert "the byte 0xE9 at offset 7 is not UTF-8" in caught.value.wrong
    assert "iconv -f windows-1252 -t utf-8" in caught.value.remedy


def test_the_offset_counts_the_mark():
    with pytest.raises(NotText, match="the byte 0xE9 at offset 6 "):
        decode_text(b"\xef\xbb\xbfcaf\xe9 au lait", "cafe.txt")


def test_a_file_that_ends_inside_a_character_is_refused():
    with pytest.raises(NotText, match="at offset 3"):
        decode_text("caf’".encode()[:-1], "cafe.txt")
    with pytest.raises(NotText, match="UTF-16"):
        decode_text("caf’".encode("utf-16")[:-1], "cafe.txt")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "windows-1251"),
        ("iso-8859-1", "windows-1252"),
        ("Shift_JIS", "cp932"),
        ("gb2312", "gb18030"),
        ("koi8-r", "koi8-r"),
        ("iso-2022-jp", "iso-2022-jp"),
    ],
)
def test_a_page_is_decoded_as_it_declares_and_as_browsers_take_that(declared, encoding):
    words = {"windows-1251": "Мост закрыт", "koi8-r": "Мост закрыт", "windows-1252": "“Café” shut"}.get(
        encoding, "橋"
    )
    page = f'<html><head><meta charset="{declared}"></head><body>{words}</body></html>'
    assert words in decode_page(page.encode(encoding))


def test_utf_8_goes_before_a_declaration_that_is_no_longer_true():
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head>“Café”'
    assert decode_page(page.encode()) == page


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "no-such-encoding", "undefined"])
def test_a_declaration_that_no_browser_takes_is_passed_over(declared):
    page = f'<html><meta charset="{declared}">+ADw-script+AD4- Caf\xe9 au lait, said the mayor</html>'
    decoded = decode_page(page.encode("latin-1"))
    assert "<script>" not in decoded
    assert "au lait, said the mayor" in decoded


def test_a_page_in_wide_characters_is_known_by_its_mark():
    assert decode_page("<p>Café</p>".encode("utf-16")) == "<p>Café</p>"


@given(st.binary(max_size=200))
def test_any_bytes_give_some_page(data):
    page = decode_page(data)
    assert page.encode("utf-8").decode("utf-8") == page  # no lone surrogates, which no text may hold


@pytest.mark.parametrize("declared", ["unicode_escape", "raw-unicode-escape", "idna", "punycode", "utf-7"])
def test_an_encoding_that_no_browser_knows_is_not_used(declared):
    page = f'<meta charset="{declared}"><p>'.encode() + b"\\ud800 caf\xe9"
    assert "\\ud800 caf" in decode_page(page)


def test_a_declaration_full_of_blanks_takes_no_time():
    start = time.process_time()
    decode_page(b"charset=" * 40 + b"charset" + b" " * 3500 + b"=" + b" " * 200)
    assert time.process_time() - start < 1
