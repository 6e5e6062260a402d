"""Papers, hearings, bail and money of a matter: a form each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from rihai.legal.matters import forms
from rihai.legal.matters import operations as act
from rihai.legal.matters.models import BailOrder, MatterHearing, MoneyOrder, PaperNeeded, Party, Surety, Vakalatnama
from rihai.legal.matters.views.desk import of_matter, of_record, writes


@writes
def vakalatnama(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far a client's power of attorney has come."""
    desk = of_record(request, Party, pk)
    form = desk.form(forms.VakalatnamaForm, about=Vakalatnama.objects.filter(party=pk).first())
    return desk.page(
        form,
        lambda said: act.keep_vakalatnama(
            matter_id=desk.matter.pk, party_id=pk, version=form.record_version, said=said, given=desk.given(form),
            **desk.who,
        ),
        "papers", title=_("Vakalatnama"), word=_("Keep it"), kept=_("The vakalatnama is kept."),
        says=_("Read it aloud before it is signed, in the person’s own language, and say that it costs nothing."),
    )  # fmt: skip


@writes
def ask_paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A paper was asked for."""
    desk = of_matter(request, pk)
    return desk.page(
        desk.form(forms.AskPaperForm, parties=desk.clients, initial={"asked_on": timezone.localdate()}),
        lambda said: act.ask_for_paper(
            matter_id=pk, party_id=UUID(said["party_id"]) if said["party_id"] else None, kind=said["kind"], said=said,
            **desk.who,
        ),
        "papers", title=_("Ask for a paper"), word=_("Write it down"), kept=_("The paper is awaited."),
    )  # fmt: skip


@writes
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A paper came, or is awaited later."""
    desk = of_record(request, PaperNeeded, pk)
    form = desk.form(forms.PaperForm)
    return desk.page(
        form,
        lambda said: act.change_paper(
            paper_id=pk, version=form.record_version, said=said, given=desk.given(form), **desk.who
        ),
        "papers", title=desk.record.get_kind_display(), word=_("Keep it"), kept=_("The paper is kept."),
    )  # fmt: skip


@writes
def new_hearing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A day in court is fixed."""
    desk = of_matter(request, pk)
    return desk.page(
        desk.form(forms.ListingForm, initial=desk.court),
        lambda said: act.list_hearing(matter_id=pk, said=said, **desk.who),
        "hearings", title=_("List a hearing"), word=_("List it"), kept=_("The hearing is in the diary."),
    )  # fmt: skip


@writes
def hearing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The listing is changed before the day."""
    desk = of_record(request, MatterHearing, pk)
    form = desk.form(forms.ListingForm)
    return desk.page(
        form,
        lambda said: act.move_hearing(hearing_id=pk, version=form.record_version, said=said, **desk.who),
        "hearings", title=_("Change the listing"), word=_("Keep it"), kept=_("The listing is changed."),
    )  # fmt: skip


@writes
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What happened at a hearing."""
    desk = of_record(request, MatterHearing, pk)
    form = desk.form(forms.RecordForm)
    return desk.page(
        form,
        lambda _said: act.record_hearing(hearing_id=pk, version=form.record_version, said=form.said(), **desk.who),
        "hearings", title=_("What happened in court"), word=_("Record it"),
        kept=_("The hearing is recorded, and the record of the person knows it."),
        says=_("Write what the order sheet says, and no more: what the court did not say stays unknown."),
    )  # fmt: skip


@writes
def new_bail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A court granted bail."""
    desk = of_matter(request, pk)
    return desk.page(
        desk.form(forms.BailForm, parties=desk.clients, initial=desk.court),
        lambda said: act.record_bail(matter_id=pk, party_id=UUID(said["party_id"]), said=said, **desk.who),
        "bail", title=_("Bail was granted"), word=_("Record it"), kept=_("The bail is recorded."),
    )  # fmt: skip


@writes
def bail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What became of a bail order."""
    desk = of_record(request, BailOrder, pk)
    form = desk.form(forms.BailForm, parties=[])
    return desk.page(
        form,
        lambda said: act.change_bail(order_id=pk, version=form.record_version, said=said, **desk.who),
        "bail", title=_("Bail order"), word=_("Keep it"), kept=_("The bail order is kept."),
    )  # fmt: skip


@writes
def new_surety(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody stands surety."""
    desk = of_record(request, BailOrder, pk)
    return desk.page(
        desk.form(forms.SuretyForm, about=None),
        lambda said: act.keep_surety(order_id=pk, surety_id=None, said=said, **desk.who),
        "bail", title=_("Add a surety"), word=_("Add them"), kept=_("The surety is kept, sealed."),
    )  # fmt: skip


@writes
def surety(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A surety is verified, gives the bond, or is refused."""
    desk = of_record(request, Surety, pk)
    form = desk.form(forms.SuretyForm)
    return desk.page(
        form,
        lambda said: act.keep_surety(
            order_id=desk.record.order_id, surety_id=pk, version=form.record_version, said=said, **desk.who
        ),
        "bail", title=_("Surety"), word=_("Keep it"), kept=_("The surety is kept, sealed."),
    )  # fmt: skip


@writes
def new_money(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A court ordered a client to pay."""
    desk = of_matter(request, pk)
    return desk.page(
        desk.form(forms.MoneyForm, parties=desk.clients),
        lambda said: act.record_order(matter_id=pk, party_id=UUID(said["party_id"]), said=said, **desk.who),
        "money", title=_("Fine, diyat or compensation"), word=_("Record it"), kept=_("The order is recorded."),
    )  # fmt: skip


@writes
def money(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was ordered is corrected."""
    desk = of_record(request, MoneyOrder, pk)
    form = desk.form(forms.MoneyForm, parties=[])
    return desk.page(
        form,
        lambda said: act.change_order(order_id=pk, version=form.record_version, said=said, **desk.who),
        "money", title=desk.record.get_kind_display(), word=_("Keep it"), kept=_("The order is kept."),
    )  # fmt: skip


@writes
def payment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A part was paid."""
    desk = of_record(request, MoneyOrder, pk)
    form = desk.form(forms.PaymentForm, about=None)
    return desk.page(
        form,
        lambda said: act.record_payment(order_id=pk, said=said, given=desk.given(form), **desk.who),
        "money", title=_("Record a payment"), word=_("Record it"), kept=_("The payment is recorded."),
    )  # fmt: skip
