"""What the room shows elsewhere: on the page of a person and of a place, on the timeline, in My work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.offers import Happening, WorkRow
from rihai.kit.once import once
from rihai.legal.release.models import Answer, DaysKept, Release, Slip
from rihai.legal.release.queries.releases import releases_for, undescribed, unlawful_for
from rihai.legal.release.queries.slips import corrections, not_told, slips_of, to_be_read
from rihai.people.models import Person
from rihai.places.kinds import HOLDING
from rihai.places.models import Inside, Place

ROWS = 15
MONTH = timedelta(days=30)
SOON = timedelta(days=3)


def of_person(actor: Actor, person_id: UUID, today: date) -> dict[str, Any] | None:
    """Releases, whether she was told, and what she may have been told next; nothing where there is nothing to say."""
    releases, slips = _releases(actor, person_id)[:5], slips_of(person_id, actor=actor)[:3]
    named = [(one, one.days_on(today)) for one in unlawful_for(actor).filter(person=person_id)[:5]]
    held = Person.objects.filter(pk=person_id, held_at__isnull=False).exists()
    may_release, may_tell = actor.may("legal.release"), actor.may("legal.respond")
    if not (releases or slips or named or (held and (may_release or may_tell))):
        return None
    return {
        "person_id": person_id, "releases": releases, "slips": slips, "named": named, "held": held,
        "may_release": may_release, "may_tell": may_tell,
    }  # fmt: skip


def _releases(actor: Actor, person_id: UUID) -> list[Release]:
    """A person's releases, the newest first: the panel and the timeline ask for the same."""
    rows = releases_for(actor).filter(person=person_id).select_related("place")
    return once(("legal.releases", actor.pk, person_id), lambda: list(rows))


def of_place(actor: Actor, place_id: int, today: date) -> dict[str, Any] | None:
    """How many were released there in the last thirty days, by what, of the people the actor sees."""
    if not actor.may("people.see") or not Place.objects.filter(pk=place_id, kind__in=HOLDING).exists():
        return None
    inner = Inside.objects.filter(outer=place_id).values("inner_id")
    found = releases_for(actor).filter(place__in=inner, released_on__gt=today - MONTH)
    counted = list(found.order_by().values_list("kind").annotate(n=Count("pk")).order_by("-n"))
    if not counted:
        return None
    names = dict(Release._meta.get_field("kind").flatchoices)
    return {"place_id": place_id, "count": sum(n for _k, n in counted), "by": [(names[key], n) for key, n in counted]}


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What this part of the room adds to a person's timeline."""
    found: list[Happening] = []
    for release in _releases(actor, person_id):
        url = reverse("legal:release", args=[release.pk])
        says = _("Released: %(by)s") % {"by": release.get_kind_display()}
        found.append(Happening(on=release.released_on, says=says, source=release.recorded_by_name, url=url))
        if release.arrived_on:
            said = _("The order of release reached the prison")
            found.append(Happening(on=release.arrived_on, says=said, source=release.court, url=url))
        if release.error_on:
            said = _("Found to be a release in error")
            found.append(Happening(on=release.error_on, says=said, source=release.error_by_name, url=url))
    for slip in slips_of(person_id, actor=actor):
        if slip.answer and slip.told_on:
            said = _("Told: %(what)s") % {"what": slip.get_about_display()}
            said = said if slip.answer == Answer.TOLD else str(slip.get_answer_display())
            url = reverse("legal:slip", args=[slip.pk])
            found.append(Happening(on=slip.told_on, says=said, source=slip.told_by_name, url=url))
    return found


def to_tell(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Slips to be read, and people taken by the actor to whom nothing was said yet."""
    if not actor.may("legal.respond"):
        return []
    due = to_be_read(actor=actor, most=ROWS)
    rows = [_slip_row(one, on) for one in due]
    return [*rows, *(_untold_row(one) for one in not_told(actor=actor, most=ROWS, owner=actor.pk))]


def _slip_row(slip: Slip, on: date) -> WorkRow:
    late = slip.due_on < on
    return WorkRow(
        who=slip.person.full_name or _("Name not known"), url=reverse("legal:slip", args=[slip.pk]),
        why=_("To be told: %(what)s") % {"what": slip.get_about_display()},
        where=slip.person.held_at.shown if slip.person.held_at else "", due_on=slip.due_on,
        status="overdue" if late else "waiting", word=_("Overdue") if late else _("To be told"),
        act=_("Read it to them"), person_id=slip.person_id,
    )  # fmt: skip


def _untold_row(person: Person) -> WorkRow:
    return WorkRow(
        who=person.full_name or _("Name not known"), url=reverse("legal:slip-new", args=[person.pk]),
        why=_("Something is asked for them, and nobody has told them."),
        where=person.held_at.shown if person.held_at else "", status="waiting", word=_("Not told yet"),
        act=_("Make a slip"), person_id=person.pk,
    )  # fmt: skip


def corrected(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """What people corrected when it was read to them."""
    if not actor.may("people.keep"):
        return []
    return [
        WorkRow(
            who=one.person.full_name or _("Name not known"), url=reverse("legal:slip-correction", args=[one.pk]),
            why=_("They say that something is otherwise."),
            where=one.person.held_at.shown if one.person.held_at else "", status="warning", word=_("To look at"),
            act=_("Look"), person_id=one.person_id,
        )
        for one in corrections(actor=actor, most=ROWS)
    ]  # fmt: skip


def to_describe(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Releases of which nobody said how."""
    if not actor.may("legal.release"):
        return []
    return [
        WorkRow(
            who=one.person.full_name or _("Name not known"), url=reverse("legal:release-describe", args=[one.pk]),
            why=_("Released as a list or somebody says; by what and on whose order is not known."),
            where=place.shown if place else "", status="cannot_tell", word=_("How is not known"), act=_("Write it"),
            person_id=one.person_id,
        )
        for one, place in undescribed(actor=actor, most=ROWS)
    ]  # fmt: skip


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What is held here of a person, for herself: her releases, her days, and what she was told. No note of ours."""
    with as_house():
        releases = list(Release.objects.filter(person=person_id, undone_at=None))
        days = list(DaysKept.objects.filter(person=person_id))
        slips = list(Slip.objects.filter(person=person_id, dropped_at=None))
    parts = [(_("Release"), _release_pairs(one)) for one in releases]
    parts += [(_("Days reckoned as lost"), _days_pairs(one)) for one in days if one.met_days or one.open_days]
    return [*parts, *((_("What you were told"), _slip_pairs(one)) for one in slips)]


def _release_pairs(one: Release) -> list[tuple[Any, Any]]:
    return [
        (_("Left on"), one.released_on), (_("Released by"), one.get_kind_display()),
        (_("On the order of"), one.get_authority_display()), (_("Which court or office"), one.court),
        (_("Number of the order"), one.order_number), (_("Day of the order"), one.ordered_on),
        (_("Day on which the order reached the prison"), one.arrived_on),
    ]  # fmt: skip


def _days_pairs(one: DaysKept) -> list[tuple[Any, Any]]:
    return [(_("Left on"), one.left_on), (_("Days lost, met"), one.met_days), (_("Days lost, arguable"), one.open_days)]


def _slip_pairs(one: Slip) -> list[tuple[Any, Any]]:
    return [
        (_("Asked for you"), one.get_asked_display()), (_("Asked by"), one.by_whom), (_("On"), one.told_on),
        (_("What came of it"), one.get_answer_display()), (_("What you said is otherwise"), one.correction or ""),
    ]  # fmt: skip
