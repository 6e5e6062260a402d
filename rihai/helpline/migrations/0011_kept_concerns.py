"""A concern that is closed is kept its time; those closed before this are given theirs."""

from __future__ import annotations

from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.utils.timezone import localdate

import rihai.kit.sealed.field
from rihai.days import anniversary


def give_time(apps: StateApps, _schema: BaseDatabaseSchemaEditor) -> None:
    """From their end, as one that closes today."""
    closed = apps.get_model("helpline", "Concern").objects.filter(closed_at__isnull=False)
    for pk, closed_at in list(closed.values_list("pk", "closed_at")):
        closed.filter(pk=pk).update(keep_until=anniversary(localdate(closed_at), settings.CONCERN_MONTHS))


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("helpline", "0010_care"),
    ]

    operations = [
        migrations.AddField("concern", "keep_until", models.DateField(null=True)),
        migrations.AddField(
            "concern", "keep_because", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")
        ),
        migrations.AddField(
            "concern",
            "erase_asked_by",
            models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField("concern", "erased_at", models.DateTimeField(null=True)),
        migrations.RunPython(give_time, migrations.RunPython.noop),
    ]
