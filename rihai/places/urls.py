"""The addresses of the room `places`."""

from __future__ import annotations

from django.urls import path, register_converter

from rihai.places.views import figures, index, permits, place


class Key:
    """A key of a place: as many digits as any database holds."""

    regex = "[0-9]{1,9}"

    def to_python(self, value: str) -> int:
        """The number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Its digits."""
        return str(value)


register_converter(Key, "key")
app_name = "places"
urlpatterns = [
    path("", index.index, name="index"),
    path("map/", index.district_map, name="map"),
    path("new/", index.kinds, name="kinds"),
    path("new/<slug:kind>/", place.add, name="add"),
    path("<key:pk>/", place.place, name="place"),
    path("<key:pk>/change/", place.change, name="change"),
    path("<key:pk>/close/", place.close, name="close"),
    path("<key:pk>/reopen/", place.reopen, name="reopen"),
    path("<key:pk>/capacity/", figures.capacity, name="capacity"),
    path("<key:pk>/count/", figures.count, name="count"),
    path("<key:pk>/caseload/", figures.caseload, name="caseload"),
    path("<key:pk>/contact/", figures.new_contact, name="new-contact"),
    path("contact/<key:pk>/", figures.contact, name="contact"),
    path("<key:pk>/ask/", permits.ask, name="ask"),
    path("leave/<uuid:pk>/", permits.permit, name="permit"),
    path("leave/<uuid:pk>/answer/", permits.answer, name="answer"),
    path("leave/<uuid:pk>/renew/", permits.renew, name="renew"),
]
