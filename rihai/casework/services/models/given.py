"""What leaves our hands: referrals with what was told, work found, and things or money given."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.models import Case
from rihai.casework.services.catalogue import title_of
from rihai.casework.services.models.base import Made, OfPerson
from rihai.casework.services.models.directory import Employer, PartnerService
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText


class ReferralState(models.TextChoices):
    """Where a referral stands."""

    SENT = "sent", _("sent, not answered")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")
    DONE = "done", _("done")
    REVOKED = "revoked", _("revoked")


class Basis(models.TextChoices):
    """On what something of a person is told to others."""

    CONSENT = "consent", _("consent")
    LAW = "law", _("an order or a law")
    VITAL = "vital", _("danger to life, decided by two people")


ANSWERS = {
    ReferralState.SENT: (ReferralState.ACCEPTED, ReferralState.REFUSED, ReferralState.REVOKED),
    ReferralState.ACCEPTED: (ReferralState.DONE, ReferralState.REVOKED),
}
"""From which state which may follow."""


class Referral(OfPerson, Made):
    """Somebody handed to a partner for a service (out), or sent to us by one (in).

    `told` names what was told, `copy` holds it as JSON, frozen. `withdrawn_at`: the consent it stood on was taken back;
    `partner_told_at`: the partner was told so.
    """

    class Way(models.TextChoices):
        """From us or to us."""

        OUT = "out", _("from us to a partner")
        IN = "in", _("from a partner to us")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    way = models.CharField(max_length=3, choices=Way.choices)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    service = models.SlugField(max_length=40)
    partner = models.ForeignKey(PartnerService, on_delete=models.PROTECT, null=True, related_name="+")
    partner_name = models.CharField(max_length=200)
    asked = models.CharField(max_length=400)
    told = models.JSONField(default=list)
    copy = SealedText(seal="casework.referral.copy", null=True)
    basis = models.CharField(max_length=8, choices=Basis.choices, blank=True)
    consent_id = models.UUIDField(null=True, db_index=True)
    basis_says = models.CharField(max_length=200, blank=True)
    guarded_because = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=ReferralState.choices, default=ReferralState.SENT)
    sent_on = models.DateField()
    due_on = models.DateField()
    answered_on = models.DateField(null=True)
    answer_note = models.CharField(max_length=400, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    partner_told_at = models.DateTimeField(null=True)
    partner_told_by_name = models.CharField(max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-sent_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "due_on"], name="casework_referral_due"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def title(self) -> str:
        """The name of the service."""
        return title_of(self.service)


class JobPlacement(OfPerson, Made):
    """Work found for somebody. `told`: what the employer knows of custody, and by whom."""

    class Told(models.TextChoices):
        """What the employer knows."""

        NOTHING = "nothing", _("nothing of custody")
        HERSELF = "herself", _("what they told the employer themselves")
        BY_US = "by_us", _("told by us, with consent")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="+")
    trade = models.CharField(max_length=120)
    told = models.CharField(max_length=8, choices=Told.choices)
    consent_id = models.UUIDField(null=True, db_index=True)
    withdrawn_at = models.DateTimeField(null=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-started_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class MaterialHelp(OfPerson, Made):
    """A thing or money given: out of which fund, what it is worth, by whom, before which witness, with what proof.

    `contact_id`: for the way to which visit, call or session of the family."""

    class Kind(models.TextChoices):
        """What was given."""

        KIT = "kit", _("a kit: clothing, hygiene, baby things")
        TOOLS = "tools", _("tools of a trade")
        FARE = "fare", _("fare or travel")
        CASH = "cash", _("cash")
        OTHER = "other", _("something else")

    class Proof(models.TextChoices):
        """How the receiving is shown."""

        RECEIPT = "receipt", _("a signed receipt")
        THUMB = "thumb", _("a thumb-print")
        WITNESS = "witness", _("the witness alone")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    what = models.CharField(max_length=200)
    fund = models.CharField(max_length=120)
    worth = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, default="PKR")
    given_on = models.DateField()
    given_by_name = models.CharField(max_length=120)
    witness = models.CharField(max_length=120)
    proof = models.CharField(max_length=8, choices=Proof.choices)
    receipt = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    contact_id = models.UUIDField(null=True, db_index=True)

    class Meta:
        ordering = ("-given_on", "-id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["fund", "given_on"], name="casework_help_fund"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
