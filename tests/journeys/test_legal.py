"""Story 2 and story 3: from the list to the gate, and the man whom a paper keeps; with what each act leaves behind.

With TEST_SHOTS set to a folder, what is seen on the way, and the petition as a PDF, are kept there.
"""

from __future__ import annotations

import os
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from playwright.sync_api import Page
from pypdf import PdfReader

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.legal.matters.offers import SAYS
from rihai.legal.matters.operations.conflicts import DECIDED
from rihai.legal.models import (
    BailOrder,
    ConflictCheck,
    DaysKept,
    Matter,
    MatterHearing,
    MoneyOrder,
    Pack,
    Petition,
    Release,
    Response,
    Sharing,
    Slip,
    Step,
    Surety,
)
from rihai.legal.release.queries.measures import measured
from rihai.people.models import Consent, Person
from rihai.screening.models import Finding
from tests.browser.chromium import Opener, source
from tests.browser.looking import look_over
from tests.people.world import World, make_world
from tests.screening.cast import bailed_man, keep, woman

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("TEST_SHOTS", "")
PROVISO = "crpc_497_delay_general"


@pytest.fixture
def office(transactional_db: None) -> tuple[World, Account]:
    """A prison, and the lawyer of those held there."""
    world = make_world()
    return world, world.worker("lawyer", world.gulzar)


def seven_months(today: date) -> dict[str, Any]:
    """A woman held seven months on a charge that is not capital."""
    record = woman(today, alias="نرگس فرضی")
    arrested = today - timedelta(days=213)
    record["first_admitted_on"] = record["cases"][0]["arrested_on"] = arrested.isoformat()
    record["cases"][0]["charges"][0]["offence_date"] = (arrested - timedelta(days=9)).isoformat()
    return record


def write(page: Page, address: str, **said: Any) -> None:
    """Open a form, fill the named fields as a person would, and send it; it must be taken."""
    page.goto(address)
    form = page.locator(f"form:has([name='{next(iter(said))}'])").last
    for name, value in said.items():
        field = form.locator(f"[name='{name}']:visible").first
        kind = field.evaluate("one => one.type")
        if kind == "select-one":
            field.select_option(str(value))
        elif kind in {"radio", "checkbox"}:
            one = kind == "checkbox" and form.locator(f"[name='{name}']").count() == 1
            form.locator(f"[name='{name}']" if one else f"[name='{name}'][value='{value}']").check()
        else:
            field.fill(f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value))
    form.locator("button.btn-primary").first.click()
    page.wait_for_load_state()
    assert page.locator(".error-summary, .invalid-feedback:visible").count() == 0, page.locator("main").inner_text()


def shot(page: Page, language: str, name: str) -> None:
    """A picture of the page as a desk and as a phone see it, where pictures are asked for."""
    for width, kind in ((1280, "wide"), (375, "phone")) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(SHOTS) / f"legal-{name}.{language}.{kind}.png"), full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})


def only(model: Any, **asked: Any) -> Any:
    """The one row there is, as the house sees it."""
    with as_house():
        return model.objects.get(**asked)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_from_the_list_to_the_gate(office: tuple[World, Account], open_page: Opener, language: str) -> None:
    world, lawyer = office
    today = timezone.localdate()
    Account.objects.filter(pk=lawyer.pk).update(language=language)
    with acting_as(lawyer):
        person = keep(seven_months(today), world.gulzar, lawyer)
    finding = only(Finding, person=person, provision=PROVISO)
    page = open_page(language=language, account=lawyer)

    page.goto(reverse("screening:who"))
    assert page.locator(f"a[href='{reverse('screening:finding', args=[finding.pk])}']").count()
    shot(page, language, "1-list")
    page.goto(reverse("screening:finding", args=[finding.pk]))
    with override(language):
        for_court = gettext("For the court")
    assert page.locator("main").inner_text().count(for_court) == 2, "two facts that only the court can judge"
    shot(page, language, "2-why")

    write(page, reverse("legal:respond", args=[finding.pk]), act="take")
    assert only(Response).state == "taken"
    _told(page, language, person, today)
    _petition(page, language, person, finding, today)
    matter = _in_court(page, person, today)
    if language == "en":
        _fund_pays(page, matter, today)
    write(
        page, reverse("legal:release-record", args=[person.pk]), kind="bail", authority="court",
        court="Sessions Court Gulistan", ordered_on=today, arrived_on=today, released_on=today, to_whom="family",
    )  # fmt: skip
    look_over(page, language=language)
    shot(page, language, "6-released")
    page.goto(reverse("screening:who"))
    assert not page.locator(f"a[href='{reverse('screening:finding', args=[finding.pk])}']").count()
    _closed(lawyer, today)


