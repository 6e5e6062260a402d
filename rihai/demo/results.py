"""A project of the fictional office and what it reached: lists, locked quarters, a late list, a sample; all invented.

Everything goes through the operations of the site, by the cast.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import GULZAR, NAYA_BAGH
from rihai.demo.served_list import Session, as_csv, invent_sessions
from rihai.places.models import Place
from rihai.results import operations as do
from rihai.results.counting import Span, periods_of
from rihai.results.models import Checked, Indicator, Project

DAYS = 265
ENTERED = (
    ("officials_trained", "Police, jail and shelter-home staff trained",
     "پولیس، جیل اور دارالامان کے تربیت یافتہ اہلکار", "people", 1500, "estimated",
     "Registers of eleven trainings; some came twice."),
    ("cso_members", "Civil-society members engaged", "سول سوسائٹی کے شریک ارکان", "people", 300, "at_least",
     "Lists of the forum, signed."),
    ("campaign_reach", "People reached by campaigns", "مہمات سے جن لوگوں تک پہنچے", "people", 100_000, "at_least",
     "The broadcaster’s letter on its listeners."),
    ("survivor_support_units", "Survivor support units set up", "قائم کیے گئے معاون یونٹ", "things", 3, "counted", ""),
)  # fmt: skip
MEASURED = (
    ("sessions_people", "People who came to sessions of ours", "ہماری نشستوں میں آنے والے لوگ",
     "casework.sessions.people", "people"),
    ("released", "People released after our work", "ہمارے کام کے بعد رہا ہونے والے لوگ", "legal.released", "people"),
)  # fmt: skip
UGLY = """ETW-001,Gulzar,District Prison Gulzar,embroidery,{day}
ETW-1 ,Gulzar,District Prison Gulzar,legal counseling,{day}
,Gulzar,District Prison Gulzar,life_skills,{day}
ETW-044,Naya Bagh,Darul Aman Naya Bagh,life_skills,sometime in spring
"""


@transaction.atomic
def play_results(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if Project.objects.exists():
            return False
        keeper, signer = (Account.objects.get(email=f"{one}@rihai.example") for one in ("programme", "supervisor"))
        places = list(Place.objects.filter(code__in=(GULZAR, NAYA_BAGH)))
    began = _quarter(localdate(at) - timedelta(days=300))
    project = _project(began, places, keeper, at - timedelta(days=250))
    sessions = invent_sessions(began, DAYS)
    split = len(sessions) - 40
    _count(project, "sessions.csv", as_csv(sessions[:split]), keeper, at - timedelta(days=20))
    _figures(project, keeper, began, at - timedelta(days=19))
    _lock(project, keeper, signer, at - timedelta(days=15))
    _afterwards(project, sessions[split:], sessions, keeper, at)
    return True


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _project(began: date, places: Sequence[Place], keeper: Account, at: datetime) -> Project:
    said: dict[str, Any] = {
        "code": "NAYI-SUBAH", "name": "A new morning (invented project)", "name_ur": "نئی صبح (فرضی منصوبہ)",
        "funders": ["Fund for Fair Custody (invented)"], "places": places, "started_on": began, "ended_on": None,
        "grain": "quarter", "services": [], "women_only": False, "codes_of": "", "tags": ["16.3", "5.2"],
        "dhis2_set": "NAYI_SUBAH", "dhis2_unit": "OFFICE", "with_founding": True,
    }  # fmt: skip
    with acting_as(keeper, at):
        return do.keep_project(said=said, actor=keeper, at=at)


def _count(project: Project, name: str, content: str, keeper: Account, at: datetime) -> None:
    with acting_as(keeper, at):
        given = do.give_list(project_id=project.pk, content=content.encode(), name=name, actor=keeper, at=at)
        do.take_in(file_id=given.pk, actor=keeper, at=at)


def _figures(project: Project, keeper: Account, began: date, at: datetime) -> None:
    """What is entered with its evidence, one figure without any; what the rooms' own records count."""
    with acting_as(keeper, at):
        for code, title, ur, unit, value, method, says in ENTERED:
            one = _indicator(project, code, title, ur, keeper, at, basis="entered", unit=unit)
            said = {"first": began, "last": began + timedelta(days=80), "value": value, "method": method, "says": says}
            do.enter_figure(indicator_id=one.pk, said=said, actor=keeper, at=at)
        for code, title, ur, measure, unit in MEASURED:
            _indicator(project, code, title, ur, keeper, at, basis="measure", unit=unit, measure=measure)


def _indicator(
    project: Project, code: str, title: str, ur: str, keeper: Account, at: datetime, **more: Any
) -> Indicator:
    said = {
        "code": code, "title": title, "title_ur": ur, "measure": "", "narrowed": {}, "service": "", "definition": "",
        "includes": "", "excludes": "", "source": "", "baseline": None, "target": None, "part_of": None, "tags": [],
        "dhis2_element": "", **more,
    }  # fmt: skip
    return do.keep_indicator(project_id=project.pk, said=said, actor=keeper, at=at)


def _lock(project: Project, keeper: Account, signer: Account, at: datetime) -> None:
    """The quarters that are over, but for the newest of them, are locked; the last of those waits for a signature."""
    over = [one for one in periods_of(project, localdate(at)) if one.span.end <= localdate(at)][::-1]
    for number, one in enumerate(over[:-1]):
        with acting_as(keeper, at):
            made = do.lock_period(project_id=project.pk, first=one.span.key, actor=keeper, at=at)
        if number < len(over) - 2:
            with acting_as(signer, at):
                do.sign_off(period_id=made.pk, actor=signer, at=at)


def _afterwards(
    project: Project, late: Sequence[Session], sessions: Sequence[Session], keeper: Account, at: datetime
) -> None:
    """A list came late with older sessions too, two codes turned out to be one, some rows were checked; one waits."""
    early = Session("ETW-371", "Gulzar", "District Prison Gulzar", "legal_aid", sessions[0].on)
    _count(project, "late.csv", as_csv([early, *late]), keeper, at - timedelta(days=6))
    now = at - timedelta(days=4)
    with acting_as(keeper, now):
        do.join_codes(
            project_id=project.pk, code="ETW-371", same_as=sessions[0].code, actor=keeper, at=now,
            reason="The counsellor at Gulzar wrote a new code for her after a transfer.",
        )  # fmt: skip
        one = Indicator.objects.get(project=project, code="women_legal_aid")
        span = Span(project.started_on, localdate(now))
        sample = do.draw_sample(indicator_id=one.pk, span=span, size=10, seed="2026", actor=keeper, at=now)
        for row in Checked.objects.filter(sample=sample)[:6]:
            shown = row.number != 4
            says = "" if shown else "The register of that week is at the prison."
            found = "shown" if shown else "missing"
            do.record_check(checked_id=row.pk, outcome=found, says=says, actor=keeper, at=now)
        content = as_csv(sessions[:8]) + UGLY.format(day=f"{sessions[-1].on:%d/%m/%Y}")
        do.give_list(project_id=project.pk, content=content.encode(), name="to-mend.csv", actor=keeper, at=now)
