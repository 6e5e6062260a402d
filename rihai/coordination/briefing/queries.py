"""Briefings as the actor sees them: those of their places; what waits; the same figures then and now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES
from rihai.coordination.briefing.models import Briefing, BriefingAnswer, BriefingLine, BriefingSending, To, Will
from rihai.coordination.refusals import NotThere
from rihai.coordination.scope import PLAN, READ, SIGN, covered
from rihai.coordination.targets.models import CensusCount
from rihai.kit.actor import Actor
from rihai.places.models import Place
from rihai.screening.models import Stale

FIRST = 3
"""Lines of each actor that are printed as what comes first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what the briefing before it, or after it, printed of the same: None where there is none."""

    line: BriefingLine
    before: BriefingLine | None
    after: BriefingLine | None
    answers: tuple[BriefingAnswer, ...]

    @property
    def answer(self) -> BriefingAnswer | None:
        """The newest answer."""
        return self.answers[-1] if self.answers else None


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one actor, what comes first first, and to whom they were sent."""

    to: To
    lines: tuple[Line, ...]
    sendings: tuple[BriefingSending, ...]


def briefings_for(actor: Actor, capability: str = READ) -> QuerySet[Briefing]:
    """The briefings of the actor's places, the newest first."""
    if not actor.may(capability):
        return Briefing.objects.none()
    return Briefing.objects.filter(covered(actor, capability)).select_related("place")


def briefing_for(pk: UUID, *, actor: Actor, capability: str = PLAN, lock: bool = False) -> Briefing:
    """One of them; `lock`: held until the act is done, so that nobody makes anew what is being signed. Raises
    NotThere."""
    rows = briefings_for(actor, capability).filter(pk=pk)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def beside(briefing: Briefing) -> tuple[Briefing | None, Briefing | None]:
    """The briefing of the place before it, and the next one after it; signed ones alone."""
    rows = Briefing.objects.filter(place=briefing.place_id, signed_at__isnull=False)
    before = rows.filter(census_on__lt=briefing.census_on).order_by("-census_on").first()
    return before, rows.filter(census_on__gt=briefing.census_on).order_by("census_on").first()


def sections(briefing: Briefing) -> list[Section]:
    """Its parts, in the order of the actors; a constant number of queries."""
    before, after = beside(briefing)
    then = _by_code(before)
    now = _by_code(after)
    rows = list(briefing.lines.prefetch_related("answers__file"))
    sendings = list(briefing.sendings.prefetch_related("links"))
    found = []
    for to in To:
        lines = tuple(
            Line(one, then.get(_key(one)), now.get(_key(one)), tuple(one.answers.all()))
            for one in rows if one.to == to
        )  # fmt: skip
        if lines:
            found.append(Section(to, lines, tuple(one for one in sendings if one.to == to)))
    return found


def _key(line: BriefingLine) -> tuple[str, str, str]:
    return line.to, line.rests, line.code


def _by_code(briefing: Briefing | None) -> dict[tuple[str, str, str], BriefingLine]:
    return {_key(one): one for one in briefing.lines.all()} if briefing else {}


def stands(briefing: Briefing) -> bool:
    """Whether the lists it rests on are still taken in."""
    kept = CensusCount.objects.filter(census_id__in=briefing.censuses).count()
    return kept == len(briefing.censuses)


def to_brief(actor: Actor) -> list[tuple[Place, date]]:
    """Places with a list newer than their newest briefing, about whose people the law was asked, and the day of that
    list: where the actor is posted, and where somebody has briefed before. Six queries, however many places."""
    if not actor.may(PLAN):
        return []
    posts = [post for post in standing(actor).posts if PLAN in ROLES[post.role].capabilities]
    mine = {place for post in posts for place in post.places}
    briefed = dict(briefings_for(actor, PLAN).order_by().values_list("place_id").annotate(on=Max("census_on")))
    outer = "place__outer_pairs__outer"
    counts = CensusCount.objects.filter(**{f"{outer}__in": mine | set(briefed)}).order_by()
    newest = dict(counts.values_list(outer).annotate(newest=Max("on")))
    waiting = {key: on for key, on in newest.items() if key not in briefed or on > briefed[key]}
    with as_house():
        outer = "person__held_at__outer_pairs__outer"
        unasked = set(Stale.objects.filter(**{f"{outer}__in": waiting}).values_list(outer, flat=True).distinct())
    places = Place.objects.filter(pk__in=waiting.keys() - unasked).order_by("name")
    return [(one, waiting[one.pk]) for one in places]


def to_sign(actor: Actor) -> QuerySet[Briefing]:
    """Briefings that wait for a signature by somebody other than who made them."""
    return briefings_for(actor, SIGN).filter(signed_at=None).exclude(made_by=actor.pk)


def unanswered(actor: Actor, on: date) -> QuerySet[BriefingSending]:
    """Parts that were sent, whose day to answer has passed, and of which no line is answered."""
    mine = briefings_for(actor, PLAN).order_by().values("pk")
    answers = BriefingAnswer.objects.filter(line__briefing=OuterRef("briefing_id"), line__to=OuterRef("to"))
    rows = BriefingSending.objects.filter(briefing__in=mine, answer_by__lt=on).exclude(Exists(answers))
    return rows.select_related("briefing__place").order_by("answer_by", "pk")


def promises_due(actor: Actor, on: date) -> QuerySet[BriefingAnswer]:
    """What actors said they would do by a day that has come; the newest answer of each line alone."""
    mine = briefings_for(actor, PLAN).order_by().values("pk")
    later = BriefingAnswer.objects.filter(line=OuterRef("line_id"), at__gt=OuterRef("at"))
    rows = BriefingAnswer.objects.filter(
        ~Exists(later), line__briefing__in=mine, due_on__lte=on, done_on=None, kind__in=(Will.WILL, Will.IN_PART)
    )
    return rows.select_related("line__briefing__place").order_by("due_on", "pk")


def first_of(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """What comes first, and the rest."""
    return lines[:FIRST], lines[FIRST:]
