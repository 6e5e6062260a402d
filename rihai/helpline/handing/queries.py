"""Where a request was handed on."""

from __future__ import annotations

from rihai.helpline.handing.models import HandedOn
from rihai.helpline.requests.models import HelpRequest


def handed_of(one: HelpRequest) -> list[HandedOn]:
    """The hand-overs of a request the actor sees."""
    return list(HandedOn.objects.filter(request=one.pk).select_related("to", "by"))
