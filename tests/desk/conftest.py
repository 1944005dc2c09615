"""A desk on the bundled story, read and linked once; tests that write get a copy of its ledger."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_client import open_desk
from fastapi.testclient import TestClient
from three_outlets import write_texts

from counterclaim.adding import add_all
from counterclaim.fetch.files import captures
from counterclaim.ledger.ledger import open_ledger
from counterclaim.linking.link import link

STORY = "src/counterclaim/story"


@pytest.fixture(scope="session")
def story_ledger(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the bundled story; not to be written to."""
    path = tmp_path_factory.mktemp("desk") / "story.db"
    # Beside the ledger as in a checkout, since ids are made from addresses as the ledger sees them.
    story = path.parent / STORY
    shutil.copytree(root / STORY, story)
    files = sorted(str(one) for one in story.iterdir() if one.suffix in {".html", ".txt"})
    with open_ledger(path, create=True) as held:
        list(add_all(captures(files), held))
        list(link(held))
    return path


@pytest.fixture
def own_ledger(story_ledger: Path, tmp_path: Path) -> Path:
    """A copy of it, to write to."""
    return Path(shutil.copy(story_ledger, tmp_path / "desk.db"))


@pytest.fixture(scope="session")
def desk(story_ledger: Path) -> Iterator[TestClient]:
    """A client of a desk that may only be looked at."""
    with open_desk(story_ledger, read_only=True) as client:
        yield client


@pytest.fixture
def own_desk(own_ledger: Path) -> Iterator[TestClient]:
    """A client of a desk that may be written to, and signs as Ada."""
    with open_desk(own_ledger) as client:
        yield client


@pytest.fixture(scope="session")
def strait(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a desk on three outlets' texts of two origins; not to be written to."""
    folder = tmp_path_factory.mktemp("strait")
    (folder / "texts").mkdir()
    with open_ledger(folder / "strait.db", create=True) as held:
        list(add_all(captures(write_texts(folder / "texts")), held))
        list(link(held))
    with open_desk(folder / "strait.db") as client:
        yield client
