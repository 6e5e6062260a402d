"""Which stories an actor sees, and of which they may read the words.

- Who tells stories sees those of people they see; a survivor's only who wrote it down or sees what is sealed of her.
  Of people from outside: who wrote it down, and who signs, so that leave can be taken back when the first has left.
- Who keeps or signs sees a story while leave for a use of it holds, and its uses until the last is taken down;
  once no leave holds, its words and pictures are shown to nobody of them.
Whose it is, is seen by the first alone.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at, asked_day
from rihai.accounts.queries import sees
from rihai.advocacy.errors import NotThere
from rihai.advocacy.scope import KEEP, SIGN, STORIES, TELL
from rihai.advocacy.stories.models import Story, StoryConsent, StoryPerson, StoryPicture, StoryUse, UseState
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.files import StoredFile
from rihai.people.queries.people import people_for

OPEN_USES = (UseState.PLANNED, UseState.SHOWN)


def _known(actor: Actor) -> Q:
    """Stories whose person the actor knows."""
    if not actor.may(TELL):
        return Q(pk__in=())
    care = Q(is_survivor=False) | Q(kept_by=actor.pk) | sees(actor, DataClass.SEALED)
    outside = Q(person=None) if actor.may(SIGN) else Q(person=None, kept_by=actor.pk)
    whose = Q(care, person__in=people_for(actor).order_by().values("pk")) | outside
    return Q(pk__in=StoryPerson.objects.filter(whose).values("story_id"))


def _leave() -> QuerySet[StoryConsent]:
    """Leave that holds today."""
    today = asked_day()
    return StoryConsent.objects.filter(
        Q(withdrawn_at=None) | Q(withdrawn_at__gt=asked_at()), started_on__lte=today, ended_on__gt=today
    )


def stories_for(actor: Actor) -> QuerySet[Story]:
    """Those the actor sees, the newest first; `knows` and `has_leave` (for the words as they stand) say why."""
    if not actor.may(STORIES):
        return Story.objects.none()
    rows = Story.objects.select_related("words").annotate(
        has_leave=Exists(_leave().filter(story=OuterRef("pk"), of_version=OuterRef("version"))),
        knows=Exists(Story.objects.filter(_known(actor), pk=OuterRef("pk"))),
    )  # fmt: skip
    seen = Q(knows=True)
    if actor.may(KEEP) or actor.may(SIGN):
        seen |= Q(has_leave=True) | Q(pk__in=StoryUse.objects.filter(state__in=OPEN_USES).values("story_id"))
    return rows.filter(seen)


def may_read_words(story: Story) -> bool:
    """Whether the words of a story that the actor sees may be read: by who knows her, or while leave holds."""
    return bool(getattr(story, "knows", False) or getattr(story, "has_leave", False))


def story_for(pk: UUID, *, actor: Actor, knows: bool = False) -> Story:
    """One of them, to be acted on; `knows`: by who knows whose it is alone. Raises NotThere."""
    found = stories_for(actor).filter(pk=pk).first()
    if found is None or (knows and not getattr(found, "knows", False)):
        raise NotThere(_("There is no such story."))
    return found


def uses_for(actor: Actor) -> QuerySet[StoryUse]:
    """The uses of stories the actor sees."""
    mine = stories_for(actor).order_by().values("pk")
    rows = StoryUse.objects.filter(story__in=mine).select_related("story", "consent", "publication")
    return rows.prefetch_related("checks", "decisions").order_by("due_on", "at")


def use_for(pk: UUID, *, actor: Actor) -> StoryUse:
    """One of them, to be acted on. Raises NotThere."""
    found = uses_for(actor).filter(pk=pk).first()
    if found is None:
        raise NotThere(_("There is no such use of a story."))
    return found


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """A photograph is seen by whoever may read the words of its story."""
    story = StoryPicture.objects.filter(file=stored).values("story_id")
    return any(may_read_words(one) for one in stories_for(actor).filter(pk__in=story))
