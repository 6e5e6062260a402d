"""Public figures: a release counted and controlled over a whole office, and its page as a stranger asks for it."""

from __future__ import annotations

import gzip
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.measure import Measurement, measure, measure_many
from bench.office import DAY, NOON, PRISONS, begin, make_office, screen_all, state_people, worker

MOST = 60_000
"""Bytes of a page with its style sheet, compressed: what a slow line and a cheap phone bear."""


def run(quick: bool) -> list[Measurement]:
    """Counting and control, then the page drawn, asked again with its tag, and as a file."""
    people = 400 if quick else 20_000
    with tempfile.TemporaryDirectory() as folder:
        begin(Path(folder))
        return _measured(people, 5 if quick else 50)


def _measured(people: int, times: int) -> list[Measurement]:
    from django.test import Client

    from rihai.accounts.acting import acting_as
    from rihai.advocacy.figures.counting import count_for_release
    from rihai.advocacy.figures.operations import prepare_release, sign_release
    from rihai.people.projection import project

    office = make_office()
    project(state_people(people, office.prisons))
    screen_all()
    analyst, director = worker("research_analyst", None), office.workers["supervisor, everywhere"]
    counted: list[Any] = []
    size = f"{people:,} people, {PRISONS} prisons"
    counting = measure("A release counted", size, lambda: counted.append(count_for_release(DAY, NOON)), runs=1)
    made: list[Any] = []

    def prepare() -> None:
        with acting_as(analyst, NOON):
            made.append(prepare_release(counted=counted[-1], actor=analyst, at=NOON))

    control = measure("What may leave of it found", size, prepare, runs=1)
    with acting_as(director, NOON):
        sign_release(release_id=made[-1].pk, actor=director, at=NOON + timedelta(minutes=1))
    browser = Client(SERVER_NAME="localhost")
    first = browser.get("/advocacy/figures/en/", follow=True)
    bytes_sent = len(gzip.compress(first.content, 6))
    if first.status_code != 200 or bytes_sent > MOST:
        raise SystemExit(
            f"The public page answered {first.status_code} with {bytes_sent:,} bytes: no figures are given."
        )
    address, tag = first.request["PATH_INFO"], first.headers["ETag"]
    note = f"{bytes_sent / 1000:,.1f} kB compressed, one process, no network."
    drawn = measure_many("The public page", size, lambda: browser.get(address), times=times)
    again = measure_many(
        "The same, asked with its tag", size, lambda: browser.get(address, headers={"If-None-Match": tag}), times=times
    )
    file = measure_many(
        "The whole release as JSON",
        size,
        lambda: browser.get(f"/advocacy/figures/files/{made[-1].number}.json"),
        times=times,
    )
    return [counting, control, replace(drawn, note=note), again, file]
