"""What follows from how claims stand to each other: all of it made anew, and kept in the ledger."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.ledger.ledger import Ledger
from counterclaim.link.disputes import disputes
from counterclaim.link.docket import docket
from counterclaim.link.questions.build import Means, questions
from counterclaim.link.series import series
from counterclaim.link.settled import settled
from counterclaim.link.shifts import shifts
from counterclaim.linking.version import DERIVER
from counterclaim.model.finding import FindingKind
from counterclaim.model.relation import RelationKind


def derive(ledger: Ledger) -> None:
    """Make questions, disputes, changed answers, number series and forecasts anew, in one transaction.

    They are a function of the claims, the relations and what people signed; the order in which documents
    were added does not matter.
    """
    told = list(ledger.told())
    own_voice = list(ledger.own_voice())
    known = settled(ledger.relations(), ledger.signed_relations())
    means = Means(texts=ledger.question_texts(), same=known.same)
    asked = questions(told, known.relations, ledger.human_edges(), means)
    joining = [one for one in known.relations if one.kind is not RelationKind.OTHER_QUESTION]
    disputed = disputes(asked, joining, compatible=known.compatible)
    changed = shifts(asked, joining)
    counted = series([*told, *own_voice])
    entries = docket([*told, *own_voice])
    ahead = [replace(entry.forecast, bearing=entry.bearing) for entry in entries]
    with ledger.transaction():
        ledger.keep_findings(FindingKind.QUESTION, asked)
        ledger.keep_findings(FindingKind.DISPUTE, disputed)
        ledger.keep_findings(FindingKind.SHIFT, changed)
        ledger.keep_findings(FindingKind.SERIES, counted)
        ledger.keep_findings(FindingKind.FORECAST, ahead)
        ledger.mark_derived(DERIVER)
