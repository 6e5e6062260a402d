"""No form of what the office says aloud falls over nonsense; no page is there for who has no part in it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from rihai.advocacy.campaigns import operations as campaigns
from rihai.advocacy.commitments import operations as commitments
from rihai.advocacy.issues import operations as issues
from rihai.advocacy.publications import operations as publications
from rihai.advocacy.reports import operations as reports
from tests.advocacy.voice.world import PDF, TODAY, Desk, signed_in, trial_of_a_bill

NO_WORDS = ("a\x00b", "\u202eabc\u2066", "é" * 7000)
"""What is refused in whatever field."""
NONSENSE = ("18446744073709551616", "9999-12-31", "-1", "31/02/2026 ۳۸۰", "1e999")


def forms(desk: Desk) -> list[tuple[str, list[Any], Any]]:
    """Every form, with who may open it."""
    keeper, director, tells = desk.keeper, desk.director, desk.caseworker
    person = desk.person()
    story = desk.story(person)
    leave = desk.leave(story)
    use, shown = desk.use(leave), desk.shown(desk.use(leave))
    campaign = desk.does(
        campaigns.keep_campaign, said={"title": "x", "aim": "x", "audience": "x", "started_on": TODAY}
    ).pk
    event = desk.does(campaigns.keep_event, campaign_id=campaign, said={"kind": "other", "title": "x", "on": TODAY}).pk
    issue = desk.does(issues.keep_issue, said={"title": "x", "problem": "x"}).pk
    trial_of_a_bill(desk.world)
    said = {"says": "x", "who": "x", "made_on": TODAY, "source": "x"}
    one = desk.does(commitments.keep_commitment, kind="promised", said=said).pk
    report = desk.does(reports.keep_report, said={"body": "cat", "session": "1", "kind": "joint", "title": "x"}).pk
    draft, asked, signed = (
        desk.does(publications.keep_publication, said={"title": "x", "kind": "brief"}).pk for _n in range(3)
    )
    for pk in (asked, signed):
        desk.does(publications.add_file, publication_id=pk, language="en", file=PDF)
        desk.does(publications.ask_to_sign, publication_id=pk)
    desk.does(publications.sign, by=director, publication_id=signed)
    return [
        ("campaign-new", [], keeper), ("campaign-edit", [campaign], keeper), ("event-new", [campaign], keeper),
        ("event-edit", [event], keeper), ("material-new", [campaign], keeper), ("media-new", [campaign], keeper),
        ("issue-new", [], keeper), ("issue-edit", [issue], keeper), ("issue-position", [issue], keeper),
        *(("issue-step", [issue, kind], keeper) for kind in ("evidence", "meeting", "stage", "outcome")),
        ("issue-figure", [issue], keeper), ("issue-trial", [issue], keeper), ("issue-case", [issue], keeper),
        ("commitment-new", ["promised"], keeper), ("commitment-new", ["recommended"], keeper),
        ("commitment-edit", [one], keeper), ("commitment-follow", [one], keeper), ("commitments-sheet", [], keeper),
        ("report-new", [], keeper), ("report-edit", [report], keeper), ("report-hand-in", [report], keeper),
        ("publication-new", [], keeper), ("publication-edit", [draft], keeper), ("publication-file", [draft], keeper),
        ("publication-ask", [draft], keeper), ("publication-back", [asked], director),
        ("publication-note", [signed, "sent"], keeper), ("publication-note", [signed, "correction"], keeper),
        ("publication-withdraw", [signed], director), ("story-new", [], tells), ("story-of", [person.pk], tells),
        ("story-edit", [story.pk], tells), ("story-picture", [story.pk], tells), ("story-leave", [story.pk], tells),
        ("leave-again", [leave.pk], tells), ("story-use", [story.pk], keeper), ("use-check", [use.pk], keeper),
        ("use-decide", [use.pk], director), ("use-show", [use.pk], keeper), ("use-cancel", [use.pk], keeper),
        ("use-down", [shown.pk], keeper), ("publication-sign", [asked], director), ("leave-back", [leave.pk], tells),
    ]  # fmt: skip


PAGES = ("campaigns", "issues", "commitments", "reports", "stories", "publications")
EMPTY = {"leave-back", "publication-ask", "publication-sign", "use-check"}
"""Acts whose button, or unticked boxes, are all they ask."""


def filled(fields: list[str], words: tuple[str, ...]) -> dict[str, str]:
    """Each field with another of the words."""
    return {name: words[n % len(words)] for n, name in enumerate(fields)}


def test_nonsense_is_told_beside_its_field_and_nobody_else_finds_the_page(desk: Desk) -> None:
    officer = signed_in(desk.world.worker("records_officer", desk.world.gulzar))
    clients = {who: signed_in(who) for who in (desk.keeper, desk.director, desk.caseworker)}
    kept, fell, there = [], [], []
    for name, args, who in forms(desk):
        address, client = reverse(f"advocacy:{name}", args=args), clients[who]
        client.raise_request_exception = False
        page = client.get(address)
        assert page.status_code == 200, (name, page.status_code)
        if officer.get(address).status_code != 404:
            there.append(name)
        fields = list(page.context["form"].fields)
        if name not in EMPTY:
            kept += [name] if client.post(address, filled(fields, NO_WORDS)).status_code != 422 else []
        status = client.post(address, filled(fields, NONSENSE)).status_code
        fell += [(name, status)] if status >= 500 else []
    assert fell == []
    assert there == [], "whoever has no part in it finds nothing"
    assert kept == [], "a null byte, turned writing and a flood are no words"
    for name in PAGES:
        address = reverse(f"advocacy:{name}")
        query = f"{address}?tab=%00&kind=%E2%80%AE&body=9&campaign=x"
        assert clients[desk.keeper].get(query).status_code == 200, name
        assert officer.get(address).status_code == 404
    strange = f"{reverse('advocacy:commitment-new', args=['promised'])}?campaign=x"
    assert clients[desk.keeper].get(strange).status_code == 404
