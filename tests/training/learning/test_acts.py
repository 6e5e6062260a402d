"""Every act of learning, in the order of a story: cut at its last step it has not happened, then it does; its pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile
from rihai.training.academy import operations as academy
from rihai.training.academy.first import keep_up
from rihai.training.academy.models import Academy, Step, WayStep
from rihai.training.academy.queries import ways
from rihai.training.cascades import operations as cascades
from rihai.training.cascades.models import TrainedIn
from rihai.training.completions import operations as completions
from rihai.training.completions.models import FinishedLine, FinishedList
from rihai.training.doors import operations as doors
from rihai.training.doors.models import Door
from rihai.training.errors import NotSo, NotThere
from rihai.training.exams import operations as exams
from rihai.training.levels import figures
from rihai.training.levels.models import Figure
from rihai.training.sessions.models import Session
from tests.training.learning.world import TODAY, Desk, signed_in

pytestmark = pytest.mark.django_db
Act = tuple[str, Any, Callable[[], Any]]
ORDER = {"source": "Gazette", "on": TODAY, "order_number": "PD-12/2026", "language": ""}


def kept() -> dict[str, list[str]]:
    """Every row of the room, the files and the trail, as the house sees them."""
    tables: list[Any] = [*apps.get_app_config("training").get_models(), StoredFile, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def steps_of(desk: Desk, session: Session) -> list[Act]:
    """The story: each act, the module whose line in the trail comes last, and how it is done."""

    def of(model: Any) -> Any:
        with as_house(desk.at):
            return model.objects.order_by("pk").last()

    said = {"place": desk.world.gulzar, "months": 1, "measure": "monitoring.incidents"}
    step = {**ORDER, "step": Step.MANDATORY, "file": ("order.txt", b"Order")}
    out, pk = desk.taught("Asma Farzi"), session.pk
    return [
        ("codes", exams, lambda: desk.does(exams.make_codes, session_id=pk)),
        ("door", doors, lambda: desk.does(doors.open_door, session_id=pk, asks="said", hours=1)),
        ("shut", doors, lambda: desk.does(doors.shut_door, door_id=of(Door).pk)),
        ("closed", exams, lambda: desk.does(exams.close_test, session_id=pk)),
        ("figure", figures, lambda: desk.does(figures.add_figure, session_id=pk, said=said)),
        ("counted", figures, lambda: desk.does(figures.count_again, figure_id=of(Figure).pk)),
        ("dropped", figures, lambda: desk.does(figures.drop_figure, figure_id=of(Figure).pk)),
        ("academy", academy, lambda: desk.does(academy.keep_academy, said={"title": "Training School", "town": "A"})),
        ("step", academy, lambda: desk.does(
            academy.take_step, course_id=desk.course.pk, said={**step, "academy": of(Academy)})),
        ("withdrawn", academy, lambda: desk.does(
            academy.withdraw_step, step_id=of(WayStep).pk, because="Another course")),
        ("came out", cascades, lambda: desk.does(cascades.say_trained, session_id=pk, trainer_id=out.pk)),
        ("unsaid", cascades, lambda: desk.does(cascades.unsay_trained, trained_id=of(TrainedIn).pk)),
        ("list", completions, lambda: desk.does(
            completions.give_list, course_id=desk.course.pk, provider="E", name="a.csv",
            content=b"Name,Completed on\nDua Farzi,01/11/2026\n")),
        ("settled", completions, lambda: desk.does(
            completions.settle_lines, list_id=of(FinishedList).pk, choices={of(FinishedLine).pk: completions.NEW})),
    ]  # fmt: skip


def test_no_act_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = desk.session(on=TODAY - timedelta(days=40))
    (asma,) = desk.enrol(session, "Asma Farzi")
    desk.tested(session)
    desk.sit(desk.code_of(asma), "after", 7)
    desk.enrol(session, "Bilal Farzi")
    story = steps_of(desk, session)
    first: Act = ("set", exams, lambda: desk.tested(desk.session()))
    for name, module, act in [first, *story]:
        before = kept()

        def cut(*_said: Any, **_more: Any) -> int:
            raise InterruptedError

        with monkeypatch.context() as broken:
            broken.setattr(module, "append", cut)
            if name != "set":
                with pytest.raises(InterruptedError):
                    act()
                assert kept() == before, name
        act()
        assert kept() != before, name


def test_a_course_is_mandatory_by_an_order_and_a_wrong_step_counts_no_more(desk: Desk) -> None:
    assert (keep_up(desk.at), keep_up(desk.at)) == (2, 0)
    first = Academy.objects.get(code="sindh-hyderabad")
    for wrong in (
        {**ORDER, "step": Step.MANDATORY, "order_number": ""}, {**ORDER, "step": Step.TRANSLATED},
        {**ORDER, "step": Step.ADOPTED, "on": TODAY + timedelta(days=1)},
    ):  # fmt: skip
        with pytest.raises(NotSo):
            desk.does(academy.take_step, course_id=desk.course.pk, said={**wrong, "academy": first})
    with pytest.raises(NotThere):
        desk.does(academy.take_step, by=desk.judge, course_id=desk.course.pk, said={**ORDER, "academy": first})
    days = {Step.MANDATORY: 10, Step.TRANSLATED: 300, Step.ADOPTED: 100}
    made = {
        step: desk.does(
            academy.take_step, course_id=desk.course.pk,
            said={**ORDER, "step": step, "language": "ur", "academy": first, "on": TODAY - timedelta(days=days[step])},
        )
        for step in days
    }  # fmt: skip
    (way,) = ways(desk.course.pk)
    assert [one.step for one in way.steps] == [Step.TRANSLATED, Step.ADOPTED, Step.MANDATORY]
    assert way.furthest.order_number == "PD-12/2026"
    desk.does(academy.withdraw_step, step_id=made[Step.MANDATORY].pk, because="An order of another course")
    assert ways()[0].furthest.step == Step.ADOPTED
    page = signed_in(desk.judge).get(reverse("training:way", args=[desk.course.pk])).content.decode()
    assert "An order of another course" in page


def test_what_is_written_wrongly_is_said_beside_its_field(desk: Desk) -> None:
    session = desk.tested(desk.session(on=TODAY - timedelta(days=40)))
    keeping, teaching = signed_in(desk.manager), signed_in(desk.trainer)
    bad = "\x00\u202e" + "x" * 400
    file = {"file": SimpleUploadedFile("a.csv", b"\x00\xff\xfe" * 9)}
    forms = {
        reverse("training:test-set", args=[desk.session().pk]): {"form_id": bad, "pass_mark": "9" * 40},
        reverse("training:figure-add", args=[session.pk]): {"months": "9" * 40, "place": bad, "title": bad},
        reverse("training:academy-new"): {"title": bad},
        reverse("training:way-step", args=[desk.course.pk]): {"on": "99/99/9999", "source": bad, "step": bad},
        reverse("training:came-out-add", args=[session.pk]): {"trainer": bad},
        reverse("training:finished-give"): {"course": str(desk.course.pk), "provider": "E", **file},
    }
    for path, said in forms.items():
        answer = keeping.post(path, said)
        assert answer.status_code in {409, 422}, path
        assert "invalid" in answer.content.decode() or "alert" in answer.content.decode(), path
    for path in forms:
        assert signed_in(desk.judge).get(path).status_code in {403, 404}, path
    for name in ("test", "levels", "came-out"):
        assert teaching.get(reverse(f"training:{name}", args=[session.pk])).status_code == 200
    for name in ("academies", "cascades"):
        assert teaching.get(reverse(f"training:{name}")).status_code == 200
    assert teaching.get(reverse("training:course-levels", args=[desk.course.pk])).status_code == 200
    with acting_as(desk.trainer, desk.at), pytest.raises(NotThere):
        figures.drop_figure(figure_id=session.pk, actor=desk.trainer, at=desk.at)


def test_the_queries_of_each_page_are_the_same_however_much_stands_on_it(desk: Desk) -> None:
    client, judging = signed_in(desk.manager), signed_in(desk.judge)
    session = desk.session(on=TODAY - timedelta(days=95))
    pages = {
        client: ("training:cascades", "training:academies", "training:finished-lists"),
        judging: ("training:on-the-job",),
    }
    counts: list[list[int]] = []
    for who in pages:
        who.get(reverse("training:academies"))  # the first page of a sign-in asks a little more
    for size in (1, 3):
        for n in range(size):
            name = f"Officer {size}{n}"
            (seat,) = desk.enrol(session, name)
            desk.finish(seat, TODAY - timedelta(days=94))
            made = {"title": f"School {name}", "town": "A"}
            school = desk.does(academy.keep_academy, said=made)
            step = {**ORDER, "step": Step.MANDATORY, "academy": school}
            desk.does(academy.take_step, course_id=desk.course.pk, said=step)
            taught = desk.session(on=TODAY - timedelta(days=30 + n), by=name)
            desk.enrol(taught, name)
            desk.does(cascades.say_trained, session_id=session.pk, trainer_id=desk.taught(name).pk)
            desk.does(
                completions.give_list, course_id=desk.course.pk, provider="E", name="a.csv",
                content=f"Name,Completed on\n{name},01/11/2026\nNobody,02/11/2026\n".encode(),
            )  # fmt: skip
        found = FinishedList.objects.order_by("pk").last()
        assert found is not None
        paths = [(who, reverse(name)) for who, names in pages.items() for name in names]
        paths += [
            (client, reverse("training:finished-list", args=[found.pk])),
            (client, reverse("training:course-levels", args=[desk.course.pk])),
            (client, reverse("training:way", args=[desk.course.pk])),
            (client, reverse("training:came-out", args=[session.pk])),
        ]
        counts.append([])
        for who, path in paths:
            with CaptureQueriesContext(connection) as asked:
                assert who.get(path).status_code == 200
            counts[-1].append(len(asked))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 30, counts
