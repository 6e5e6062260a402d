"""What is counted of incidents: events that are not sealed, within need-to-know; never people, never what is sealed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, UUIDField, Value
from django.db.models.functions import Substr, TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.acting import asked_at, asked_day
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.kit.offers import Measure
from rihai.monitoring.incidents.classes import classes
from rihai.monitoring.incidents.models import Clock
from rihai.monitoring.incidents.queries import OVERSEE, plain_for
from rihai.paper.table import Column
from rihai.profile.disclosure import RULE, Figures, Key

Asked = Mapping[str, str]
NOBODY = Value(None, output_field=UUIDField(null=True))


def _events(actor: Actor, first: date, end: date) -> Any:
    """Events by the day on which we learned of them; what was written down twice is counted once."""
    rows = plain_for(actor) if actor.may(OVERSEE) else plain_for(actor).none()
    rows = rows.filter(duplicate_of=None).select_related(None).order_by()
    rows = rows.annotate(on=TruncDate("learned_at"), kind=Substr("sub", 1, 2), person_id=NOBODY)
    return rows.filter(on__gte=first, on__lt=end)


def counted(actor: Actor, first: date, end: date) -> Any:
    """Incidents, by their class."""
    return _events(actor, first, end).values("on", "person_id", "place_id", "kind")


def answered(actor: Actor, first: date, end: date) -> Any:
    """Incidents of which something was done within a day from learning of them."""
    rows = _events(actor, first, end).filter(answered_at__lte=F("learned_at") + timedelta(days=1))
    return rows.values("on", "person_id", "place_id", "kind")


def late(actor: Actor, first: date, end: date) -> Any:
    """Clocks that were not stopped in time."""
    events = _events(actor, first, end).values("pk")
    rows = Clock.objects.filter(incident__in=events).filter(
        Q(stopped_at__gt=F("due_at")) | Q(stopped_at=None, due_at__lt=asked_at())
    )  # fmt: skip
    rows = rows.annotate(
        on=TruncDate("incident__learned_at"), person_id=NOBODY, place_id=F("incident__place_id"),
        kind=Substr("incident__sub", 1, 2),
    )  # fmt: skip
    return rows.order_by().values("on", "person_id", "place_id", "kind")


SEALED_OUT = gettext_lazy("sealed ones: torture, sexual violence and the like are counted nowhere")
MEASURES = (
    Measure(
        code="monitoring.incidents", title=gettext_lazy("Incidents"), unit="acts", counted=counted, by=("kind",),
        definition=gettext_lazy("Events written down as incidents or allegations, by when we learned of them."),
        includes=gettext_lazy("drafts, and allegations that nobody has established"), excludes=SEALED_OUT,
    ),
    Measure(
        code="monitoring.incidents_answered", title=gettext_lazy("Incidents answered within a day"), unit="acts",
        counted=answered, by=("kind",),
        definition=gettext_lazy("Those of which something was done within 24 hours from when we learned of them."),
        includes=gettext_lazy("the first thing that was done, whatever it was"), excludes=SEALED_OUT,
    ),
    Measure(
        code="monitoring.clocks_missed", title=gettext_lazy("Clocks that ran out"), unit="acts", counted=late,
        by=("kind",), definition=gettext_lazy("Response clocks of incidents that were not stopped in time."),
        includes=gettext_lazy("those stopped late"), excludes=SEALED_OUT,
    ),
)  # fmt: skip


def rows_of(actor: Actor, _asked: Asked) -> int:
    """How many rows: a class each, and all of them."""
    return len(classes()) + 1 if actor.may(OVERSEE) else 0


def sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """Incidents of a year by class; a count under the threshold is controlled, and what would give it away too."""
    first, end = _period(asked)
    found = Counter(one["kind"] for one in counted(actor, first, end))
    figures, period = Figures(), f"{first}/{end}"
    total = figures.add(Key(period, "monitoring.incidents"), found.total(), _least(found.total()))
    keys = [
        figures.add(Key(period, f"monitoring.incidents.{code}"), found[code], _least(found[code]))
        for code in classes()
    ]  # fmt: skip
    figures.add_sum(total, keys)
    rows = [(f"{one.code} {one}", key) for one, key in zip(classes().values(), keys, strict=True)]
    return ExportSheet(
        title=_("Incidents"),
        columns=(Column(_("Class"), "text", 44), Column(_("Incidents"), "number", 14)),
        rows=[*rows, (_("All"), total)],
        note=_("From %(first)s up to %(end)s, the last day not included. What is sealed is counted nowhere.")
        % {"first": first.isoformat(), "end": end.isoformat()},
        figures=figures,
    )  # fmt: skip


def _least(count: int) -> int:
    return RULE.threshold(count, is_sensitive=True)


def _period(asked: Asked) -> tuple[date, date]:
    today = asked_day()
    try:
        first, end = date.fromisoformat(asked.get("first", "")), date.fromisoformat(asked.get("end", ""))
    except ValueError:
        return today - timedelta(days=364), today + timedelta(days=1)
    return (first, end) if first < end else (today - timedelta(days=364), today + timedelta(days=1))
