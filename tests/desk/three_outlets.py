"""Three outlets, two origins: a withdrawal that one side states and another denies, and soldiers counted."""

from __future__ import annotations

from pathlib import Path

_PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{day}T08:00:00Z"></head>
<body><article><h1>{title}</h1>{text}</article></body></html>"""
_LEAVE = (
    "Orvessa has withdrawn its ships from the Corrave Strait, the Orvessan foreign ministry said on Tuesday. "
    "It showed a video of the ships leaving the strait.",
    "The Caldane defence ministry said that Orvessa has not withdrawn its ships from the Corrave Strait. "
    "“We want to see evidence,” Defence Secretary Rourke Pelletorn said.",
    "Pelletorn said that more than 12,000 Orvessan soldiers were on board the ships on Monday. The Orvessan "
    "foreign ministry said that at most 9,000 Orvessan soldiers were on board the ships.",
    "Hanne Jorvane, the harbour master of Sillhaven, said that the harbour had been waiting for grain since "
    "the end of February, and that the bakers would soon have to close.",
)
_COUNT = (
    "Defence Secretary Rourke Pelletorn said on Friday that about 14,000 Orvessan soldiers were on board the "
    "ships in the Corrave Strait. Caldane saw no sign that Orvessa has withdrawn its ships from the Corrave "
    "Strait, he said.",
    "The Orvessan foreign ministry said on Friday that Orvessa has withdrawn its ships from the Corrave "
    "Strait, and that 8,000 Orvessan soldiers were on board the ships.",
)
TEXTS = (
    ("The Harbour Courier", "2031-03-04", "Ships leave strait, Orvessa says", _LEAVE),
    ("Reef Post", "2031-03-05", "Ships leave strait, Orvessa says", _LEAVE),
    ("The Caldane Sentinel", "2031-03-07", "Caldane counts soldiers", _COUNT),
)
"""Outlet, day, title and paragraphs; the second is a copy of the first."""


def write_texts(folder: Path) -> list[str]:
    """Write the pages into a folder and name the files."""
    for at, (outlet, day, title, paragraphs) in enumerate(TEXTS):
        text = "".join(f"<p>{one}</p>" for one in paragraphs)
        page = _PAGE.format(title=title, outlet=outlet, day=day, text=text)
        (folder / f"{at}.html").write_text(page, encoding="utf-8")
    return sorted(str(one) for one in folder.iterdir())
