"""What is done with an agenda: filled, trimmed, ordered, added to; a guarded person put on it by a named decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Max
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import grant
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.coordination.agenda.filling import MOST, Filled, Line, stands_today
from rihai.coordination.agenda.models import BY_HAND, AgendaItem, Standing
from rihai.coordination.agenda.queries import items_for
from rihai.coordination.errors import NoSuchBody, NothingSaid, NotNow
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.meetings.operations import AHEAD_STATES, meeting_for, not_approved
from rihai.coordination.papers.models import Papers
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.legal.papers.queries.packs import guarded_among
from rihai.people.operations.reach import person_for
from rihai.places.models import Inside

DECIDES_GUARDED = "guarded.assign"


@transaction.atomic
def fill(*, meeting_id: UUID, actor: Actor, at: datetime) -> tuple[int, int]:
    """Bring an agenda up to today's lists; says how many lines came and how many went. Raises NoSuchBody, NotNow.

    What was left out stays left out, what was added by hand or by a named decision stays; what no list holds any more
    is gone from the agenda, and says so until the papers are sent. Of a list that is longer than an agenda bears, the
    first stand on it, and how many more there are.
    """
    meeting = open_agenda(meeting_id, actor=actor)
    filled = today_of(meeting, actor=actor, at=at)
    gone = let_go(meeting, filled, at=at)
    seen = items_for(actor).filter(meeting=meeting, guarded_because="").exclude(source=BY_HAND)
    kept = {(one.source, one.key, one.person_id): one for one in seen.select_for_update(of=("self",))}
    today = {line.key: line for line in filled.lines}
    order = _last_order(meeting)
    back = [_renewed(one, today[key]) for key, one in kept.items() if key in today]
    AgendaItem.objects.bulk_update(back, ["standing", "titles", "words", "since", "count"])
    stand = Counter(one.source for one in kept.values() if one.standing == Standing.ON)
    new = (one for key, one in today.items() if key not in kept)
    come = [_item(meeting, line, order + n, actor, at) for n, line in enumerate(_up_to(MOST, new, stand), 1)]
    AgendaItem.objects.bulk_create(come)
    count_beyond(meeting, filled, at=at)
    detail = {"came": len(come), "went": gone}
    append("coordination.agenda.filled", actor=actor, at=at, subject=meeting.pk, kind="meeting", detail=detail)
    return len(come), gone


def _up_to(most: int, lines: Iterable[Line], stand: Counter[str]) -> Iterator[Line]:
    """The lines for which their list has room on the agenda, beside those that `stand` there."""
    for one in lines:
        if stand[one.source] < most:
            stand[one.source] += 1
            yield one


@transaction.atomic
def leave_out(*, item_id: UUID, because: str, actor: Actor, at: datetime) -> AgendaItem:
    """Leave a line out, with the reason; filling the agenda again leaves it so. Raises NoSuchBody, NotNow."""
    item = _open_item(item_id, actor=actor)
    if not because.strip():
        raise NothingSaid(_("Say why it is left out."))
    item.standing, item.because = Standing.LEFT_OUT, because
    return _changed(item, "coordination.item.left_out", actor, at)


@transaction.atomic
def bring_back(*, item_id: UUID, actor: Actor, at: datetime) -> AgendaItem:
    """A line that was left out stands on the agenda again. Raises NoSuchBody, NotNow."""
    item = _open_item(item_id, actor=actor)
    if item.standing != Standing.LEFT_OUT:
        raise NotNow(_("It is not left out."))
    item.standing, item.because = Standing.ON, ""
    return _changed(item, "coordination.item.brought_back", actor, at)


@transaction.atomic
def put_first(*, item_id: UUID, actor: Actor, at: datetime) -> AgendaItem:
    """A line comes first under its heading. Raises NoSuchBody, NotNow."""
    item = _open_item(item_id, actor=actor)
    others = AgendaItem.objects.filter(meeting=item.meeting_id, source=item.source).exclude(pk=item.pk)
    for at_place, (pk, order) in enumerate(others.order_by("order", "since", "pk").values_list("pk", "order"), 2):
        if order != at_place:
            AgendaItem.objects.filter(pk=pk).update(order=at_place)
    item.order = 1
    return _changed(item, "coordination.item.put_first", actor, at)


@transaction.atomic
def add_by_hand(*, meeting_id: UUID, title: str, says: str, actor: Actor, at: datetime) -> AgendaItem:
    """A matter that no list holds, and that names nobody. Raises NoSuchBody, NotNow."""
    meeting = open_agenda(meeting_id, actor=actor)
    item = AgendaItem.objects.create(
        meeting=meeting, source=BY_HAND, key=f"{_last_order(meeting) + 1}", titles={"en": title}, words={"en": says},
        order=_last_order(meeting) + 1, added_at=at, added_by_name=actor.name[:120],
    )  # fmt: skip
    append("coordination.item.added", actor=actor, at=at, subject=item.pk, kind="item", detail={"meeting": meeting.pk})
    return item


@transaction.atomic
def decide_guarded(
    *, meeting_id: UUID, person_id: UUID, because: str, says: str, actor: Actor, at: datetime
) -> AgendaItem:  # fmt: skip
    """A guarded person stands on one agenda by a named decision; its secretary sees her from now on.

    For who may assign people to the guarded: the only way on to an agenda. Raises NoSuchPerson, NoSuchBody, NotNow,
    NothingSaid without a reason, for somebody who is not guarded, or where nobody looks after the body.
    """
    if not actor.may(DECIDES_GUARDED):
        raise NoSuchBody(_("There is no such meeting."))
    person = person_for(person_id, actor=actor, at=at)
    if person.pk not in guarded_among([person.pk], at=at) or not because.strip():
        raise NothingSaid(_("Only a guarded person needs a decision, and it needs a reason."))
    with as_house(at):
        held = Inside.objects.filter(inner=person.held_at_id).values("outer_id")
        found = Meeting.objects.filter(pk=meeting_id, state__in=AHEAD_STATES, body__place__in=held)
        meeting = found.select_for_update(of=("self",)).select_related("body").first()
        if meeting is None or meeting.body.secretary_id is None:
            raise NoSuchBody(_("There is no such meeting, or nobody looks after it."))
        not_sent(meeting)
        item, _made = AgendaItem.objects.update_or_create(
            meeting=meeting, source=BY_HAND, key="guarded", person=person,
            defaults={
                "first_person": person.pk, "data_class": DataClass.PERSONAL, "place_id": person.held_at_id,
                "words": {"en": says}, "standing": Standing.ON, "guarded_because": because,
                "guarded_by_name": actor.name[:120], "order": _last_order(meeting) + 1, "added_at": at,
                "added_by_name": actor.name[:120],
            },
        )  # fmt: skip
    grant(
        account_id=meeting.body.secretary_id, person_id=person.pk, classes=[DataClass.PERSONAL],
        ground=Ground.ASSIGNMENT, ground_id=item.pk, actor=actor, at=at,
    )  # fmt: skip
    detail = {"meeting": meeting.pk}
    append("coordination.guarded.decided", actor=actor, at=at, subject=person.pk, kind="person", detail=detail)
    return item


@transaction.atomic
def write_said(*, meeting_id: UUID, said: Mapping[UUID, str], actor: Actor, at: datetime) -> int:
    """What the meeting said of the lines, in the minutes. Raises NoSuchBody, NotNow."""
    meeting = meeting_for(meeting_id, actor=actor, states=("held",))
    not_approved(meeting)
    rows = items_for(actor).filter(meeting=meeting, pk__in=said).select_for_update(of=("self",))
    changed = [one for one in rows if (one.said or "") != said[one.pk]]
    for one in changed:
        one.said = said[one.pk]
        one.save(update_fields=["said"])
    append("coordination.minutes.written", actor=actor, at=at, subject=meeting.pk, kind="meeting",
           detail={"lines": len(changed)})  # fmt: skip
    return len(changed)


def open_agenda(meeting_id: UUID, *, actor: Actor) -> Meeting:
    """A meeting that lies ahead and whose papers are not sent. Raises NoSuchBody, NotNow."""
    meeting = meeting_for(meeting_id, actor=actor, states=AHEAD_STATES)
    not_sent(meeting)
    return meeting


def not_sent(meeting: Meeting) -> None:
    """Raises NotNow where members have the agenda: it is frozen."""
    if Papers.objects.filter(meeting=meeting).exists():
        raise NotNow(_("The papers are with the members; the agenda is frozen."))


def _open_item(item_id: UUID, *, actor: Actor) -> AgendaItem:
    item = items_for(actor).filter(pk=item_id).first()
    if item is None:
        raise NoSuchBody(_("There is no such line."))
    open_agenda(item.meeting_id, actor=actor)
    return item


def _changed(item: AgendaItem, act: str, actor: Actor, at: datetime) -> AgendaItem:
    item.save(update_fields=["standing", "because", "order"])
    append(act, actor=actor, at=at, subject=item.pk, kind="item", detail={"meeting": item.meeting_id})
    return item


def _item(meeting: Meeting, line: Line, order: int, actor: Actor, at: datetime) -> AgendaItem:
    row = line.row
    return AgendaItem(
        meeting=meeting, source=line.source, key=row.key[:330], person_id=row.person_id, first_person=row.person_id,
        data_class=row.data_class, place_id=row.place_id, case_id=row.about.get("case_id", ""),
        provision=row.about.get("provision", ""), titles=dict(line.titles), words=dict(line.words), since=row.since,
        url=row.url, count=row.count, order=order, added_at=at, added_by_name=actor.name[:120],
    )  # fmt: skip


def _renewed(item: AgendaItem, line: Line) -> AgendaItem:
    """What it says today; one that had gone from its list is back."""
    if item.standing == Standing.GONE:
        item.standing = Standing.ON
    item.titles, item.words = dict(line.titles), dict(line.words)
    item.since, item.count = line.row.since, line.row.count
    return item


def _last_order(meeting: Meeting) -> int:
    return AgendaItem.objects.filter(meeting=meeting).aggregate(n=Max("order"))["n"] or 0


def today_of(meeting: Meeting, *, actor: Actor, at: datetime) -> Filled:
    """What the actor's lists hold today for the agenda of a meeting."""
    known = AgendaItem.objects.filter(meeting=meeting).order_by().values_list("source").annotate(n=Count("pk"))
    return stands_today(meeting.body, dict(known), actor=actor, on=local_day(at), at=at)


