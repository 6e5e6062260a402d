"""Money for the way stands once, as material help that names the visit; what stood beside visits goes there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import migrations, models
from django.utils import timezone

from rihai.kit.ids import new_id

PART = 1_000


def carry(apps: Any, _editor: Any) -> None:
    """Each sum beside a visit becomes material help; fund and witness are empty where nobody had said them."""
    contact, given = (apps.get_model("casework", name) for name in ("FamilyContact", "MaterialHelp"))
    now = timezone.now()
    rows = contact.objects.filter(travel__gt=0).select_related("relationship")
    given.objects.bulk_create(
        (
            given(
                id=new_id(), person_id=one.person_id, first_person=one.made_for, contact_id=one.pk, kind="fare",
                what=one.relationship.name[:200], fund=one.travel_fund, worth=one.travel,
                given_on=one.done_on or one.due_on or one.wished_on, given_by_name=one.by_name, proof="witness",
                made_by=one.owner_id or UUID(int=0), made_by_name=one.by_name, made_at=now,
            )
            for one in rows.iterator(chunk_size=PART)
        ),
        batch_size=PART,
    )  # fmt: skip


class Migration(migrations.Migration):
    """One column more, two less."""

    dependencies = [("casework", "0011_register_work")]

    operations = [
        migrations.AddField(
            model_name="materialhelp", name="contact_id", field=models.UUIDField(db_index=True, null=True)
        ),
        migrations.RunPython(carry, migrations.RunPython.noop),
        migrations.RemoveField(model_name="familycontact", name="travel"),
        migrations.RemoveField(model_name="familycontact", name="travel_fund"),
    ]