def _told(page: Page, language: str, person: Person, today: date) -> None:
    """She is told first, in her language."""
    write(
        page, reverse("legal:slip-new", args=[person.pk]), asked="leave", by_whom="Sana Farzi",
        whom_to_tell="Amna Namoona, box at the visiting room", next_on=today + timedelta(days=5),
    )  # fmt: skip
    slip = only(Slip)
    shot(page, language, "3-slip")
    write(
        page, reverse("legal:slip-told", args=[slip.pk]), answer="told", in_language="pa", kept="yes",
        correction="My brother can stand surety.",
    )  # fmt: skip
    write(page, reverse("legal:slip-correction", args=[slip.pk]), how="asked the brother")


def _petition(page: Page, language: str, person: Person, finding: Finding, today: date) -> None:
    """The petition, in Urdu whatever the page's language, each fact confirmed against a paper; filed."""
    address = reverse("legal:draw", args=[person.pk]) + f"?finding={finding.pk}"
    write(page, address, template="bail_statutory", language="ur")
    petition = only(Petition)
    page.goto(reverse("legal:petition-confirm", args=[petition.pk]))
    for select in page.locator("main form select").all():
        options = select.locator("option").evaluate_all("all => all.map(one => one.value)")
        select.select_option(options[1])
    for field in page.locator("main form input[name$='-page']").all():
        field.fill("1")
    page.locator("main form button.btn-primary").first.click()
    page.goto(reverse("legal:petition", args=[petition.pk]))
    shot(page, language, "4-petition")
    prints = reverse("legal:petition-print", args=[petition.pk])
    page.locator(f"form[action='{prints}'] [name='kind']").select_option("pdf")
    page.locator(f"form[action='{prints}'] [name='language']").select_option("ur")
    with page.expect_download() as printed:
        page.locator(f"form[action='{prints}'] button.btn-primary").click()
    content = Path(printed.value.path()).read_bytes()
    if SHOTS:
        (Path(SHOTS) / printed.value.suggested_filename).write_bytes(content)
    assert len(PdfReader(BytesIO(content)).pages) >= 1
    assert "DRAFT" not in PdfReader(BytesIO(content)).pages[0].extract_text(), "every fact is confirmed"
    write(
        page, reverse("legal:petition-filed", args=[petition.pk]), court="Sessions Court Gulistan", number="12/2026",
    )  # fmt: skip
    assert only(Response, provision=PROVISO).state == "filed"


def _in_court(page: Page, person: Person, today: date) -> Matter:
    """The matter, the hearing at which bail is granted, the surety who is missing and then stands."""
    write(page, reverse("legal:matter-open") + f"?person={person.pk}", kind="aid", court_name="Sessions Court Gulistan")
    matter: Matter = only(Matter)
    write(page, reverse("legal:hearing-new", args=[matter.pk]), listed_on=today, purpose="bail")
    hearing = only(MatterHearing)
    write(page, reverse("legal:hearing-record", args=[hearing.pk]), produced="yes", outcome="granted", delay_view="no")
    write(page, reverse("legal:bail-new", args=[matter.pk]), granted_on=today, amount=50000, sureties_needed=1)
    bail = only(BailOrder)
    write(page, reverse("legal:surety-new", args=[bail.pk]), name="Rashid Misali", missing="papers of his land")
    surety = only(Surety)
    write(page, reverse("legal:surety", args=[surety.pk]), missing="", verified_on=today, furnished_on=today)
    write(page, reverse("legal:bail", args=[bail.pk]), furnished_on=today, sent_on=today, arrived_on=today)
    answer = only(Response, provision=PROVISO)
    assert (answer.state, answer.granted_on) == ("granted", today), "the bail recorded in the matter says so"
    return matter


