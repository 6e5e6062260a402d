"""What stories offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.advocacy.scope import STORIES
from rihai.advocacy.stories import shown, work
from rihai.advocacy.stories.anew import DECIDE_ANEW, TAKEN_BACK
from rihai.advocacy.stories.following import OFFERS as FOLLOWING
from rihai.advocacy.stories.queries import may_read
from rihai.advocacy.stories.telling import OWNER
from rihai.kit.offers import (
    ActWords,
    FileOwner,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    SubjectExtract,
    Worklist,
)

SAYS = _("What people allow to be told of them: leave for each use, checks, every place it stands.")
OFFERS: tuple[Offer, ...] = (
    *FOLLOWING,
    Navigation(
        station="act", label=_("Stories and photographs"), url="advocacy:stories", capability=STORIES, order=97,
        group=_("Advocacy"), says=SAYS,
    ),
    Worklist(name="advocacy.stories", title=_("Stories and photographs"), rows=work.rows, order=45),
    PersonPanel(
        name="advocacy.stories", title=_("What she wishes to be told"), template="advocacy/stories/panel.html",
        context=shown.on_person, order=80,
    ),
    SubjectExtract(name="advocacy.stories", title=_("Stories you told"), of=shown.extract, order=78),
    FileOwner(name=OWNER, may_read=may_read),
    NoticeWords(
        words={
            TAKEN_BACK: _("Leave for a story was taken back: what you show of it must come down today"),
            DECIDE_ANEW: _("A story you show must come down today, unless a supervisor decides that it stays"),
        }
    ),
    ActWords(
        words={
            "advocacy.story.told": _("wrote a story down"),
            "advocacy.story.changed": _("changed the words of a story"),
            "advocacy.picture.added": _("added a photograph to a story"),
            "advocacy.leave.given": _("wrote down leave for a use of a story"),
            "advocacy.leave.renewed": _("read a changed story to whose it is"),
            "advocacy.leave.taken_back": _("took leave for a story back"),
            "advocacy.use.planned": _("planned a use of a story"),
            "advocacy.use.checked": _("checked a story for recognition"),
            "advocacy.use.decided": _("decided on a use of a story"),
            "advocacy.use.shown": _("wrote that a story is in use"),
            "advocacy.use.taken_down": _("wrote that a story was taken down"),
            "advocacy.use.cancelled": _("gave up a use of a story"),
        }
    ),
)  # fmt: skip
