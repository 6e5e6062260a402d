"""The door for web servers: `rihai serve` starts it; others ask for `rihai.config.wsgi:application`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from django.db import connections

from rihai.kit.checks import ensure_walled

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rihai.config.settings")
application = get_wsgi_application()
ensure_walled()
connections.close_all()  # workers are made by fork and open their own
