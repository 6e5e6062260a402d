"""Forms filled in about a person: which begin on her page, and what an answer tied to a fact says of her.

Such an answer stands on the person as a statement with the form as its source, beside what the census says; a
correction of the answer takes the former statement back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, FormSubject
from rihai.kit.offers import Done
from rihai.people.groups import STRATA
from rihai.people.models import Person, SourceKind, Statement
from rihai.people.operations import correct_facts
from rihai.people.operations.errors import NoSuchPerson
from rihai.people.operations.stating import Source
from rihai.people.projection import project
from rihai.people.queries.people import people_for, person_seen

FORMS = ("prisoner_profile", "at_risk_screening")


def subject(actor: Actor, key: str) -> FormSubject | None:
    """The person of that id, for whoever sees her."""
    person_id = _uuid(key)
    found = person_seen(person_id, actor=actor) if person_id is not None and actor.may("people.see") else None
    if found is None:
        return None
    return FormSubject(
        name=found.full_name or _("Name not known"), url=reverse("people:person", args=[found.pk]), person_id=found.pk
    )


def keys_seen(actor: Actor, keys: Sequence[str]) -> Iterable[str]:
    """Of these persons, those whom the actor sees."""
    ids = [one for one in map(_uuid, keys) if one is not None]
    if not ids or not actor.may("people.see"):
        return []
    return [str(one) for one in people_for(actor).filter(pk__in=ids).values_list("pk", flat=True)]


def names(actor: Actor, keys: Sequence[str]) -> dict[str, str]:
    """The names of these persons, of whom the actor sees."""
    ids = [one for one in map(_uuid, keys) if one is not None]
    if not ids or not actor.may("people.see"):
        return {}
    found = people_for(actor).filter(pk__in=ids).values_list("pk", "full_name")
    return {str(pk): name or _("Name not known") for pk, name in found}


def _uuid(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def facts_said(done: Done) -> None:
    """What an answer says of the person in facts of the dictionary, as a statement with the form as its source."""
    if not done.person_ids or done.actor is None or done.detail.get("data_class") == DataClass.SEALED:
        return
    person_id, answer = done.person_ids[0], done.detail["answer"]
    with as_house(done.at):
        former = Statement.objects.filter(source_id=answer, kind=SourceKind.FORM, withdrawn_at=None)
        taken_back = former.update(withdrawn_at=done.at)
        version = Person.objects.values_list("version", flat=True).filter(pk=person_id).first()
    if done.detail["facts"] and version is not None:
        try:
            _say(person_id, version, done)
            return
        except NoSuchPerson:  # the form was filled in by somebody who does not see her record: it says nothing there
            pass
    if taken_back:
        with as_house(done.at):
            project([person_id])


def _say(person_id: UUID, version: int, done: Done) -> None:
    assert done.actor is not None, "an answer has an author"
    on = done.detail.get("on") or localdate(done.at)
    source = Source(
        kind=SourceKind.FORM, at=done.at, by=done.actor.pk, by_name=done.actor.name[:120], true_on=on,
        source_id=done.detail["answer"], title=done.detail["title"],
    )  # fmt: skip
    correct_facts(
        person_id=person_id, version=version, record=done.detail["facts"], raw=done.detail["raw"], true_on=on,
        actor=done.actor, at=done.at, source=source,
    )  # fmt: skip


HANDLER = FormHandler(
    name="people.person",
    title=gettext_lazy("Forms about a person"),
    forms=FORMS,
    data_class=DataClass.PERSONAL,
    subject=subject,
    may_see=keys_seen,
    of_person=True,
    names=names,
    strata=STRATA,
)