def _fund_pays(page: Page, matter: Matter, today: date) -> None:
    """A fine stands between her and the gate; the welfare fund pays the whole of it, and the matter shows by whom."""
    write(page, reverse("legal:money-new", args=[matter.pk]), kind="fine", amount=3000, ordered_on=today)
    order = only(MoneyOrder)
    write(
        page, reverse("legal:payment", args=[order.pk]), amount=3000, paid_on=today, paid_by="fund",
        payer="Prisoners’ Welfare Fund Wadi", challan="T-9/2026",
    )  # fmt: skip
    assert "Prisoners’ Welfare Fund Wadi" in page.locator("main").inner_text()
    with as_house():
        assert [(one.paid_by, int(one.amount)) for one in order.payments.all()] == [("fund", 3000)]


def _closed(lawyer: Account, today: date) -> None:
    """What the release left behind: lines closed, days stopped and kept, the indicator moved by one."""
    with as_house():
        assert {one.state for one in Response.objects.all()} == {"released"}
        assert [one.act for one in Step.objects.filter(response__provision=PROVISO)][-1] == "released"
        assert Release.objects.get().kind == "bail"
        kept = DaysKept.objects.get()
    assert (kept.left_on, kept.open_days + kept.met_days > 20) == (today, True)
    with acting_as(lawyer):
        whole = measured(today, today + timedelta(days=1), actor=lawyer).whole
    assert {step: whole.people[step] for step in ("taken", "filed", "granted", "released")} == dict.fromkeys(
        ("taken", "filed", "granted", "released"), 1
    )


