"""A visit is planned, answered apart, settled by somebody named; and who may do none of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.errors import NotFound, Refused
from rihai.instruments.models import Edition, InstrumentVersion, VersionState
from rihai.instruments.operations import correct
from rihai.instruments.queries import answer_seen, filled_of
from rihai.kit.ids import new_id
from rihai.monitoring.errors import NoSuchInspection, NothingSaid, NotNow
from rihai.monitoring.inspections import operations
from rihai.monitoring.inspections.models import Draw, Inspection, Settled, State, TeamMember
from rihai.monitoring.inspections.operations.drawing import numbers_of
from rihai.monitoring.inspections.queries.agreement import ratings_of
from rihai.monitoring.inspections.queries.lists import beside_each_other, over_time
from rihai.monitoring.inspections.queries.page import page_of
from rihai.monitoring.inspections.queries.scored import result_of
from rihai.monitoring.inspections.taking import subject_of
from rihai.monitoring.instrument import FORM_ID
from rihai.monitoring.reach import inspection_seen, inspections_for
from tests.monitoring.world import Desk


def test_nobody_sees_anothers_answers_before_all_have_given_theirs(desk: Desk) -> None:
    one = desk.plan(two=True)
    mine = desk.answer(one, {"SEP-02": "no"})
    with acting_as(desk.second):
        before = answer_seen(mine, actor=desk.second)
        ratings = ratings_of(desk.fresh(one), actor=desk.second)
    theirs = desk.answer(one, {}, by=desk.second)

    assert before is None
    assert ratings.given == []
    assert not ratings.are_complete
    with acting_as(desk.second):
        assert answer_seen(mine, actor=desk.second) is not None
    with acting_as(desk.official):
        assert answer_seen(theirs, actor=desk.official) is None


def published_anew() -> UUID:
    """The same form as its next version, published while one is inside."""
    with as_house():
        former = InstrumentVersion.objects.get(instrument__form_id=FORM_ID, state=VersionState.PUBLISHED)
        InstrumentVersion.objects.filter(pk=former.pk).update(state=VersionState.REPLACED)
        fields = {one.attname: getattr(former, one.attname) for one in InstrumentVersion._meta.concrete_fields}
        return InstrumentVersion.objects.create(**{**fields, "id": new_id(), "number": former.number + 1}).pk


def test_agreement_stands_before_anything_is_settled_and_every_decision_has_a_name(desk: Desk) -> None:
    one = desk.plan(two=True)
    desk.answer(one, {"SEP-02": "no", "HEA-03": "partly"})
    newer = published_anew()
    desk.answer(one, {"SEP-02": "no", "HEA-03": "no"}, by=desk.second)
    assert desk.fresh(one).form_version_id == newer, "nobody's answers are lost because a version came meanwhile"
    with acting_as(desk.lead):
        ratings = ratings_of(desk.fresh(one), actor=desk.lead)
    with pytest.raises(NotNow, match="not decided"):
        desk.does(operations.settle, inspection_id=one.pk)
    desk.does(operations.decide, inspection_id=one.pk, decisions={"hea_03": "no"}, why={"hea_03": "Seven of ten."})
    desk.does(operations.settle, inspection_id=one.pk)

    assert ratings.agreement is not None
    assert [each.item.code for each in ratings.apart] == ["HEA-03"]
    assert ratings.agreement.raw == pytest.approx(1 - 1 / ratings.agreement.units)
    with as_house():
        decided = Settled.objects.get(inspection=one, item="hea_03")
        agreed = Settled.objects.get(inspection=one, item="sep_02")
    assert (decided.code, decided.decided_by_name, decided.decided_why) == ("no", desk.lead.name, "Seven of ten.")
    assert (agreed.code, agreed.was_agreed, agreed.decided_by_name) == ("no", True, "")
    assert desk.fresh(one).measures["held_men"] == 812


def test_settled_answers_are_closed_to_correction(desk: Desk) -> None:
    one = desk.plan()
    answer = desk.answer(one, {})
    desk.does(operations.settle, inspection_id=one.pk)
    with as_house():
        texts = filled_of(Edition.objects.get(answer=answer)).texts

    with acting_as(desk.lead), pytest.raises(NotFound):
        correct(answer_id=answer, base=1, texts=texts, actor=desk.lead, at=desk.at)


def test_a_result_names_its_critical_failures_and_gives_no_total(desk: Desk) -> None:
    one = desk.settled({"SEP-02": "no", "HEA-03": "partly", "RST-01": "na"})
    with acting_as(desk.lead):
        result = result_of(desk.fresh(one))
    areas = {each.code: each for each in result.areas}

    assert [each.code for each in result.failed] == ["SEP-02", "ACC-01"], "ACC-01 from the measured rooms"
    assert areas["sep"].word == "Serious concern"
    assert areas["hea"].word == "Partly met", "a critical item that is partly caps its area"
    assert [each.code for each in result.unassessed] == ["RST-01"]
    assert areas["rst"].word == "Insufficient evidence"
    assert "wom" not in areas, "no woman is held"
    assert not hasattr(result, "total")


def test_a_failure_is_dated_to_when_it_was_first_found_and_trend_tells_of_the_same_items(desk: Desk) -> None:
    desk.day = -700
    first = desk.settled({"SEP-02": "no", "SOL-02": "no", "CMP-01": "no"})
    desk.day = -350
    desk.settled({"SEP-02": "no", "CMP-01": "yes"})
    desk.day = 0
    last = desk.settled({"SEP-02": "no", "SOL-02": "no", "CMP-01": "yes"})
    with acting_as(desk.lead):
        page = page_of(desk.fresh(last), actor=desk.lead)
        trend = over_time(desk.world.naya_bagh, actor=desk.lead)
    since = {item.code: day for item, day in page.failed}

    assert since["SEP-02"] == first.planned_on
    assert since["SOL-02"] == last.planned_on, "it was in order in between"
    assert trend is not None
    assert len(trend.results) == 3
    change = {title: moved for title, _cells, moved in trend.rows}
    assert change["Solitary confinement and separation"] == (100, 60), "SOL-02 of SOL-02, SOL-03 and SOL-04: 3 of 5"


def test_places_beside_each_other_warn_where_one_was_looked_into_less(desk: Desk) -> None:
    desk.settled({})
    said = {
        "place": desk.world.gulzar, "mandate": desk.mandate, "form_id": FORM_ID, "round": "full",
        "planned_on": timezone.localdate(),
    }  # fmt: skip
    other = desk.does(operations.plan_inspection, said=said)
    desk.answer(other, dict.fromkeys(("HEA-01", "HEA-03", "HEA-06", "HEA-08", "HEA-10"), "na"))
    desk.does(operations.settle, inspection_id=other.pk)
    with acting_as(desk.lead):
        shown = beside_each_other(actor=desk.lead)
    health = next(cells for title, cells in shown.rows if title == "Health care")

    assert [result.inspection.place.name for result in shown.results] == [
        "District Prison Naya Bagh", "Women’s Prison Gulzar",
    ]  # fmt: skip
    assert [apart for _cell, apart in health] == [False, True]
    assert len(shown.warnings) == 2, "coverage, and the round"


def test_a_follow_up_asks_again_what_was_not_in_line(desk: Desk) -> None:
    with pytest.raises(NotNow, match="Nothing was settled"):
        desk.plan(round="follow_up")
    desk.settled({"CMP-01": "partly", "SEP-02": "no"})
    one = desk.plan(round="follow_up")

    assert {"cmp_01", "sep_02"} <= set(one.again)
    with acting_as(desk.lead):
        member = TeamMember.objects.get(inspection=one)
        subject = subject_of(desk.lead, str(member.pk))
    assert subject is not None
    assert "cmp_01" in subject.prefilled["again"].split()


def test_the_lot_can_be_drawn_again_by_its_seed(desk: Desk) -> None:
    one = desk.plan()
    made: Draw = desk.does(operations.draw, inspection_id=one.pk, what="register", list_size=800)

    assert len(set(made.numbers)) == 10
    assert made.numbers == numbers_of(made.seed, 800, 10)
    assert numbers_of("x", 4, 10) == [1, 2, 3, 4]
    with pytest.raises(NothingSaid):
        desk.does(operations.draw, inspection_id=one.pk, what="register", list_size=0)


def test_who_was_kept_out_says_from_what(desk: Desk) -> None:
    one = desk.plan()
    said: dict[str, Any] = {"access": "refused", "is_announced": False, "arrived_at": desk.at}

    with pytest.raises(NothingSaid):
        desk.does(operations.record_visit, inspection_id=one.pk, version=one.version, said=said)
    said |= {"access_says": "The superintendent said no.", "entered_at": desk.at + timedelta(minutes=90)}
    done = desk.does(operations.record_visit, inspection_id=one.pk, version=one.version, said=said)
    assert (done.state, done.waited) == (State.VISITED, 90)


def test_a_self_assessment_stays_apart_and_the_difference_is_shown(desk: Desk) -> None:
    said = {"place": desk.world.naya_bagh, "form_id": FORM_ID, "round": "rapid"}
    own: Inspection = desk.does(operations.start_self_assessment, by=desk.official, said=said)
    desk.answer(own, {"SEP-02": "partly"}, by=desk.official)
    with acting_as(desk.lead):
        early = inspection_seen(own.pk, actor=desk.lead)
    desk.does(operations.settle, by=desk.official, inspection_id=own.pk)
    ours = desk.settled({"SEP-02": "no"})
    with acting_as(desk.lead):
        page = page_of(desk.fresh(ours), actor=desk.lead)
        trend = over_time(desk.world.naya_bagh, actor=desk.lead)

    assert early is None, "it colours nobody's judgement"
    assert [(item.code, theirs, mine) for item, theirs, mine in page.own] == [("SEP-02", "partly", "no")]
    assert trend is not None
    assert [one.inspection.pk for one in trend.results] == [ours.pk]
    with acting_as(desk.official):
        assert inspection_seen(ours.pk, actor=desk.official) is None, "no draft was sent"


def test_an_inspector_of_another_place_and_other_roles_see_nothing(desk: Desk) -> None:
    one = desk.settled({})
    stranger = desk.world.worker("monitor", desk.world.gulzar)
    secretary = desk.world.worker("committee_secretary", desk.world.province)
    for who in (stranger, secretary, desk.official):
        with acting_as(who):
            assert not inspections_for(who).exists()
        with pytest.raises(NoSuchInspection):
            desk.does(operations.give_up, by=who, inspection_id=one.pk, why="no")
    said = {
        "place": desk.world.naya_bagh, "mandate": desk.mandate, "form_id": FORM_ID, "round": "rapid",
        "planned_on": timezone.localdate(),
    }  # fmt: skip
    with pytest.raises(NoSuchInspection):
        desk.does(operations.plan_inspection, by=stranger, said=said)


def test_a_mandate_that_has_ended_carries_no_visit(desk: Desk) -> None:
    with as_house():
        type(desk.mandate).objects.update(ended_on=timezone.localdate())

    with pytest.raises(Refused):
        desk.plan()
