"""Takes the answers to the needs assessment and to the talk of the first days, and writes them by class.

An answer speaks of illness, so that it is of health whole; what is personal in it is written into rows of its own for
whoever works with the person. Of what is sealed nothing is taken from these forms: it is for the survivor's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rihai.accounts.acting import asked_day
from rihai.accounts.queries import sees
from rihai.accounts.standing import local_day
from rihai.casework.plans.models import CallHome, Enough, Medicine, SelfHarm, Tonight
from rihai.casework.plans.operations import FirstSaid, record_first_days, take_assessment
from rihai.casework.plans.queries.sight import may_write
from rihai.casework.plans.tables import domains
from rihai.instruments.queries import published
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, FormSubject, GivenAnswer
from rihai.people.models import Person
from rihai.people.queries.people import person_seen

NEEDS, FIRST_DAYS = "casework.needs", "casework.first_days"
NEEDS_FORM, FIRST_DAYS_FORM = "needs_assessment", "first_days_inside"
CLOTHING = frozenset({"clothing", "bedding", "shoes"})
WASHING = frozenset({"sanitary", "soap", "baby"})


def needs_subject(actor: Actor, key: str) -> FormSubject | None:
    """The person whose needs are asked of."""
    return _subject(actor, key, "casework:assessments")


def first_days_subject(actor: Actor, key: str) -> FormSubject | None:
    """The person who is spoken with in the first days."""
    return _subject(actor, key, "casework:first-days-of")


def _subject(actor: Actor, key: str, page: str) -> FormSubject | None:
    person_id = _key(key)
    person = person_seen(person_id, actor=actor) if person_id and may_write(actor) else None
    if person is None:
        return None
    return FormSubject(
        name=person.full_name or str(_("Name not known")), url=reverse(page, args=[person.pk]), person_id=person.pk,
        says=person.held_at.shown if person.held_at else "", prefilled={"asked_on": asked_day().isoformat()},
    )  # fmt: skip


def answers_seen(actor: Actor, keys: Sequence[str]) -> Iterable[str]:
    """The persons of whom the actor sees what is of health; everybody sees what they asked themselves."""
    wanted = {key: _key(key) for key in keys}
    if not may_write(actor):
        return []
    found = Person.objects.filter(
        sees(actor, DataClass.HEALTH, column="pk"), pk__in=[one for one in wanted.values() if one]
    )
    seen = set(found.values_list("pk", flat=True))
    return [key for key, one in wanted.items() if one in seen]


def take_needs_answer(answer: GivenAnswer) -> None:
    """Domain by domain, as it was said."""
    if answer.person_id is None:
        return
    values = answer.values
    open_ones = [slug for slug, one in domains().items() if one.data_class != DataClass.SEALED]
    said = {slug: found for slug in open_ones if (found := _domain(slug, values))}
    take_assessment(
        person_id=answer.person_id, asked_on=_day(values.get("asked_on"), answer.at), said=said, answer_id=answer.id,
        form_version=_version(answer), actor=answer.actor, at=answer.at,
    )  # fmt: skip


def _domain(slug: str, values: Mapping[str, Any]) -> dict[str, Any]:
    level = _code(values.get(f"{slug}_level"), ("0", "1", "2", "3"))
    if not level:
        return {}
    priority = _code(values.get(f"{slug}_priority"), ("1", "2", "3"))
    words = values.get(f"{slug}_words") or values.get(f"{slug}_action")
    return {
        "level": int(level), "priority": int(priority) if priority else None, "words": _text(words),
        "strength": _text(values.get(f"{slug}_strength")),
    }  # fmt: skip


def take_first_days(answer: GivenAnswer) -> None:
    """What she said, by class; see `operations.first_days`."""
    if answer.person_id is None:
        return
    values = answer.values
    today = values.get("needs_today")
    said = FirstSaid(
        asked_on=_day(values.get("asked_on"), answer.at), children_home=_children(values),
        children_with=_text(values.get("who_tonight")),
        children_tonight=_code(values.get("children_safe"), Tonight.values),
        child_inside=bool(values["children_with_her"]) if isinstance(values.get("children_with_her"), int) else None,
        call_home={"yes": CallHome.MADE, "no": CallHome.WANTED}.get(_text(values.get("called")), ""),
        call_whom=_text(values.get("whom_to_call")), not_to_call=_text(values.get("not_to_call")),
        clothing=_enough(today, CLOTHING), sanitary=_enough(today, WASHING),
        first_thing=_text(values.get("first_thing")), afraid=values.get("afraid") == "yes",
        medicine={"yes": Medicine.NEEDS, "no": Medicine.NONE}.get(_text(values.get("takes_medicine")), ""),
        medicine_which=_text(values.get("medicine")), hurt="yes" in (values.get("hurt"), values.get("pregnant")),
        self_harm=_code(values.get("self_harm"), SelfHarm.values), helps=_text(values.get("helps")),
    )  # fmt: skip
    record_first_days(person_id=answer.person_id, said=said, answer_id=answer.id, actor=answer.actor, at=answer.at)


def _children(values: Mapping[str, Any]) -> int | None:
    """How many children are at home; none where she has none."""
    count = values.get("children_outside")
    if isinstance(count, int):
        return count
    return 0 if values.get("has_children") == "no" else None


def _enough(wanted: Any, things: frozenset[str]) -> str:
    """Whether something of a kind is wanted today; nothing where nobody asked."""
    if not isinstance(wanted, list):
        return ""
    return Enough.NEEDS if things & set(wanted) else Enough.ENOUGH


def _key(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def _text(value: Any) -> str:
    return str(value).strip() if value is not None else ""


def _code(value: Any, allowed: Iterable[str]) -> str:
    text = _text(value)
    return text if text in allowed else ""


def _day(value: Any, at: datetime) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return local_day(at)


def _version(answer: GivenAnswer) -> str:
    return f"{answer.form_id} {str(answer.version_id)[:8]}"


HANDLERS = (
    FormHandler(
        name=NEEDS, title=_("Needs assessment"), forms=(NEEDS_FORM,), data_class=DataClass.HEALTH,
        subject=needs_subject, may_see=answers_seen, taken=take_needs_answer, of_person=True,
    ),
    FormHandler(
        name=FIRST_DAYS, title=_("First days inside"), forms=(FIRST_DAYS_FORM,), data_class=DataClass.HEALTH,
        subject=first_days_subject, may_see=answers_seen, taken=take_first_days, of_person=True,
    ),
)  # fmt: skip


def ask_url(handler: str, form: str, person_id: UUID) -> str:
    """Where a form is filled in with a person; nothing where this office has not published it."""
    return reverse("instruments:fill", args=[handler, form, str(person_id)]) if published(form) else ""
