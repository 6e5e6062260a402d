"""The health screening on entry, an answered form: what it says becomes needs to be examined, never a diagnosis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.queries import sees
from rihai.accounts.standing import local_day
from rihai.casework.health.models import HealthNeed, Kind, Pregnancy, State
from rihai.casework.health.operations import Expecting, Said, change_need, write_need, write_pregnancy
from rihai.casework.health.operations.needs import WRITTEN
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, FormSubject, GivenAnswer
from rihai.people.models import Person

FORM = "entry_health_screening"


def _person(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def subject_of(actor: Actor, key: str) -> FormSubject | None:
    """The person a key names; None for one whose health the actor does not see, or may not write down."""
    pk = _person(key)
    if pk is None or not actor.may("casework.health"):
        return None
    seen = Person.objects.filter(sees(actor, DataClass.HEALTH, column="pk"), merged_into=None, pk=pk).first()
    if seen is None:
        return None
    return FormSubject(
        name=seen.full_name or _("Name not known"), url=reverse("casework:health", args=[pk]), person_id=pk
    )


def keys_seen(actor: Actor, keys: Sequence[str]) -> Iterable[str]:
    """The keys of people whose health the actor sees."""
    ids = {pk: key for key in keys if (pk := _person(key))}
    found = Person.objects.filter(sees(actor, DataClass.HEALTH, column="pk"), pk__in=list(ids))
    return [ids[pk] for pk in found.values_list("pk", flat=True)]


def taken(answer: GivenAnswer) -> None:
    """Each thing said becomes a need to be examined, once; a correction settles what it no longer says."""
    assert answer.person_id, "the subject is a person"
    day = _day(answer.values.get("asked_on"), local_day(answer.at))
    who: dict[str, Any] = {"actor": answer.actor, "at": answer.at}
    said = dict(_said(answer.values))
    open_ones = HealthNeed.objects.filter(person=answer.person_id).exclude(state=State.SETTLED)
    known = set(open_ones.values_list("kind", flat=True))
    for kind, outline in said.items():
        if kind not in known:
            need = Said(kind=kind, state=State.SUSPECTED, started_on=day, outline=outline or None)
            write_need(person_id=answer.person_id, said=need, answer_id=answer.id, **who)
    for one in open_ones.filter(answer_id=answer.id, version=1).exclude(kind__in=list(said)):
        now = Said(**{**{name: getattr(one, name) for name in WRITTEN}, "state": State.SETTLED, "settled_on": day})
        change_need(need_id=one.pk, version=1, said=now, **who)
    if answer.values.get("pregnant") == "yes" and not _is_pregnant(answer.person_id):
        expected = _day(answer.values.get("expected_on"), None)
        write_pregnancy(person_id=answer.person_id, said=Expecting(known_on=day, expected_on=expected), **who)


def _said(values: Any) -> Iterator[tuple[str, str]]:
    """What is to be examined, by kind, with the words that belong to it."""
    chosen = [one for one in values.get("illness", ()) if one in Kind.values]
    medicine = str(values.get("medicine_which", "")) if values.get("medicine") in {"has", "needs"} else ""
    for kind in chosen:
        yield kind, medicine if len(chosen) == 1 else ""
    if values.get("cough") == "yes":
        yield Kind.TUBERCULOSIS, _("coughs for more than two weeks: keep apart kindly, examine today")
    if values.get("withdrawal") == "yes":
        yield Kind.DRUGS, _("withdrawal: a doctor today")
    if values.get("marks") == "yes":
        yield Kind.INJURY, str(values.get("marks_words", ""))
    if values.get("self_harm") == "yes":
        yield Kind.MENTAL, _("speaks of hurting themselves: see them today, and make a support plan with them")
    if medicine and not chosen:
        yield Kind.OTHER, medicine


def _is_pregnant(person_id: UUID) -> bool:
    return Pregnancy.objects.filter(person=person_id, ended_on=None).exists()


def _day(text: Any, otherwise: Any) -> Any:
    """A day of the form; `otherwise` where none is given."""
    return date.fromisoformat(str(text)) if text else otherwise


HANDLER = FormHandler(
    name="casework.health", title=gettext_lazy("Health screening on entry"), forms=(FORM,),
    data_class=DataClass.HEALTH, subject=subject_of, may_see=keys_seen, taken=taken, of_person=True,
)  # fmt: skip