def test_whom_a_paper_keeps_stands_red_until_the_gate_opens(office: tuple[World, Account], open_page: Opener) -> None:
    world, lawyer = office
    today = timezone.localdate()
    with acting_as(lawyer):
        person = keep(bailed_man(today), world.gulzar, lawyer)
        finding = Finding.objects.filter(person=person, still_inside=True).order_by("rank").first()
    assert finding is not None
    page = open_page(account=lawyer)
    page.goto(reverse("legal:inside"))
    shot(page, "en", "7-still-inside")
    assert person.full_name in page.locator("main").inner_text()
    assert page.locator("main [data-status='overdue'], main [data-status='critical']").count()

    page.goto(reverse("legal:respond", args=[finding.pk]))
    letter = page.locator("main a[href*='/letters/']").first
    letter.click()
    page.locator("[name='kind'][value='pdf']").check()
    with page.expect_download() as written:
        page.locator("main form button.btn-primary").first.click()
    assert len(PdfReader(BytesIO(Path(written.value.path()).read_bytes())).pages) >= 1

    write(page, reverse("legal:release-record", args=[person.pk]), kind="bail", authority="court", released_on=today)
    page.goto(reverse("legal:held-past"))
    assert "9 days past" in page.locator("main").inner_text(), "nine days since the bail was granted"
    page.goto(reverse("legal:inside"))
    assert person.full_name not in page.locator("main").inner_text()


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_conflict_is_caught_and_decided(open_page: Opener, transactional_db: None, language: str) -> None:
    world = make_world()
    lawyer, chief = world.worker("lawyer", world.gulzar), world.worker("supervisor", None)
    other = world.worker("lawyer", world.naya_bagh)
    Account.objects.all().update(language=language)
    with acting_as(lawyer):
        client = keep(seven_months(timezone.localdate()), world.gulzar, lawyer)
    with acting_as(other):
        rashid = keep(bailed_man(timezone.localdate(), full_name="Rashid Namoona"), world.naya_bagh, other)
    with override(language):
        waits, told = gettext("A conflict is possible; the panel lead must decide"), str(SAYS[DECIDED])
    ours, theirs, lead = (open_page(language=language, account=one) for one in (lawyer, other, chief))

    write(ours, reverse("legal:matter-open") + f"?person={client.pk}", kind="aid", complainant="راشد نمونہ")
    code = only(Matter).code
    write(theirs, reverse("legal:matter-open") + f"?person={rashid.pk}", kind="aid")
    assert waits in theirs.locator("main").inner_text(), "his name in another script, in a matter they may not see"
    assert code not in source(theirs), "nothing of the other matter is told"
    shot(theirs, language, "8-conflict")

    check = only(ConflictCheck)
    lead.goto(reverse("home"))
    lead.locator(f"a[href='{reverse('legal:conflict', args=[check.pk])}']").first.click()
    shot(lead, language, "9-decide")
    assert code in source(lead)
    assert "Rashid" not in source(lead), "codes and sides alone"
    write(lead, lead.url, decision="decline", reason="He complains against a client of ours.")
    assert theirs.goto(reverse("legal:matter", args=[check.matter_id])).status == 404  # type: ignore[union-attr]
    theirs.goto(reverse("accounts:notices"))
    assert told in theirs.locator("main").inner_text(), "who asked hears that it was decided"
    assert only(Matter, pk=check.matter_id).state == "declined"


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_consent_taken_back_stops_the_pack(office: tuple[World, Account], open_page: Opener, language: str) -> None:
    world, lawyer = office
    today = timezone.localdate()
    Account.objects.filter(pk=lawyer.pk).update(language=language)
    with acting_as(lawyer):
        person = keep(seven_months(today), world.gulzar, lawyer)
    row = only(Finding, person=person, provision=PROVISO).pk
    page = open_page(language=language, account=lawyer)
    write(
        page, reverse("people:consents", args=[person.pk]), purpose="legal", recipient="Sessions Court Gulistan",
        classes="personal", given_how="thumb print",
    )  # fmt: skip
    for name in ("Sessions Court Gulistan", "Sessions Court Naya Bagh"):
        write(page, reverse("legal:pack-new") + f"?row={row}", receiver="court", receiver_name=name, purpose="bail")
        basis = page.locator("main form select").first
        basis.select_option(basis.locator("option[value^='consent:']").first.get_attribute("value"))
        page.locator("main form button.btn-primary").click()
    sent, waiting = (only(Pack, receiver_name=f"Sessions Court {name}") for name in ("Gulistan", "Naya Bagh"))
    page.goto(reverse("legal:pack", args=[sent.pk]))
    page.locator(f"form[action='{reverse('legal:pack-over', args=[sent.pk])}'] button").click()
    paper = page.locator("main a.btn-primary, .next a.btn-primary").first.get_attribute("href") or ""
    page.locator("form:has([name='days']) button.btn-primary").click()
    link = page.locator("main bdi[dir='ltr']").first.inner_text()

    page.goto(reverse("people:consents", args=[person.pk]))
    page.locator(f"form[action='{reverse('people:withdraw', args=[only(Consent).pk])}'] button").click()
    with override(language):
        stopped, lacking = gettext("Stopped"), gettext("Cannot be handed over")
        nothing = gettext("This link shows nothing. Ask the office that gave it to you.")
    page.goto(reverse("legal:pack", args=[waiting.pk]))
    assert lacking in page.locator("main").inner_text()
    assert not page.locator(f"form[action='{reverse('legal:pack-over', args=[waiting.pk])}']").count()
    shot(page, language, "10-blocked")
    page.goto(reverse("legal:pack", args=[sent.pk]))
    look_over(page, language=language)
    assert stopped in page.locator("main").inner_text()
    assert page.request.get(paper).status == 404, "the papers are opened no more"
    assert nothing in open_page(language=language).request.get(link).text()
    page.goto(reverse("legal:sharing") + "?untold=1")
    shot(page, language, "11-to-tell")
    page.locator(f"form[action='{reverse('legal:sharing-told', args=[only(Sharing).pk])}'] button").click()
    assert only(Sharing).told_at is not None
