"""The door for web servers: `rihai serve` starts it; others ask for `rihai.config.wsgi:application`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rihai.config.settings")
application = get_wsgi_application()
