"""The pages of screening: what they show, to whom, how many queries they ask, and that nothing breaks them."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.people.models import Person
from rihai.people.operations import guard_person
from rihai.screening.models import Finding
from rihai.screening.queries.figures import parts
from tests.people.world import World
from tests.screening.cast import bailed_man, keep, unknown_arrest, woman

pytestmark = pytest.mark.django_db
PAGES = ("who", "inside", "alerts", "risk", "missing", "lost")


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def text_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


@pytest.fixture
def lawyer(world: World) -> Account:
    return world.worker("lawyer", world.gulzar)


@pytest.fixture
def nargis(world: World, lawyer: Account) -> Person:
    with acting_as(lawyer):
        return keep(woman(timezone.localdate()), world.gulzar, lawyer)


@pytest.fixture
def browser(lawyer: Account) -> Client:
    return signed_in(lawyer)


def finding_of(person: Person, provision: str = "crpc_497_delay_general") -> Finding:
    with as_house():
        return Finding.objects.get(person=person, provision=provision)


def test_the_list_says_who_where_why_with_the_sum_and_since_when(lawyer: Account, nargis: Person) -> None:
    text = text_of(signed_in(lawyer), reverse("screening:who"))
    for word in (
        "Nargis Farzi",
        "Women’s Prison Gulzar",
        "Arguable since",
        "Reckoned:",
        "6 months",
        "shall",
    ):
        assert word in text, word
    assert "no lawyer has reviewed it yet" in text


def test_the_page_of_a_finding_shows_each_condition_its_facts_and_its_sources(lawyer: Account, nargis: Person) -> None:
    finding = finding_of(nargis)
    text = text_of(signed_in(lawyer), reverse("screening:finding", args=[finding.pk]))
    for word in (
        "Nargis Farzi",
        "For the court",
        "Met",
        "Does not apply",
        "Reckoned:",
        "written by lawyer",
        "No lawyer has reviewed this provision yet",
        "Next step",
    ):
        assert word in text, word
    with as_house():
        assert Event.objects.filter(act="kit.page.opened").exists()


def test_the_tab_of_those_of_whom_it_cannot_be_told_names_the_fact(world: World, lawyer: Account) -> None:
    with acting_as(lawyer):
        keep(unknown_arrest(timezone.localdate()), world.gulzar, lawyer)
    client = signed_in(lawyer)
    assert "Cannot tell:" in text_of(client, reverse("screening:who") + "?by=cannot_tell")
    missing = text_of(client, reverse("screening:missing"))
    assert "Make the sheet" in missing


def test_days_lost_are_counted_once_a_person_and_its_two_parts_never_added_up(world: World, lawyer: Account) -> None:
    today = timezone.localdate()
    with acting_as(lawyer):
        keep(woman(today - timedelta(days=40)), world.gulzar, lawyer)
        keep(woman(today - timedelta(days=10), full_name="Gul Farzi"), world.gulzar, lawyer)
    response = signed_in(lawyer).get(reverse("screening:lost"))
    (row,) = response.context["rows"]
    assert (row.name, row.lost.met_people, row.lost.met_days, row.lost.open_people) == (world.gulzar.shown, 0, 0, 2)
    assert 50 <= row.lost.open_days <= 56


@pytest.mark.parametrize("by", ["provision", "court"])
def test_by_cause_and_by_court_the_same_days_stand_once_each(world: World, lawyer: Account, by: str) -> None:
    today = timezone.localdate()
    child = woman(today, full_name="Asif Farzi", sex="male", date_of_birth="2010-04-01")
    child["cases"][0]["court"] = "Juvenile Court Wadi"
    with acting_as(lawyer):
        keep(woman(today - timedelta(days=40)), world.gulzar, lawyer)
        keep(child, world.gulzar, lawyer)
    client = signed_in(lawyer)
    whole = client.get(reverse("screening:lost")).context["total"]
    parts_ = client.get(reverse("screening:lost") + f"?by={by}").context
    assert len(parts_["rows"]) == 2
    for name in ("met_days", "open_days"):
        assert parts_["total"][name] == whole[name]
    assert whole["met_days"] > 0
    assert whole["open_days"] > 0
    wanted = {"court": ["Juvenile Court Wadi", "No court on record"], "provision": ["Bail for delay of the trial"]}
    assert set(wanted[by]) <= {row.name for row in parts_["rows"]}


@pytest.mark.parametrize(
    ("met", "open_", "told"),
    [(None, None, (0, 0)), (None, 5, (0, 5)), (5, 5, (5, 0)), (3, 8, (3, 5)), (3, None, (3, 0))],
)
def test_a_day_stands_in_one_of_the_two_parts(met: int | None, open_: int | None, told: tuple[int, int]) -> None:
    today = timezone.localdate()

    def ago(days: int | None) -> date | None:
        return None if days is None else today - timedelta(days=days)

    assert parts(ago(met), ago(open_), today) == told


def test_still_inside_stands_under_the_clock_that_has_run_out(world: World) -> None:
    lawyer = world.worker("lawyer", world.naya_bagh)
    with acting_as(lawyer):
        keep(bailed_man(timezone.localdate()), world.naya_bagh, lawyer)
        keep(bailed_man(timezone.localdate(), 40, full_name="Munir Farzi"), world.naya_bagh, lawyer)
    text = text_of(signed_in(lawyer), reverse("screening:inside"))
    assert text.index("Over thirty days") < text.index("Munir Farzi") < text.index("Over seven days")
    assert "Still inside, 9 days" in text


def test_the_wrong_caseworker_finds_nothing_anywhere_and_the_attempt_is_written_down(
    world: World, nargis: Person
) -> None:
    client = signed_in(world.worker("caseworker", world.naya_bagh))
    finding = finding_of(nargis)
    for page in PAGES:
        assert "Nargis" not in text_of(client, reverse(f"screening:{page}"))
    assert "Nargis" not in text_of(client, reverse("screening:who") + f"?place={world.gulzar.pk}")
    assert "Nargis" not in text_of(client, reverse("screening:who") + f"?after={finding.pk}")
    text_of(client, reverse("screening:finding", args=[finding.pk]), 404)
    text_of(client, reverse("screening:finding", args=[uuid4()]), 404)
    with as_house():
        assert Event.objects.filter(act="kit.page.refused", subject=str(finding.pk)).exists()


def test_a_guarded_woman_leaves_no_trace_and_stands_on_no_paper(world: World, nargis: Person) -> None:
    chief = world.worker("supervisor", world.gulzar)
    with acting_as(chief):
        guard_person(person_id=nargis.pk, ground="a threat", actor=chief, at=timezone.now())
    caseworker = signed_in(world.worker("caseworker", world.gulzar))
    assert "Nargis" not in text_of(caseworker, reverse("screening:who"))
    assert "Nargis" not in text_of(caseworker, reverse("screening:lost"))
    boss = signed_in(chief)
    assert "Nargis" in text_of(boss, reverse("screening:who"))
    paper = boss.post(reverse("kit_export", args=["screening.who"]), {"kind": "csv", "language": "en"})
    assert paper.status_code == 200
    assert "Nargis" not in paper.content.decode()


def test_what_rests_on_another_class_is_withheld_by_name_and_without_a_word(world: World, lawyer: Account) -> None:
    told = woman(timezone.localdate(), full_name="Zubaida Misali")
    told["cases"][0]["delay_attributed_to_accused"] = False
    with acting_as(lawyer):
        person = keep(told, world.gulzar, lawyer)
    finding = finding_of(person)
    caseworker = signed_in(world.worker("caseworker", world.gulzar))
    text = text_of(caseworker, reverse("screening:who"))
    assert "Withheld: legal" in " ".join(text.split())
    assert "Zubaida Misali" in text
    assert "Trial not concluded" not in text or "delay" not in text.split("Withheld")[1]
    text_of(caseworker, reverse("screening:finding", args=[finding.pk]), 404)
    page = text_of(caseworker, reverse("people:person", args=[person.pk]))
    assert "Withheld" in page
    text_of(signed_in(lawyer), reverse("screening:finding", args=[finding.pk]))


def test_the_person_s_page_answers_what_the_law_says(lawyer: Account, nargis: Person) -> None:
    text = text_of(signed_in(lawyer), reverse("people:person", args=[nargis.pk]))
    assert "What the law says" in text
    assert "Arguable since" in text


def test_the_prison_s_page_counts_and_gives_roles_without_names_controlled_figures(
    world: World, lawyer: Account, nargis: Person
) -> None:
    address = reverse("places:place", args=[world.gulzar.pk])
    assert "Reached today" in text_of(signed_in(lawyer), address)
    analyst = text_of(signed_in(world.worker("programme_manager", None)), address)
    assert "small counts withheld" in analyst
    assert "Nargis" not in analyst


def test_newly_reached_people_stand_in_my_work(lawyer: Account, nargis: Person) -> None:
    assert "Newly reached by the law" in text_of(signed_in(lawyer), reverse("home"))


def test_filters_narrow_and_what_is_written_wrongly_narrows_nothing(
    world: World, lawyer: Account, nargis: Person
) -> None:
    client, who = signed_in(lawyer), reverse("screening:who")
    assert "Nargis" in text_of(client, f"{who}?sex=female&provision=crpc_497_delay_general&place={world.gulzar.pk}")
    assert "Nargis" not in text_of(client, f"{who}?sex=male")
    assert "Nargis" in text_of(client, f"{who}?provision=none_such&by=nonsense&after=nobody")


def test_lines_are_narrowed_by_what_the_law_says_and_by_days_lost(world: World, lawyer: Account) -> None:
    today = timezone.localdate()
    with acting_as(lawyer):
        keep(woman(today - timedelta(days=100)), world.gulzar, lawyer)
        keep(woman(today - timedelta(days=10), full_name="Gul Farzi"), world.gulzar, lawyer)
    client, who = signed_in(lawyer), reverse("screening:who")
    for asked, listed in (("effect=shall", (True, True)), ("lost=30", (True, False)), ("lost=180", (False, False))):
        text = text_of(client, f"{who}?{asked}")
        assert ("Nargis" in text, "Gul Farzi" in text) == listed, asked
    assert {row.word for row in client.get(f"{who}?effect=may").context["groups"]} <= {"may"}
    address = reverse("kit_export", args=["screening.who"]) + "?by=today&lost=30&group=lost"
    paper = client.post(address, {"kind": "csv", "language": "en"}).content.decode()
    assert "Nargis" in paper
    assert "Gul Farzi" not in paper


@pytest.mark.parametrize(
    ("group", "headings"),
    [
        ("place", ["Women’s Prison Gulzar", "District Prison Naya Bagh"]),
        ("court", ["No court on record", "Sessions Court Wadi"]),
        ("lost", ["90 days lost or more", "Fewer than 30 days lost"]),
    ],
)
def test_lines_stand_under_their_prison_court_or_days_lost_across_pages(
    world: World, group: str, headings: list[str]
) -> None:
    today, lawyer = timezone.localdate(), world.worker("lawyer", world.province)
    other = woman(today - timedelta(days=10), full_name="Gul Farzi")
    other["cases"][0]["court"] = "Sessions Court Wadi"
    with acting_as(lawyer):
        keep(woman(today - timedelta(days=100)), world.gulzar, lawyer)
        keep(other, world.naya_bagh, lawyer)
    client, address = signed_in(lawyer), f"{reverse('screening:who')}?group={group}"
    whole = client.get(address).context["groups"]
    assert [one.title for one in whole] == headings
    assert [one.count for one in whole] == [1, 1]
    assert all(row.title for one in whole for row in one.rows)
    lines = [row.finding.pk for one in whole for row in one.rows]
    turned = client.get(f"{address}&after={lines[0]}").context["groups"]
    assert [row.finding.pk for one in turned for row in one.rows] == lines[1:]


def test_lists_are_turned_page_by_page_and_nobody_is_lost(world: World, lawyer: Account) -> None:
    today = timezone.localdate()
    with acting_as(lawyer):
        for number in range(30):
            keep(woman(today, full_name=f"Woman {number:02} Farzi"), world.gulzar, lawyer)
    client, seen = signed_in(lawyer), set()
    address = reverse("screening:who") + "?provision=crpc_497_delay_general"
    for _page in range(3):
        response = client.get(address)
        seen |= {row.finding.person_id for group in response.context["groups"] for row in group.rows}
        if not response.context["later"]:
            break
        address = reverse("screening:who") + response.context["later"]
    assert len(seen) == 30


LISTED = {
    "who": "Nargis Farzi", "inside": "Tariq Misali", "alerts": "Asif Farzi", "risk": "Nargis Farzi",
    "lost": "Gulzar", "ask": "Rehana Misali",
}  # fmt: skip


@pytest.fixture
def everybody(world: World) -> Account:
    """A lawyer of the province, and somebody on every list."""
    lawyer, today = world.worker("lawyer", world.province), timezone.localdate()
    with acting_as(lawyer):
        keep(woman(today - timedelta(days=40)), world.gulzar, lawyer)
        keep(unknown_arrest(today), world.gulzar, lawyer)
        keep(bailed_man(today), world.naya_bagh, lawyer)
        boy = woman(today, full_name="Asif Farzi", sex="male", date_of_birth="2010-04-01", held_with_adults=True)
        keep(boy, world.naya_bagh, lawyer)
    return lawyer


@pytest.mark.parametrize("name", LISTED)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_list_can_be_taken_out_and_opened_in_both_languages(
    world: World, everybody: Account, name: str, language: str
) -> None:
    place = f"?at={world.gulzar.pk}" if name in {"ask", "risk"} else ""
    address = reverse("kit_export", args=[f"screening.{name}"]) + place
    client = signed_in(everybody)
    book = client.post(address, {"kind": "xlsx", "language": language})
    sheet = load_workbook(io.BytesIO(book.content)).worksheets[0]
    cells = " ".join(str(cell) for line in sheet.iter_rows(values_only=True) for cell in line if cell is not None)
    assert LISTED[name] in cells
    assert bool(sheet.sheet_view.rightToLeft) is (language == "ur")
    paper = client.post(address, {"kind": "pdf", "language": language})
    assert paper.status_code == 200
    assert paper.content.startswith(b"%PDF-")
    assert paper.content.rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("role", ["programme_manager", "research_analyst"])
def test_who_needs_no_names_reaches_no_list_and_of_few_people_no_count(
    world: World, lawyer: Account, nargis: Person, role: str
) -> None:
    client = signed_in(world.worker(role, None))
    for page in PAGES:
        assert client.get(reverse(f"screening:{page}")).status_code in {403, 404}, page
    page_ = text_of(client, reverse("places:place", args=[world.gulzar.pk]))
    panel = page_.split("small counts withheld")[1].split("</dl>")[0]
    told = re.findall(r"<dd>(.*?)</dd>", panel)
    assert told
    assert all(not one.strip().isdigit() for one in told), told


@given(
    page=st.sampled_from(PAGES),
    asked=st.dictionaries(
        st.sampled_from(
            ("by", "kind", "place", "provision", "court", "sex", "effect", "lost", "after", "before", "group", "at")
        ),
        st.text(max_size=40)
        | st.sampled_from(("\x00", "help\x00", "9" * 60))
        | st.integers().map(str)
        | st.uuids().map(str),
        max_size=6,
    ),
)
@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_stands_in_an_address_breaks_a_page(
    browser: Client, nargis: Person, page: str, asked: dict[str, Any]
) -> None:
    response = browser.get(reverse(f"screening:{page}"), asked)
    assert response.status_code in {200, 400}
    exported = browser.post(
        reverse("kit_export", args=["screening.who"]) + "?" + response.wsgi_request.META["QUERY_STRING"],
        {"kind": "csv", "language": "en"},
    )
    assert exported.status_code in {200, 400}
