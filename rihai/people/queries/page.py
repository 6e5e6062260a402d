"""Everything the page of one person shows, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from rihai.accounts.access import Sight
from rihai.accounts.acting import asked_at
from rihai.accounts.models import Grant, Ground, Guarded
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sight_of
from rihai.kit.actor import Actor
from rihai.kit.audit.models import Opening
from rihai.kit.classes import DataClass
from rihai.kit.offers import Happening, PersonTimeline, offered
from rihai.people.models import Consent, Difference, Merge, Movement, Person, Placement, Relationship
from rihai.people.queries.people import person_seen
from rihai.people.queries.records import said_about
from rihai.people.queries.timeline import Moment, timeline
from rihai.people.record import Belief, believed, path_text, read_path
from rihai.people.record.slices import class_of
from rihai.people.shown import label, order_of, source_text, value_text

OPENINGS = 8
NOT_SHOWN = frozenset({"country", "date_of_birth_precision"})


@dataclass(frozen=True, slots=True)
class Other:
    """What another source says of a fact."""

    value: str
    source: str
    raw: str


@dataclass(frozen=True, slots=True)
class ShownFact:
    """One fact as the page shows it: in words, its source, its raw text where that differs, and what others say."""

    path: str
    fact: str
    label: str
    value: str
    source: str
    raw: str
    data_class: str
    others: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The facts of one case."""

    case_id: str
    facts: tuple[ShownFact, ...]


