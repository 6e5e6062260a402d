"""Answers filled in without a network wait in a browser; they are sent, and the server is killed in the middle."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.measure import Measurement, measure
from bench.office import NOON, begin, make_office, worker
from bench.openrosa import Server

PERSONS = 25
PASSPHRASE = "teal kettle orbit wander candle"
LONGEST = 1_800.0
_NOTE = (
    "Chromium with a profile on the disk, gunicorn with two workers, SQLite, all on this machine. Each answer lies "
    "sealed in a box of its own, as the page itself leaves it; each is a post and a transaction of its own: every rule "
    "of the form worked out again, a line in the trail; three are on their way at once. The form says no fact of the "
    "person (who is screened anew for each that does: see the answers from phones). The server was killed with signal "
    "9 in the middle and started again within the time, and “Send now” pressed again. Looked at afterwards: every "
    "answer there, none twice, nothing left in the browser, the trail whole."
)
_FILL = """async ([count, passphrase, persons]) => {
  const at = '/static/instruments/offline/';
  const { Boxes, vaults } = await import(at + 'store.js');
  const { openVault, newId } = await import(at + 'vault.js');
  const [record] = await vaults();
  const boxes = new Boxes(record.who, await openVault(record, passphrase));
  const [held] = (await boxes.all()).filter((one) => one.kind === 'held');
  const made = (number) => {
    const instance = `uuid:${crypto.randomUUID()}`, form = new FormData();
    const inside = `<who><sex>female</sex><age>${18 + number % 50}</age></who><custody><lawyer>none</lawyer></custody>`;
    const xml = `<data id="prisoner_profile" version="${held.head.version}"><agrees>yes</agrees><alone>yes</alone>`
      + inside
      + `<risk>no</risk><meta><instanceID>${instance}</instanceID></meta></data>`;
    form.append('xml_submission_file', new File([xml], 'xml_submission_file', { type: 'text/xml' }));
    const { titles, who, handler } = held.head;
    const subject = persons[number % persons.length];
    const head = { at: Date.now(), titles, who, handler, subject, held: held.id, instance };
    return { id: newId(), kind: 'queue', head, form };
  };
  for (let from = 0; from < count; from += 500) {
    await boxes.keep(Array.from({ length: Math.min(500, count - from) }, (_one, at) => made(from + at)));
  }
}"""
_LEFT = """async () => {
  const told = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const base = await told(indexedDB.open('rihai-offline'));
  const boxes = await told(base.transaction('boxes').objectStore('boxes').getAll());
  base.close();
  return boxes.filter((one) => one.kind === 'queue').length;
}"""


def run(quick: bool) -> list[Measurement]:
    """One measurement: from the passphrase until nothing waits any more."""
    from django.core.management import call_command
    from playwright.sync_api import sync_playwright

    count = 200 if quick else 10_000
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "office"
        home.mkdir()
        begin(home)
        account, persons = _office()
        name, value = _cookie(account)
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in this thread
        call_command("collectstatic", verbosity=0, interactive=False)
        server = Server(home, "bench.settings")
        try:
            with sync_playwright() as playwright:
                program = shutil.which("chromium") or shutil.which("chromium-headless-shell")
                context = playwright.chromium.launch_persistent_context(
                    Path(folder) / "profile", executable_path=program, args=["--no-sandbox"],
                    base_url=f"http://127.0.0.1:{server.port}",
                )  # fmt: skip
                context.set_default_timeout(30_000)
                context.add_cookies([{"name": name, "value": value, "url": f"http://127.0.0.1:{server.port}"}])
                page = context.pages[0]
                _filled_in(page, persons, count)
                found = measure(
                    "Answers from a browser", f"{count:,} that waited", lambda: _send(page, server, count), runs=1
                )
                assert page.evaluate(_LEFT) == 0
                context.close()
        finally:
            server.kill()
        _whole(count)
    figures = {"a second": f"{count / found.runs[0].wall:.0f}", "killed": str(server.kills)}
    return [replace(found, note=_NOTE, figures=figures)]


def _office() -> tuple[Any, list[str]]:
    """Who fills in, and the persons it is about."""
    from rihai.accounts.acting import acting_as
    from rihai.instruments.operations import publish, take_in
    from rihai.instruments.shipped import FORMS, build
    from rihai.people.operations import enter_person

    office = make_office()
    source = re.sub(r", rihai_fact: \w+", "", (FORMS / "prisoner_profile.yaml").read_text(encoding="utf-8"))
    version = take_in(build(source), name="profile.xlsx", actor=None, at=NOON, ours=True)
    publish(version_id=version.pk, actor=None, at=NOON)
    account = worker("caseworker", office.prisons[0])
    with acting_as(account, NOON):
        records = [{"full_name": f"Farzi {number}", "sex": "female"} for number in range(PERSONS)]
        people = [
            enter_person(place=office.prisons[0], record=one, raw={}, true_on=NOON.date(), actor=account, at=NOON)
            for one in records
        ]
    return account, [str(one.pk) for one in people]


def _cookie(account: Any) -> tuple[str, str]:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return settings.SESSION_COOKIE_NAME, client.cookies[settings.SESSION_COOKIE_NAME].value


def _filled_in(page: Any, persons: list[str], count: int) -> None:
    from playwright.sync_api import Error

    for _try in range(100):
        try:
            page.goto(f"/instruments/offline/page/en/#people.person/prisoner_profile/{persons[0]}")
            break
        except Error:  # it is not up yet
            time.sleep(0.2)
    page.locator("#passphrase").fill(PASSPHRASE)
    page.locator("#again").fill(PASSPHRASE)
    page.locator("form .btn-primary").click()
    page.locator("section[aria-labelledby='s-held'] .entry").wait_for()
    page.evaluate(_FILL, [count, PASSPHRASE, persons])
    page.reload()
    page.locator("#passphrase").fill(PASSPHRASE)


def _send(page: Any, server: Server, count: int) -> None:
    page.locator("form .btn-primary").click()
    ends = time.monotonic() + LONGEST
    while left := page.evaluate(_LEFT):
        if not server.kills and left < count // 2:
            server.again()
        asked = page.get_by_role("button", name="Send now")
        if page.get_by_text("They stay here").count() or page.get_by_text("There is no network").count():
            asked.click()
        if time.monotonic() > ends:
            raise RuntimeError(f"{left} still wait: {page.locator('#main').inner_text()[:2_000]}")
        time.sleep(2)


def _whole(count: int) -> None:
    """Raises AssertionError where an answer is missing or there twice."""
    from rihai.accounts.operations.house import as_house
    from rihai.instruments.models import Answer, Edition, Received
    from rihai.kit.audit.chain import verify

    with as_house():
        assert Received.objects.filter(stage="given").count() == Received.objects.count() == count
        assert Answer.objects.count() == Edition.objects.count() == count
        assert verify().holds
