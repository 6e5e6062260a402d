"""Procedures as the actor sees them, and which post of which prison has not acknowledged the version in force.

What holds for a province or the whole office is read in each of its prisons; it is kept where a posting covers it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.places.models import Inside, Place
from rihai.preparedness.editions import EditionState
from rihai.preparedness.errors import NotThere
from rihai.preparedness.posts.models import PostHolder, PostOf
from rihai.preparedness.posts.queries import Held, held_at
from rihai.preparedness.procedures.models import Acknowledgement, PostLink, Procedure, ProcedureVersion
from rihai.preparedness.reach import ACT, KEEP, READ, around, covered, places_for

AHEAD = (EditionState.DRAFT, EditionState.ASKED)


def procedures_for(actor: Actor, capability: str = READ) -> QuerySet[Procedure]:
    """The procedures with which the actor may do this, by their code."""
    if not actor.may(capability):
        return Procedure.objects.none()
    mine = around(actor, capability) if capability == READ else covered(actor, capability)
    return Procedure.objects.filter(mine).select_related("place")


def with_versions(rows: QuerySet[Procedure]) -> QuerySet[Procedure]:
    """The procedures with `now`: the versions that are in force or on their way, the newest first; one query more."""
    live = ProcedureVersion.objects.filter(state__in=(*AHEAD, EditionState.IN_FORCE)).defer("text_en", "text_ur")
    return rows.prefetch_related(Prefetch("versions", queryset=live, to_attr="now"))


def texts_for(actor: Actor, capability: str = READ) -> QuerySet[ProcedureVersion]:
    """Every version of these procedures."""
    mine = procedures_for(actor, capability).order_by().values("pk")
    return ProcedureVersion.objects.filter(procedure__in=mine).select_related("procedure__place")


def procedure_to_work(pk: UUID, *, actor: Actor, capability: str = KEEP) -> Procedure:
    """A procedure, locked so that two at once begin no two versions. Raises NotThere."""
    found = procedures_for(actor, capability).filter(pk=pk).select_for_update(of=("self",)).first()
    if found is None:
        raise NotThere(_("There is no such procedure."))
    return found


def text_to_work(pk: UUID, *, actor: Actor, capability: str = KEEP) -> ProcedureVersion:
    """A version, locked. Raises NotThere."""
    found = texts_for(actor, capability).filter(pk=pk).select_for_update(of=("self",)).first()
    if found is None:
        raise NotThere(_("There is no such procedure."))
    return found


def text_in_force(procedure: Procedure) -> ProcedureVersion | None:
    """The version in force."""
    return procedure.versions.filter(state=EditionState.IN_FORCE).first()


@dataclass(frozen=True, slots=True)
class Asked:
    """A post of a prison that is asked to acknowledge a version; `said` where it has, `link` where one was given."""

    place: Place
    post: str
    holder: PostHolder | None
    said: Acknowledgement | None
    link: PostLink | None = None

    @property
    def title(self) -> str:
        """The post in words."""
        return str(PostOf(self.post).label)


def asked_at(
    text: ProcedureVersion, prisons: Sequence[Place], on: date, *, actor: Actor, at: datetime | None = None
) -> list[Asked]:  # fmt: skip
    """Each post of each of these prisons; two queries. With `at` also the links that live then; one query more."""
    ids = [one.pk for one in prisons]
    held: Held = held_at(ids, on, actor=actor)
    rows = Acknowledgement.objects.filter(edition=text, place__in=ids)
    said = {(one.place_id, one.post): one for one in rows}
    posts = [post for post in text.procedure.posts if post in PostOf.values]
    live = live_links(text, actor=actor, at=at).filter(place__in=ids) if at else []
    given = {(one.place_id, one.post): one for one in live}
    return [
        Asked(place, post, held.get((place.pk, post)), said.get((place.pk, post)), given.get((place.pk, post)))
        for place in prisons
        for post in posts
    ]  # fmt: skip


def prisons_recorded(procedure: Procedure, *, actor: Actor) -> QuerySet[Place]:
    """The prisons for whose posts the actor may write down that they have read it: where they keep, or act."""
    return prisons_of(procedure, actor=actor, capability=KEEP) | prisons_of(procedure, actor=actor, capability=ACT)


def links_for(actor: Actor) -> QuerySet[PostLink]:
    """The links given to posts at the places where the actor keeps or acts, the newest first."""
    rows = PostLink.objects.filter(covered(actor, KEEP) | covered(actor, ACT))
    return rows.select_related("edition__procedure", "place")


def living(at: datetime) -> Q:
    """Of the links: those that still open something, of a version in force that the post has not acknowledged, for the
    holder to whom it was given: whoever holds the post since did not get it."""
    day = local_day(at)
    post = {"place": OuterRef("place"), "post": OuterRef("post")}
    holder = PostHolder.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day), **post, at__lte=OuterRef("made_at"))
    said = Acknowledgement.objects.filter(**post, edition=OuterRef("edition"))
    in_force = Q(edition__state=EditionState.IN_FORCE, edition__procedure__ended_on=None, place__closed_on=None)
    return Q(Exists(holder), ~Exists(said), in_force, closed_at=None, ends_at__gt=at)


def live_links(text: ProcedureVersion, *, actor: Actor, at: datetime) -> QuerySet[PostLink]:
    """Those of a version that still open it."""
    return links_for(actor).filter(living(at), edition=text)


def link_of(text: ProcedureVersion, place_id: int, post: str, *, actor: Actor, at: datetime) -> PostLink | None:
    """The one that a post of a prison has."""
    return live_links(text, actor=actor, at=at).filter(place=place_id, post=post).first()


def prisons_of(procedure: Procedure, *, actor: Actor, capability: str = READ) -> QuerySet[Place]:
    """The prisons for which it holds, of those that the actor's posting covers."""
    rows = places_for(actor, capability)
    if procedure.place_id is None:
        return rows
    return rows.filter(pk__in=Inside.objects.filter(outer=procedure.place_id).values("inner_id"))


