"""One act on many lines: on all of them, or on none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.errors import NotFound, Refused
from rihai.kit.actor import Actor
from rihai.legal.response.operations.errors import NotAll, NotNow
from rihai.screening.queries.sight import findings_for

MOST = 200
"""Lines that can be ticked for one act: eight pages of a list."""


@transaction.atomic
def act_on_all(row_ids: Sequence[UUID], act: Callable[[UUID], object], *, actor: Actor, at: datetime) -> int:
    """Do one act on every line, each with its own line in the trail; says how many.

    Where it cannot be done on some, it is done on none. Raises NotAll with the reason for each of those, NotNow for no
    lines or too many.
    """
    wanted = list(dict.fromkeys(row_ids))
    if not wanted or len(wanted) > MOST:
        raise NotNow(_("Tick at least one line, and not more than %(n)s at once.") % {"n": MOST})
    people = dict(findings_for(actor, at=at).filter(pk__in=wanted).values_list("pk", "person_id"))
    problems: dict[UUID, str] = {}
    # People are locked in one order, so that two acts on overlapping lines wait for each other and never for ever.
    for row_id in sorted(wanted, key=lambda one: (people.get(one, one), one)):
        try:
            with transaction.atomic():
                act(row_id)
        except (Refused, NotFound) as reason:
            problems[row_id] = str(reason)
    if problems:
        raise NotAll(problems, _("Nothing was done yet: it cannot be done on some of the lines."))
    return len(wanted)
