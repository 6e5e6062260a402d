"""What the room offers the house: forms and their versions, what was begun, answers about a person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from rihai.instruments import panels
from rihai.instruments.acts_in_words import ACTS
from rihai.instruments.openrosa.asked import may_read as may_read_of_answer
from rihai.instruments.operations.following import persons_merged, persons_parted
from rihai.instruments.operations.receiving import OWNER as OF_ANSWERS
from rihai.instruments.operations.versions import OWNER
from rihai.kit.offers import (
    After,
    FileOwner,
    Navigation,
    Offer,
    PersonPanel,
    PersonTimeline,
    SubjectExtract,
    Tick,
    Worklist,
)

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="see",
        label=gettext_lazy("Forms to fill in"),
        url="instruments:mine",
        says=gettext_lazy("What you began and have not given, and the forms there are."),
        capability="instruments.fill",
        order=60,
    ),
    Navigation(
        station="see",
        label=gettext_lazy("Forms and their versions"),
        url="instruments:index",
        says=gettext_lazy("Give a form in as a workbook, look at it, publish it, retire it."),
        capability="instruments.publish",
        order=62,
    ),
    Worklist(name="instruments.begun", title=gettext_lazy("Forms you began"), rows=panels.begun, order=70),
    Worklist(name="instruments.left", title=gettext_lazy("Left behind"), rows=panels.left, order=72),
    PersonPanel(
        name="instruments.forms",
        title=gettext_lazy("Forms"),
        template="instruments/person_panel.html",
        context=panels.of_person,
        order=60,
    ),
    PersonTimeline(name="instruments", of=panels.happened),
    SubjectExtract(name="instruments", title=gettext_lazy("What you answered"), of=panels.extract_of, order=60),
    FileOwner(name=OWNER, may_read=panels.may_read),
    FileOwner(name=OF_ANSWERS, may_read=may_read_of_answer),
    Tick(name="instruments.shipped", run=panels.keep_up),
    After(act="people.persons.merged", run=persons_merged),
    After(act="people.persons.parted", run=persons_parted),
    ACTS,
)