def acknowledge_by(text: ProcedureVersion) -> date | None:
    """The day by which a version is to be acknowledged; None before it is in force."""
    return text.started_on + timedelta(days=text.procedure.days) if text.started_on else None


def in_force_for(actor: Actor) -> QuerySet[ProcedureVersion]:
    """The versions in force of the procedures that the actor reads, without their words."""
    rows = texts_for(actor).filter(state=EditionState.IN_FORCE, procedure__ended_on=None)
    return rows.defer("text_en", "text_ur").order_by("procedure__code")


def holding(actor: Actor, prisons: Sequence[Place]) -> dict[int, list[ProcedureVersion]]:
    """By prison: the versions in force that hold there; two queries."""
    texts = list(in_force_for(actor))
    around_of: defaultdict[int, set[int | None]] = defaultdict(set)
    for outer, inner in Inside.objects.filter(inner__in=[one.pk for one in prisons]).values_list(
        "outer_id", "inner_id"
    ):
        around_of[inner].add(outer)
    return {
        place.pk: [text for text in texts if text.procedure.place_id in {None, *around_of[place.pk]}]
        for place in prisons
    }  # fmt: skip


def silent(
    held: dict[int, list[ProcedureVersion]]
) -> dict[int, list[tuple[ProcedureVersion, list[str]]]]:  # fmt: skip
    """By prison: of the versions that hold there, those that some posts have not acknowledged, and which; one query."""
    ids = {text.pk for texts in held.values() for text in texts}
    said = set(
        Acknowledgement.objects.filter(edition__in=ids, place__in=list(held)).values_list(
            "edition_id", "place_id", "post"
        )
    )
    found: dict[int, list[tuple[ProcedureVersion, list[str]]]] = {}
    for place, texts in held.items():
        for text in texts:
            missing = [post for post in text.procedure.posts if (text.pk, place, post) not in said]
            if missing:
                found.setdefault(place, []).append((text, missing))
    return found
