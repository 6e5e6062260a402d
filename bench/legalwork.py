"""Legal work on the people of the benchmark, as if a year of it had been done: answers, matters, papers, releases.

python -m bench legalwork    the pages of legal work over a hundred thousand people, on both databases
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from bench.measure import Measurement

CHUNK = 2_000
MATTERS = 4_000
"""Of the first so many lines every second has a matter: a lawyer has a thousand files, not fifty thousand."""
STATES = ("taken", "filed", "refused", "parked", "granted", "", "referred")
"""The states of answers, one after the other; every seventh line nobody has answered."""
Row = dict[str, Any]


def run(quick: bool) -> list[Measurement]:
    """The pages of legal work alone; BENCH_PEOPLE=1000000 for more people, BENCH_SECONDS for longer at each page."""
    from bench import pages

    for name, usual in (("BENCH_PEOPLE", "100000"), ("BENCH_SECONDS", "2")):
        os.environ.setdefault(name, usual)
    os.environ["BENCH_PAGES"] = "legal"
    return pages.run(quick)


def work_on_lines(workers: Sequence[Any], *, on: date, at: datetime, most: int) -> int:
    """Answer lines of release, at most so many, by turns; says how many people were worked on. Asked as the house."""
    from rihai.accounts.operations.house import as_house
    from rihai.legal.models import Response
    from rihai.screening.models import Finding

    people = set()
    with as_house():
        answered = Response.objects.values("person_id")
        rows = Finding.objects.filter(kind="release", outcome__in=("met", "arguable")).exclude(person__in=answered)
        asked: Any = rows.order_by("person_id", "pk").values(
            "person_id", "case_id", "provision", "data_class", "and_legal", "court", "pack", "since_on", "place_id"
        )[:most]
        for chunk in _chunks(enumerate(asked.iterator())):
            _keep(chunk, workers, on, at)
            people |= {row["person_id"] for _number, row in chunk}
    return len(people)


def _chunks(rows: Iterable[tuple[int, Row]]) -> Iterator[list[tuple[int, Row]]]:
    left = iter(rows)
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def _keep(chunk: list[tuple[int, Row]], workers: Sequence[Any], on: date, at: datetime) -> None:
    from rihai.legal.models import Response, Step, Telling

    responses: list[Any] = []
    steps: list[Any] = []
    tellings: list[Any] = []
    for number, row in chunk:
        state, who = STATES[number % len(STATES)], workers[number % len(workers)]
        if not state:
            continue
        key = {"person_id": row["person_id"], "data_class": row["data_class"], "and_legal": row["and_legal"]}
        answer = Response(
            **key, case_id=row["case_id"], provision=row["provision"], state=state, owner_id=who.pk,
            owner_name=who.name[:120], taken_at=at, touched_at=at - timedelta(days=number % 40),
            due_on=on + timedelta(days=number % 60 - 20), stood={"outcome": "", "facts": {}},
            reason="court_not_heard" if state == "refused" else "",
            refused_on=on if state == "refused" else None, filed_on=on if state == "filed" else None,
            until_on=on if state == "parked" else None, granted_on=on if state == "granted" else None,
        )  # fmt: skip
        responses.append(answer)
        by = {"by_id": who.pk, "by_name": who.name[:120], "at": at, "response": answer, **key}
        steps.append(Step(act="taken", state="taken", on=on - timedelta(days=number % 90), **by))
        steps.append(Step(act=state, state=state, on=on, reason=answer.reason, **by))
        if state == "refused":
            tellings.append(
                Telling(response=answer, owner_id=who.pk, due_on=on + timedelta(days=number % 9 - 3), **key)
            )
    for rows in (responses, steps, tellings):
        if rows:
            type(rows[0])._default_manager.bulk_create(rows)
    rows_of: dict[type[Any], list[Any]] = {}
    for number, row in chunk[::2]:
        for one in _of_person(number, row, workers[number % len(workers)], on, at):
            rows_of.setdefault(type(one), []).append(one)
        for one in _matter(number, row, workers[number % len(workers)], on, at) if number < MATTERS else ():
            rows_of.setdefault(type(one), []).append(one)
    for model, found in rows_of.items():
        model._default_manager.bulk_create(found)


def _of_person(number: int, row: Row, who: Any, on: date, at: datetime) -> Iterator[Any]:
    """A slip, a petition, a pack that was handed over, an earlier release."""
    from rihai.legal import models as legal

    person = {"person_id": row["person_id"]}
    first = {**person, "first_person": row["person_id"]}
    by = {"made_by": who.pk, "made_by_name": who.name[:120], "made_at": at}
    yield legal.Slip(
        about="request", due_on=on + timedelta(days=number % 9 - 3), asked="leave", by_whom="S", whom_to_tell="A",
        made_for=row["person_id"], **person, **by,
    )  # fmt: skip
    yield legal.Petition(template="bail_statutory", language="ur", **first, **by)
    to = {"receiver": "court", "receiver_name": "Sessions Court"}
    pack = legal.Pack(purpose="bail", language="en", state="sent", use_until=on, **to, **by)
    yield pack
    yield legal.PackPerson(pack=pack, basis="consent", added_by_name=who.name[:120], added_at=at, **first)
    yield legal.Sharing(
        pack=pack, fields=["name"], copy="{}", basis="consent", shared_by=who.pk, shared_by_name=who.name[:120],
        shared_at=at, **to, **first,
    )  # fmt: skip
    yield from _released(number, row, who, on, at)


def _matter(number: int, row: Row, who: Any, on: date, at: datetime) -> Iterator[Any]:
    """A matter with its team, its client and a day in court."""
    from rihai.kit.ids import new_id
    from rihai.legal import models as legal

    person = {"person_id": row["person_id"]}
    matter = legal.Matter(
        code=f"M-{new_id().hex[-12:]}", kind="aid", stage="bail", ground="delay", state="open",
        court_name=row["court"] or "Sessions Court", opened_on=on, made_by_id=who.pk, made_at=at,
    )  # fmt: skip
    yield matter
    yield legal.TeamMember(matter=matter, account_id=who.pk, role="lead", started_at=at, added_by_id=who.pk)
    yield legal.Party(matter=matter, side="client", first_person_id=row["person_id"], added_at=at, **person)
    listed = on + timedelta(days=number % 40)
    yield legal.MatterHearing(matter=matter, listed_on=listed, purpose="bail", changed_at=at)


def _released(number: int, row: Row, who: Any, on: date, at: datetime) -> Iterator[Any]:
    from rihai.legal import models as legal
    from rihai.people.models import CustodyEpisode

    left_on = on - timedelta(days=number % 300)
    episode = CustodyEpisode(sequence=90, ended_on=left_on, ended_by="release", person_id=row["person_id"])
    yield episode
    left = {
        "person_id": row["person_id"], "made_for": row["person_id"], "episode": episode, "place_id": row["place_id"],
    }  # fmt: skip
    yield legal.Release(
        kind="bail", authority="court", released_on=left_on, recorded_by=who.pk, recorded_by_name=who.name[:120],
        recorded_at=at, **left,
    )  # fmt: skip
    days = {"left_on": left_on, "left_by": "release", **left}
    met = left_on - timedelta(days=number % 50)
    yield legal.DaysKept(met_from=met, met_days=number % 50, **days)
    yield legal.ReachKept(
        **days, data_class=row["data_class"], and_legal=row["and_legal"], case_id=row["case_id"], court=row["court"],
        pack=row["pack"], provision=row["provision"], is_shall=True, outcome="met", since_on=met, reached_on=met,
    )  # fmt: skip
