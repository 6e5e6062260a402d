"""What concerns offer the house: a page for everybody, work for who holds one; nothing to search or take out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.helpline.concerns import work
from rihai.helpline.concerns.acts_in_words import ACTS
from rihai.helpline.concerns.operations import see_to_concerns
from rihai.helpline.concerns.operations.holding import NOBODY
from rihai.helpline.concerns.operations.keeping import OVER
from rihai.helpline.concerns.operations.reach import NOTICE
from rihai.helpline.concerns.operations.suspending import nobody_posted, nobody_suspended
from rihai.helpline.concerns.overdue import for_the_desk
from rihai.kit.offers import AtStake, Before, Navigation, NoticeWords, Offer, Retention, Tick, Worklist

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("A concern about one of us"), url="helpline:concerns", order=86, group=_("Helpline"),
        says=_("About staff, volunteers or mentors; it goes sealed to whoever safeguards, never to their line."),
    ),
    Worklist(name="helpline.concerns", title=_("Concerns"), rows=work.rows, order=1, at_stake=AtStake.LIFE),
    Tick(name="helpline.concerns", run=see_to_concerns),
    Retention(
        name="helpline.concerns", title=_("What is sealed"), due=for_the_desk,
        keeps=_("As long after its end as the office has set; two people erase it. You learn code and days."),
    ),
    NoticeWords(
        words={
            NOTICE: _("A concern waits for you"),
            OVER: _("Something sealed was kept its time. Agree at your desk that it is erased, or ask why."),
            NOBODY: _("A concern waits, and nobody here may read it. Post a safeguarding lead."),
        }
    ),
    Before(act="casework.match.begun", check=nobody_suspended),
    Before(act="casework.match.resumed", check=nobody_suspended),
    Before(act="accounts.posting.given", check=nobody_posted),
    ACTS,
)  # fmt: skip
