"""A briefing is made from the figures of the last screening, added to by hand, signed, sent and answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.coordination.briefing.compose import Said, held_at, ordered, said_at
from rihai.coordination.briefing.control import held_key, printed, released
from rihai.coordination.briefing.models import (
    Briefing,
    BriefingAnswer,
    BriefingLine,
    BriefingLink,
    BriefingSending,
    Rests,
    To,
    Way,
    Will,
)
from rihai.coordination.briefing.nested import export_of, lock_near
from rihai.coordination.briefing.queries import briefing_for
from rihai.coordination.refusals import NotSo, NotThere
from rihai.coordination.scope import PLAN, SIGN, inner, places_for
from rihai.coordination.targets.models import CensusCount
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.exports.models import PublishedFigures
from rihai.kit.files import keep
from rihai.kit.links import Secrets
from rihai.profile.disclosure import Release, as_json
from rihai.screening.law.packs import law_on
from rihai.screening.models import Stale

LEAST_DAYS = 3
OWNER = "coordination.briefing"
"""Under which the files of those who answer are kept."""
MOST_FILES = 12
"""Files given to one line: whoever holds a link cannot fill the store."""


@transaction.atomic
def make_briefing(*, place_id: int, actor: Actor, at: datetime) -> Briefing:
    """Make the briefing of a place after its newest lists, or make it anew while nobody has signed it: what was written
    by hand stays in it. Raises NotThere, NotSo, and Refused where the figures cannot be shown safely."""
    place = places_for(actor, PLAN).filter(pk=place_id).first()
    if place is None:
        raise NotThere(str(place_id))
    counts = list(CensusCount.objects.filter(place__in=inner(place_id)).order_by("-on"))
    if not counts:
        raise NotSo(_("No list of prisoners was taken in there yet. A briefing follows a list."))
    on = counts[0].on
    _refuse_unscreened(place_id, at)
    briefing = Briefing.objects.select_for_update(of=("self",)).filter(place=place, census_on=on).first()
    if briefing is not None and briefing.signed_at is not None:
        raise NotSo(_("The briefing after this list is signed and stands. The next one follows the next list."))
    law = law_on(local_day(at))
    said, held = said_at(place_id, on, law), held_at(place_id)
    release = released(said, held, on, place_id)
    values = {
        "censuses": sorted(str(one.census_id) for one in counts if one.on == on), "packs": law.versions(),
        "counted": held, "printed": release.cells[held_key(on, place_id)], "made_by": actor.pk,
        "made_by_name": actor.name[:120], "made_at": at,
    }  # fmt: skip
    made, _is_new = Briefing.objects.update_or_create(place=place, census_on=on, defaults=values)
    made.lines.exclude(rests=Rests.HAND).delete()
    _write(made, said, release)
    detail = {"place": place_id, "census_on": on, "lines": len(said)}
    append("coordination.briefing.made", actor=actor, at=at, subject=made.pk, kind="briefing", detail=detail)
    return made


def _refuse_unscreened(place_id: int, at: datetime) -> None:
    """Raises NotSo while the law is still asked about people held there."""
    with as_house(at):
        if Stale.objects.filter(person__held_at__in=inner(place_id)).exists():
            raise NotSo(_("The law is still being asked about the people of this list. Try again in a few minutes."))


def _write(briefing: Briefing, said: list[Said], release: Release) -> None:
    on, rows = briefing.census_on, []
    for to in To:
        mine = [one for one in said if one.to == to]
        numbers = {id(one): printed(release, one, on, briefing.place_id) for one in mine}
        lines = ordered(mine, lambda one: sum(n or 0 for n in numbers[id(one)]))  # noqa: B023 - used at once
        rows += [_row(briefing, one, order, numbers[id(one)]) for order, one in enumerate(lines)]
    BriefingLine.objects.bulk_create(rows)


def _row(briefing: Briefing, one: Said, order: int, numbers: tuple[int | None, int | None]) -> BriefingLine:
    return BriefingLine(
        briefing=briefing, to=one.to, order=order, rests=one.rests, code=one.code, cite=one.cite,
        says_en=one.says[0][:400], says_ur=one.says[1][:400], asks_en=one.asks[0][:1000], asks_ur=one.asks[1][:1000],
        is_people=one.is_people, is_sensitive=one.is_sensitive, met=one.met, open=one.open, printed_met=numbers[0],
        printed_open=numbers[1], why=list(one.why),
    )  # fmt: skip


@transaction.atomic
def add_line(*, briefing_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> BriefingLine:
    """Add what is asked of an actor by hand: to, asks_en, asks_ur. It counts nobody. Raises NotThere, NotSo."""
    briefing = _unsigned(briefing_id, actor)
    asks = str(said.get("asks_en") or said.get("asks_ur") or "").strip()
    if not asks:
        raise NotSo(_("Say what is asked."))
    order = briefing.lines.filter(to=said["to"]).count()
    made = BriefingLine.objects.create(
        briefing=briefing, to=said["to"], order=order, rests=Rests.HAND, code=f"hand-{order}-{at:%H%M%S%f}",
        says_en=str(said.get("says") or "").strip()[:400], says_ur=str(said.get("says") or "").strip()[:400],
        asks_en=str(said.get("asks_en") or "").strip(), asks_ur=str(said.get("asks_ur") or "").strip(),
        is_people=False, met=0, printed_met=0, printed_open=0, why=["asked"],
    )  # fmt: skip
    detail = {"briefing": briefing.pk, "to": made.to}
    append("coordination.briefing.added_to", actor=actor, at=at, subject=briefing.pk, kind="briefing", detail=detail)
    return made


@transaction.atomic
def sign_briefing(*, briefing_id: UUID, actor: Actor, at: datetime) -> Briefing:
    """Sign it off: from now on it stands, may be sent, and what it printed is kept for the next. Nobody signs what they
    made themselves. Raises NotThere, NotSo, and Refused where the figures no longer agree with what has left."""
    lock_near(briefing_for(briefing_id, actor=actor, capability=SIGN).place_id)
    briefing = briefing_for(briefing_id, actor=actor, capability=SIGN, lock=True)
    if briefing.signed_at is not None:
        raise NotSo(_("It is signed already."))
    if briefing.made_by == actor.pk:
        raise NotSo(_("Somebody other than who made it signs it."))
    lines = list(briefing.lines.all())
    place_id, on = briefing.place_id, briefing.census_on
    release = released([_said(one) for one in lines], briefing.counted, on, place_id)
    for one in lines:
        one.printed_met, one.printed_open = printed(release, _said(one), on, place_id)
    BriefingLine.objects.bulk_update(lines, ["printed_met", "printed_open"])
    PublishedFigures.objects.create(export=export_of(place_id), release=as_json(release), released_at=at)
    briefing.signed_by, briefing.signed_by_name, briefing.signed_at = actor.pk, actor.name[:120], at
    briefing.printed, briefing.version = release.cells[held_key(on, place_id)], briefing.version + 1
    briefing.save(update_fields=["signed_by", "signed_by_name", "signed_at", "printed", "version"])
    append("coordination.briefing.signed", actor=actor, at=at, subject=briefing.pk, kind="briefing")
    return briefing


def _said(line: BriefingLine) -> Said:
    """A line as it was composed, as far as its figures go."""
    return Said(
        To(line.to), Rests(line.rests), line.code, ("", ""), ("", ""), line.met, line.open,
        is_people=line.is_people, is_sensitive=line.is_sensitive,
    )  # fmt: skip


@transaction.atomic
def send_part(
    *, briefing_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime
) -> tuple[BriefingSending, Secrets | None]:
    """Write down that an actor's part was sent: to, receiver, way, answer_by. By link, the two secrets come back
    and are shown once. Raises NotThere, NotSo."""
    briefing = briefing_for(briefing_id, actor=actor)
    if briefing.signed_at is None:
        raise NotSo(_("Nobody has signed this briefing off yet. What leaves, leaves signed."))
    if not briefing.lines.filter(to=said["to"]).exists():
        raise NotSo(_("Nothing in this briefing is for them."))
    today = local_day(at)
    if said["answer_by"] < today + timedelta(days=LEAST_DAYS):
        raise NotSo(_("Give at least three days to answer."))
    made = BriefingSending.objects.create(
        briefing=briefing, to=said["to"], receiver=said["receiver"], way=said["way"], sent_on=today,
        answer_by=said["answer_by"], sent_by_name=actor.name[:120], at=at,
    )  # fmt: skip
    secrets = None
    if said["way"] == Way.LINK:
        link = BriefingLink(sending=made)
        secrets = link.seal(days=(said["answer_by"] - today).days + 1, by_name=actor.name, at=at)
        link.save()
    detail = {"sending": made.pk, "to": made.to, "way": made.way}
    append("coordination.briefing.sent", actor=actor, at=at, subject=briefing.pk, kind="briefing", detail=detail)
    return made, secrets


@transaction.atomic
def record_answer(*, line_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> BriefingAnswer:
    """Write down what was answered on paper or at a meeting: kind, says, due_on, file, by_name. Raises NotThere, NotSo,
    FileRefused."""
    line = BriefingLine.objects.filter(pk=line_id).first()
    if line is None:
        raise NotThere(str(line_id))
    briefing = briefing_for(line.briefing_id, actor=actor)
    if not briefing.sendings.filter(to=line.to).exists():
        raise NotSo(_("This part was sent to nobody yet."))
    made = keep_answer(line, said=said, by_name=str(said.get("by_name") or ""), actor=actor, at=at)
    detail = {"line": line.pk, "kind": made.kind}
    append("coordination.briefing.answered", actor=actor, at=at, subject=briefing.pk, kind="briefing", detail=detail)
    return made


def keep_answer(
    line: BriefingLine, *, said: Mapping[str, Any], by_name: str, actor: Actor | None, at: datetime
) -> BriefingAnswer:
    """One answer to one line, within the act that takes it; it came by link where `actor` is None.

    Raises NotSo, FileRefused.
    """
    kind, due, says = said["kind"], said.get("due_on"), str(said.get("says") or "").strip()
    if kind in {Will.WILL, Will.IN_PART} and due is None:
        raise NotSo(_("Say by when it will be done."))
    if kind == Will.WILL_NOT and not says:
        raise NotSo(_("Say why it will not be done."))
    done: date | None = local_day(at) if kind == Will.DONE else None
    stored = None
    if said.get("file"):
        if line.answers.exclude(file=None).count() >= MOST_FILES:
            raise NotSo(_("Enough files were given to this line. Write to the office that sent it."))
        name, content = said["file"]
        stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    return BriefingAnswer.objects.create(
        line=line, kind=kind, says=says, due_on=due if kind in {Will.WILL, Will.IN_PART} else None, done_on=done,
        by_name=by_name.strip()[:160], by_link=actor is None, file=stored, at=at,
    )  # fmt: skip


def _unsigned(briefing_id: UUID, actor: Actor) -> Briefing:
    briefing = briefing_for(briefing_id, actor=actor, lock=True)
    if briefing.signed_at is not None:
        raise NotSo(_("This briefing is signed and stands as it is."))
    return briefing
