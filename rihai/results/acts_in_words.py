"""What the acts of the room are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "results.codes.joined": _("said that two codes of a project are one person"),
        "results.codes.parted": _("said that two codes of a project are two persons after all"),
        "results.figure.entered": _("entered a figure of a project"),
        "results.figure.restated": _("restated a locked figure"),
        "results.figure.withdrawn": _("withdrew an entered figure"),
        "results.indicator.kept": _("wrote down or changed an indicator"),
        "results.list.given": _("gave in a list of sessions"),
        "results.list.taken_in": _("let a list of sessions count"),
        "results.list.undone": _("undid a list of sessions"),
        "results.period.locked": _("locked a period of a project"),
        "results.period.signed_off": _("signed off a period of a project"),
        "results.project.kept": _("wrote down or changed a project"),
        "results.report.made": _("made the report of a project"),
        "results.sample.checked": _("wrote down what was found of a row’s evidence"),
        "results.sample.drawn": _("drew a sample of a figure’s rows"),
    }
)
