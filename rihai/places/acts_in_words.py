"""What the acts of the room are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "places.capacity.recorded": _("recorded a capacity"),
        "places.caseload.recorded": _("recorded a caseload"),
        "places.contact.added": _("added a contact"),
        "places.contact.changed": _("changed a contact"),
        "places.count.recorded": _("recorded how many are held"),
        "places.permit.asked": _("asked for leave to work at a place"),
        "places.permit.expired": _("a leave to work expired"),
        "places.permit.given": _("kept that leave to work was given"),
        "places.permit.refused": _("kept that leave to work was refused"),
        "places.place.added": _("added a place"),
        "places.place.changed": _("changed a place"),
        "places.place.closed": _("closed a place"),
        "places.place.reopened": _("reopened a place"),
        "places.seed.taken_in": _("took in the published places"),
    }
)
