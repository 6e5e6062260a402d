"""Pages of what is said aloud ask as often for three times the rows, and two who change one record see each other."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.advocacy.campaigns import operations as campaigns
from rihai.advocacy.commitments import operations as commitments
from rihai.advocacy.issues import operations as issues
from rihai.advocacy.models import Campaign
from rihai.advocacy.publications import operations as publications
from rihai.advocacy.reports import operations as reports
from tests.advocacy.voice.world import PDF, TODAY, Desk, signed_in

LISTS = ("campaigns", "issues", "commitments", "reports", "stories", "publications")
CAMPAIGN: dict[str, Any] = {"title": "Dates", "aim": "x", "audience": "y", "started_on": TODAY}


def asked(client: Client, addresses: list[str]) -> dict[str, int]:
    """How many queries each page takes."""
    found = {}
    for address in addresses:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        found[address] = len(queries)
    return found


def fill(desk: Desk, campaign: Any, issue: Any, story: Any, many: int) -> None:
    """Rows of every kind, on the lists and on one page of each."""
    promise = {"says": "x", "who": "x", "made_on": TODAY, "source": "x", "due_on": TODAY}
    for number in range(many):
        desk.does(campaigns.keep_campaign, said={**CAMPAIGN, "place": desk.world.province})
        event = {"kind": "other", "title": "x", "on": TODAY, "place": desk.world.province}
        desk.does(campaigns.keep_event, campaign_id=campaign.pk, said=event)
        media = {"outlet": "x", "on": TODAY, "title": "x", "language": "ur", "tone": "for", "file": PDF}
        desk.does(campaigns.add_media, campaign_id=campaign.pk, said=media)
        desk.does(issues.keep_issue, said={"title": f"x {number}", "problem": "x"})
        step = {"kind": "evidence", "on": TODAY, "says": "x", "file": PDF}
        desk.does(issues.add_step, issue_id=issue.pk, said=step)
        linked = {**promise, "campaign": campaign, "issue": issue}
        desk.does(commitments.keep_commitment, kind="promised", said=linked)
        desk.does(reports.keep_report, said={
            "body": "cat", "session": "1", "kind": "joint", "title": "x", "due_on": TODAY})  # fmt: skip
        made = desk.does(publications.keep_publication, said={"title": "x", "kind": "brief"})
        desk.does(publications.add_file, publication_id=made.pk, language="ur", file=PDF)
        desk.shown(desk.use(desk.leave(story)))
        desk.use(desk.leave(desk.story(None, name=f"Farzi {number}")))


def test_three_times_the_rows_are_the_same_number_of_queries(desk: Desk) -> None:
    campaign = desk.does(campaigns.keep_campaign, said=CAMPAIGN)
    issue = desk.does(issues.keep_issue, said={"title": "Bail", "problem": "x"})
    story = desk.story(desk.person())
    desk.leave(story)
    pages = [reverse(f"advocacy:{name}") for name in LISTS]
    pages += [reverse("advocacy:campaign", args=[campaign.pk]), reverse("advocacy:issue", args=[issue.pk]),
              reverse("advocacy:story", args=[story.pk]), "/"]  # fmt: skip
    client = signed_in(desk.keeper)
    fill(desk, campaign, issue, story, 1)
    asked(client, pages[:1])
    few = asked(client, pages)
    fill(desk, campaign, issue, story, 2)
    assert asked(client, pages) == few
    assert max(few[page] for page in pages[:-1]) <= 25


def test_who_comes_second_is_shown_what_the_other_changed_and_overwrites_nothing(desk: Desk) -> None:
    campaign = desk.does(campaigns.keep_campaign, said=CAMPAIGN)
    client, address = signed_in(desk.keeper), reverse("advocacy:campaign-edit", args=[campaign.pk])
    form = client.get(address).context["form"]
    said = {**{name: form[name].value() or "" for name in form.fields}, "started_on": "2026-11-25", "version": "1"}
    said |= {f"initial-{name}": form[name].value() or "" for name in form.fields}
    desk.does(
        campaigns.keep_campaign, by=desk.analyst, campaign_id=campaign.pk, version=1,
        said={**CAMPAIGN, "aim": "Theirs"},
    )  # fmt: skip
    answer = client.post(address, {**said, "aim": "Mine"})
    assert answer.status_code in {409, 422}
    assert "Theirs" in answer.content.decode()
    assert Campaign.objects.get(pk=campaign.pk).aim == "Theirs"
