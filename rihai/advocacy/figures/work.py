"""What public figures put into My work: a draft that waits for somebody else's signature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.advocacy.figures.queries import to_sign
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.kit.templatetags.kit import day as day_text


def rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """For who signs."""
    return [
        WorkRow(
            who=_("Public figures of %(day)s") % {"day": day_text(one.on)}, status="waiting", word=_("To sign"),
            url=reverse("advocacy:release", args=[one.pk]), act=_("Read it"),
            why=_("Prepared by %(who)s: read every table and sign it off.") % {"who": one.made_by_name},
        )
        for one in to_sign(actor)[:5]
    ]  # fmt: skip
