"""A small corpus of invented news, with copies and silent edits in it."""

from __future__ import annotations

import json
import random
from pathlib import Path

PLACES = ["Orvessa", "Caldane", "Sorvane", "Marrowick", "Tellin Bay", "Corrave"]
PEOPLE = ["Ilse Warrant", "Tomas Brenneke", "Adela Quist", "Rourke Pelletorn", "Mina Haldorsen"]
OFFICES = ["harbour master", "defence minister", "mayor", "fisheries envoy", "union leader"]
SAID = [
    '"We have not seen a single ship leave {place}," said {person}, the {office}.',
    "{person} denied that {number} boats had been sent to {place}.",
    "The {office} of {place} said that more than {number} people would lose their work by the end of June.",
    "{person} warned that {place} could close its port as early as Friday.",
    'Asked for proof, the {office} said: "Our pictures show {number} lorries on the road to {place}."',
    "According to {person}, the talks in {place} will go on until 3 April.",
    "{person} told reporters that {place} had agreed to pay {number} million crowns.",
]


def corpus(path: Path, count: int, seed: int) -> Path:
    """Write so many records to a file: one in eight a copy of one before, one in eight an edit of it."""
    rng = random.Random(seed)
    records: list[dict[str, str]] = []
    for number in range(count):
        kind = rng.random() if records else 1.0
        if kind < 0.125:
            record = {**rng.choice(records), "publisher": "The Copyist"}
            record["url"] = f"https://copyist.example/{number}"
        elif kind < 0.25:
            before = rng.choice(records)
            sentences = before["text"].split("\n")
            record = {**before, "text": "\n".join([*sentences[1:], _sentence(rng)])}
        else:
            record = {
                "text": "\n".join(_sentence(rng) for _ in range(6)),
                "publisher": rng.choice(["Harbour Courier", "Caldane Sentinel"]),
                "published": f"2031-03-{rng.randint(1, 28):02}",
                "url": f"https://news.example/{number}",
            }
        records.append({**record, "id": f"record-{number}"})
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def _sentence(rng: random.Random) -> str:
    return rng.choice(SAID).format(
        place=rng.choice(PLACES),
        person=rng.choice(PEOPLE),
        office=rng.choice(OFFICES),
        number=rng.randint(2, 90) * 10,
    )
