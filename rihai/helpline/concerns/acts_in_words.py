"""What the acts on concerns are called in the access log: no more than that there was one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

VERBS = (
    "added_to", "named", "let_in", "answered", "step_planned", "risk_answered", "step_taken", "step_left",
    "clock_stopped", "decided", "closed", "let_back", "kept_longer", "erasure_asked",
)  # fmt: skip
ACTS = ActWords(
    words={f"helpline.sealed.{verb}": _("wrote in a sealed concern") for verb in VERBS}
    | {
        "helpline.sealed.raised": _("a concern was raised"),
        "helpline.sealed.erased": _("a sealed concern was erased"),
        "helpline.sealed.rang": _("a clock of a sealed concern ran out"),
    }
)
