"""What a person tells, shows and allows, written down by who knows her."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.advocacy.pages import act_page
from rihai.advocacy.papers import given
from rihai.advocacy.scope import TELL
from rihai.advocacy.stories import telling
from rihai.advocacy.stories.forms import AgainForm, LeaveForm, OutsideForm, PictureForm, TellForm
from rihai.advocacy.stories.models import StoryConsent, StoryPerson
from rihai.advocacy.stories.views.shared import crumbs, story_or_404, to_story
from rihai.kit.audit.reads import opened
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.people.queries.people import person_seen


@needs(TELL)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The story of somebody from outside."""
    form = OutsideForm(request.POST or None, initial={"told_on": timezone.localdate()})
    return act_page(
        request, form, title=_("The story of somebody from outside"), word=_("Write it down"), crumbs=crumbs(),
        act=lambda: telling.tell(said=form.cleaned_data, actor=actor_of(request), at=timezone.now()),
        to=lambda made: to_story(made.pk), says=_("It is written down. Her leave for each use comes next."),
        standfirst=_("Of a person of the record, begin on that person’s page."), page_class="personal",
    )  # fmt: skip


@needs(TELL)
@require_http_methods(["GET", "POST"])
def new_of(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The story of a person of the record."""
    person = person_seen(pk, actor=actor_of(request))
    if person is None:
        raise Http404(str(pk))
    opened(request, person.pk)
    form = TellForm(request.POST or None, initial={"told_on": timezone.localdate()})
    return act_page(
        request, form, title=_("What she wishes to be told"), word=_("Write it down"), crumbs=crumbs(),
        act=lambda: telling.tell(
            person_id=person.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        to=lambda made: to_story(made.pk), says=_("It is written down. Her leave for each use comes next."),
        before=person.full_name, before_title=_("Whose story it is"), page_class="personal",
    )  # fmt: skip


@needs(TELL)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change the words."""
    story = story_or_404(request, pk, knows=True)
    whose = StoryPerson.objects.get(story=story)
    stands = {name: getattr(story.words, name) for name in telling.WORDS}
    stands |= {name: getattr(whose, name) for name in telling.CARE}
    form = TellForm(request.POST or None, record=story, initial=stands)
    return act_page(
        request, form, title=_("Change the words"), word=_("Write it down"), crumbs=crumbs(story),
        act=lambda: telling.change_words(
            story_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda _made: to_story(pk), says=_("Kept. Read them to her again before the next use."),
        standfirst=_("Leave and checks are asked anew for changed words."), page_class="personal",
    )  # fmt: skip


@needs(TELL)
@require_http_methods(["GET", "POST"])
def picture(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a photograph."""
    story = story_or_404(request, pk, knows=True)
    form = PictureForm(request.POST or None, request.FILES or None)
    return act_page(
        request, form, title=_("A photograph"), word=_("Add it"), crumbs=crumbs(story), page_class="personal",
        act=lambda: telling.add_picture(
            story_id=pk, file=given(form.cleaned_data), says=form.cleaned_data["says"], actor=actor_of(request),
            at=timezone.now(),
        ),
        to=lambda _made: to_story(pk), says=_("It is added, without what the camera wrote into it."),
    )  # fmt: skip


@needs(TELL)
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Her leave for one channel and a time."""
    story, today = story_or_404(request, pk, knows=True), timezone.localdate()
    form = LeaveForm(request.POST or None, initial={"read_on": today, "started_on": today})
    return act_page(
        request, form, title=_("What does she allow?"), word=_("Write her leave down"), crumbs=crumbs(story),
        act=lambda: telling.give_leave(
            story_id=pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: to_story(pk), says=_("Her leave is written down. She may take it back on any day."),
        before=story.words.says, before_title=_("Read this to her first"), page_class="personal",
    )  # fmt: skip


def _leave(request: HttpRequest, pk: UUID) -> StoryConsent:
    consent = StoryConsent.objects.filter(pk=pk).first()
    if consent is None:
        raise Http404(str(pk))
    consent.story = story_or_404(request, consent.story_id, knows=True)
    return consent


@needs(TELL)
@require_http_methods(["GET", "POST"])
def again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The changed words were read to her."""
    consent = _leave(request, pk)
    form = AgainForm(request.POST or None, initial={"on": timezone.localdate()})
    return act_page(
        request, form, title=_("Read to her again"), word=_("She allows these words"), crumbs=crumbs(consent.story),
        act=lambda: telling.read_again(
            consent_id=pk, on=form.cleaned_data["on"], actor=actor_of(request), at=timezone.now()
        ),
        to=lambda _made: to_story(consent.story_id), says=_("Her leave holds for the words as they stand."),
        before=consent.story.words.says, before_title=_("Read this to her first"), page_class="personal",
    )  # fmt: skip


class _Nothing(Form):
    """A form without a field: its button is the act."""


@needs(TELL)
@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She takes her leave back."""
    consent = _leave(request, pk)
    form = _Nothing(request.POST if request.method == "POST" else None)
    return act_page(
        request, form, title=_("She takes her leave back"), word=_("Take it back"), crumbs=crumbs(consent.story),
        act=lambda: telling.take_back(consent_id=pk, actor=actor_of(request), at=timezone.now()),
        to=lambda _made: to_story(consent.story_id),
        says=_("Taken back. Every place it was used stands in My work of those who must clear it."),
        standfirst=_("From this moment it covers nothing. She need not say why."), page_class="personal",
    )  # fmt: skip
