"""What the room holds about a person, for the person herself: asked at the desk of data protection alone.

Names of others (relatives, colleagues who wrote, whoever opened the record) are left out, and so are remarks, which may
name anybody. What is sealed is never printed: a paper is read by others inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.kit.audit.models import Opening
from rihai.kit.classes import DataClass
from rihai.kit.templatetags.kit import day as day_text
from rihai.people.models import Consent, Movement, Person, Relationship, Statement
from rihai.people.projection.statements import said_of
from rihai.people.record import Belief, believed
from rihai.people.record.said import HAND
from rihai.people.shown import apart, label, order_of, source_text, value_text

Pairs = Sequence[tuple[Any, Any]]
_LEFT_OUT = frozenset({"remarks", "country", "date_of_birth_precision", "serial"})
_SEALED = Q(data_class=DataClass.SEALED)


def extract_of(person_id: UUID) -> list[tuple[Any, Pairs]]:
    """Sections of words and values, in the language that is set; none for who is not known. Asked as the house."""
    person = Person.objects.filter(pk=person_id).select_related("held_at", "merged_into").first()
    if person is None:
        return []
    if person.merged_into_id is not None:
        return extract_of(person.merged_into_id)
    beliefs = sorted(_beliefs(person.pk), key=lambda one: order_of(one.path.fact))
    return [
        (_("What we believe of you, and from where"), [_pair(one) for one in beliefs if not one.path.case_id]),
        *_cases(beliefs),
        (_("Where you were held"), list(_movements(person))),
        (_("What you allowed"), list(_consents(person))),
        (_("Whom you told us of"), list(_ties(person))),
        (_("Who looked, and what is not printed"), list(_besides(person))),
    ]


def _beliefs(person_id: UUID) -> Iterator[Belief]:
    for one in believed(said_of([person_id], ~_SEALED).get(person_id, ())):
        if one.path.fact not in _LEFT_OUT:
            yield one


def _pair(belief: Belief) -> tuple[Any, Any]:
    value = value_text(belief.path.fact, belief.value)
    said = belief.said
    by_us = _("written down by us, %(day)s") % {"day": day_text(said.said_at)}
    return label(belief.path.fact), f"{value} ({by_us if said.kind == HAND else source_text(said)})"


def _cases(beliefs: Iterable[Belief]) -> Iterator[tuple[Any, Pairs]]:
    found: dict[str, list[tuple[Any, Any]]] = {}
    for one in beliefs:
        if one.path.case_id:
            found.setdefault(one.path.case_id, []).append(_pair(one))
    for case_id, pairs in found.items():
        yield _("The case %(case)s") % {"case": apart(case_id)}, pairs


def _movements(person: Person) -> Iterator[tuple[Any, Any]]:
    for one in Movement.objects.filter(person=person).select_related("from_place", "to_place"):
        place = one.to_place or one.from_place
        when = day_text(one.on) if one.on else _("day not known")
        yield when, f"{one.get_kind_display()}: {place.shown}" if place else one.get_kind_display()


def _consents(person: Person) -> Iterator[tuple[Any, Any]]:
    for one in Consent.objects.filter(person=person):
        what = _("%(purpose)s, for %(who)s: %(class)s") % {
            "purpose": one.get_purpose_display(), "who": one.recipient, "class": one.get_data_class_display(),
        }  # fmt: skip
        if one.withdrawn_at is not None:
            what = _("%(consent)s; taken back on %(day)s") % {"consent": what, "day": day_text(one.withdrawn_at)}
        yield day_text(one.started_on), what


def _ties(person: Person) -> Iterator[tuple[Any, Any]]:
    """Kinds alone: the names and numbers are the others' own."""
    for one in Relationship.objects.filter(person=person):
        safe = {True: _("you said we may call"), False: _("you said we must not call")}
        told = safe.get(one.safe_to_contact) if one.safe_to_contact is not None else _("nobody has asked you")
        yield one.get_kind_display(), told


def _besides(person: Person) -> Iterator[tuple[Any, Any]]:
    openings = Opening.objects.filter(person_id=person.pk)
    times, who = openings.count(), openings.values("actor_id").distinct().count()
    yield _("Your page was opened"), _("%(times)s times, by %(who)s of us") % {"times": times, "who": who}
    yield _("Names of relatives and of those who wrote"), _("left out: they are about others")
    yield _("Remarks in a prison’s list"), _("left out: they may name others; ask us to read them with you")
    if Statement.objects.filter(_SEALED, person=person, withdrawn_at=None).exists():
        yield _("What you told us under seal"), _("not printed; whoever you told it to gives it to you in person")
