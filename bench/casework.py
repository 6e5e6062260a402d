"""The pages of casework over 100,000 cases, on SQLite and on PostgreSQL: asked as browsers ask, by who works there.

    python -m bench casework        BENCH_CASES=20000 for fewer; BENCH_DATABASE=sqlite or postgresql for one of them

The cases, enrolments, groups, plans, release plans, follow-ups and matches are laid down as rows, as if years of work
had been done. What the clock brings is measured on them too: a first round that finds work, and one that finds none.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench import office
from bench.measure import Measurement, from_json, measure
from bench.pages import database, get, measured_page, ready

CHUNK, OF_A_GROUP, VOLUNTEERS, WORKERS, LEAVING = 2_500, 25, 1_000, 4, 20
"""Persons laid down at once; members of a group; volunteers of the office; caseworkers of a prison; in every so many
prisons one of them has left."""
SERVICES = ("skills_training", "life_skills", "education", "legal_counselling", "workshops")
WAYS: dict[str, list[str]] = {"sqlite": [], "postgresql": ["-m", "tests.postgres", sys.executable]}
WHO = (
    ("caseworker", "caseworker of one prison"), ("supervisor", "supervisor, everywhere"),
    ("mentor_coordinator", "coordinator of mentors of a province"),
)  # fmt: skip


def run(quick: bool) -> list[Measurement]:
    """Both databases; `quick` makes few cases."""
    cases = 2_500 if quick else int(os.environ.get("BENCH_CASES", "100000"))
    found = []
    with tempfile.TemporaryDirectory(prefix="casework-") as folder:
        for where in [way for name, way in WAYS.items() if os.environ.get("BENCH_DATABASE", name) == name]:
            into = Path(folder) / "measured.json"
            command = [sys.executable, *where, "-m", "bench.casework", str(cases), str(into)]
            subprocess.run(command, check=True)
            found += [from_json(one) for one in json.loads(into.read_text(encoding="utf-8"))]
    return found


def main(cases: int, into: Path) -> None:
    """Be the process that measures one database."""
    database()
    with tempfile.TemporaryDirectory(prefix="casework-", dir=into.parent) as home:
        office.begin(Path(home))
        found = []
        for one in _measured(cases):
            print(one.name, one.note, file=sys.stderr, flush=True)
            found.append(one)
    into.write_text(json.dumps([one.as_json() for one in found]), encoding="utf-8")


def _measured(cases: int) -> Iterator[Measurement]:
    from django.db import connection

    world = office.make_office()
    here = world.prisons[office.HERE]
    workers = {"supervisor": next(one for name, one in world.workers.items() if "supervisor" in name)}
    workers["caseworker"] = office.worker("caseworker", here)
    workers["mentor_coordinator"] = office.worker("mentor_coordinator", world.province)
    size = f"{cases:,} cases, {'PostgreSQL' if connection.vendor == 'postgresql' else 'SQLite'}"
    desk = Desk(world, workers)
    yield measure("Casework laid down, for the pages below", size, lambda: desk.fill(cases), runs=1)
    ready()
    yield from _clock(size)
    for role, who in WHO:
        for name, ask in desk.pages(role):
            yield measured_page(f"{name}: {who}", size, workers[role], ask)


def _clock(size: str) -> Iterator[Measurement]:
    """What `rihai tick` does for casework, each once with what waits and then with nothing left to do."""
    from django.utils import timezone

    from rihai.casework.offers import OFFERS
    from rihai.kit.house import acting_for
    from rihai.kit.offers import Tick

    for tick in (one for one in OFFERS if isinstance(one, Tick)):
        for round_ in ("first round", "next round"):
            raised: list[int] = []

            def once(tick: Tick = tick, raised: list[int] = raised) -> None:
                with acting_for(None):
                    raised.append(tick.run(timezone.now()))

            taken = measure(f"The clock, {tick.name}: {round_}", size, once, runs=1)
            yield replace(taken, note=f"{raised[0]:,} raised.")


class Desk:
    """Lays work down and knows which pages are asked."""

    def __init__(self, world: office.Office, workers: dict[str, Any]) -> None:
        self.world, self.workers = world, workers
        self.places = [one.pk for one in world.prisons]
        self.mine: dict[str, list[Any]] = {
            "case": [], "group": [], "session": [], "match": [], "person": [], "wish": [],
        }  # fmt: skip
        self.colleagues: list[list[Any]] = []
        self.volunteers: list[Any] = []

    def fill(self, cases: int) -> None:
        """Persons and all the work with them, a chunk at a time, as the house."""
        from rihai.accounts.models import Account, Posting
        from rihai.accounts.operations.house import as_house
        from rihai.casework.models import Volunteer

        with as_house():
            for at in range(len(self.places)):
                own = [Account(email=f"{at}-{n}@rihai.example", name=f"Worker {at}-{n}") for n in range(WORKERS)]
                Account.objects.bulk_create(own)
                left = office.DAY - timedelta(days=1) if at % LEAVING == 0 else None
                Posting.objects.bulk_create(
                    filled(Posting, account=one, role="caseworker", place_id=self.places[at],
                           ended_on=left if n == 0 else None, started_on=office.DAY - timedelta(days=900))
                    for n, one in enumerate(own)
                )  # fmt: skip
                self.colleagues.append(own)
                if at == office.HERE:
                    own[0] = self.workers["caseworker"]
            far = office.DAY + timedelta(days=400)
            self.volunteers = Volunteer.objects.bulk_create(
                filled(Volunteer, name=f"Volunteer {n}", sex="female", place_id=self.places[n % len(self.places)],
                       languages=["ur"], times=["weekend"], state="accepted", vetted_until=far, trained_until=far,
                       agreed_until=far)
                for n in range(VOLUNTEERS)
            )  # fmt: skip
            for start in range(0, cases, CHUNK):
                self._chunk(range(start, min(start + CHUNK, cases)))

    def _chunk(self, numbers: range) -> None:
        from rihai.accounts.operations import hold
        from rihai.people.models import Person

        people = [
            filled(Person, full_name=f"Nargis {n}", father_or_husband_name=f"Karim {n % 977}", sex="female",
                   made_at=office.NOON, held_at_id=self._place(n))
            for n in numbers
        ]  # fmt: skip
        Person.objects.bulk_create(people)
        hold((one.pk, one.held_at_id) for one in people)
        rows: dict[type[Any], list[Any]] = {}
        for n, person in zip(numbers, people, strict=True):
            for row in self._of_person(n, person.pk):
                rows.setdefault(type(row), []).append(row)
        for model, found in rows.items():
            model._default_manager.bulk_create(found, batch_size=1_000)

    def _place(self, number: int) -> int:
        """Twenty-five after another are of one prison, so that a group is of one place."""
        return int(self.places[number // OF_A_GROUP % len(self.places)])

    def _of_person(self, n: int, person: Any) -> Iterator[Any]:
        from rihai.casework import models as kept

        place, day = self._place(n), office.DAY
        worker = self.colleagues[self.places.index(place)][n % WORKERS]
        case = filled(
            kept.Case, code=f"C-{n:08}", person_id=person, first_person_id=person, programme="women",
            state="closed" if n % 7 == 0 else "open", worker_id=worker.pk if n % 11 else None, place_id=place,
            opened_on=day - timedelta(days=n % 700), closed_on=day if n % 7 == 0 else None,
            last_contact_on=day - timedelta(days=n % 90), review_on=day + timedelta(days=n % 80 - 20),
        )  # fmt: skip
        yield case
        for kind in ("opened", "contact"):
            yield filled(kept.CaseEvent, case=case, kind=kind, on=day, at=office.NOON, by_name="Worker")
        yield from self._served(n, person, case)
        yield from self._planned(n, person, case)
        yield from self._mentored(n, person, case)
        yield from self._leaving(n, person, case)
        self._remember("person", person, place)
        self._remember("case", case.pk, place)

    def _served(self, n: int, person: Any, case: Any) -> Iterator[Any]:
        """An enrolment, two for every third; a place in a group, and who came to two of its sessions."""
        from rihai.casework import models as kept

        of = {"person_id": person, "first_person": person, "data_class": "personal"}
        for more in range(2 if n % 3 == 0 else 1):
            enrolment = filled(
                kept.Enrolment, case=case, service=SERVICES[(n + more) % len(SERVICES)], place_id=case.place_id,
                started_on=office.DAY - timedelta(days=n % 300), **of,
            )  # fmt: skip
            yield enrolment
        if n % OF_A_GROUP == 0:
            at = {"service": "life_skills", "data_class": "personal", "place_id": case.place_id}
            self.group = filled(kept.Group, name=f"Group {n}", started_on=office.DAY, **at)
            self.sessions = [
                filled(kept.Session, group=self.group, on=office.DAY - timedelta(days=n // OF_A_GROUP % 60 + 7 * week),
                       state="held" if week else "planned", leader_name="Trainer", **at)
                for week in range(2)
            ]  # fmt: skip
            yield self.group
            yield from self.sessions
            self._remember("group", self.group.pk, case.place_id)
            self._remember("session", self.sessions[0].pk, case.place_id)
        yield filled(kept.Member, group=self.group, enrolment=enrolment, started_on=office.DAY, **of)
        for session in self.sessions:
            came = "present" if session.state == "held" else ""
            yield filled(kept.Attendance, session=session, enrolment=enrolment, came=came, **of)

    def _planned(self, n: int, person: Any, case: Any) -> Iterator[Any]:
        """Every second has a plan with a need, a goal and two steps; every tenth a case given up for another."""
        from rihai.casework import models as kept

        if n % 2:
            return
        of = {"person_id": person, "made_for": person, "data_class": "personal"}
        owner = {"owner_id": case.worker_id, "due_on": office.DAY + timedelta(days=n % 60 - 15)}
        plan = filled(kept.Plan, case=case, begun_on=office.DAY, **of, **owner)
        goal = filled(kept.Goal, plan=plan, **of)
        yield plan
        yield filled(kept.Need, plan=plan, domain="work", **of)
        yield goal
        for _step in range(2):
            yield filled(kept.Step, plan=plan, goal=goal, **of, **owner)

    def _mentored(self, n: int, person: Any, case: Any) -> Iterator[Any]:
        """Every tenth wishes for a mentor; half of them have one and met her five times."""
        from rihai.casework import models as kept

        if n % 10:
            return
        of = {"person_id": person, "first_person_id": person}
        yield filled(kept.MentoringWish, wants="yes", languages=["ur"], asked_on=office.DAY, **of)
        if n % 20:
            self._remember("wish", person, case.place_id)
            return
        match = filled(
            kept.MentorMatch, volunteer=self.volunteers[n // 20 % VOLUNTEERS], mentor_name="Volunteer", case=case,
            coordinator_id=self.workers["mentor_coordinator"].pk, state="running", proposed_on=office.DAY,
            started_on=office.DAY - timedelta(days=200), last_meeting_on=office.DAY - timedelta(days=n % 40),
            **of,
        )  # fmt: skip
        yield match
        for week in range(5):
            on = office.DAY - timedelta(days=7 * week)
            yield filled(kept.MentorMeeting, match=match, on=on, how="visit", outcome="met", minutes=60, **of)
        self._remember("match", match.pk, case.place_id)

    def _leaving(self, n: int, person: Any, case: Any) -> Iterator[Any]:
        """Three of ten whom the law reaches in time, some without a plan yet; two of ten released and asked after."""
        from rihai.casework import models as kept
        from rihai.people.models import CustodyEpisode
        from rihai.screening.models import Finding

        if n % 10 > 4:
            return
        day, is_out = office.DAY, n % 10 > 2
        stay = filled(CustodyEpisode, person_id=person, sequence=1, ended_on=day if is_out else None,
                      ended_by="release" if is_out else "")  # fmt: skip
        yield stay
        due = day + timedelta(days=n % 170)
        if not is_out:
            yield filled(Finding, person_id=person, place_id=case.place_id, kind="release", outcome="not_yet",
                         data_class="personal", provision="bench", due_on=due, rank=3)  # fmt: skip
        if n % 10 == 0 and n % 4:
            return
        of = {"person_id": person, "made_for": person}
        plan = filled(
            kept.ReleasePlan, episode=stay, place_id=case.place_id, state="after" if is_out else "open", because="law",
            earliest_on=due, owner_id=case.worker_id, owner_name="Worker", left_on=day if is_out else None, **of,
        )  # fmt: skip
        yield plan
        if is_out:
            for week, interval in enumerate(("h72", "w1", "m1", "m3")):
                on = day + timedelta(days=7 * week - n % 30)
                yield filled(kept.FollowUp, plan=plan, interval=interval, due_on=on, owner_id=case.worker_id, **of)

    def _remember(self, what: str, key: Any, place: int) -> None:
        """Of the one prison where the caseworker works, as pages of single rows are asked."""
        if place == self.places[office.HERE] and len(self.mine[what]) < 500:
            self.mine[what].append(key)

    def pages(self, role: str) -> Iterator[tuple[str, Callable[[random.Random, Any], Any]]]:
        """The pages of a role."""
        from django.urls import reverse

        for name, view, asked in PAGES[role]:
            if asked in self.mine:
                yield name, self._one(view, asked)
            else:
                yield name, get(reverse(view) + asked)

    def _one(self, view: str, what: str) -> Callable[[random.Random, Any], Any]:
        from django.urls import reverse

        return lambda dice, browser: browser.get(reverse(view, args=[dice.choice(self.mine[what])]))


PAGES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "caseworker": (
        ("My work", "home", ""), ("Caseload", "casework:caseload", ""), ("All cases", "casework:caseload", "?tab=all"),
        ("Silent cases", "casework:caseload", "?tab=untouched"), ("A case", "casework:case", "case"),
        ("A person", "people:person", "person"), ("Sessions", "casework:sessions", ""),
        ("Groups", "casework:groups", ""), ("A group", "casework:group", "group"),
        ("Attendance", "casework:attendance", "session"), ("Services", "casework:services", ""),
        ("Plans", "casework:plans", ""), ("Release plans", "casework:release-plans", ""),
    ),
    "supervisor": (
        ("My work", "home", ""), ("All cases", "casework:caseload", "?tab=all"),
        ("Silent cases", "casework:caseload", "?tab=untouched"), ("Closed cases", "casework:caseload", "?tab=closed"),
        ("All cases, page 200", "casework:caseload", "?tab=all&page=200"),
        ("Who carries what", "casework:supervise", ""), ("Sessions", "casework:sessions", ""),
        ("Groups", "casework:groups", ""), ("Services", "casework:services", ""),
        ("Mentoring", "casework:mentoring", ""),
    ),
    "mentor_coordinator": (
        ("My work", "home", ""), ("Matches", "casework:mentoring", ""), ("A match", "casework:mentor-match", "match"),
        ("Who waits", "casework:mentor-waiting", ""), ("Volunteers", "casework:mentor-volunteers", "?tab=in_force"),
        ("Suggestions", "casework:mentor-suggestions", "wish"),
    ),
}  # fmt: skip


def filled(model: type[Any], **said: Any) -> Any:
    """A row with what is said and, where the table insists on more, with as little as it takes."""
    from django.db import models

    from rihai.kit.ids import new_id

    kinds: tuple[tuple[Any, Callable[[], Any]], ...] = (
        (models.UUIDField, new_id), (models.DateTimeField, lambda: office.NOON), (models.DateField, lambda: office.DAY),
        (models.BooleanField, bool), (models.JSONField, list), ((models.IntegerField, models.DecimalField), int),
        (models.BinaryField, lambda: None),
    )  # fmt: skip
    for one in model._meta.concrete_fields:
        if one.name not in said and one.attname not in said and not one.has_default() and not one.null:
            made = next((make for kind, make in kinds if isinstance(one, kind)), None)
            if made is not None:
                said[one.attname] = made()
    return model(**said)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
