"""Services as files: one a service, in English and Urdu. Adding a service is adding a file; no code names one."""

from __future__ import annotations

from rihai.casework.services.catalogue.load import (
    CatalogueError,
    Outcome,
    Service,
    Stage,
    Words,
    catalogue,
    load,
    service,
    title_of,
)

__all__ = ["CatalogueError", "Outcome", "Service", "Stage", "Words", "catalogue", "load", "service", "title_of"]
