"""Papers, hearings, bail and money of a matter: a form each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.kit.gate import needs
from rihai.legal.matters.forms import (
    AskPaperForm,
    BailForm,
    ListingForm,
    MoneyForm,
    PaperForm,
    PaymentForm,
    RecordForm,
    SuretyForm,
    VakalatnamaForm,
)
from rihai.legal.matters.forms.base import of_parties
from rihai.legal.matters.models import BailOrder, MatterHearing, MoneyOrder, PaperNeeded, Party, Surety, Vakalatnama
from rihai.legal.matters.operations import (
    ask_for_paper,
    change_bail,
    change_order,
    change_paper,
    keep_surety,
    keep_vakalatnama,
    list_hearing,
    move_hearing,
    record_bail,
    record_hearing,
    record_order,
    record_payment,
)
from rihai.legal.matters.views.asked import (
    actor_of,
    clients_of,
    entry,
    given,
    matter_or_404,
    of_my_matters,
    posted,
)

BOTH = ["GET", "POST"]


@needs("legal.matters")
@require_http_methods(BOTH)
def vakalatnama(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far a client's power of attorney has come."""
    party = of_my_matters(request, Party, pk)
    matter = matter_or_404(request, party.matter_id)
    record = Vakalatnama.objects.filter(party=party).first()
    form = VakalatnamaForm(posted(request), request.FILES or None, today=timezone.localdate(), record=record)
    return entry(
        request, matter, form,
        lambda said: keep_vakalatnama(
            matter_id=matter.pk, party_id=pk, version=form.record_version, said=said, given=given(request, form),
            actor=actor_of(request), at=timezone.now(),
        ),
        title=_("Vakalatnama"), word=_("Keep it"), kept=_("The vakalatnama is kept."), place="papers",
        says=_("Read it aloud before it is signed, in the person’s own language, and say that it costs nothing."),
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def ask_paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A paper was asked for."""
    matter = matter_or_404(request, pk)
    today = timezone.localdate()
    parties = of_parties(clients_of(request, matter))
    form = AskPaperForm(posted(request), today=today, parties=parties, initial={"asked_on": today})
    return entry(
        request, matter, form,
        lambda said: ask_for_paper(
            matter_id=pk, party_id=UUID(said["party_id"]) if said["party_id"] else None, kind=said["kind"], said=said,
            actor=actor_of(request), at=timezone.now(),
        ),
        title=_("Ask for a paper"), word=_("Write it down"), kept=_("The paper is awaited."), place="papers",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A paper came, or is awaited later."""
    record = of_my_matters(request, PaperNeeded, pk)
    matter = matter_or_404(request, record.matter_id)
    form = PaperForm(posted(request), request.FILES or None, today=timezone.localdate(), record=record)
    return entry(
        request, matter, form,
        lambda said: change_paper(
            paper_id=pk, version=form.record_version, said=said, given=given(request, form), actor=actor_of(request),
            at=timezone.now(),
        ),
        title=record.get_kind_display(), word=_("Keep it"), kept=_("The paper is kept."), place="papers",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def new_hearing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A day in court is fixed."""
    matter = matter_or_404(request, pk)
    start = {"court": matter.court, "court_name": matter.court_name}
    form = ListingForm(posted(request), today=timezone.localdate(), initial=start)
    return entry(
        request, matter, form,
        lambda said: list_hearing(matter_id=pk, said=said, actor=actor_of(request), at=timezone.now()),
        title=_("List a hearing"), word=_("List it"), kept=_("The hearing is in the diary."), place="hearings",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def hearing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The listing is changed before the day."""
    record = of_my_matters(request, MatterHearing, pk)
    matter = matter_or_404(request, record.matter_id)
    form = ListingForm(posted(request), today=timezone.localdate(), record=record)
    return entry(
        request, matter, form,
        lambda said: move_hearing(
            hearing_id=pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Change the listing"), word=_("Keep it"), kept=_("The listing is changed."), place="hearings",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What happened at a hearing."""
    row = of_my_matters(request, MatterHearing, pk)
    matter = matter_or_404(request, row.matter_id)
    form = RecordForm(posted(request), today=timezone.localdate(), record=row)
    return entry(
        request, matter, form,
        lambda _said: record_hearing(
            hearing_id=pk, version=form.record_version, said=form.said(), actor=actor_of(request), at=timezone.now()
        ),
        title=_("What happened in court"), word=_("Record it"), place="hearings",
        kept=_("The hearing is recorded, and the record of the person knows it."),
        says=_("Write what the order sheet says, and no more: what the court did not say stays unknown."),
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def new_bail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A court granted bail."""
    matter = matter_or_404(request, pk)
    parties = of_parties(clients_of(request, matter))
    start = {"court": matter.court, "court_name": matter.court_name}
    form = BailForm(posted(request), today=timezone.localdate(), parties=parties, initial=start)
    return entry(
        request, matter, form,
        lambda said: record_bail(
            matter_id=pk, party_id=UUID(said["party_id"]), said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Bail was granted"), word=_("Record it"), kept=_("The bail is recorded."), place="bail",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def bail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What became of a bail order."""
    row = of_my_matters(request, BailOrder, pk)
    matter = matter_or_404(request, row.matter_id)
    form = BailForm(posted(request), today=timezone.localdate(), parties=[], record=row)
    return entry(
        request, matter, form,
        lambda said: change_bail(
            order_id=pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Bail order"), word=_("Keep it"), kept=_("The bail order is kept."), place="bail",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def new_surety(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody stands surety."""
    order = of_my_matters(request, BailOrder, pk)
    matter = matter_or_404(request, order.matter_id)
    form = SuretyForm(posted(request), today=timezone.localdate())
    return entry(
        request, matter, form,
        lambda said: keep_surety(
            order_id=pk, surety_id=None, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Add a surety"), word=_("Add them"), kept=_("The surety is kept, sealed."), place="bail",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def surety(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A surety is verified, gives the bond, or is refused."""
    row = of_my_matters(request, Surety, pk)
    matter = matter_or_404(request, row.matter_id)
    form = SuretyForm(posted(request), today=timezone.localdate(), record=row)
    return entry(
        request, matter, form,
        lambda said: keep_surety(
            order_id=row.order_id, surety_id=pk, version=form.record_version, said=said, actor=actor_of(request),
            at=timezone.now(),
        ),
        title=_("Surety"), word=_("Keep it"), kept=_("The surety is kept, sealed."), place="bail",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def new_money(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A court ordered a client to pay."""
    matter = matter_or_404(request, pk)
    parties = of_parties(clients_of(request, matter))
    form = MoneyForm(posted(request), today=timezone.localdate(), parties=parties)
    return entry(
        request, matter, form,
        lambda said: record_order(
            matter_id=pk, party_id=UUID(said["party_id"]), said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=_("Fine, diyat or compensation"), word=_("Record it"), kept=_("The order is recorded."), place="money",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def money(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was ordered is corrected."""
    row = of_my_matters(request, MoneyOrder, pk)
    matter = matter_or_404(request, row.matter_id)
    form = MoneyForm(posted(request), today=timezone.localdate(), parties=[], record=row)
    return entry(
        request, matter, form,
        lambda said: change_order(
            order_id=pk, version=form.record_version, said=said, actor=actor_of(request), at=timezone.now()
        ),
        title=row.get_kind_display(), word=_("Keep it"), kept=_("The order is kept."), place="money",
    )  # fmt: skip


@needs("legal.matters")
@require_http_methods(BOTH)
def payment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A part was paid."""
    row = of_my_matters(request, MoneyOrder, pk)
    matter = matter_or_404(request, row.matter_id)
    form = PaymentForm(posted(request), request.FILES or None, today=timezone.localdate())
    return entry(
        request, matter, form,
        lambda said: record_payment(
            order_id=pk, said=said, given=given(request, form), actor=actor_of(request), at=timezone.now()
        ),
        title=_("Record a payment"), word=_("Record it"), kept=_("The payment is recorded."), place="money",
    )  # fmt: skip
