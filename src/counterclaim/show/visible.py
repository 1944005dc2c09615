"""Text of unknown origin, made safe to look at.

Some characters act instead of being read: they move a terminal's cursor, or
turn the order of the letters around.  Here each of them becomes a sign that
can be seen, so a reader knows that it stands there and it does nothing.
"""

from __future__ import annotations

import re

# Control characters but for tab and line ends, the Unicode property Bidi_Control,
# line and paragraph separators, deprecated and interlinear format characters,
# lone surrogates (which no output encoding takes) and the two common noncharacters.
_ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_PICTURES = 0x2400  # the block of control pictures starts here, in the order of ASCII


def visible(text: str) -> str:
    """The text with every acting character replaced by a sign that names it."""
    return _ACTING.sub(_sign, text)


def count_acting(text: str) -> int:
    """How many characters of the text `visible` replaces."""
    return len(text) - len(_ACTING.sub("", text))


def one_line(text: str) -> str:
    """Visible text with each run of white space made one blank."""
    return " ".join(visible(text).split())


def shortened(line: str, most: int) -> str:
    """The line, or its beginning up to a blank and a sign that it goes on, in at most so many code points."""
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
