"""The pages: a donor's question answered in the browser, who sees nothing, what no form takes, few questions asked."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.demo.served_list import as_csv
from rihai.kit.jobs import Job
from rihai.kit.jobs.run import do
from rihai.places.models import Place
from rihai.results import operations
from rihai.results.counting import Span, span_of
from rihai.results.errors import NotSo
from rihai.results.models import Checked, Entry, Indicator, Project, ServedFile
from rihai.results.queries.lists import sums_of
from rihai.results.work import rows as work_rows
from tests.results.world import Desk, sessions, signed_in


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_long_list_is_read_by_a_worker_and_says_how_far_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rihai.results.operations.lists.SMALL", 20)
    monkeypatch.setattr("rihai.results.operations.reading.STEP", 25)
    project, rows = desk.project(), sessions()[:60]
    rows.append(rows[0])
    manager = signed_in(desk.manager)
    give = reverse("results:give", args=[project.pk])
    headless = manager.post(give, {"file": SimpleUploadedFile("a.csv", b"a,b\n" * 30)})
    assert "No row of headings was found" in headless.content.decode(), "said at once, not by the worker"
    answer = manager.post(give, {"file": SimpleUploadedFile("long.csv", as_csv(rows).encode())})
    one = ServedFile.objects.get()
    assert answer["Location"] == reverse("kit_job", args=[one.job_id])
    page = reverse("results:list", args=[one.pk])
    waits = manager.get(page).content.decode()
    assert ("being read" in waits, "Count it" in waits) == (True, False), "nothing to count before it is read"
    again = manager.post(give, {"file": SimpleUploadedFile("long.csv", as_csv(rows).encode())})
    assert "given in already" in again.content.decode()
    assert one.job_id is not None
    job = Job.objects.get(pk=one.job_id)
    do(job.pk, lambda: desk.at)
    job.refresh_from_db()
    assert (job.state, job.done, job.whole) == ("done", 62, 62), "the headings are a row as well"
    with acting_as(desk.manager, desk.at):
        one.refresh_from_db()
        assert {code: n for code, _word, n in sums_of(one) if n} == {"accepted": 60, "duplicate": 1, "no_entry": 1}
    assert "Count it" in manager.get(page).content.decode()


def test_a_list_whose_giver_left_is_read_no_more_and_may_be_given_in_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rihai.results.operations.lists.SMALL", 20)
    project, content = desk.project(), as_csv(sessions()[:60])
    one = desk.give(project, content)
    assert one.job_id is not None
    account = Account.objects.filter(pk=desk.manager.pk)
    account.update(is_active=False)

    do(one.job_id, lambda: desk.at)
    account.update(is_active=True)

    assert Job.objects.get(pk=one.job_id).state == "failed", "not done: it would be waited for without end"
    page = signed_in(desk.manager).get(reverse("results:list", args=[one.pk])).content.decode()
    assert "Reading it stopped" in page
    assert desk.give(project, content).pk != one.pk


def test_of_two_who_give_projects_one_code_at_one_instant_the_second_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, meet = desk.project(code="MINE"), operations.projects._one_code
    said = {
        name: getattr(mine, name) for name in ("started_on", "ended_on", "grain", "women_only", "codes_of", "places")
    }

    def meeting(code: str) -> None:
        """After the other has seen that the code is free, and before they write, somebody takes it."""

        def taken() -> AbstractContextManager[None]:
            monkeypatch.setattr("rihai.results.operations.projects._one_code", meet)
            desk.project(code=code)
            return meet()

        monkeypatch.setattr("rihai.results.operations.projects._one_code", taken)

    meeting("FIRST")
    with pytest.raises(NotSo, match="has this code"):
        desk.project(code="first")
    meeting("SECOND")
    with pytest.raises(NotSo, match="has this code"):
        desk.does(
            operations.keep_project, project_id=mine.pk, version=mine.version,
            said={**said, "code": "second", "name": "Mine", "places": ()},
        )  # fmt: skip

    assert set(Project.objects.values_list("code", flat=True)) == {"MINE"}


def test_a_donor_asks_and_every_number_opens_to_its_evidence(desk: Desk) -> None:
    manager, director = signed_in(desk.manager), signed_in(desk.director)
    home = manager.post(
        reverse("results:project-new"),
        {"code": "ETW", "name": "Enlightening the women", "started_on": "01/07/2025", "grain": "quarter",
         "with_founding": "on", "funders": "A donor, another", "tags": "16.3"},
        follow=True,
    )  # fmt: skip
    project = Project.objects.get()
    assert "Nothing is counted yet" not in home.content.decode()
    file = SimpleUploadedFile("sessions.csv", as_csv(sessions()).encode())
    shown = manager.post(reverse("results:give", args=[project.pk]), {"file": file}, follow=True).content.decode()
    assert "370" in words(shown)
    assert "1,168" in words(shown)
    given = ServedFile.objects.get()
    page = words(manager.post(reverse("results:take-in", args=[given.pk]), follow=True).content.decode())
    for number in ("370", "240", "30", "36", "200", "1,168"):
        assert f" {number} " in page
    assert page.count("not known") >= 10, "targets and baselines that nobody gave"

    whole = Indicator.objects.get(code="women_reached")
    opened = words(manager.get(reverse("results:indicator", args=[whole.pk])).content.decode())
    assert "ETW-" in opened
    assert "Together 370" in opened, "districts add up"
    lock = reverse("results:lock", args=[project.pk, "2025-07-01"])
    locked = words(manager.post(lock, follow=True).content.decode())
    assert "Locked figures" in locked
    period = project.periods.get()
    assert words(director.get("/").content.decode()).count("Sign it off") >= 1
    director.post(reverse("results:sign", args=[period.pk]))
    report = manager.post(reverse("results:report", args=[period.pk]), {"kind": "json", "language": "en"})
    assert report.headers["Content-Type"] == "application/json"
    assert b'"women_reached"' in report.content

    sample = manager.post(reverse("results:draw", args=[whole.pk]), {"size": "5", "seed": "lot"}, follow=True)
    again = desk.does(
        operations.draw_sample, indicator_id=whole.pk, span=_whole(), size=5, seed="lot"
    )  # fmt: skip
    drawn = [list(one.rows.values_list("row", flat=True)) for one in whole.samples.all()]
    assert drawn[0] == drawn[1], "the same seed draws the same rows"
    first = Checked.objects.filter(sample=again)[0]
    check = reverse("results:check", args=[first.pk])
    assert "what is missing" in manager.post(check, {"outcome": "missing", "says": ""}).content.decode()
    rate = words(manager.post(check, {"outcome": "shown", "says": ""}, follow=True).content.decode())
    assert "1 of 1 rows looked at (100%)" in rate
    assert sample.status_code == 200


def _whole() -> Span:
    return span_of(Project.objects.get(), timezone.localdate())


def test_who_has_no_part_in_projects_finds_nothing_of_them(desk: Desk) -> None:
    project = desk.project()
    given = desk.count(project, sessions()[:40])
    one = project.indicators.all()[0]
    pages = {
        "index": [], "office": [], "project": [project.pk], "indicator": [one.pk], "list": [given.pk],
        "not-counted": [project.pk], "codes": [project.pk], "give": [project.pk], "project-edit": [project.pk],
    }  # fmt: skip
    kept = {"list", "codes", "give", "project-edit"}

    def answers(role: str, place: Place | None = None) -> dict[str, int]:
        browser = signed_in(desk.world.worker(role, place))
        return {name: browser.get(reverse(f"results:{name}", args=args)).status_code for name, args in pages.items()}

    assert answers("programme_manager") == dict.fromkeys(pages, 200)
    assert answers("research_analyst") == {name: 404 if name in kept else 200 for name in pages}
    for role, place in (
        ("caseworker", desk.world.gulzar), ("lawyer", desk.world.gulzar), ("administrator", None),
        ("monitor", None), ("data_protection_officer", None),
    ):  # fmt: skip
        assert set(answers(role, place).values()) == {404}, role
    elsewhere = answers("supervisor", desk.world.naya_bagh)
    assert elsewhere["project"] == elsewhere["indicator"] == 404, "a project of no place of theirs"
    with acting_as(desk.manager, desk.at):
        project.places.add(desk.world.province)
    assert answers("supervisor", desk.world.naya_bagh)["project"] == 404, "nor one of the whole province"
    with acting_as(desk.manager, desk.at):
        project.places.add(desk.world.naya_bagh)
    assert answers("supervisor", desk.world.naya_bagh)["project"] == 200
    paper = signed_in(desk.world.worker("research_analyst", None)).get(reverse("kit_file", args=[given.stored_id]))
    assert paper.status_code == 404, "the list itself is for who keeps the project"


def test_no_form_takes_what_cannot_be_and_each_says_so(desk: Desk) -> None:
    project = desk.project()
    one = desk.indicator(project, "officials")
    browser = signed_in(desk.manager)
    for bad in ("\x00", "x" * 9_000, "\u202eabc", "9" * 60):
        for name, args in (
            ("project-new", []), ("indicator-new", [project.pk]), ("enter", [one.pk]), ("codes", [project.pk]),
            ("project-edit", [project.pk]), ("indicator-edit", [one.pk]), ("draw", [one.pk]),
        ):  # fmt: skip
            fields = "code name started_on title first last value seed size same_as reason baseline target narrowed"
            said = dict.fromkeys(fields.split(), bad)
            assert browser.post(reverse(f"results:{name}", args=args), said).status_code in {409, 422}, (name, bad[:5])
    for content, says in ((b"", "empty"), (b"name,age\nA,3\n", "No row of headings"), (b"\x89PNG\r\n", "picture")):
        given = browser.post(
            reverse("results:give", args=[project.pk]), {"file": SimpleUploadedFile("list.csv", content)}
        )
        assert given.status_code in {409, 422}, says
    assert not ServedFile.objects.exists()
    wrong = {"first": "01/07/2025", "last": "01/06/2025", "value": "5", "method": "counted"}
    assert "These days cannot be" in browser.post(reverse("results:enter", args=[one.pk]), wrong).content.decode()
    for span in ("?first=x&last=%00", "?period=9999-99-99", "?first=2031-01-01", "?page=99999&first=01/01/1800"):
        assert browser.get(reverse("results:project", args=[project.pk]) + span).status_code == 200
    period = reverse("results:period", args=[project.pk, "2025-07-02"])
    assert browser.get(period).status_code == 404


def test_two_who_change_one_project_see_the_difference(desk: Desk) -> None:
    project = desk.project()
    browser = signed_in(desk.manager)
    page = browser.get(reverse("results:project-edit", args=[project.pk])).content.decode()
    fields = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', page))
    said = {**fields, "code": "ETW", "name": "Mine", "started_on": "01/07/2025", "grain": "quarter", "women_only": "on"}
    theirs = {
        name: getattr(project, name) for name in ("code", "started_on", "ended_on", "grain", "women_only", "codes_of")
    }
    desk.does(
        operations.keep_project, project_id=project.pk, version=project.version, said={**theirs, "name": "Theirs"}
    )

    answer = browser.post(reverse("results:project-edit", args=[project.pk]), said)

    assert answer.status_code in {409, 422}
    assert "Theirs" in answer.content.decode()
    assert Project.objects.get().name == "Theirs"


def test_pages_ask_as_much_for_many_rows_as_for_few(desk: Desk) -> None:
    few, many = desk.project(), desk.project(code="MANY")
    rows = sessions()
    desk.count(few, rows[:60])
    desk.count(many, rows)
    for project in (few, many):
        desk.enter(desk.indicator(project, "officials"), 1500, "estimated")
        desk.lock(project)

    def asked(project: Project) -> list[int]:
        browser = signed_in(desk.manager)
        one = project.indicators.get(code="women_reached")
        found = []
        for name, args in (
            ("project", [project.pk]), ("indicator", [one.pk]), ("period", [project.pk, "2025-07-01"]),
            ("list", [project.lists.get().pk]), ("not-counted", [project.pk]), ("index", []),
        ):  # fmt: skip
            address = reverse(f"results:{name}", args=args)
            browser.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(address).status_code == 200
            found.append(len(queries))
        return found

    assert asked(few) == asked(many)


def test_what_waits_stands_in_my_work(desk: Desk) -> None:
    project = desk.project()
    desk.give(project, as_csv(sessions()[:5]))
    one = desk.indicator(project, "officials")
    desk.enter(one, 12, says="")
    assert Entry.objects.get().is_shown is False
    with acting_as(desk.manager, desk.at):
        found = [(row.word, row.where) for row in work_rows(desk.manager, date(2026, 11, 25))]

    assert [(str(word), where) for word, where in found] == [
        ("Overdue", "2025 Q3"), ("To look at", "list.csv"), ("Evidence missing", "officials"),
    ]  # fmt: skip
