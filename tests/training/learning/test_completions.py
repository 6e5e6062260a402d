"""Lists of courses finished elsewhere: every line accounted for, nobody guessed, nothing counted twice."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from rihai.training.certificates.models import Completion
from rihai.training.certificates.operations import unsay_elsewhere
from rihai.training.completions.models import Became, FinishedLine, FinishedList
from rihai.training.completions.operations import LEAVE, NEW, SAME, give_list, settle_lines
from rihai.training.completions.queries import became
from rihai.training.courses.models import Mandatory, Rank
from rihai.training.errors import NotSo, NotThere
from rihai.training.overdue.queries import lines
from rihai.training.overdue.reckoning import Standing
from rihai.training.sessions.models import Trainee
from tests.training.learning.world import TODAY, Desk, signed_in

pytestmark = pytest.mark.django_db
LIST = """Name,Number,Completed on,Certificate
Asma Farzi,B-Asma Farzi,01/11/2026,UN-1
Asma Farzy,,02/11/2026,UN-2
Bilal Farzi,,2026-11-03,
Nobody Known,,3 Nov 2026,UN-4
Asma Farzi,B-Asma Farzi,01/11/2026,UN-1
,B-9,01/11/2026,UN-6
Dua Farzi,,31/31/2026,UN-7
Erum Farzi,,01/01/2031,UN-8
"""


def give(desk: Desk, content: str = LIST) -> FinishedList:
    return desk.does(
        give_list, course_id=desk.course.pk, provider="E-learning", content=content.encode(), name="list.csv"
    )


def test_every_line_is_accounted_for_and_counts_only_when_somebody_said_who_it_is(desk: Desk) -> None:
    desk.enrol(desk.session(), "Asma Farzi", "Bilal Farzi")
    found = give(desk)
    rows = {one.number: one for one in found.rows.select_related("alike")}
    assert sorted(rows) == list(range(2, 10))
    assert sum(became(found).values()) == found.lines == 8
    assert {n for n, one in rows.items() if one.became == Became.UNREADABLE} == {7, 8, 9}
    assert all(rows[n].problem for n in (6, 7, 8, 9))
    assert rows[6].became == Became.KNOWN, "the same certificate twice"
    assert {n: one.alike.full_name for n, one in rows.items() if one.alike} == {
        2: "Asma Farzi", 3: "Asma Farzi", 4: "Bilal Farzi",
    }  # fmt: skip
    assert [n for n, one in rows.items() if one.is_same_number] == [2]
    assert not Completion.objects.exists(), "nothing is guessed"
    rank = Rank.objects.create(code="w", title="Warder")
    Trainee.objects.filter(full_name="Asma Farzi").update(rank=rank)
    Mandatory.objects.create(
        course=desk.course, rank=rank, order_says="Order 9", started_on=date(2026, 1, 1), made_at=desk.at
    )

    def stands() -> str:
        (line,) = lines(Trainee.objects.all(), TODAY)
        return line.stand.standing

    assert stands() == Standing.NEVER
    with pytest.raises(NotSo):
        give(desk)
    with pytest.raises(NotThere):
        desk.does(settle_lines, by=desk.trainer, list_id=found.pk, choices={rows[2].pk: NEW})
    with pytest.raises(NotSo):
        desk.does(settle_lines, list_id=found.pk, choices={rows[5].pk: SAME})
    assert desk.does(settle_lines, list_id=found.pk, choices={}, all_numbers=True) == 1
    assert stands() == Standing.IN_ORDER, "it counts for what is mandatory"
    choices = {rows[3].pk: LEAVE, rows[4].pk: SAME, rows[5].pk: NEW}
    assert desk.does(settle_lines, list_id=found.pk, choices=choices) == 2
    assert became(found) == {"waiting": 0, "matched": 2, "new": 1, "known": 1, "unreadable": 3, "left_out": 1}
    told = set(Completion.objects.values_list("trainee__full_name", "source", "says"))
    assert told == {
        ("Asma Farzi", "elearning", "E-learning, certificate UN-1"), ("Bilal Farzi", "elearning", "E-learning"),
        ("Nobody Known", "elearning", "E-learning, certificate UN-4"),
    }  # fmt: skip
    again = give(desk, LIST.replace("Bilal Farzi,,", "Bilal Farzi,B-Bilal Farzi,"))
    assert became(again)["known"] == 3, "their certificates count already"
    desk.does(settle_lines, list_id=again.pk, choices={}, all_numbers=True)
    assert FinishedLine.objects.get(list=again, number=4).became == Became.KNOWN, "the same course of the same day"
    assert Completion.objects.count() == 3


def test_a_list_is_told_to_who_gave_it_in_and_what_cannot_be_read_is_said(desk: Desk) -> None:
    found = give(desk)
    page = reverse("training:finished-list", args=[found.pk])
    keeping, other = signed_in(desk.manager), signed_in(desk.trainer)
    assert "Nobody Known" in keeping.get(page).content.decode()
    assert other.get(page).status_code == 404
    assert "You have given in no list yet" in other.get(reverse("training:finished-lists")).content.decode()
    assert keeping.post(page, {}).status_code == 302
    for content in ("Name,Day\nA,B\n", "Name,Completed on\n", "x"):
        with pytest.raises(NotSo):
            give(desk, content)


def test_a_number_under_another_name_is_no_match_and_what_was_wrong_is_taken_out_again(desk: Desk) -> None:
    (asma,) = desk.enrol(desk.session(), "Asma Farzi")
    found = give(desk, "Name,Number,Completed on\nGhulam Misali,B-Asma Farzi,01/11/2026\n")
    row = found.rows.get()
    assert (row.alike, row.is_same_number) == (asma.trainee, False), "asked about, and never settled by its number"
    desk.does(settle_lines, list_id=found.pk, choices={row.pk: SAME})
    wrong = Completion.objects.get()
    with pytest.raises(NotThere):
        desk.does(unsay_elsewhere, by=desk.trainer, completion_id=wrong.pk)
    page, client = reverse("training:trainee", args=[asma.trainee_id]), signed_in(desk.manager)
    assert "It was wrong" in client.get(page).content.decode()
    assert client.post(reverse("training:finished-unsay", args=[wrong.pk])).status_code == 302
    assert not Completion.objects.exists()
    assert found.rows.get().became == Became.WAITING
