"""The API of findings: the lists of who could go and who is still inside although, and one finding laid open."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from rihai.kit.api import PAGE, PlaceKey, PlaceNamed, Scoped, Withheld, Words
from rihai.kit.audit.reads import listed as was_listed
from rihai.kit.audit.reads import opened
from rihai.people.models import Sex
from rihai.people.views.asked import actor_of
from rihai.screening.law.packs import Law, law_on
from rihai.screening.queries.lists import Asked, listed, withheld
from rihai.screening.queries.standing import finding_seen
from rihai.screening.shown.explained import Condition, Explained, explained
from rihai.screening.shown.rows import Row, language, rows_of

router = Router(tags=["findings"])
READS: dict[str, Any] = {"auth": Scoped("findings.read"), "openapi_extra": {"x-scope": "findings.read"}}
Tab = Literal["today", "30", "60", "90", "cannot_tell", "inside", "alerts"]


class PersonNamed(Schema):
    """Whom a finding is about."""

    id: UUID
    name: str
    says: str = Field(description="Woman, 34; what of it is known.")


class Finding(Schema):
    """The outcome of one provision for one person and case."""

    id: UUID = Field(description="Stays the same from one screening to the next.")
    person: PersonNamed
    place: PlaceNamed
    case_id: str = Field(description="Empty where the provision asks of the person alone.")
    court: str
    pack: str
    version: str
    provision: str
    title: str
    kind: str = Field(description="release, help, alert or bar.")
    outcome: str = Field(description="met, arguable, not_yet or cannot_tell.")
    says: str = Field(description="The outcome in words, with its day.")
    why: str = Field(description="The condition that carries it, with its arithmetic.")
    note: str = Field(description="Charges, how long held, whether another case holds.")
    lost: str = Field(description="For how many days what the law says shall be done has not been done.")
    since_on: date | None
    due_on: date | None
    until_on: date | None
    missing: list[str] = Field(description="Facts on which the answer still depends.")
    data_class: str
    url: str = Field(description="Its page on the site.")


class FindingList(Schema):
    """A page of findings."""

    findings: list[Finding]
    withheld: list[Withheld] = Field(description="People on this list by a finding the owner of the key may not see.")
    next: UUID | None = Field(description="Send it as after for the next page; null on the last.")


class ConditionTold(Schema):
    """One condition of a provision and how it stands."""

    stands: str = Field(description="met, open (for the court), missing or not_met.")
    word: str
    says: str
    facts: str
    sources: list[str]


class FindingTold(Finding):
    """A finding laid open; the parts below are empty where no pack has its provision any more."""

    law_says: str = ""
    cite: str = ""
    urls: list[str] = Field([])
    decides: str = ""
    effect: str = ""
    explained: str = ""
    conditions: list[ConditionTold] = Field([])
    exceptions: list[ConditionTold] = Field([])
    still_missing: str = ""
    changes: list[str] = Field([])
    next_step: str = ""
    cautions: list[str] = Field([])


class FindingFilters(Schema):
    """What the list is of, and what narrows it."""

    by: Tab = Field("today", description="Who could go today, in 30, 60, 90 days, cannot_tell; inside; alerts.")
    kind: Literal["release", "help"] = Field("release", description="What opens the gate, or helps on the way.")
    place: PlaceKey | None = Field(None, description="Held there, or in what stands in it.")
    provision: Words = Field("", description="The id of a provision.")
    court: Words = Field("", description="A court as the record writes it.")
    sex: Sex | None = Field(None, description="female, male or transgender.")
    after: UUID | None = Field(None, description="The next of the page before.")


@router.get("", response=FindingList, summary="Who could go, and who is still inside", url_name="findings", **READS)
def findings(request: HttpRequest, asked: Query[FindingFilters]) -> FindingList:
    """The findings of a list, by provision and day, a page at a time."""
    today = timezone.localdate()
    law, of = law_on(today), Asked(asked.by, asked.kind, asked.place, None, asked.court, asked.sex or "")
    if asked.provision:
        of = Asked(of.tab, of.kind, of.place, law.ranks.get(asked.provision, -1), of.court, of.sex)
    found = listed(of, actor=actor_of(request), today=today, after=asked.after, size=PAGE)
    kept = {"place": of.place, "rank": of.rank, "sex": of.sex, "court": "one" if of.court else "", "kind": of.kind}
    was_listed(request, f"screening.{of.tab}", len(found.rows), {name: one for name, one in kept.items() if one})
    hidden = withheld(of, actor=actor_of(request), today=today) if asked.after is None else []
    return FindingList(
        findings=[Finding(**_row(one, law)) for one in rows_of(found.rows, law, today)],
        withheld=[Withheld(data_class=one.data_class, count=one.count) for one in hidden],
        next=found.rows[-1].pk if found.rows and found.has_later else None,
    )


@router.get("{uuid:pk}/", response=FindingTold, summary="One finding explained", url_name="finding", **READS)
def finding(request: HttpRequest, pk: UUID) -> FindingTold:
    """Each condition with how it stands, its facts and their sources, the arithmetic and the citation."""
    actor, today = actor_of(request), timezone.localdate()
    found = finding_seen(pk, actor=actor)
    if found is None:
        raise Http404
    opened(request, found.person_id)
    law = law_on(today)
    row = rows_of([found], law, today)[0]
    shown = explained(found, actor=actor, law=law)
    return FindingTold(**_row(row, law), **(_laid_open(shown) if shown else {}))


def _row(row: Row, law: Law) -> dict[str, Any]:
    one, provision = row.finding, law.provisions.get(row.finding.provision)
    return {
        "id": one.pk, "person": PersonNamed(id=one.person_id, name=one.person.full_name, says=row.who),
        "place": PlaceNamed(id=one.place.pk, name=one.place.shown), "case_id": one.case_id, "court": one.court,
        "pack": one.pack, "version": one.version, "provision": one.provision,
        "title": provision.title.of(language()) if provision else one.provision, "kind": one.kind,
        "outcome": one.outcome, "says": row.word, "why": row.why, "note": row.note, "lost": row.lost,
        "since_on": one.since_on, "due_on": one.due_on, "until_on": one.until_on, "missing": one.missing,
        "data_class": one.data_class, "url": f"/who/finding/{one.pk}/",
    }  # fmt: skip


def _laid_open(shown: Explained) -> dict[str, Any]:
    return {
        "law_says": shown.says, "cite": shown.cite, "urls": list(shown.urls), "decides": shown.decides,
        "effect": shown.effect, "explained": shown.outcome, "conditions": [_condition(one) for one in shown.conditions],
        "exceptions": [_condition(one) for one in shown.exceptions], "still_missing": shown.missing,
        "changes": list(shown.changes), "next_step": shown.next_step, "cautions": list(shown.cautions),
    }  # fmt: skip


def _condition(one: Condition) -> ConditionTold:
    return ConditionTold(stands=one.kind, word=one.word, says=one.says, facts=one.facts, sources=list(one.sources))
