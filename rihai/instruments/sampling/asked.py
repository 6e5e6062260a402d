"""What is asked of samples: how far each is, and who is to be asked next; of persons only those the actor sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rihai.accounts.models import Presence
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees
from rihai.instruments.models import Answer, Drawn, Sample
from rihai.instruments.sampling.draw import Standing, standing, together
from rihai.kit.actor import Actor
from rihai.kit.handling import FormHandler
from rihai.kit.offers import offered
from rihai.places.models import Place

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody who was drawn, with her name; `state` is answered, out, asked (to be asked now) or reserve."""

    drawn: Drawn
    name: str
    state: str
    part: Any = ""


@dataclass(frozen=True, slots=True)
class SampleRead:
    """A sample as it stands; `parts` are the groups that were drawn apart, if any."""

    sample: Sample
    handler: FormHandler
    rows: tuple[Row, ...]
    standing: Standing
    strata: Any = ""
    parts: tuple[tuple[str, Standing], ...] = ()


def handler_of(form_id: str) -> FormHandler | None:
    """Who takes a form about a person."""
    return next((one for one in offered(FormHandler) if one.of_person and form_id in one.forms), None)


def forms_of_persons() -> list[str]:
    """The forms that begin on a person's page, which alone can be asked of a sample."""
    return [form for one in offered(FormHandler) if one.of_person for form in one.forms]


def places_of(actor: Actor) -> list[Place]:
    """Where people are held whom the actor sees."""
    here = Presence.objects.filter(sees(actor), seen_until=None).values("place")
    return list(Place.objects.filter(pk__in=here).order_by("name"))


def samples_of(actor: Actor) -> list[Sample]:
    """The samples of prisons where the actor sees people, the newest first."""
    return list(Sample.objects.filter(place__in=places_of(actor)).select_related("place")[:SHOWN])


def sample_seen(sample_id: UUID, *, actor: Actor) -> SampleRead | None:
    """A sample with everybody drawn; None for one of a prison where the actor sees nobody who was drawn."""
    sample = Sample.objects.select_related("place").filter(pk=sample_id).first()
    handler = handler_of(sample.form_id) if sample is not None else None
    if sample is None or handler is None:
        return None
    seen = set(Drawn.objects.filter(sees(actor), sample=sample).values_list("pk", flat=True))
    if not seen:
        return None
    with as_house():  # how far it is does not depend on who looks
        drawn = list(Drawn.objects.filter(sample=sample))
        told = Answer.objects.filter(
            handler=handler.name, version__instrument__form_id=sample.form_id, given_at__gte=sample.drawn_at,
            person_id__in=[one.person_id for one in drawn],
        )  # fmt: skip
        answered = set(told.values_list("person_id", flat=True))
    names = handler.names(actor, [str(one.person_id) for one in drawn if one.pk in seen])
    strata = next((one for one in handler.strata if one.name == sample.strata), None)
    words = strata.words if strata is not None else str
    told_of = sample.parts or [{"code": "", "frame": sample.frame, "wanted": sample.wanted}]
    rows, parts = [], []
    for told_part in told_of:
        mine = [one for one in drawn if one.part == told_part["code"]]
        now = standing(
            frame=told_part["frame"], wanted=told_part["wanted"],
            answered=[one.person_id in answered for one in mine], out=[bool(one.outcome) for one in mine],
        )  # fmt: skip
        part = words(told_part["code"]) if strata is not None else ""
        parts.append((part, now))
        rows += [one for one in _rows(mine, names, answered, now, part) if one.drawn.pk in seen]
    whole = together([now for _part, now in parts])
    title = strata.title if strata is not None else ""
    return SampleRead(sample, handler, tuple(rows), whole, title, tuple(parts) if sample.parts else ())


def _rows(
    drawn: list[Drawn], names: Mapping[str, str], answered: set[UUID | None], now: Standing, part: Any
) -> list[Row]:
    asked = set(now.asked)
    rows = []
    for at, one in enumerate(drawn):
        state = "answered" if one.person_id in answered else "out" if one.outcome else "reserve"
        rows.append(Row(one, names.get(str(one.person_id), ""), "asked" if at in asked else state, part))
    return rows
