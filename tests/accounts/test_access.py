"""What an actor may see, decided from plain values: the rules of need-to-know one by one, and as properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rihai.accounts.access import Held, Leave, Post, Standing, sees, sight
from rihai.accounts.capabilities import CAPABILITIES
from rihai.accounts.roles import GIVEN, ROLES
from rihai.kit.classes import OF_PEOPLE, DataClass

DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
PRISON, DISTRICT, ELSEWHERE = 3, 2, 9
INSIDE = frozenset({1, DISTRICT, PRISON})

roles = st.sampled_from(sorted(GIVEN))
places = st.frozensets(st.integers(1, 5), max_size=3)
posts = st.builds(Post, roles, places, st.booleans())
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How long a draw takes says how busy the machine is, nothing of us."""
standings = st.builds(lambda some: Standing(tuple(some)), st.lists(posts, max_size=3))
days = st.none() | st.dates(date(2026, 3, 8), date(2026, 3, 12))
helds = st.lists(st.builds(Held, places.filter(bool), st.booleans(), days), max_size=3)
moments = st.timedeltas(timedelta(days=-1), timedelta(days=2)).map(lambda away: AT + away)
leaves = st.lists(st.builds(Leave, st.sampled_from(OF_PEOPLE), moments, st.none() | moments, st.booleans()), max_size=3)


def standing(role: str, *at: int) -> Standing:
    return Standing((Post(role, frozenset(at), not at),))


def seen(role: str, *at: int, held: Held | None = None, leave: Leave | None = None) -> frozenset[DataClass]:
    return sight(standing(role, *at), held=[held] if held else [], leaves=[leave] if leave else [], on=DAY, at=AT).seen


def test_a_posting_covers_what_stands_in_its_place_and_nothing_else() -> None:
    assert seen("health_worker", DISTRICT, held=Held(INSIDE)) == {DataClass.PERSONAL, DataClass.HEALTH}
    assert seen("health_worker", ELSEWHERE, held=Held(INSIDE)) == frozenset()


def test_a_former_prison_sees_until_its_day_and_not_on_it() -> None:
    assert seen("caseworker", PRISON, held=Held(INSIDE, seen_until=DAY + timedelta(days=1)))
    assert not seen("caseworker", PRISON, held=Held(INSIDE, seen_until=DAY))


def test_a_guarded_person_is_seen_by_the_supervisor_of_their_place_and_by_who_was_assigned() -> None:
    guarded = Held(INSIDE, guarded=True)
    assert not seen("caseworker", PRISON, held=guarded)
    assert seen("supervisor", PRISON, held=guarded) == {DataClass.PERSONAL}
    assert not seen("supervisor", ELSEWHERE, held=guarded)
    assert seen("caseworker", PRISON, held=guarded, leave=Leave("personal", AT)) == {DataClass.PERSONAL}


def test_sealed_matter_comes_by_grant_alone() -> None:
    assert DataClass.SEALED not in seen("survivor_counsellor", PRISON, held=Held(INSIDE))
    assert DataClass.SEALED in seen("survivor_counsellor", PRISON, leave=Leave("sealed", AT))


def test_a_grant_gives_nothing_the_role_does_not_have_unless_glass_was_broken() -> None:
    assert not seen("lawyer", PRISON, leave=Leave("health", AT))
    assert seen("lawyer", PRISON, leave=Leave("health", AT, glass=True)) == {DataClass.HEALTH}


def test_what_is_withheld_is_named_but_sealed_never_and_nothing_of_who_is_not_seen() -> None:
    now = sight(standing("caseworker", PRISON), held=[Held(INSIDE)], leaves=[], on=DAY, at=AT)
    assert now.withheld == (DataClass.HEALTH, DataClass.LEGAL)
    assert now.outlined == {DataClass.HEALTH}
    assert sight(standing("caseworker", ELSEWHERE), held=[Held(INSIDE)], leaves=[], on=DAY, at=AT).withheld == ()


def test_an_administrator_sees_nobody_whatever_is_given() -> None:
    for data_class in OF_PEOPLE:
        assert not seen("administrator", held=Held(INSIDE), leave=Leave(data_class, AT))


def test_who_has_no_posting_sees_nobody_even_through_broken_glass() -> None:
    assert not sees(
        Standing(), "personal", held=[Held(INSIDE)], leaves=[Leave("personal", AT, glass=True)], on=DAY, at=AT
    )


@CALM
@given(standings, helds, leaves)
def test_more_postings_never_show_less(now: Standing, held: list[Held], let: list[Leave]) -> None:
    more = Standing((*now.posts, Post("caseworker", frozenset({1}))))

    assert (
        sight(now, held=held, leaves=let, on=DAY, at=AT).seen <= sight(more, held=held, leaves=let, on=DAY, at=AT).seen
    )


@CALM
@given(standings, helds)
def test_without_a_grant_nobody_sees_sealed_matter(now: Standing, held: list[Held]) -> None:
    assert DataClass.SEALED not in sight(now, held=held, leaves=[], on=DAY, at=AT).seen


@CALM
@given(standings, helds, leaves)
def test_by_place_health_and_legal_come_only_with_personal(now: Standing, held: list[Held], let: list[Leave]) -> None:
    shown = sight(now, held=held, leaves=[], on=DAY, at=AT).seen
    assert not shown or DataClass.PERSONAL in shown
    full = sight(now, held=held, leaves=let, on=DAY, at=AT)
    assert set(full.withheld).isdisjoint(full.seen | {DataClass.SEALED})


@CALM
@given(standings, helds, leaves)
def test_guarding_never_shows_more(now: Standing, held: list[Held], let: list[Leave]) -> None:
    guarded = [Held(one.around, True, one.seen_until) for one in held]

    assert (
        sight(now, held=guarded, leaves=let, on=DAY, at=AT).seen
        <= sight(now, held=held, leaves=let, on=DAY, at=AT).seen
    )


def test_every_capability_of_a_role_is_described() -> None:
    assert {one for role in ROLES.values() for one in role.capabilities} == set(CAPABILITIES)


def test_nobody_who_manages_accounts_has_casework() -> None:
    for role in ROLES.values():
        if role.capabilities & {"accounts.manage", "accounts.invite"}:
            assert role.classes == {DataClass.ORDINARY}
