"""The addresses of cases; they hold ids and codes, never a name or a number of a person."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.casework.cases.registers import views as registers
from rihai.casework.cases.views import caseload, cases, hands, intake

urlpatterns: list[URLPattern] = [
    path("cases/", caseload.caseload, name="caseload"),
    path("cases/<uuid:pk>/", cases.case, name="case"),
    path("cases/<uuid:pk>/change/", cases.change, name="case-change"),
    path("cases/<uuid:pk>/contact/", cases.contact, name="contact"),
    path("cases/<uuid:pk>/close/", cases.close, name="case-close"),
    path("cases/<uuid:pk>/reopen/", cases.reopen, name="case-reopen"),
    path("cases/<uuid:pk>/decide/", cases.decide, name="case-decide"),
    path("cases/<uuid:pk>/offer/", hands.offer, name="case-offer"),
    path("cases/<uuid:pk>/take-back/", hands.take_back, name="case-take-back"),
    path("cases/<uuid:pk>/take/", hands.take, name="take"),
    path("handovers/", hands.handovers, name="handovers"),
    path("handovers/<uuid:pk>/accept/", hands.accept, name="handover-accept"),
    path("handovers/<uuid:pk>/refuse/", hands.refuse, name="handover-refuse"),
    path("supervise/", hands.supervise, name="supervise"),
    path("supervise/give/", hands.give, name="give"),
    path("intake/", intake.start, name="intake-start"),
    path("intake/new/", intake.newcomer, name="newcomer"),
    path("intake/waiting/", intake.intakes, name="intakes"),
    path("intake/waiting/<uuid:pk>/", intake.answer, name="intake-answer"),
    path("intake/<uuid:pk>/", intake.intake, name="intake"),
    path("registers/", registers.registers, name="registers"),
    path("registers/<uuid:pk>/", registers.register, name="register"),
    path("registers/<uuid:pk>/headings/", registers.headings, name="register-headings"),
    path("registers/<uuid:pk>/decide/", registers.decide, name="register-decide"),
    path("registers/<uuid:pk>/take-in/", registers.take_in, name="register-take-in"),
    path("registers/<uuid:pk>/undo/", registers.undo, name="register-undo"),
    path("registers/<uuid:pk>/to-mend/", registers.back, name="register-back"),
    path("programmes/", caseload.catalogue, name="programmes"),
]
