"""The pages of the door."""

from __future__ import annotations

from django.conf import settings
from django.db import connection
from django.db.utils import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rihai.accounts.asked import Asked
from rihai.accounts.operations import choose_language
from rihai.accounts.queries.here import unread_notices
from rihai.kit.audit.reads import listed
from rihai.kit.gate import public, signed_in
from rihai.kit.scopes import API, SCOPES
from rihai.kit.spoken import keep_in_browser
from rihai.web.api import operations, schema
from rihai.web.finding import find, words_asked
from rihai.web.help import TOPICS, topics_for
from rihai.web.language import SPOKEN, page_to_return_to
from rihai.web.stations import STATIONS, grouped, pages_of
from rihai.web.work import COMING_DAYS, work_of


@signed_in
@require_safe
def home(request: Asked) -> HttpResponse:
    """My work: a day's, with `?all` everything, with `?list=` one list alone."""
    today, only = timezone.localdate(), request.GET.get("list", "")
    everything = bool(only) or "all" in request.GET
    work = work_of(actor=request.user, on=today, only=only)
    context = {
        "work": work, "shown": work if everything else work.for_a_day(), "everything": everything, "today": today,
        "days": COMING_DAYS, "notices": 0 if only else unread_notices(request.user),
    }  # fmt: skip
    return render(request, "web/home.html", context)


@signed_in
@require_safe
def station(request: Asked, name: str) -> HttpResponse:
    """The rooms of one of the four stations."""
    groups = grouped(pages_of(name, actor=request.user))
    return render(request, "web/station.html", {"station": STATIONS[name], "name": name, "groups": groups})


@signed_in
def search(request: Asked) -> HttpResponse:
    """What the search box finds. Asked by POST: a name must not stand in an address, a history or a server's log."""
    words = words_asked(request.POST.get("q", ""))
    hits = find(actor=request.user, words=words)
    if words:
        # The words may be somebody's name: the trail keeps that somebody searched, and whether they found.
        listed(request, "web.search", sum(len(group.found) for group in hits), {"letters": len(words)})
    return render(request, "web/search.html", {"words": words, "hits": hits})


@public
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """How the site is built, and the pages that say what to do for each kind of work."""
    mine, others = topics_for(request.user if request.user.is_authenticated else None)
    return render(request, "web/help.html", {"mine": mine, "others": others})


@public
@require_safe
def help_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """What to do for one kind of work, on a page that prints; open to everybody, for it tells of nobody."""
    topic = TOPICS.get(slug)
    if topic is None:
        raise Http404
    user = request.user
    may = user.is_authenticated and (not topic.capability or user.may(topic.capability))
    return render(request, "web/help_topic.html", {"topic": topic, "may": may})


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language chosen, in the account and in the browser, and return to the page."""
    chosen = request.POST.get("language", "")
    if chosen not in SPOKEN:
        chosen = settings.LANGUAGE_CODE
    if request.user.is_authenticated:
        choose_language(account=request.user, language=chosen)
    translation.activate(chosen)
    response = redirect(page_to_return_to(request))
    keep_in_browser(response, chosen)
    return response


@public
@require_safe
def api(request: HttpRequest) -> HttpResponse:
    """Every operation of the API, on one page that prints."""
    return render(request, "web/api.html", {"groups": operations(), "address": API, "scopes": SCOPES.values()})


@public
@require_safe
def openapi(_request: HttpRequest) -> HttpResponse:
    """The schema of the API for programs that read one; it tells of nobody."""
    return JsonResponse(schema(), json_dumps_params={"ensure_ascii": False})


@public
@never_cache
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """Whether the site and its database answer: 200 or 503, and nothing about anybody."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"site": "up", "database": "down"}, status=503)
    return JsonResponse({"site": "up", "database": "up"})
