"""The addresses of the room `instruments`."""

from __future__ import annotations

from django.urls import path

from rihai.instruments.offline import views as offline
from rihai.instruments.openrosa import views as openrosa
from rihai.instruments.views import answers, filling, forms, left, papers, phones, received, samples

app_name = "instruments"
urlpatterns = [
    path("", forms.index, name="index"),
    path("new/", forms.upload, name="upload"),
    path("mine/", forms.mine, name="mine"),
    path("version/<uuid:pk>/", forms.version, name="version"),
    path("version/<uuid:pk>/act/", forms.act, name="act"),
    path("version/<uuid:pk>/xlsx/", forms.workbook, name="xlsx"),
    path("version/<uuid:pk>/xform/", forms.xform, name="xform"),
    path("version/<uuid:pk>/try/", forms.tried, name="try"),
    path("fill/<str:handler>/<str:form_id>/<str:subject>/", filling.fill, name="fill"),
    path("about/<uuid:pk>/", forms.begin, name="begin"),
    path("answer/<uuid:pk>/", answers.answer, name="answer"),
    path("answer/<uuid:pk>/correct/", filling.mend, name="correct"),
    path("version/<uuid:pk>/files/", forms.add, name="version-files"),
    path("version/<uuid:pk>/blanks/", papers.blanks, name="blanks"),
    path("blank/<str:handler>/<str:form_id>/<str:subject>/", papers.blank, name="blank"),
    path("type/<str:handler>/<str:form_id>/<str:subject>/", papers.typed, name="type"),
    path("samples/", samples.samples, name="samples"),
    path("samples/draw/", samples.draw, name="sample-draw"),
    path("samples/<uuid:pk>/", samples.sample, name="sample"),
    path("samples/drawn/<uuid:pk>/", samples.mark, name="sample-mark"),
    path("phones/", phones.phones, name="phones"),
    path("phones/new/", phones.let_phone_in, name="phone-new"),
    path("phones/<uuid:pk>/out/", phones.shut_phone_out, name="phone-out"),
    path("code/<str:handler>/<str:form_id>/<str:subject>/", phones.code, name="code"),
    path("received/<uuid:pk>/", received.received, name="received"),
    path("received/<uuid:pk>/settle/", received.settle, name="received-settle"),
    path("received/<uuid:pk>/join/<str:handler>/<str:subject>/", received.join, name="received-join"),
    path("left/", left.left, name="left"),
    path("left/<uuid:pk>/take/", left.take, name="left-take"),
    path("openrosa/formList", openrosa.form_list, name="openrosa-list"),
    path("openrosa/form/<uuid:pk>", openrosa.form, name="openrosa-form"),
    path("openrosa/form/<uuid:pk>/<str:code>", openrosa.form_ready, name="openrosa-ready"),
    path("openrosa/manifest/<uuid:pk>", openrosa.manifest, name="openrosa-manifest"),
    path("openrosa/media/<uuid:pk>", openrosa.media, name="openrosa-media"),
    path("openrosa/submission", openrosa.submission, name="openrosa-submission"),
    path("draft/<uuid:pk>/aside/", filling.aside, name="aside"),
    path("offline/", offline.begin, name="offline"),
    path("offline/worker.js", offline.worker, name="offline-worker"),
    path("offline/door/", offline.door, name="offline-door"),
    path("offline/send/", offline.send, name="offline-send"),
    path("offline/take/blank/", offline.take_blanks, name="offline-blanks"),
    path("offline/take/blank/<uuid:pk>/", offline.take_blank, name="offline-blank"),
    path("offline/take/answers/", offline.take_mine, name="offline-mine"),
    path("offline/take/answer/<uuid:pk>/", offline.take_answer, name="offline-answer"),
    path("offline/take/<str:handler>/<str:form_id>/<str:subject>/", offline.take_form, name="offline-form"),
    path("offline/page/<str:language>/", offline.offline, name="offline-page"),
]
