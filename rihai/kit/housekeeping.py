"""What kit offers the house: its ticks, the making of large exports, and who may read what those made."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.acts_in_words import ACTS
from rihai.kit.exports.job import JOB, OWNER, link, sweep_exports
from rihai.kit.exports.job import step as export_step
from rihai.kit.files.store import sweep
from rihai.kit.jobs.run import take_up
from rihai.kit.offers import FileOwner, JobKind, Offer, Tick

OFFERS: tuple[Offer, ...] = (
    Tick(name="kit.jobs", run=take_up),
    Tick(name="kit.exports", run=sweep_exports),
    Tick(name="kit.files", run=sweep),
    JobKind(name=JOB, title=_("Export"), step=export_step, link=link),
    FileOwner(name=OWNER, may_read=lambda actor, stored: stored.kept_by == actor.pk),
    ACTS,
)
