"""Filters and tags of the design system: text kept in its own direction, days and numbers as people write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from html import unescape
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BoundField
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_lazy as _

from rihai.kit import charts
from rihai.kit.classes import DataClass
from rihai.kit.counting import AtLeast
from rihai.kit.map import DistrictMap, hatching
from rihai.kit.statuses import icon_of_class, icon_of_condition, icon_of_notice, icon_of_status
from rihai.words import MONTHS, number_text, say

register = template.Library()
WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
SHORT = 3
"""Letters of an English month in a row; Urdu has no short forms."""

register.filter("status_icon", icon_of_status)
register.filter("notice_icon", icon_of_notice)
register.filter("class_icon", icon_of_class)
register.filter("tick_icon", icon_of_condition)
register.filter("figure", charts.figure)
register.filter("paper_table", charts.table)


BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "SamsungBrowser/": "Samsung Internet", "Firefox/": "Firefox",
            "Chrome/": "Chrome", "Safari/": "Safari"}  # fmt: skip
SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS X": "Mac",
           "Linux": "Linux"}  # fmt: skip
"""What a browser says of itself, and the name people know; the first that fits, since each claims to be the later."""


@register.filter
def device(user_agent: str) -> str:
    """The browser and the machine, in the words of who sits before them; what is not known is left as it was said."""
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), "")
    if browser and system:
        return gettext("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or user_agent[:60] or gettext("a device that does not say what it is")


@register.filter
def ltr(value: Any) -> SafeString:
    """A number, section, FIR, file name: kept left to right whatever stands around it."""
    return format_html('<bdi dir="ltr">{}</bdi>', value) if value not in (None, "") else SafeString("")


@register.filter
def named(value: Any) -> SafeString:
    """A name of a person or place: it runs as its own script runs, and moves nothing around it."""
    return format_html("<bdi>{}</bdi>", value) if value not in (None, "") else SafeString("")


@register.filter
def day(value: date | None) -> str:
    """25 Nov 2026; in Urdu 25 نومبر 2026. Nothing for no day."""
    if value is None or value == "":
        return ""
    on = timezone.localtime(value).date() if isinstance(value, datetime) and timezone.is_aware(value) else value
    language = get_language() or "en"
    month = MONTHS[on.month - 1][:SHORT] if language == "en" else say(MONTHS[on.month - 1], language)
    return f"{on.day} {month} {on.year}"


@register.filter
def weekday(value: date) -> str:
    """The name of the day of the week."""
    return str(WEEKDAYS[value.weekday()])


@register.filter
def moment(value: datetime | None) -> str:
    """25 Nov 2026, 14:30, by the office's clock. Nothing for no moment."""
    if value is None or value == "":
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return pgettext("a moment", "%(day)s, %(time)s") % {"day": day(local), "time": f"{local:%H:%M}"}


@register.filter
def number(value: float | Decimal | str | None) -> str:
    """1,234, with the figures of both languages; 1,200+ for at least so many. Nothing for no number; words stay."""
    if isinstance(value, Decimal):
        value = int(value) if value == int(value) else float(value)
    if isinstance(value, int | float):
        return number_text(value, get_language() or "en") + ("+" if isinstance(value, AtLeast) else "")
    return value or ""


@register.filter
def words(value: Any) -> str:
    """The words of a piece of a page without its tags, as a title or an attribute wants them."""
    return " ".join(unescape(strip_tags(str(value))).split())


@register.filter
def target(field: BoundField) -> str:
    """The id of the control that a link in the summary of errors leads to: the first, where there are several."""
    return field.id_for_label or f"{field.auto_id}_0"


class Captured(template.Node):
    """Renders a part of the page into a variable: `{% capture title %}…{% endcapture %}`."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        context[self.name] = SafeString(self.nodelist.render(context).strip())
        return SafeString("")


@register.tag
def capture(parser: Parser, token: Token) -> Captured:
    """Keeps what stands inside for later, because a block can be written only once and a title is shown twice."""
    name = token.split_contents()[1]
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return Captured(name, nodelist)


@register.filter
def notice_kind(message: Message) -> str:
    """What kind of notice one of Django's messages is."""
    return {"success": "done", "error": "wrong", "warning": "warning"}.get(message.level_tag, "info")


@register.filter
def class_word(data_class: str) -> str:
    """The name of a data class."""
    return str(DataClass(data_class).label) if data_class in DataClass.values else str(data_class)


@register.filter
def drawn_map(district_map: DistrictMap, key: str) -> SafeString:
    """The drawing of a district map."""
    return district_map.as_svg(key)


@register.filter
def key_hatching(key: str) -> SafeString:
    """The pattern of what is withheld, for the legend of a map."""
    return hatching(f"{key}-key", 4)
