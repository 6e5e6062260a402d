"""What the fictional office says aloud: a campaign, two issues, reports, promises, stories, publications; all invented.

Everything goes through the operations of the site, by the cast. One woman of the record has told her story and allows a
page of the website; somebody from outside has taken her leave back, so that a place waits to be cleared.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.advocacy.campaigns import operations as campaigns
from rihai.advocacy.campaigns.models import Campaign
from rihai.advocacy.commitments import operations as commitments
from rihai.advocacy.issues import operations as issues
from rihai.advocacy.publications import operations as publications
from rihai.advocacy.reports import operations as reports
from rihai.advocacy.stories import telling, using
from rihai.advocacy.stories.checklist import QUESTIONS
from rihai.demo.cast import GULZAR
from rihai.people.models import Person
from rihai.people.queries.people import people_for
from rihai.places.kinds import Kind
from rihai.places.models import Inside

T = TypeVar("T")
DAY = timedelta(days=1)
PAPER = b"%PDF-1.4\n% An invented paper of the fictional office.\n%%EOF"
HOLDS = dict.fromkeys(QUESTIONS, True)
EVENTS: tuple[dict[str, Any], ...] = (
    {"kind": "meeting", "title": "Morning with the district bar", "reach": 46, "method": "counted",
     "how": "A sheet at the door", "counted_by": "Two volunteers", "audience": "Advocates and court clerks"},
    {"kind": "broadcast", "title": "Call-in hour on a local station", "reach": 18000, "method": "estimated",
     "how": "The station’s own figure for that hour", "counted_by": "The station", "audience": "Families"},
    {"kind": "public", "title": "Walk to the courts", "reach": 300, "method": "at_least",
     "how": "Water bottles given out", "counted_by": "The organisers"},
    {"kind": "print", "title": "Cards with the three rights of a first remand"},
)  # fmt: skip
PROMISES = (
    ("Two vans of the police are kept for court days.", "Superintendent of Police", "Minutes of the morning", -12,
     "partly", "One van since the first of the month; letter of the deputy."),
    ("Dates are told to every woman on the evening before.", "Superintendent, women’s prison", "Broadcast", -40,
     "kept", "The register of evenings, looked at on two visits."),
    ("A judge sits in the prison once a month.", "District and Sessions Judge", "Minutes of the morning", -3, "", ""),
    ("A second room for families.", "Inspector General of Prisons", "Letter 9/2026", 35, "", ""),
)  # fmt: skip
SHEET = (
    ("upr", "Fourth cycle", "126.9", "Bring the number of people under trial down.", "Federal government", "Crowding"),
    ("cat", "81st session", "19(b)", "See that doctors examine everybody on admission.", "Provinces", "Safeguards"),
    ("cedaw", "90th session", "33", "Give women in custody counsel of their own choosing.", "Provinces", "Justice"),
)  # fmt: skip


class Cast:
    """Who acts in the play, and when."""

    def __init__(self, at: datetime) -> None:
        self.at, self.today = at, localdate(at)
        self.programme, self.supervisor, self.caseworker = (
            Account.objects.get(email=f"{key}@rihai.example") for key in ("programme", "supervisor", "caseworker")
        )

    def does(self, act: Callable[..., T], *, by: Account | None = None, days: int = 0, **said: Any) -> T:
        """An act by one of them, some days ago."""
        at, who = self.at - DAY * days, by or self.programme
        with acting_as(who, at):
            return act(**said, actor=who, at=at)

    def ago(self, days: int) -> date:
        """A day, so many days ago."""
        return self.today - DAY * days


@transaction.atomic
def play_voice(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if Campaign.objects.exists():
            return False
        cast = Cast(at)
    campaign, issue = _campaign(cast), _issue(cast)
    _promises(cast, campaign, issue)
    _reports(cast)
    _publications(cast)
    _stories(cast)
    return True


def _campaign(cast: Cast) -> Any:
    with as_house(cast.at):
        found = Inside.objects.filter(inner__code=GULZAR, outer__kind=Kind.PROVINCE).select_related("outer").first()
    one = cast.does(campaigns.keep_campaign, days=60, said={
        "title": "A date for everybody", "aim": "Nobody waits for a hearing without knowing its day.",
        "audience": "Courts, the bar, families", "place": found.outer if found else None,
        "started_on": cast.ago(60)})  # fmt: skip
    for days, event in zip((50, 33, 20, 6), EVENTS, strict=True):
        cast.does(campaigns.keep_event, days=days, campaign_id=one.pk, said={**event, "on": cast.ago(days)})
    cast.does(campaigns.add_material, days=50, campaign_id=one.pk, said={
        "title": "Three rights of a first remand", "kind": "leaflet", "language": "ur",
        "file": ("three-rights.pdf", PAPER)})  # fmt: skip
    for days, outlet, title, language, tone in (
        (32, "Rozana Farzi", "”تاریخ کب ہے؟“", "ur", "for"),
        (19, "The Farzi Times", "Walkers ask courts for dates", "en", "neutral"),
    ):
        cast.does(campaigns.add_media, days=days, campaign_id=one.pk, said={
            "outlet": outlet, "on": cast.ago(days), "title": title, "language": language, "tone": tone,
            "link": "https://news.example/dates"})  # fmt: skip
    return one


def _issue(cast: Cast) -> Any:
    one = cast.does(issues.keep_issue, days=58, said={
        "title": "Bail by law after six months", "law": "Code of Criminal Procedure, section 497",
        "problem": "People wait longer under trial than the law lets anybody be held for want of a judgment.",
        "next_on": cast.today + DAY * 5})  # fmt: skip
    cast.does(issues.take_position, days=55, issue_id=one.pk, number=0, says="The court should ask, not the accused.")
    cast.does(issues.take_position, days=20, issue_id=one.pk, number=1, says=(
        "The court should ask on its own motion, with a list of the prison before it each month."))  # fmt: skip
    for days, kind, more in (
        (48, "evidence", {"says": "Who waits how long, by court.", "link": "https://papers.example/wait"}),
        (30, "submission", {"says": "Six pages with figures.", "who": "Standing committee on law and justice"}),
        (18, "meeting", {"says": "They ask for a draft.", "who": "Secretary of the committee"}),
        (9, "stage", {"stage": "drafted", "says": ""}),
    ):
        cast.does(issues.add_step, days=days, issue_id=one.pk, said={"kind": kind, "on": cast.ago(days), **more})
    cast.does(issues.keep_issue, days=15, said={
        "title": "No child in a prison of adults", "law": "Juvenile Justice System Act 2018",
        "problem": "Ages are written down without a paper, and nobody asks.", "next_on": cast.ago(2)})  # fmt: skip
    return one


def _promises(cast: Cast, campaign: Any, issue: Any) -> None:
    for says, who, source, due, state, shows in PROMISES:
        made = cast.does(commitments.keep_commitment, days=45, kind="promised", said={
            "says": says, "who": who, "source": source, "made_on": cast.ago(50), "due_on": cast.today + DAY * due,
            "campaign": campaign, "issue": issue})  # fmt: skip
        if state:
            said = {"state": state, "says": shows}
            cast.does(commitments.follow, days=4, commitment_id=made.pk, version=1, said=said)


def _reports(cast: Cast) -> None:
    done = cast.does(reports.keep_report, days=90, said={
        "body": "upr", "session": "Fourth cycle", "kind": "joint", "title": "People who wait without a date",
        "with_whom": "Three invented organisations", "due_on": cast.ago(70)})  # fmt: skip
    cast.does(reports.hand_in, days=71, report_id=done.pk, on=cast.ago(71), file=("joint.pdf", PAPER))
    cast.does(reports.keep_report, days=30, said={
        "body": "cat", "session": "84th session", "kind": "shadow", "title": "Examined on admission, or not",
        "due_on": cast.today + DAY * 20, "session_on": cast.today + DAY * 60})  # fmt: skip
    for body, session, paragraph, says, who, topic in SHEET:
        cast.does(commitments.keep_commitment, days=25, kind="recommended", said={
            "body": body, "session": session, "paragraph": paragraph, "says": says, "who": who, "topic": topic,
            "source": "Concluding observations (invented)", "made_on": cast.ago(26),
            "due_on": cast.today + DAY * 400, "report": done if body == "upr" else None})  # fmt: skip


def _publications(cast: Cast) -> None:
    out, ahead = (
        cast.does(publications.keep_publication, days=40, said={
            "title": title, "title_ur": title_ur, "kind": "report", "says": "With figures that name nobody.",
            "embargo_at": embargo})
        for title, title_ur, embargo in (
            ("Waiting without a date", "تاریخ کے بغیر انتظار", None),
            ("Examined on admission", "داخلے پر معائنہ", cast.at + DAY * 10),
        )
    )  # fmt: skip
    for one in (out, ahead):
        cast.does(publications.add_file, days=38, publication_id=one.pk, language="en", file=("report.pdf", PAPER))
        cast.does(publications.ask_to_sign, days=37, publication_id=one.pk)
    cast.does(publications.sign, by=cast.supervisor, days=36, publication_id=out.pk)
    for kind, who, says in (("sent", "Libraries of three law colleges", "By post"),
                            ("correction", "", "Table 2 counts cases, not people.")):  # fmt: skip
        cast.does(publications.note, days=30, publication_id=out.pk, kind=kind, on=cast.ago(30), who=who, says=says)


def _stories(cast: Cast) -> None:
    with acting_as(cast.caseworker, cast.at - DAY * 30):
        person = people_for(cast.caseworker).filter(sex="female").order_by("pk").first()
    hers = _told(cast, person, "Nobody told me when the court would sit. I packed my things every evening.", {})
    _used(cast, hers, place="The page on delay", shown=True)
    other = _told(cast, None, "They let me go at night, and nobody was at the gate.", {
        "name": "Farzi Azad", "contact": "0300 9000000 (invented)", "title": "A gate at night"})  # fmt: skip
    _used(cast, other, place="A daily’s weekend page", shown=True)
    cast.does(telling.take_back, by=cast.caseworker, days=1, consent_id=other.pk)
    _used(cast, hers, place="The wall of the exhibition", shown=False)


def _told(cast: Cast, person: Person | None, says: str, more: dict[str, Any]) -> Any:
    """A story and her leave for the website, or the newspapers."""
    story = cast.does(telling.tell, by=cast.caseworker, days=28, person_id=person.pk if person else None, said={
        "title": "Packed every evening", "called": "Zainab", "says": says, "language": "en",
        "told_on": cast.ago(30), **more})  # fmt: skip
    return cast.does(telling.give_leave, by=cast.caseworker, days=27, story_id=story.pk, said={
        "channel": "website" if person else "press", "says": "Yes, without my name", "given_how": "thumbprint",
        "read_on": cast.ago(28), "witness": "A cousin", "started_on": cast.ago(27),
        "ended_on": cast.today + DAY * 300})  # fmt: skip


def _used(cast: Cast, leave: Any, *, place: str, shown: bool) -> None:
    use = cast.does(using.plan_use, days=20, consent_id=leave.pk, said={"place": place})
    if not shown:
        return
    for who in (cast.programme, cast.caseworker):
        cast.does(using.check_use, by=who, days=18, use_id=use.pk, answers=HOLDS, says="")
    if use.needs_decision:
        why = "Many women wait like this; nothing in it tells of one."
        cast.does(using.decide_use, by=cast.supervisor, days=17, use_id=use.pk, is_allowed=True, reason=why)
    cast.does(using.show_use, days=16, use_id=use.pk, version=1, on=cast.ago(16), link="https://site.example/delay")
