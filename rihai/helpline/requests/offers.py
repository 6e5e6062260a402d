"""What the line offers the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.helpline.handing.operations import HANDED
from rihai.helpline.matching.following import follow_leaving, follow_merge, follow_parting, nothing_is_built
from rihai.helpline.matching.operations.finding import ODD
from rihai.helpline.matching.operations.word import ALLOWED, ASKED, follow_withdrawal
from rihai.helpline.requests import panels
from rihai.helpline.requests.acts_in_words import ACTS
from rihai.helpline.requests.operations.reach import NOTICE
from rihai.helpline.requests.operations.ringing import RAN_OUT, raise_run_out
from rihai.helpline.requests.operations.writing import FILES
from rihai.helpline.requests.ticks import forget
from rihai.kit.offers import (
    After,
    Before,
    FileOwner,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    Search,
    SubjectExtract,
    Tick,
    Worklist,
)

_SAYS = _("What people ask for somebody in prison: the gravest first, with what has to be done by when.")
_GROUP = _("Helpline")
OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Requests for help"), url="helpline:requests", capability="helpline.answer", order=5,
        group=_GROUP, says=_SAYS,
    ),
    Navigation(
        station="act", label=_("The line"), url="helpline:requests", capability="helpline.supervise", order=75,
        group=_GROUP, says=_SAYS,
    ),
    Navigation(
        station="act", label=_("Missed calls"), url="helpline:calls", capability="helpline.answer", order=6,
        group=_GROUP, says=_("Who rang and can pay for no more: to ring back."),
    ),
    Navigation(
        station="act", label=_("Words to ask for"), url="helpline:words", capability="helpline.word", order=76,
        group=_GROUP, says=_("People whose family asks: may they be told anything?"),
    ),
    Worklist(name="helpline.requests", title=_("Requests for help"), rows=panels.work, order=1),
    Worklist(name="helpline.words", title=_("Words to ask for"), rows=panels.to_ask, order=25),
    Search(name="helpline.requests", title=_("Requests for help"), find=panels.search, order=55),
    PersonPanel(
        name="helpline.asked", title=_("Who asked"), template="helpline/matching/person_panel.html",
        context=panels.on_person, order=75,
    ),
    SubjectExtract(name="helpline.asked", title=_("Helpline"), of=panels.extract, order=78),
    FileOwner(name=FILES, may_read=panels.may_read),
    Tick(name="helpline.clocks", run=raise_run_out),
    Tick(name="helpline.forget", run=forget),
    After(act="people.persons.merged", run=follow_merge),
    After(act="people.persons.parted", run=follow_parting),
    After(act="people.consent.withdrawn", run=follow_withdrawal),
    After(act="accounts.account.stopped", run=follow_leaving),
    Before(act="people.census.undone", check=nothing_is_built),
    Before(act="casework.register.undone", check=nothing_is_built),
    NoticeWords(
        words={
            NOTICE: _("A request for help waits"),
            RAN_OUT: _("A clock of a request for help ran out"),
            ODD: _("Somebody looks for people oddly often at the line"),
            ASKED: _("Somebody’s word is to be asked for"),
            ALLOWED: _("A word came for a request of yours"),
            HANDED: _("The line handed something on to you"),
        }
    ),
    ACTS,
)  # fmt: skip
