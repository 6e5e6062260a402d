"""What should not have been: somebody released in error, brought back, or held without ground. Each is kept as such.

The acts are offered to the house, so that a room above may make an incident of them.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.legal.release.models import Ground, ReachKept, Release, UnlawfulDetention
from rihai.legal.release.operations.errors import NoSuchRelease, WrongRelease
from rihai.legal.release.operations.releasing import release_for
from rihai.people.models import CustodyEpisode
from rihai.people.operations import admit_person
from rihai.people.operations.reach import person_for
from rihai.places.models import Place
from rihai.screening.queries.sight import findings_for, seen


@transaction.atomic
def find_in_error(*, release_id: UUID, version: int, found_on: date, why: str, actor: Actor, at: datetime) -> Release:
    """The person left and should not have been let go. Raises NoSuchRelease, Changed, WrongRelease."""
    release = release_for(release_id, actor=actor, at=at)
    if not why.strip() or release.error_on is not None or found_on < release.released_on:
        raise WrongRelease(_("Say why, and on which day after the release it was found; it is kept once."))
    release.error_on, release.error_why, release.error_by_name = found_on, why[:400], actor.name[:120]
    save_if_unchanged(release, version=version, fields=["error_on", "error_why", "error_by_name"])
    done = Done(
        act="legal.release.found_in_error", actor=actor, at=at, person_ids=(release.person_id,),
        detail={"release": release.pk, "on": found_on},
    )  # fmt: skip
    after(done)
    append(done.act, actor=actor, at=at, subject=release.pk, kind="release", detail={"on": found_on})
    return release


@transaction.atomic
def record_recall(*, release_id: UUID, version: int, place: Place, on: date, actor: Actor, at: datetime) -> Release:
    """Who was released in error is back in custody: a new time in custody begins, and the release says so.

    Raises NoSuchRelease, Changed, WrongMove, WrongPlace, WrongRelease.
    """
    release = release_for(release_id, actor=actor, at=at)
    if release.error_on is None or release.recalled_on is not None or on < release.released_on:
        raise WrongRelease(_("Only who was released in error is brought back so, once, and after that day."))
    person = person_for(release.person_id, actor=actor, at=at)
    release.recalled_on = on
    save_if_unchanged(release, version=version, fields=["recalled_on"])
    admit_person(
        person_id=person.pk, version=person.version, place=place, on=on, reason=_("released in error, brought back"),
        actor=actor, at=at,
    )  # fmt: skip
    done = Done(
        act="legal.release.recalled", actor=actor, at=at, person_ids=(person.pk,), detail={"release": release.pk}
    )
    after(done)
    append(done.act, actor=actor, at=at, subject=release.pk, kind="release", detail={"on": on, "place": place.pk})
    return release


@transaction.atomic
def name_unlawful(
    *, person_id: UUID, ground: str, from_on: date, why: str, provision: str = "", case_id: str = "", today: date,
    actor: Actor, at: datetime,
) -> UnlawfulDetention:  # fmt: skip
    """Somebody by name says that this person is, or was, held without ground since a day.

    It lasts until the person left; of who is still held it stays open and ends with the leaving. Where it stands on a
    provision it has the class of what was found by it. Raises NoSuchPerson, WrongRelease.
    """
    person = person_for(person_id, actor=actor, at=at)
    episode = CustodyEpisode.objects.filter(person=person).order_by("-sequence").first()
    if episode is None or not why.strip() or ground not in Ground.values:
        raise WrongRelease(_("Say since when and why; only who is or was held can be held without ground."))
    last = episode.ended_on or today
    if from_on > last or (episode.started_on and from_on < episode.started_on):
        raise WrongRelease(_("That day does not lie in the last time in custody."))
    data_class, and_legal, place = _class_of(person_id, provision, case_id, actor=actor, at=at)
    with as_house(at):
        if UnlawfulDetention.objects.filter(episode=episode, from_on=from_on, ground=ground, undone_at=None).exists():
            raise WrongRelease(_("That is written already."))
        kept = UnlawfulDetention.objects.create(
            person=person, made_for=person.pk, episode=episode, place_id=person.held_at_id or place,
            data_class=data_class, and_legal=and_legal, case_id=case_id[:200], provision=provision[:80], ground=ground,
            from_on=from_on, to_on=episode.ended_on, why=why[:400], named_by=actor.pk, named_by_name=actor.name[:120],
            named_at=at,
        )  # fmt: skip
    detail = {"ground": ground, "from": from_on, "to": episode.ended_on}
    done = Done(
        act="legal.detention.named_unlawful", actor=actor, at=at, person_ids=(person.pk,),
        detail={**detail, "detention": kept.pk},
    )  # fmt: skip
    after(done)
    append(done.act, actor=actor, at=at, subject=kept.pk, kind="detention", detail=detail)
    return kept


@transaction.atomic
def take_back_unlawful(*, detention_id: UUID, why: str, actor: Actor, at: datetime) -> UnlawfulDetention:
    """It was not so; the row stays, struck. Raises NoSuchRelease, WrongRelease without a reason."""
    kept = UnlawfulDetention.objects.filter(seen(actor, at=at), pk=detention_id, undone_at=None).first()
    if kept is None:
        raise NoSuchRelease(_("There is no such row."))
    if not why.strip():
        raise WrongRelease(_("Say why it is taken back."))
    with as_house(at):
        kept.undone_at, kept.undone_by_name, kept.undone_why = at, actor.name[:120], why[:400]
        kept.save(update_fields=["undone_at", "undone_by_name", "undone_why"])
    done = Done(act="legal.detention.taken_back", actor=actor, at=at, person_ids=(kept.person_id,))
    after(done)
    append(done.act, actor=actor, at=at, subject=kept.pk, kind="detention")
    return kept


def _class_of(
    person_id: UUID, provision: str, case_id: str, *, actor: Actor, at: datetime
) -> tuple[str, bool, int | None]:
    """The class of what a provision says of the person now, or said when they left; personal where none is named.

    Raises WrongRelease for a provision of which the actor sees nothing.
    """
    last = ReachKept.objects.filter(seen(actor, at=at), person=person_id).order_by("-left_on")
    if not provision:
        return DataClass.PERSONAL, False, last.values_list("place_id", flat=True).first()
    columns = ("data_class", "and_legal", "place_id")
    asked = {"provision": provision, "case_id": case_id}
    now = findings_for(actor, at=at).filter(person=person_id, **asked).values_list(*columns).first()
    found: tuple[str, bool, int] | None = now or last.filter(**asked).values_list(*columns).first()
    if found is None:
        raise WrongRelease(_("Nothing is found of that provision for this person."))
    return found
