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
    "legal.respond": _("take up, refer, refuse, park and close the rows of the lists"),
    "legal.supervise": _("see which rows nobody has touched, and hand them to somebody"),
    "legal.matters": _("keep matters of legal counselling and legal aid, within their team"),
    "legal.share": _("make referral packs and partner links, and keep the register of what was shared"),
    "legal.release": _("record a release from custody"),
    "law.review": _("say of a provision that it is reviewed, or object to it"),
    "casework.keep": _("keep cases: intake, needs, goals, plans, sessions, help, what follows a release"),
    "casework.supervise": _("approve cases, hand them over, see what nobody has touched and each worker’s load"),
    "casework.match": _("take in volunteers, match mentors with people, and look after both"),
    "casework.mentor": _("see the one person one is matched with, and write down meetings"),
    "casework.health": _("keep health needs, screenings, appointments and plans of support"),
    "casework.survivors": _("keep the sealed cases of survivors that are one’s own"),
    "casework.catalogue": _("keep the catalogue of services, programmes, groups and partners"),
    "monitoring.read": _("read inspections that are settled, their figures and what became of recommendations"),
    "monitoring.inspect": _("plan and carry out inspections, settle answers, recommend and verify"),
    "monitoring.answer": _("answer drafts and recommendations for an authority, and assess one’s own prison"),
    "monitoring.disease": _("keep the line list of diseases of one’s prisons, and what is done about an alert"),
    "monitoring.complaints": _("write down complaints and requests, and follow them until they are answered"),
    "monitoring.report": _("write down incidents and allegations, and keep those in whose team one is"),
    "monitoring.incidents": _("see the incidents of one’s places that are not sealed, and hear where a clock ran out"),
    "monitoring.qualify": _("confirm who is qualified to examine by the Istanbul and Minnesota Protocols"),
    "instruments.fill": _("fill in forms, and read the answers given of people one works with"),
    "instruments.publish": _("take in forms, publish and retire their versions"),
    "guarded.see": _("see the guarded people of one’s places"),
    "guarded.assign": _("guard people, and assign who works with them"),
    "exports.make": _("take tables out, within need-to-know"),
    "api.use": _("make keys with which an own program reads what one may see oneself"),
    "desk.keep": _("keep the data protection desk"),
    "access.keep": _("keep the tables by which access is decided; the house alone"),
}