@dataclass(frozen=True, slots=True)
class ToDecide:
    """A fact on which the newest census differs from us."""

    id: UUID
    label: str
    case_id: str
    ours: str
    our_source: str
    theirs: str
    their_source: str
    raw: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The page."""

    person: Person
    sight: Sight
    facts: tuple[ShownFact, ...]
    cases: tuple[CaseFacts, ...]
    moments: tuple[Moment, ...]
    movements: tuple[Movement, ...]
    placement: Placement | None
    relationships: tuple[Relationship, ...]
    consents: tuple[Consent, ...]
    to_decide: tuple[ToDecide, ...]
    openings: tuple[Opening, ...]
    working: tuple[Grant, ...]
    represented: bool
    merges: tuple[Merge, ...]
    guarded: bool

    children_inside: int = 0

    @property
    def next_day(self) -> Moment | None:
        """What comes next, as far as the record knows."""
        return next((one for one in self.moments if one.kind == "coming"), None)


def page_of(person_id: UUID, *, actor: Actor, today: date, at: datetime | None = None) -> PersonPage | None:
    """The page of a person, with the classes the actor sees; None for who is not seen."""
    moment = at or asked_at()
    person = person_seen(person_id, actor=actor, at=moment)
    if person is None:
        return None
    said = said_about(person.pk, actor=actor, at=moment)
    beliefs = sorted(believed(said), key=lambda one: order_of(one.path.fact))
    movements = tuple(Movement.objects.filter(person=person).select_related("from_place", "to_place"))
    consents = tuple(Consent.objects.filter(person=person))
    sight = sight_of(actor, person.pk, at=moment)
    assigned, privileged = _assigned(person.pk, moment, sight)
    return PersonPage(
        person=person,
        sight=sight,
        facts=tuple(shown_fact(one) for one in beliefs if not one.path.case_id and one.path.fact not in NOT_SHOWN),
        cases=_cases(beliefs),
        moments=tuple(timeline(beliefs, movements, consents, today=today, others=_happenings(person.pk, actor))),
        movements=movements,
        placement=Placement.objects.filter(person=person, ended_on=None)
        .select_related("place")
        .order_by("-pk")
        .first(),
        relationships=tuple(Relationship.objects.filter(person=person)),
        consents=consents,
        to_decide=_to_decide(person, beliefs, sight),
        openings=tuple(Opening.objects.filter(person_id=person.pk).order_by("-event_number")[:OPENINGS]),
        working=tuple(one for one in assigned if one.ground_id not in privileged),
        represented=any(one.ground_id in privileged for one in assigned),
        merges=tuple(Merge.objects.filter(kept=person, undone_at=None)),
        guarded=Guarded.objects.filter(person_id=person.pk, ended_at=None).exists(),
        children_inside=_children_inside(beliefs),
    )


def _happenings(person_id: UUID, actor: Actor) -> list[Happening]:
    """What the rooms add to the timeline, each within need-to-know."""
    return [one for offer in offered(PersonTimeline) for one in offer.of(actor, person_id)]


def _children_inside(beliefs: Iterable[Belief]) -> int:
    """Children living in the prison: those listed, else the number said."""
    told = {one.path.fact: one.value for one in beliefs if not one.path.case_id}
    listed = [child for child in told.get("children") or () if isinstance(child, dict)]
    counted = told.get("children_in_prison")
    inside = sum(1 for child in listed if child.get("lives_in_prison") is True)
    return inside or (int(counted) if isinstance(counted, int | float) else 0)


def shown_fact(belief: Belief) -> ShownFact:
    """A belief as it is shown."""
    value = value_text(belief.path.fact, belief.value)
    raw = belief.raw or ""
    others = tuple(
        Other(value_text(belief.path.fact, other), source_text(said), said.raw.get(path_text(belief.path), ""))
        for other, said in belief.others
    )
    return ShownFact(
        path=path_text(belief.path),
        fact=belief.path.fact,
        label=label(belief.path.fact),
        value=value,
        source=source_text(belief.said),
        raw=raw if raw.strip() != value else "",
        data_class=class_of(belief.path.fact),
        others=others,
    )


def _cases(beliefs: Iterable[Belief]) -> tuple[CaseFacts, ...]:
    found: dict[str, list[ShownFact]] = {}
    for one in beliefs:
        if one.path.case_id:
            found.setdefault(one.path.case_id, []).append(shown_fact(one))
    return tuple(CaseFacts(case_id, tuple(facts)) for case_id, facts in found.items())


def _to_decide(person: Person, beliefs: Sequence[Belief], sight: Sight) -> tuple[ToDecide, ...]:
    rows = Difference.objects.filter(person=person, data_class__in=sight.seen)
    by_path = {one.path: one for one in beliefs}
    return tuple(found for row in rows if (found := _one_to_decide(row, by_path.get(read_path(row.path)))))


def _one_to_decide(row: Difference, belief: Belief | None) -> ToDecide | None:
    if belief is None:
        return None
    theirs = next(((value, said) for value, said in belief.others if said.id == row.theirs_id), None)
    if theirs is None:
        return None
    value, said = theirs
    return ToDecide(
        id=row.pk,
        label=label(belief.path.fact),
        case_id=belief.path.case_id,
        ours=value_text(belief.path.fact, belief.value),
        our_source=source_text(belief.said),
        theirs=value_text(belief.path.fact, value),
        their_source=source_text(said),
        raw=said.raw.get(row.path, ""),
    )


def _assigned(person_id: UUID, moment: datetime, sight: Sight) -> tuple[list[Grant], set[UUID | None]]:
    """Who has leave to see the person that ends with their work, and which of that work is legal. The reader sees them.

    Whose work is legal is privileged: to everybody outside their team a page says that the person is represented, and
    not by whom. Work on health or sealed matter is named to who sees that class: a counsellor's name would tell of it.
    """
    veiled = {DataClass.HEALTH, DataClass.SEALED} - sight.seen
    with as_house(moment):
        held = Grant.objects.filter(person_id=person_id, ended_at=None, started_at__lte=moment).exclude(
            ground=Ground.GLASS
        )
        hidden = held.filter(data_class__in=veiled, ground_id__isnull=False).values_list("ground_id", flat=True)
        named = held.filter(Q(ground_id__isnull=True) | ~Q(ground_id__in=list(hidden)), data_class=DataClass.PERSONAL)
        assigned = list(named.select_related("account").order_by("started_at")[:OPENINGS])
        privileged = set(
            held.filter(data_class=DataClass.LEGAL, ground_id__in=[one.ground_id for one in assigned]).values_list(
                "ground_id", flat=True
            )
        )
    return assigned, privileged
