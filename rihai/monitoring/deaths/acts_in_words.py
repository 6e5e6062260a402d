"""What the acts of this part are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "monitoring.comparison.kept": _("wrote down a published death rate"),
        "monitoring.death.cause_said": _("wrote what was said of the cause of a death"),
        "monitoring.death.changed": _("changed the file of a death"),
        "monitoring.death.closed": _("closed the file of a death"),
        "monitoring.death.opened": _("opened the file of a death"),
        "monitoring.death.paper_added": _("added a paper to the file of a death"),
        "monitoring.death.step_written": _("wrote what came of a step after a death"),
        "monitoring.death.taken_up": _("took up the file of a death"),
    }
)
