"""What this part of the room offers the house: letters, lists, panels, the register, and what it does after acts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    ActWords,
    After,
    Export,
    FileOwner,
    Navigation,
    Offer,
    PersonPanel,
    PersonTimeline,
    RowActs,
    SubjectExtract,
    Worklist,
)
from rihai.legal.papers import monthly, panels
from rihai.legal.papers.letters import letters
from rihai.legal.papers.operations import OWNER
from rihai.legal.papers.operations.following import (
    CHANGES,
    consent_withdrawn,
    facts_changed,
    persons_merged,
    persons_parted,
)
from rihai.legal.papers.views.asked import PETITIONS, SHARES

OFFERS: tuple[Offer, ...] = (
    *letters(),
    FileOwner(name=OWNER, may_read=panels.may_read),
    After(act="people.consent.withdrawn", run=consent_withdrawn),
    After(act="people.persons.merged", run=persons_merged),
    After(act="people.persons.parted", run=persons_parted),
    *(After(act=act, run=facts_changed) for act in CHANGES),
    Navigation(
        station="act",
        label=gettext_lazy("Petitions"),
        url="legal:papers",
        group=gettext_lazy("Papers"),
        capability=PETITIONS,
        order=30,
        says=gettext_lazy(
            "Drawn up from a finding, confirmed fact by fact against papers, printed in Urdu or English."
        ),
    ),
    Navigation(
        station="act",
        label=gettext_lazy("Referral packs"),
        url="legal:packs",
        group=gettext_lazy("Papers"),
        capability=SHARES,
        order=32,
        says=gettext_lazy(
            "The least a court, officer or committee needs of several people, on consent or a ground of law."
        ),
    ),
    Navigation(
        station="act",
        label=gettext_lazy("What was shared"),
        url="legal:sharing",
        group=gettext_lazy("Papers"),
        capability=SHARES,
        order=34,
        says=gettext_lazy("The register: what of whom went to whom, on which basis, when and by whom."),
    ),
    Navigation(
        station="act",
        label=gettext_lazy("Monthly list"),
        url="legal:monthly-list",
        group=gettext_lazy("Papers"),
        capability="exports.make",
        order=36,
        says=gettext_lazy("Rule 395: those under trial for more than three months, from the prison’s own list."),
    ),
    Worklist(name="legal.confirm", title=gettext_lazy("Facts to confirm"), rows=panels.to_confirm, order=26),
    Worklist(name="legal.receivers", title=gettext_lazy("Receivers to be told"), rows=panels.to_tell, order=12),
    RowActs(
        name="legal.papers",
        of_rows=panels.says_nothing,
        bulk=((gettext_lazy("Put into a pack"), "legal:pack-new"),),
        capability=SHARES,
        order=60,
    ),
    PersonPanel(
        name="legal.papers",
        title=gettext_lazy("Papers and sharing"),
        template="legal/papers/person_panel.html",
        context=panels.of_person,
        order=40,
    ),
    PersonTimeline(name="legal.papers", of=panels.happened),
    Export(
        name="legal.sharing",
        title=gettext_lazy("Register of sharings"),
        capability=SHARES,
        data_class=DataClass.PERSONAL,
        count=panels.register_count,
        sheet=panels.register_sheet,
    ),
    Export(
        name="legal.rule395",
        title=gettext_lazy("List under Rule 395"),
        capability="exports.make",
        data_class=DataClass.PERSONAL,
        count=monthly.count,
        sheet=monthly.sheet,
    ),
    SubjectExtract(name="legal.sharing", title=gettext_lazy("To whom your data went"), of=panels.extract, order=40),
    ActWords(
        words={
            "legal.petition.drawn_up": gettext_lazy("drew up a petition or letter"),
            "legal.petition.confirmed": gettext_lazy("confirmed facts against papers"),
            "legal.petition.worded": gettext_lazy("wrote on a petition"),
            "legal.petition.printed": gettext_lazy("printed a petition"),
            "legal.petition.brought_back": gettext_lazy("brought a petition back as a file"),
            "legal.petition.filed": gettext_lazy("recorded a petition as filed"),
            "legal.petition.dropped": gettext_lazy("dropped a petition"),
            "legal.pack.begun": gettext_lazy("began a referral pack"),
            "legal.pack.filled": gettext_lazy("put somebody into a referral pack"),
            "legal.pack.thinned": gettext_lazy("took somebody out of a referral pack"),
            "legal.pack.handed_over": gettext_lazy("handed a referral pack over"),
            "legal.sharing.receiver_told": gettext_lazy("told a receiver that a consent was taken back"),
            "legal.link.made": gettext_lazy("made a link for a partner"),
            "legal.link.closed": gettext_lazy("closed a partner’s link"),
            "legal.link.looked": gettext_lazy("a partner read a pack by a link"),
            "legal.link.refused": gettext_lazy("a wrong code at a partner’s link"),
        }
    ),
)
