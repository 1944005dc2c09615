"""Written training examples for what the corpora hold too little of.

Passives, quotations without a cue, videos that are described, reactions and
demands that share a source, foreign quotation marks, headings between
quotations: the frames are written here, their phrases in phrases.toml, and
their fillers (sources, clauses, quotations, narrative) come from the training articles.
"""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path
from types import SimpleNamespace

from training.corpus import Article
from training.fillers import Fillers
from training.markup import parse

QUOTES = (("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’"), ("«", "»"), ("„", "“"), ("``", "''"))
QUOTE_WEIGHTS = (8, 6, 3, 3, 2, 1, 1)

P = SimpleNamespace(**tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8")))


class Writer:
    """Writes articles from frames and fillers, deterministic for one seed."""

    def __init__(self, fillers: Fillers, rng: random.Random) -> None:
        self.fillers = fillers
        self.rng = rng
        self.number = 0
        self.marks = QUOTES[0]
        rare = (
            self._denied_passively, self._denied, self._stated, self._pictures,
            self._reaction, self._forecast, self._according, self._split, self._nested, self._nominal,
            self._quoted_as, self._post, self._spokesman, self._plain, self._titled, self._heading,
            self._leftover, self._signed, self._asked_for, self._passive_report, self._inverted,
        )  # fmt: skip
        often = (
            self._dismissed, self._bare, self._carried, self._reaction_and_demand, self._video, self._narrative,
        )  # fmt: skip
        self.frames = (*rare, *often, *often)

    def article(self, name: str) -> Article:
        """One article of several paragraphs, perhaps with a headline, perhaps without line breaks."""
        self.number = 0
        self.marks = self.rng.choices(QUOTES, QUOTE_WEIGHTS)[0]
        paragraphs = [self.rng.choice(self.frames)() for _ in range(self.rng.randint(3, 9))]
        if self.rng.random() < 0.5:
            paragraphs.insert(0, self._headline())
        joint = self.rng.choice(("\n\n", "\n\n", "\n\n", "\n", " "))
        return parse(joint.join(paragraphs), name)

    # fillers

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _pick(self, options: list[str] | tuple[str, ...]) -> str:
        words = self.rng.choice(options)
        return (
            words.replace("{x}", self.rng.choice(P.states))
            .replace("{h}", self.rng.choice(P.headings))
            .replace(
                "{t}", self.rng.choice(("Thursday", "next Monday", "the holidays", "12 May", "Christmas"))
            )
        )

    def _someone(self) -> str:
        kind = self.rng.random()
        if kind < 0.3:
            return self.rng.choice(P.states)
        if kind < 0.5:
            return self._pick(P.bodies)
        if kind < 0.7:
            return f"{self._pick(P.offices)} {self.rng.choice(self.fillers.names)}"
        return self.rng.choice(self.fillers.sources)

    def _upper(self, words: str) -> str:
        return words[0].upper() + words[1:]

    def _quote(self, end: str = ".") -> str:
        words = self.rng.choice(self.fillers.quotations)
        words += "" if words[-1] in "!?" else end
        return f"{self.marks[0]}{words}{self.marks[1]}"

    def _clause(self) -> str:
        return self.rng.choice(self.fillers.clauses)

    def _when(self) -> str:
        return f" {self._pick(P.when)}" if self.rng.random() < 0.4 else ""

    # frames

    def _dismissed(self) -> str:
        n, verb = self._next(), self._pick(P.dismissed)
        be = self.rng.choice(("were", "was", "have been", "are", "has been"))
        by = f"{self.rng.choice(('by', 'by', 'by', 'in'))} [s{n} {self._someone()}]"
        target, what = self._pick(P.fears), f"[c{n} as {self._pick(P.as_what)}]"
        lead = self.rng.choice(("", "", "Therefore, ", "In turn, ", "Meanwhile, "))
        target = f"[c{n} {target[0].lower() + target[1:] if lead else target}]"
        if self.rng.random() < 0.7:
            return f"{lead}{target} [k{n} {be} {verb}] {by} {what}."
        return f"{lead}{target} [k{n} {be} {verb}] {what} {by}."

    def _denied_passively(self) -> str:
        n = self._next()
        verb = self.rng.choice(
            ("has been denied", "was denied", "were again denied", "is denied", "has always been denied")
        )
        plan = self._pick(P.plans)
        return f"[c{n} {self._upper(plan)}] [k{n} {verb}] by [s{n} {self._someone()}]{self._when()}."

    def _denied(self) -> str:
        n = self._next()
        verb = self.rng.choice(
            ("has denied", "denied", "denies", "has repeatedly denied", "rejects", "has ruled out")
        )
        middle = self.rng.choice(("", "", " from the start", " once again", self._when()))
        return f"[s{n} {self._upper(self._someone())}] [k{n} {verb}]{middle} [c{n} {self._pick(P.plans)}]."

    def _stated(self) -> str:
        n = self._next()
        where = self.rng.choice(
            (
                "during a meeting with the media",
                "at a meeting with journalists",
                "following talks in {x}",
                "in {x}",
            )
        )
        where = where.replace("{x}", self.rng.choice(P.states))
        return f"[c{n} {self._upper(self._clause())}]. This [k{n} {self._pick(P.stated)}] [s{n} {self._someone()}] {where}."

    def _shown(self) -> str:
        seen = self._pick(P.seem).replace("{d}", self._pick(P.doing))
        opener = self._pick(P.openers)
        subject = self._pick(P.shown)
        return f"{opener}{subject if opener else self._upper(subject)} {seen}."

    def _video(self) -> str:
        n = self._next()
        if self.rng.random() < 0.2:
            return f"A video of the scene [k{n} was published] by [s{n} {self._someone()}]{self._when()}. [c{n} {self._shown()}]"
        who = self._upper(self._someone())
        return f"[s{n} {who}] [k{n} {self._pick(P.released)}] {self._pick(P.media)}{self._when()}. [c{n} {self._shown()}]"

    def _pictures(self) -> str:
        n = self._next()
        doing = self._pick(P.doing).replace("be loaded", "being loaded").split(" ", 1)
        ing = re.sub(r"e$", "", doing[0]) + ("" if doing[0].endswith("ing") else "ing")
        who = self.rng.choice(
            ("State television", "The broadcaster", "A state channel", "The evening news", "A local station")
        )
        verb = self.rng.choice(
            (
                "showed pictures",
                "showed images",
                "broadcast pictures",
                "aired footage",
                "showed",
                "ran pictures",
            )
        )
        of = " of" if " " in verb else ""
        return f"[s{n} {who}] [k{n} {verb}]{of} [c{n} {self._pick(P.shown)} {ing} {doing[1]}]."

    def _bare(self) -> str:
        n = self._next()
        name = self.rng.choice(self.fillers.names)
        before = ""
        if self.rng.random() < 0.5:
            m = n
            n = self._next()
            full = f"{self._pick(P.offices)} {name}"
            before = (
                f"[c{m} {self._quote(',')}] [s{m} {full}] [k{m} {self._pick(P.say)}]{self._when()}. "
                if self.rng.random() < 0.5
                else (f"[s{m} {self._upper(full)}] [k{m} {self._pick(P.say)}] [c{m} that {self._clause()}]. ")
            )
            before = before.rstrip() + self.rng.choice(("\n\n", " ", "\n\n"))
        who = name.split()[-1] if before or self.rng.random() < 0.3 else name
        return f"{before}[s{n} {who}] {self._pick(P.idle)}. [c{n} {self._quote()}]"

    def _carried(self) -> str:
        n, m = self._next(), self._next()
        verb = self._pick(P.say)
        lead = self.rng.choice(
            ("But", "But", "Yet", "Still,", "And", "At the same time,", "However,", "Only:")
        )
        quote = self._quote()
        quote = quote[0] + quote[1].lower() + quote[2:] if len(quote) > 2 else quote
        return f"[s{n} {self._upper(self._someone())}] [k{n} {verb}] [c{n} {self._clause()}]. {lead} [c{m} {quote}]"

    def _reaction_and_demand(self) -> str:
        n, m = self._next(), self._next()
        who = self._pick(P.groups) if self.rng.random() < 0.8 else self._upper(self._someone())
        also = self.rng.choice(
            (
                "also say",
                "say",
                "insist",
                "added",
                "want it known",
                "pointed out",
                "stress",
                "also said",
                "warn",
            )
        )
        joint = self.rng.choice((", but ", " but ", ", and ", "; at the same time they ", ", yet they "))
        again = "they" in joint
        source = f"[s{n}{'' if again else f's{m}'} {who}]"
        if again:
            joint = joint.replace("they", f"[s{m} they]")
        return f"{source} [k{n} {self._pick(P.reacted)}] [c{n} {self._pick(P.events)}]{joint}[k{m} {also}] [c{m} {self._pick(P.demands)}]."

    def _reaction(self) -> str:
        n = self._next()
        if self.rng.random() < 0.4:
            verb = self.rng.choice(
                ("was welcomed", "is being welcomed", "was greeted", "has been criticised", "was condemned")
            )
            return f"[c{n} {self._upper(self._pick(P.events))}] [k{n} {verb}] by [s{n} {self._pick(P.groups).lower()}]{self._when()}."
        return f"[s{n} {self._pick(P.groups)}] [k{n} {self._pick(P.reacted)}] [c{n} {self._pick(P.events)}]{self._when()}."

    def _forecast(self) -> str:
        n = self._next()
        what = f"{self.rng.choice(P.happen)} {self._pick(P.forecasts)}"
        if self.rng.random() < 0.4:
            what += f", possibly {self._pick(P.forecasts)}"
        adverb = self.rng.choice(("", "recently ", "already ", "again "))
        return f"[s{n} {self._upper(self._someone())}] {adverb}[k{n} {self._pick(P.say)}] [c{n} {what}]."

    def _according(self) -> str:
        n, clause, who = self._next(), self._clause(), self._someone()
        kind = self.rng.random()
        if kind < 0.4:
            return f"[k{n} According to] [s{n} {who}], [c{n} {clause}]."
        if kind < 0.7:
            return f"[c{n} {self._upper(clause)}], [k{n} according to] [s{n} {who}]."
        return f"In the words of [s{n} {who}], [c{n} {self.marks[0]}{clause}{self.marks[1]}]."

    def _split(self) -> str:
        n = self._next()
        first, second = self._quote(","), self._quote()
        heading = f"\n\n{self._pick(P.headings)}\n\n" if self.rng.random() < 0.2 else " "
        who, verb = f"[s{n} {self._someone()}]", f"[k{n} {self._pick(P.say)}]"
        middle = f"{who} {verb}" if self.rng.random() < 0.5 else f"{verb} {who}"
        lead = self._narrative() + heading if heading != " " else ""
        return f"{lead}[c{n} {first}] {middle}{self._when()}. [c{n} {second}]"

    def _nested(self) -> str:
        n, m = self._next(), self._next()
        inner = self.rng.choice(
            (
                f"[s{m}n {self._someone()}] [k{m}n denies] [c{m}n {self._pick(P.plans)}]",
                f"[s{m}n {self._someone()}] [k{m}n {self._pick(P.say)}] [c{m}n {self._clause()}]",
                f"[s{m}n {self._someone()}] [k{m}n claims] [c{m}n that {self._clause()}]",
            )
        )
        return f"[s{n} {self._upper(self._someone())}] [k{n} {self._pick(P.say)}]{self._when()} [c{n} that {inner}]."

    def _nominal(self) -> str:
        n = self._next()
        noun = self.rng.choice(
            ("claim", "warning", "assertion", "promise", "suggestion", "accusation", "statement")
        )
        by = self.rng.choice(
            (
                f"The [k{n} {noun}] by [s{n} {self._someone()}]",
                f"[s{n} {self.rng.choice(P.states)}’s] [k{n} {noun}]",
            )
        )
        return f"{by} [c{n} that {self._clause()}] has been repeated for weeks."

    def _quoted_as(self) -> str:
        n = self._next()
        verb = self.rng.choice(
            (
                "was quoted as saying",
                "is quoted as saying",
                "was cited as saying",
                "has been quoted as saying",
            )
        )
        by = self.rng.choice(("", "", f" by {self.rng.choice(P.states)}’s state agency"))
        return f"[s{n} {self._upper(self._someone())}] [k{n} {verb}] [c{n} {self._quote('')}]{by}."

    def _post(self) -> str:
        n = self._next()
        verb = self.rng.choice(
            ("wrote on Twitter", "wrote on Telegram", "posted on Facebook", "wrote in a post", "tweeted")
        )
        return f"[s{n} {self._upper(self._someone())}] [k{n} {verb}]: [c{n} {self._quote()}]"

    def _spokesman(self) -> str:
        n = self._next()
        who = self.rng.choice(
            ("a spokesman", "a spokeswoman", "a senior official", "its spokesman", "an aide", "a source")
        )
        return f"[c{n} {self._quote(',')}] [s{n} {who}] [k{n} {self._pick(P.say)}]{self._when()}."

    def _plain(self) -> str:
        n = self._next()
        that = self.rng.choice(("", "that ", "that "))
        return f"[s{n} {self._upper(self._someone())}] [k{n} {self._pick(P.say)}]{self._when()} [c{n} {that}{self._clause()}]."

    def _passive_report(self) -> str:
        n = self._next()
        verb = self.rng.choice(
            ("was announced", "was reported", "has been claimed", "is believed", "was said")
        )
        if self.rng.random() < 0.5:
            return f"It [k{n} {verb}] by [s{n} {self._someone()}] [c{n} that {self._clause()}]."
        return f"It [k{n} {verb}] [c{n} that {self._clause()}]."

    def _inverted(self) -> str:
        n = self._next()
        return f"[c{n} {self._upper(self._clause())}], [s{n} {self._someone()}] [k{n} {self._pick(P.say)}]{self._when()}."

    def _headline(self) -> str:
        n = self._next()
        kind, who = self.rng.random(), self.rng.choice(P.states)
        event = self.rng.choice(P.events).removeprefix("the ")
        if kind < 0.4:
            verb = self.rng.choice(
                ("sees", "counts", "denies", "warns of", "reports", "doubts", "expects", "fears", "says")
            )
            lead = self.rng.choice(
                ("", f"{self.rng.choice(P.states)} shows ships leaving, but ", f"After the {event}: ")
            )
            return f"{lead}[s{n} {who}] [k{n} {verb}] [c{n} {self.rng.choice(('no ', 'new ', ''))}{event}]"
        if kind < 0.7:
            return f"[s{n} {self._upper(self._someone())}] [k{n} :] [c{n} {self._clause()}]".replace(
                " [k", "[k"
            ).replace("[k" + str(n) + " :]", f"[k{n} :]")
        return f"[c{n} {self._upper(self.rng.choice(P.happen))}], [k{n} {self.rng.choice(('says', 'warns', 'claims'))}] [s{n} {who}]"

    def _signed(self) -> str:
        dash, joint = self.rng.choice(("—", "–", "―", "-")), self.rng.choice(("\n", "\n\n", " "))
        voices = []
        for _ in range(self.rng.randint(1, 4)):
            n = self._next()
            voices.append(
                f"[c{n} {self._quote()}] [k{n} {dash}] [s{n} {self.rng.choice(self.fillers.names)}]"
            )
        return joint.join(voices)

    def _asked_for(self) -> str:
        n, m = self._next(), self._next()
        who, event = self._pick(P.groups), self._pick(P.events)
        verb = self.rng.choice(("thanked", "have praised", "voted for", "regret", "warmly received", "noted"))
        also = self.rng.choice(
            ("asked for", "want", "demanded", "called for", "insist on", "are waiting for")
        )
        what = self.rng.choice(
            ("documents", "independent pictures", "a list of names", "access to the site", "to see more")
        )
        return f"[s{n}s{m} {who}] [k{n} {verb}] [c{n} {event}]{self.rng.choice((' but', ', and', ', but'))} [k{m} {also}] [c{m} {what}]."

    def _titled(self) -> str:
        return self._pick(P.titled).replace("{q0}", self.marks[0]).replace("{q1}", self.marks[1])

    def _heading(self) -> str:
        return self._pick(P.headings)

    def _leftover(self) -> str:
        return self._pick(P.leftovers)

    def _narrative(self) -> str:
        return " ".join(self.rng.choice(self.fillers.narrative) for _ in range(self.rng.randint(1, 2)))
