"""How much processor time and memory reading takes, measured on the command itself.

    python benchmarks/read_speed.py [CORPUS.jsonl] [--jobs 1 2] [--repeat 20] [--json]

Each run is a fresh `counterclaim read` of a corpus of cleaned texts (`id`, `text`)
into JSONL.  Time is processor time, user and system, of the command and the processes
it started, so that other work on the machine moves it little.  Starting is the time of
a run on one short text: all that happens before a first result can be seen.  It is taken
off for the rate; further processes load the model again, which counts against theirs, so
give them a corpus that is worth it.  Memory is the peak of the largest single process.
Needs a POSIX system (`os.wait4`).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

STORY = Path(__file__).parent.parent / "src" / "counterclaim" / "story"
SHORT = "The ministry said on Tuesday that the talks would go on."
COMMAND = (sys.executable, "-c", "from counterclaim.cli import main; main()", "read", "--format", "jsonl")
# Bytes of `ru_maxrss`: kilobytes, but bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """What one command took."""

    cpu_seconds: float
    wall_seconds: float
    peak_rss_mb: float


@dataclass(frozen=True)
class Speed:
    """What reading a corpus took, with the start taken off for the rate."""

    jobs: int
    words: int
    cpu_seconds: float
    start_cpu_seconds: float
    words_per_cpu_second: float
    wall_seconds: float
    peak_rss_mb: float


def run(corpus: Path, jobs: int) -> Cost:
    """Read a corpus once; CalledProcessError where the command fails."""
    command = [*COMMAND, "--jobs", str(jobs), str(corpus)]
    before = os.times().elapsed
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait for it again
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        wall_seconds=os.times().elapsed - before,
        peak_rss_mb=usage.ru_maxrss * RSS_UNIT / 1e6,
    )


def measure(corpus: Path, jobs: int, folder: Path) -> Speed:
    """Read a corpus with a number of processes, and one short text to tell the start apart."""
    words = sum(len(text.split()) for text in texts_of(corpus))
    start = run(write_corpus(folder / "short.jsonl", [SHORT]), jobs)
    whole = run(corpus, jobs)
    return Speed(
        jobs=jobs,
        words=words,
        cpu_seconds=whole.cpu_seconds,
        start_cpu_seconds=start.cpu_seconds,
        words_per_cpu_second=words / max(whole.cpu_seconds - start.cpu_seconds, 1e-9),
        wall_seconds=whole.wall_seconds,
        peak_rss_mb=whole.peak_rss_mb,
    )


def texts_of(corpus: Path) -> list[str]:
    """The texts of a JSONL corpus."""
    return [
        json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def write_corpus(path: Path, texts: Sequence[str]) -> Path:
    """A JSONL corpus of texts, with ids that differ."""
    records = ({"id": f"text-{number}", "text": text} for number, text in enumerate(texts))
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def story(repeat: int) -> list[str]:
    """The plain texts of the bundled story, again and again."""
    return [path.read_text(encoding="utf-8") for path in sorted(STORY.glob("*.txt"))] * repeat


def table(speeds: Sequence[Speed]) -> str:
    """One run a line."""
    lines = ["jobs    words   CPU s   start CPU s   words/CPU s   wall s   peak MB"]
    lines += [
        f"{speed.jobs:>4} {speed.words:>8,} {speed.cpu_seconds:>7.2f} {speed.start_cpu_seconds:>13.2f}"
        f" {speed.words_per_cpu_second:>13,.0f} {speed.wall_seconds:>8.2f} {speed.peak_rss_mb:>9.0f}"
        for speed in speeds
    ]
    return "\n".join(lines)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="?", help="JSONL of id and text (default: the story)")
    parser.add_argument(
        "--jobs", type=int, nargs="+", default=[1, 2], help="numbers of processes (default 1 2)"
    )
    parser.add_argument("--repeat", type=int, default=20, help="times the story is read (default 20)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = options.corpus or write_corpus(folder / "story.jsonl", story(options.repeat))
        speeds = [measure(corpus, jobs, folder) for jobs in options.jobs]
    print(json.dumps([asdict(speed) for speed in speeds], indent=2) if options.json else table(speeds))


if __name__ == "__main__":
    main()
