"""Our leave to work at the invented places, in every state: days are counted from the day the world is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedLeave:
    """One leave. Days are before the world's first day, below nought after it; None: not answered, or no end."""

    prison: str
    kind: str
    asked: int
    answered: int | None = None
    ends: int | None = None
    state: str = "asked"
    covers: str = ""
    reference: str = ""
    reason: str = ""
    renews: int | None = None  # its place in LEAVES


LEAVES = (
    InventedLeave(
        prison="gulzar", kind="memorandum", asked=350, answered=325, ends=-40, state="given", reference="IP/W/9001",
        covers="The eight services, five days a week, in the visiting room and barrack 2.",
    ),
    InventedLeave(
        prison="gulzar", kind="passes", asked=60, answered=52, ends=-130, state="given", reference="IP/W/9044",
        covers="Six named people of ours, 9:00 to 14:00.",
    ),
    InventedLeave(
        prison="naya-bagh", kind="memorandum", asked=400, answered=378, ends=12, state="given", reference="IP/9107",
        covers="Legal aid and literacy, three days a week.",
    ),
    InventedLeave(prison="darya-kot", kind="letter", asked=200, answered=190, state="given", reference="SP/90/26"),
    InventedLeave(prison="darya-kot", kind="passes", asked=45, covers="Two lawyers and a paralegal."),
    InventedLeave(
        prison="tibba-noor", kind="memorandum", asked=150, answered=96, state="refused",
        reason="Another body already gives legal aid there; ask again next year.",
    ),
    InventedLeave(prison="sahil-nagar", kind="memorandum", asked=10, covers="Mentoring and aftercare."),
    InventedLeave(
        prison="koh-sabz", kind="memorandum", asked=380, answered=361, ends=-20, state="given", reference="IG/9210",
        covers="Mentoring of young people.",
    ),
    InventedLeave(prison="koh-sabz", kind="memorandum", asked=15, covers="Mentoring of young people.", renews=7),
    InventedLeave(
        prison="registan-kot", kind="letter", asked=500, answered=480, ends=110, state="expired", reference="IG/9019",
    ),
)  # fmt: skip
