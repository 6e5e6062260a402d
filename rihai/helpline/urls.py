"""The addresses of the room `helpline`, those of its parts one after another."""

from __future__ import annotations

from rihai.helpline.concerns.urls import urlpatterns as concerns
from rihai.helpline.requests.urls import urlpatterns as line
from rihai.helpline.urgent.urls import urlpatterns as urgent
from rihai.helpline.volumes.urls import urlpatterns as volumes

app_name = "helpline"
urlpatterns = [*line, *urgent, *concerns, *volumes]
