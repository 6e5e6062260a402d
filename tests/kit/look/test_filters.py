"""Days, numbers and names as people write them, in their own direction; pages and components hold together."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Template
from django.template.context import RequestContext
from django.test import RequestFactory
from django.utils import translation
from django_cotton.compiler_regex import CottonCompiler

from rihai.kit.templatetags import kit


def rendered(source: str, **context: object) -> str:
    request = RequestFactory().get("/see/")
    request.user = AnonymousUser()
    return Template(CottonCompiler().process(source)).render(RequestContext(request, context))


@pytest.mark.parametrize(("language", "said"), [("en", "5 Sep 2026"), ("ur", "5 ستمبر 2026")])
def test_a_day_is_written_with_latin_figures_and_the_month_of_the_language(language: str, said: str) -> None:
    with translation.override(language):
        assert kit.day(date(2026, 9, 5)) == said


def test_a_moment_is_told_by_the_clock_of_the_office() -> None:
    with translation.override("en"):
        assert kit.moment(datetime(2026, 11, 25, 21, 30, tzinfo=UTC)) == "26 Nov 2026, 02:30"


def test_what_is_not_known_is_written_as_nothing() -> None:
    assert (kit.day(None), kit.moment(None), kit.number(None), kit.ltr(None), kit.named("")) == ("",) * 5


def test_numbers_have_their_thousands_parted() -> None:
    assert kit.number(1234567) == "1,234,567"
    assert kit.number(0) == "0"


def test_a_name_is_kept_apart_and_cannot_bring_markup() -> None:
    assert kit.named("محمد <b>") == "<bdi>محمد &lt;b&gt;</bdi>"
    assert kit.ltr("9014/26") == '<bdi dir="ltr">9014/26</bdi>'


def test_the_title_of_a_page_is_its_words_alone_and_its_heading() -> None:
    page = rendered(
        '{% extends "kit/page.html" %}{% block title %}{{ name|named }} & co{% endblock %}', name="Gul </title> Farzi"
    )

    assert "<title>Gul &lt;/title&gt; Farzi &amp; co · Rihai</title>" in page
    assert "<h1><bdi>Gul &lt;/title&gt; Farzi</bdi> & co</h1>" in page


def test_a_component_does_not_take_what_it_was_not_given_from_the_page() -> None:
    row = rendered('<c-kit.entry name="Gul Farzi">Why</c-kit.entry>', url="/leaks/", note="leaks", where="leaks")

    assert "leaks" not in row


def test_what_a_component_is_given_is_escaped_once() -> None:
    row = rendered('<c-kit.entry name="{{ name }}" where="{{ name }}"></c-kit.entry>', name="A & <b>")

    assert row.count("A &amp; &lt;b&gt;") == 2


def test_a_button_says_what_it_acts_on_to_those_who_cannot_see_the_row() -> None:
    said = rendered('<c-kit.button word="Open" about="Gul Farzi" url="/x" />')

    assert '<span class="visually-hidden"> Gul Farzi</span>' in said


def test_a_signed_out_visitor_is_shown_no_navigation() -> None:
    page = rendered('{% extends "kit/page.html" %}{% block title %}Help{% endblock %}')

    assert 'class="stations"' not in page
    assert "Printed by" not in page