def let_go(meeting: Meeting, filled: Filled, *, at: datetime) -> int:
    """Mark the lines that no list holds any more; says how many.

    Done by the house: somebody guarded since is seen by the secretary no more, and must stand in no paper as a number.
    """
    today = {line.key for line in filled.lines}
    with as_house(at):
        rows = AgendaItem.objects.filter(meeting=meeting, standing=Standing.ON, guarded_because="")
        rows = rows.exclude(source=BY_HAND)
        found = list(rows.values_list("pk", "source", "key", "person_id"))
        guarded = guarded_among([person for _pk, _source, _key, person in found if person], at=at)
        gone = [
            pk for pk, source, key, person in found
            if person in guarded or ((source, key, person) not in today and source not in filled.short)
        ]  # fmt: skip
        return AgendaItem.objects.filter(pk__in=gone).update(standing=Standing.GONE)


def count_beyond(meeting: Meeting, filled: Filled, *, at: datetime) -> None:
    """Keep of each list how many more it holds than stand on the agenda or were left out of it."""
    with as_house(at):
        rows = AgendaItem.objects.filter(meeting=meeting).exclude(standing=Standing.GONE).order_by()
        taken = dict(rows.values_list("source").annotate(n=Count("pk")))
    over = {name: total - taken.get(name, 0) for name, total in filled.totals.items()}
    meeting.beyond = {name: n for name, n in over.items() if n > 0}
    meeting.save(update_fields=["beyond"])
