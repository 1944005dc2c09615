"""From the claims of a ledger to how they stand to each other, and what follows from that.

compare   pairs worth comparing, judged and kept; only what is new
derive    questions, disputes, shifts, number series, forecasts; all anew
"""

from counterclaim.linking.compare import Compared, compare_new
from counterclaim.linking.derive import derive
from counterclaim.linking.link import Linked, link
from counterclaim.linking.version import DERIVER, linker_version

__all__ = ["DERIVER", "Compared", "Linked", "compare_new", "derive", "link", "linker_version"]
