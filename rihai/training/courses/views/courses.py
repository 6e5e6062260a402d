"""The pages of courses and their curricula."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.courses import operations
from rihai.training.courses.forms import CourseForm, DraftForm, HandOverForm, MaterialForm, ModuleForm, TakeOnForm
from rihai.training.courses.models import Course, CourseVersion, Language, Module, VersionState, in_hours
from rihai.training.courses.queries import (
    accounts_that_keep,
    courses_for,
    courses_listed,
    may_keep_course,
    rules_listed,
    versions_for,
)
from rihai.training.pages import act_page, one_of, told, who
from rihai.training.reach import KEEP, READ, is_everywhere
from rihai.training.sessions.queries import next_of


def crumbs(course: Course | None = None, curriculum: CourseVersion | None = None) -> list[tuple[str, Any]]:
    """The way back from a course or one of its versions."""
    rows: list[tuple[str, Any]] = [(reverse("training:courses"), _("Courses"))]
    course = curriculum.course if curriculum else course
    if course is not None:
        rows.append((reverse("training:course", args=[course.pk]), course.shown))
    if curriculum is not None:
        number = _("Version %(number)s") % {"number": curriculum.number}
        rows.append((reverse("training:curriculum", args=[curriculum.pk]), number))
    return rows


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All courses."""
    actor = actor_of(request)
    rows = courses_listed(actor)
    context = {"rows": rows, "may_keep": actor.may(KEEP), "page_class": "ordinary"}
    return render(request, "training/courses/index.html", context)


@needs(READ)
@require_GET
def course(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One course: what is taught, for whom it is mandatory, its next sessions, who looks after it."""
    actor, today = actor_of(request), timezone.localdate()
    one = one_of(courses_for(actor), pk)
    versions = list(one.versions.all())
    shown = next((each for each in versions if each.state == VersionState.IN_USE), versions[0] if versions else None)
    draft = next((each for each in versions if each.state == VersionState.DRAFT), None)
    sessions = next_of(one, actor, today)[:12]
    context = {
        "one": one, "versions": versions, "shown": shown, "draft": draft, "sessions": list(sessions),
        "modules": list(shown.modules.all()) if shown else [], "rules": list(rules_listed(actor).filter(course=one)),
        "may_keep": may_keep_course(actor, one), "keeps": actor.may(KEEP), "is_mine": one.kept_by_id == actor.pk,
        "may_take": (one.kept_by is None or not one.kept_by.is_active) and is_everywhere(actor, KEEP),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/courses/course.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a course down."""
    form = CourseForm(request.POST or None)
    return act_page(
        request, form, title=_("A new course"), word=_("Write it down"), crumbs=crumbs(),
        act=lambda: operations.keep_course(said=form.cleaned_data, **who(request)),
        to=lambda made: reverse("training:course", args=[made.pk]),
        says=_("The course is kept. Its modules come next."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a course."""
    one = one_of(courses_for(actor_of(request)), pk)
    form = CourseForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Change the course"), word=_("Keep it"), crumbs=crumbs(one),
        act=lambda: operations.keep_course(
            course_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
        to=lambda made: reverse("training:course", args=[made.pk]), says=_("The course is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def keeper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a course on, or hand one's own over."""
    one = one_of(courses_for(actor_of(request)), pk)
    is_mine = one.kept_by_id == actor_of(request).pk
    form: BaseForm = (
        HandOverForm(request.POST or None, accounts=accounts_that_keep())
        if is_mine
        else TakeOnForm(request.POST if request.method == "POST" else None)
    )
    return act_page(
        request, form, title=_("Who looks after it"), crumbs=crumbs(one), word=_("Hand it over") if is_mine else
        _("Look after it"), standfirst=_("Who looks after a course is told who learnt what in all its sessions."),
        act=lambda: operations.look_after(
            course_id=pk, account_id=form.cleaned_data["account"].pk if is_mine else None, **who(request)
        ),
        to=lambda made: reverse("training:course", args=[made.pk]), says=_("It is written down."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def draft(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a new draft."""
    made = told(
        request,
        lambda: operations.begin_draft(course_id=pk, **who(request)),
        _("A draft is begun. Change what is new."),
    )
    return redirect("training:curriculum", made.pk) if made else redirect("training:course", pk)


def _version(request: HttpRequest, pk: UUID) -> CourseVersion:
    return one_of(versions_for(actor_of(request)), pk)


@needs(READ)
@require_GET
def curriculum(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One version: its modules and materials; a draft is changed here."""
    one, actor = _version(request, pk), actor_of(request)
    names = dict(Language.choices)
    modules = list(one.modules.all())
    context = {
        "one": one, "modules": modules, "time": in_hours(sum(each.minutes for each in modules)),
        "materials": list(one.materials.select_related("file")),
        "languages": [names[code] for code in one.languages if code in names],
        "may_change": one.state == VersionState.DRAFT and may_keep_course(actor, one.course), "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "training/courses/curriculum.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def curriculum_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How a draft is taught and what a certificate asks for."""
    one = _version(request, pk)
    form = DraftForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("How it is taught"), word=_("Keep it"), crumbs=crumbs(curriculum=one),
        act=lambda: operations.change_draft(
            curriculum_id=pk, version=form.record_version, said=form.cleaned_data, **who(request)
        ),
        to=lambda made: reverse("training:curriculum", args=[made.pk]), says=_("The draft is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def use(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bring a draft into use."""
    told(
        request, lambda: operations.bring_into_use(curriculum_id=pk, **who(request)),
        _("This version is taught from today on."),
    )  # fmt: skip
    return redirect("training:curriculum", pk)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def module_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a module to a draft."""
    return _module(request, _version(request, pk), None)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def module_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend a module of a draft."""
    one = one_of(Module.objects.select_related("curriculum__course"), pk)
    return _module(request, one.curriculum, one)


def _module(request: HttpRequest, of: CourseVersion, one: Module | None) -> HttpResponse:
    form = ModuleForm(request.POST or None, record=one)
    return act_page(
        request, form, title=one.shown if one else _("A new module"), word=_("Keep it"), crumbs=crumbs(curriculum=of),
        act=lambda: operations.keep_module(
            curriculum_id=of.pk, module_id=one.pk if one else None, said=form.cleaned_data, **who(request)
        ),
        to=lambda _made: reverse("training:curriculum", args=[of.pk]), says=_("The module is kept."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def module_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a module out of a draft."""
    one = Module.objects.filter(pk=pk).first()
    if one is None:
        raise Http404(str(pk))
    of = one.curriculum_id
    told(request, lambda: operations.remove_module(module_id=pk, **who(request)), _("The module is out."))
    return redirect("training:curriculum", of)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def material_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a file to a draft."""
    one = _version(request, pk)
    form = MaterialForm(request.POST or None, request.FILES or None)

    def act() -> Any:
        file = form.cleaned_data["file"]
        said = {"title": form.cleaned_data["title"], "language": form.cleaned_data["language"]}
        return operations.add_material(
            curriculum_id=pk, name=file.name, content=file.read(), **said, **who(request)
        )  # fmt: skip

    return act_page(
        request, form, title=_("A file to teach with"), word=_("Add it"), crumbs=crumbs(curriculum=one), act=act,
        to=lambda _made: reverse("training:curriculum", args=[pk]), says=_("The file is added."),
    )  # fmt: skip
