"""Every act of what the office says aloud, in the order of a story: cut at its last step it has not happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from rihai.accounts.operations.house import as_house
from rihai.advocacy.campaigns import operations as campaigns
from rihai.advocacy.commitments import operations as commitments
from rihai.advocacy.commitments.sheet import read_sheet
from rihai.advocacy.issues import operations as issues
from rihai.advocacy.models import Campaign, Commitment, Issue, Publication, Report, Story, StoryConsent, StoryUse
from rihai.advocacy.publications import operations as publications
from rihai.advocacy.reports import operations as reports
from rihai.advocacy.stories import telling, using
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile
from rihai.people.models import Consent
from tests.advocacy.voice.world import ALL_HOLDS, DAY, PDF, TODAY, WORDS, Desk, photograph, trial_of_a_bill

Act = tuple[str, str, Callable[[], Any]]
SHEET = b"body,recommendation,addressee,received_on\nupr,Build no more cells,The province,2026-11-01\n"


def kept() -> dict[str, list[str]]:
    """Every row of these parts, consents, files and the trail, as the house sees them."""
    rows = [one for one in apps.get_app_config("advocacy").get_models() if not one.__name__.startswith("Figure")]
    tables: list[Any] = [*rows, StoredFile, Consent, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def one(model: Any) -> Any:
    """The newest of a kind."""
    with as_house():
        return model.objects.order_by("pk").last()


def test_no_act_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    person, trial = desk.person(), trial_of_a_bill(desk.world)
    tells: dict[str, Any] = {"by": desk.caseworker}
    signs: dict[str, Any] = {"by": desk.director}
    event = {"kind": "public", "title": "A walk", "on": TODAY, "reach": 300, "method": "estimated", "how": "by eye",
             "counted_by": "the police"}  # fmt: skip
    step = {"on": TODAY, "says": "x", "link": "https://example.org"}
    leave = {"channel": "press", "given_how": "spoken", "read_on": TODAY, "started_on": TODAY, "ended_on": TODAY + DAY}
    story: list[Act] = [
        ("a campaign", "campaigns.operations", lambda: desk.does(
            campaigns.keep_campaign, said={"title": "Dates", "aim": "x", "audience": "y", "started_on": TODAY})),
        ("an event", "campaigns.operations", lambda: desk.does(
            campaigns.keep_event, campaign_id=one(Campaign).pk, said=event)),
        ("a material", "campaigns.operations", lambda: desk.does(
            campaigns.add_material, campaign_id=one(Campaign).pk,
            said={"title": "x", "kind": "poster", "language": "ur", "file": PDF})),
        ("media", "campaigns.operations", lambda: desk.does(
            campaigns.add_media, campaign_id=one(Campaign).pk,
            said={"outlet": "x", "on": TODAY, "title": "y", "language": "ur", "tone": "for", "file": PDF})),
        ("an issue", "issues.operations", lambda: desk.does(issues.keep_issue, said={"title": "Bail", "problem": "x"})),
        ("a position", "issues.operations", lambda: desk.does(
            issues.take_position, issue_id=one(Issue).pk, number=0, says="Six months are enough.")),
        ("evidence", "issues.operations", lambda: desk.does(
            issues.add_step, issue_id=one(Issue).pk, said={**step, "kind": "evidence", "file": PDF})),
        ("a stage", "issues.operations", lambda: desk.does(
            issues.add_step, issue_id=one(Issue).pk, said={**step, "kind": "stage", "stage": "drafted"})),
        ("a figure", "issues.operations", lambda: desk.does(
            issues.add_figure, issue_id=one(Issue).pk, measure="advocacy.events", first=TODAY.replace(month=7, day=1))),
        ("a trial", "issues.operations", lambda: desk.does(
            issues.keep_trial, issue_id=one(Issue).pk, trial_id=trial.pk)),
        ("a report", "reports.operations", lambda: desk.does(reports.keep_report, said={
            "body": "cat", "session": "85", "kind": "shadow", "title": "x", "due_on": TODAY})),
        ("its handing in", "reports.operations", lambda: desk.does(
            reports.hand_in, report_id=one(Report).pk, on=TODAY, file=PDF)),
        ("a commitment", "commitments.operations", lambda: desk.does(
            commitments.keep_commitment, kind="promised",
            said={"says": "Two vans", "who": "Home Secretary", "made_on": TODAY, "source": "Minutes"})),
        ("its being kept", "commitments.operations", lambda: desk.does(
            commitments.follow, commitment_id=one(Commitment).pk, version=1, said={"state": "kept", "file": PDF})),
        ("a sheet", "commitments.operations", lambda: desk.does(
            commitments.take_in, rows=read_sheet(SHEET).rows, name="upr.csv")),
        ("a publication", "publications.operations", lambda: desk.does(
            publications.keep_publication, said={"title": "Dates", "kind": "report"})),
        ("its file", "publications.operations", lambda: desk.does(
            publications.add_file, publication_id=one(Publication).pk, language="en", file=PDF)),
        ("a question for its signature", "publications.operations", lambda: desk.does(
            publications.ask_to_sign, publication_id=one(Publication).pk)),
        ("its coming back", "publications.operations", lambda: desk.does(
            publications.send_back, **signs, publication_id=one(Publication).pk, why="A name stands in it")),
        ("the question again", "publications.operations", lambda: desk.does(
            publications.ask_to_sign, publication_id=one(Publication).pk)),
        ("its signature", "publications.operations", lambda: desk.does(
            publications.sign, **signs, publication_id=one(Publication).pk)),
        ("where it went", "publications.operations", lambda: desk.does(
            publications.note, publication_id=one(Publication).pk, kind="sent", on=TODAY, who="The press", says="")),
        ("its withdrawal", "publications.operations", lambda: desk.does(
            publications.withdraw, **signs, publication_id=one(Publication).pk, why="Wrong table")),
        ("a story", "stories.telling", lambda: desk.does(telling.tell, **tells, person_id=person.pk, said=WORDS)),
        ("other words", "stories.telling", lambda: desk.does(
            telling.change_words, **tells, story_id=one(Story).pk, version=1, said={**WORDS, "says": "y"})),
        ("a photograph", "stories.telling", lambda: desk.does(
            telling.add_picture, **tells, story_id=one(Story).pk, file=("a.jpg", photograph()), says="A gate")),
        ("leave", "stories.telling", lambda: desk.does(
            telling.give_leave, **tells, story_id=one(Story).pk, said=leave)),
        ("words read again", "stories.telling", lambda: desk.does(
            telling.read_again, **tells, consent_id=one(StoryConsent).pk, on=TODAY)),
        ("a use", "stories.using", lambda: desk.does(
            using.plan_use, consent_id=one(StoryConsent).pk, said={"place": "A daily"})),
        ("a check", "stories.using", lambda: desk.does(
            using.check_use, use_id=one(StoryUse).pk, answers=ALL_HOLDS, says="")),
        ("another check", "stories.using", lambda: desk.does(
            using.check_use, **tells, use_id=one(StoryUse).pk, answers=ALL_HOLDS, says="")),
        ("a decision", "stories.using", lambda: desk.does(
            using.decide_use, **signs, use_id=one(StoryUse).pk, is_allowed=True, reason="She asked for it")),
        ("its showing", "stories.using", lambda: desk.does(
            using.show_use, use_id=one(StoryUse).pk, version=1, on=TODAY, link="")),
        ("leave taken back", "stories.telling", lambda: desk.does(
            telling.take_back, **tells, consent_id=one(StoryConsent).pk)),
        ("its coming down", "stories.using", lambda: desk.does(
            using.take_down, use_id=one(StoryUse).pk, version=3, on=TODAY, why="The desk took it off")),
        ("a later leave", "stories.telling", lambda: desk.does(
            telling.give_leave, **tells, story_id=one(Story).pk, said=leave)),
        ("a later use", "stories.using", lambda: desk.does(
            using.plan_use, consent_id=one(StoryConsent).pk, said={"place": "A weekly"})),
        ("its being given up", "stories.using", lambda: desk.does(
            using.cancel_use, use_id=one(StoryUse).pk, version=1, why="No room")),
    ]  # fmt: skip

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    for name, module, act in story:
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.advocacy.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                act()
        assert kept() == before, f"{name}, interrupted, left something"
        act()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"
