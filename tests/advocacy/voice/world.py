"""An office that speaks aloud: who keeps, who signs, who knows a woman at Gulzar and what she wishes to be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any, TypeVar

from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.advocacy.stories import telling, using
from rihai.advocacy.stories.checklist import QUESTIONS
from rihai.advocacy.stories.models import Story, StoryConsent, StoryUse
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.people.models import Person
from rihai.screening.trying.models import KeptPack, LawChange, LawTrial
from tests.people.world import World, make_world

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 7, tzinfo=UTC)
TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
PDF = ("paper.pdf", b"%PDF-1.4\n%%EOF")
ALL_HOLDS = dict.fromkeys(QUESTIONS, True)
WORDS: dict[str, Any] = {
    "title": "Seven months before a date", "called": "Zainab", "says": "Nobody told me when the court would sit.",
    "language": "ur", "told_on": TODAY - 5 * DAY, "is_child": False, "is_survivor": False,
}  # fmt: skip


@dataclass
class Desk:
    """A manager and an analyst who keep, a director who signs, caseworkers of two prisons."""

    world: World
    keeper: Account
    director: Account
    caseworker: Account
    elsewhere: Account
    analyst: Account
    at: datetime = NOW

    def does(self, act: Callable[..., T], *, by: Account | None = None, **said: Any) -> T:
        """An act by who keeps, or by somebody else, at this moment."""
        who = by or self.keeper
        with acting_as(who, self.at):
            return act(**said, actor=who, at=self.at)

    def person(self, **more: Any) -> Person:
        """A woman at Gulzar, as the records officer typed her in."""
        officer = self.world.worker("records_officer", self.world.gulzar)
        with acting_as(officer, self.at):
            return self.world.enter(officer, **more)

    def story(self, person: Person | None, **more: Any) -> Story:
        """What she told the caseworker."""
        key = person.pk if person else None
        return self.does(telling.tell, by=self.caseworker, person_id=key, said={**WORDS, **more})

    def leave(self, story: Story, **more: Any) -> StoryConsent:
        """Her leave for the website, for a year."""
        said = {"channel": "website", "says": "Yes, without my name", "given_how": "thumbprint", "read_on": TODAY - DAY,
                "witness": "A sister", "started_on": TODAY - DAY, "ended_on": TODAY + 365 * DAY, **more}  # fmt: skip
        return self.does(telling.give_leave, by=self.caseworker, story_id=story.pk, said=said)

    def use(self, leave: StoryConsent, **more: Any) -> StoryUse:
        """A use that the keeper plans."""
        return self.does(using.plan_use, consent_id=leave.pk, said={"place": "The page on delay", **more})

    def check(self, use: StoryUse, by: Account, **more: Any) -> None:
        """One person's answers to the checklist."""
        self.does(using.check_use, by=by, use_id=use.pk, **{"answers": ALL_HOLDS, "says": "", **more})

    def shown(self, use: StoryUse) -> StoryUse:
        """Checked by two and in use."""
        self.check(use, self.keeper)
        self.check(use, self.caseworker)
        return self.does(using.show_use, use_id=use.pk, version=1, on=TODAY, link="https://example.org/delay")


def make_desk() -> Desk:
    """The places and who works here."""
    world = make_world()
    return Desk(
        world, world.worker("programme_manager", None), world.worker("supervisor", None),
        world.worker("caseworker", world.gulzar), world.worker("caseworker", world.naya_bagh),
        world.worker("research_analyst", None),
    )  # fmt: skip


def signed_in(who: Account) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(who)
    return client


def photograph() -> bytes:
    """A picture of two halves, red above green, lying on its side, with the place where it was taken in it."""
    from PIL import Image

    image = Image.new("RGB", (60, 40), "red")
    image.paste("green", (0, 20, 60, 40))
    exif = Image.Exif()
    exif[0x0112], exif[0x0110], exif[0x8298] = 6, "Farzi Phone 9", "Taken at Gulzar"
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"the yard at Gulzar")
    return out.getvalue()


def trial_of_a_bill(world: World, *, reached: int = 40, few: int = 3, held: int = 200) -> LawTrial:
    """A comparison at its end: a bill reaches `reached` people by one provision and `few` by another."""
    kept = KeptPack.objects.create(digest=f"{reached:032}", pack="pakistan", version="bill-2027", files={}, kept_at=NOW)
    trial = LawTrial.objects.create(
        folder="bill", kept=kept, against="2026", against_digest="0" * 32, asked_by=new_id(),
        asked_by_name="A lawyer", asked_at=NOW, on=TODAY, ended_at=NOW, people=held,
        words={"bill_bail": {"title": {"en": "Bail after six months", "ur": "چھ ماہ بعد ضمانت"}, "cite": "Bill, s. 4"}},
    )  # fmt: skip
    people = Person.objects.bulk_create(
        [Person(full_name=f"Farzi {n}", sex="female", held_at=world.gulzar, made_at=NOW) for n in range(reached)]
    )
    LawChange.objects.bulk_create(
        LawChange(trial=trial, person=one, place=world.gulzar, data_class=DataClass.PERSONAL, provision=name,
                  kind="reached", new="met", new_on=TODAY)
        for name, many in (("bill_bail", reached), ("bill_sick", few))
        for one in people[:many]
    )  # fmt: skip
    return trial
