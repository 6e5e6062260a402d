"""A prison's files are given in: kept whole, and asked to be read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.files import keep
from rihai.kit.jobs import start
from rihai.kit.templatetags.kit import day as day_text
from rihai.people.intake.errors import FileKnown, OlderList
from rihai.people.intake.models import Census, CensusChange, CensusFile, CensusState, RowProblem, SourceRow
from rihai.people.intake.operations.reach import census_for
from rihai.people.intake.queries.censuses import censuses_for, newest_day, same_file
from rihai.people.operations.errors import WrongPlace
from rihai.people.operations.reach import works_at
from rihai.places.kinds import HOLDING
from rihai.places.models import Place

READ = "people.census.read"
OWNER = "people.census"


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it was given."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes, by which the same file is known again."""
        return hashlib.sha256(self.content).hexdigest()


@transaction.atomic
def upload(*, place: Place, true_on: date, files: Sequence[Upload], actor: Actor, at: datetime) -> Census:
    """Keep the files of a census and ask for them to be read; the job is named on the census.

    Raises WrongPlace, OlderList, FileKnown, and FileRefused for a file that is not taken in.
    """
    works_at(place, actor=actor, at=at)
    if place.kind not in HOLDING:
        raise WrongPlace(_("Nobody is held at such a place. Choose a prison or a lock-up."))
    _refuse_older(place, true_on)
    for one in files:
        _refuse_known(one, actor)
    census = Census.objects.create(
        place=place, true_on=true_on, author_id=actor.pk, author_name=actor.name[:120], made_at=at
    )
    for number, one in enumerate({one.digest: one for one in files}.values(), 1):
        stored = keep(one.content, name=one.name, data_class="personal", actor=actor, at=at, owner=OWNER)
        CensusFile.objects.create(census=census, number=number, stored=stored, digest=one.digest)
    ask_to_read(census, actor=actor, at=at)
    detail = {"place": place.pk, "true_on": true_on, "files": len(files)}
    append("people.census.uploaded", actor=actor, at=at, subject=census.pk, kind="census", detail=detail)
    return census


@transaction.atomic
def read_again(*, census_id: UUID, actor: Actor, at: datetime) -> Census:
    """Read and compare once more: after a failure, or as people have changed. Raises NoSuchCensus, WrongState."""
    states = (CensusState.READING, CensusState.TO_MAP, CensusState.TO_REVIEW, CensusState.TAKING_IN)
    census = census_for(census_id, states, actor=actor, at=at)
    ask_to_read(census, actor=actor, at=at)
    append("people.census.read_again", actor=actor, at=at, subject=census.pk, kind="census")
    return census


@transaction.atomic
def lay_aside(*, census_id: UUID, actor: Actor, at: datetime) -> Census:
    """Do not take it in after all: the staged rows go, the file stays. Raises NoSuchCensus, WrongState."""
    states = (CensusState.READING, CensusState.TO_MAP, CensusState.TO_REVIEW)
    census = census_for(census_id, states, actor=actor, at=at)
    clear_staged(census)
    census.state, census.job_id = CensusState.LAID_ASIDE, None
    census.save(update_fields=["state", "job_id"])
    append("people.census.laid_aside", actor=actor, at=at, subject=census.pk, kind="census")
    return census


def ask_to_read(census: Census, *, actor: Actor, at: datetime) -> None:
    """Start the job; the caller has the transaction and the line in the trail."""
    job = start(READ, arguments={"census": str(census.pk)}, actor=actor, at=at)
    census.state, census.job_id, census.sum, census.tally = CensusState.READING, job.pk, {}, {}
    census.save(update_fields=["state", "job_id", "sum", "tally"])


def clear_staged(census: Census) -> None:
    """Take the staged rows away."""
    for model in (RowProblem, CensusChange, SourceRow):
        rows = model._default_manager.filter(census=census)
        rows._raw_delete(rows.db)


def _refuse_older(place: Place, true_on: date) -> None:
    newest = newest_day(place.pk)
    if newest and true_on < newest:
        raise OlderList(
            _("A list of %(day)s has been taken in of this place. An older one would move people back.")
            % {"day": day_text(newest)}
        )


def _refuse_known(one: Upload, actor: Actor) -> None:
    known = same_file(one.digest, actor=actor)
    if known is None:
        return
    if not censuses_for(actor).filter(pk=known.pk).exists():
        raise FileKnown(_("This very file has been taken in already. Nothing of it was kept a second time."))
    if known.taken_in_at is None:
        raise FileKnown(
            _("You have given in this very file already, for %(place)s. Go on with it on the page of censuses.")
            % {"place": known.place.shown}
        )
    raise FileKnown(
        _("This very file was taken in on %(day)s by %(who)s, for %(place)s. Nothing of it was kept a second time.")
        % {"day": day_text(known.taken_in_at), "who": known.author_name, "place": known.place.shown}
    )
