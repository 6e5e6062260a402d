"""Keys to the API, and their wall: one's own, and for administrators everybody's."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.conf import settings
from django.db import migrations, models

from rihai.accounts import walls
from rihai.kit.wall import Wall

MINE = f"account_id = {walls.MINE} OR {walls.may('accounts.manage')} OR {walls.HOUSE}"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_roles_of_legal"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiKey",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=80)),
                ("scopes", models.JSONField(default=list)),
                ("begins", models.CharField(max_length=8)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("second_factor", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                ("expires_on", models.DateField()),
                ("last_used_on", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("minute_at", models.DateTimeField(null=True)),
                ("in_minute", models.PositiveIntegerField(default=0)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="keys", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "indexes": [models.Index(fields=["account", "-made_at"], name="accounts_ap_account_cca44f_idx")],
            },
        ),
        Wall("accounts_apikey", sees=MINE),
    ]
