"""What there is to be allowed: every capability with the sentence that says what it opens."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

CAPABILITIES: dict[str, Any] = {
    "places.edit": _("add and mend places"),
    "places.permits": _("record our leave to work at a place"),
    "accounts.manage": _("give and end postings, stop accounts, keep units"),
    "accounts.invite": _("invite people to work here"),
    "audit.read": _("read the access log"),
    "glass.break": _("ask to open one person for a stated reason"),
    "glass.second": _("stand beside somebody who asks to open sealed matter"),
    "glass.review": _("review accesses for a stated reason"),
    "demands.record": _("record what an authority demands"),
    "demands.decide": _("decide on a demand, together with a second person"),
    "people.see": _("open people and their lists, within need-to-know"),
    "people.keep": _("enter people, correct what is known, record movements, ties and consents"),
    "people.link": _("say who is one person and who never is; join and part"),
    "guarded.see": _("see the guarded people of one’s places"),
    "guarded.assign": _("guard people, and assign who works with them"),
    "exports.make": _("take tables out, within need-to-know"),
    "desk.keep": _("keep the data protection desk"),
    "access.keep": _("keep the tables by which access is decided; the house alone"),
}
