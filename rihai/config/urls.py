"""Every address of the site; rooms bring their own."""

from __future__ import annotations

from django.urls import include, path

from rihai.kit.views.certificates import check

urlpatterns = [
    path("", include("rihai.web.urls")),
    path("certificates/", check, name="certificate-check"),
    path("kit/", include("rihai.kit.urls")),
    path("places/", include("rihai.places.urls")),
    path("people/", include("rihai.people.urls")),
    path("who/", include("rihai.screening.urls")),
    path("casework/", include("rihai.casework.urls")),
    path("instruments/", include("rihai.instruments.urls")),
    path("legal/", include("rihai.legal.urls")),
    path("monitoring/", include("rihai.monitoring.urls")),
    path("helpline/", include("rihai.helpline.urls")),
    path("coordination/", include("rihai.coordination.urls")),
    path("training/", include("rihai.training.urls")),
    path("preparedness/", include("rihai.preparedness.urls")),
    path("advocacy/", include("rihai.advocacy.urls")),
    path("results/", include("rihai.results.urls")),
    path("people-here/", include("rihai.accounts.urls")),
    path("account/", include("allauth.urls")),
]
handler500 = "rihai.web.busy.broken"
