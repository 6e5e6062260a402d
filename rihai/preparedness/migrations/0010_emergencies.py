"""Stores, crisis money, emergencies and information materials."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.preparedness.walls_of_emergencies import walls_of_emergencies


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("kit", "0002_append_only"),
        ("places", "0001_initial"),
        ("preparedness", "0001_procedures"),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("protection", "protection of the body"),
                            ("medical", "first aid and medicine"),
                            ("hygiene", "water and hygiene"),
                            ("fire", "fire and rescue"),
                            ("light", "light, power and radio"),
                            ("shelter", "shelter and food"),
                            ("other", "something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("unit", models.CharField(max_length=40)),
                ("minimum", models.PositiveIntegerField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("sort", "name", "id"),
            },
        ),
        migrations.CreateModel(
            name="Emergency",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "hazard",
                    models.CharField(
                        choices=[
                            ("outbreak", "outbreak of disease"),
                            ("fire", "fire"),
                            ("flood", "flood"),
                            ("quake", "earthquake"),
                            ("riot", "riot"),
                            ("hostage", "hostages taken"),
                            ("escape", "escape"),
                            ("attack", "attack from outside"),
                            ("power", "loss of power"),
                            ("water", "loss of water"),
                        ],
                        max_length=10,
                    ),
                ),
                ("says", models.CharField(max_length=600)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("closed", "closed, to be reviewed"),
                            ("reviewed", "closed and reviewed"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("began_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField()),
                ("opened_by_name", models.CharField(max_length=120)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by_name", models.CharField(blank=True, max_length=120)),
                ("closing", models.CharField(blank=True, max_length=600)),
                ("went_well", models.CharField(blank=True, max_length=2000)),
                ("to_mend", models.CharField(blank=True, max_length=2000)),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("reviewed_by_name", models.CharField(blank=True, max_length=120)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="preparedness.planversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "emergencies",
                "ordering": ("-opened_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="EmergencyStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("says", models.CharField(max_length=400)),
                ("says_ur", models.CharField(blank=True, max_length=400)),
                (
                    "post",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("superintendent", "superintendent"),
                            ("additional", "additional superintendent"),
                            ("deputy", "deputy superintendent"),
                            ("assistant", "assistant superintendent"),
                            ("women", "officer in charge of the women’s ward"),
                            ("juveniles", "officer in charge of the juveniles’ ward"),
                            ("medical", "medical officer"),
                            ("women_medical", "woman medical officer"),
                            ("dispenser", "dispenser"),
                            ("psychologist", "psychologist or welfare officer"),
                            ("duty", "duty officer, day and night"),
                            ("gate", "gate keeper"),
                            ("chief_warder", "chief warder"),
                            ("warders", "warders on duty"),
                            ("control", "control room"),
                            ("store", "store keeper"),
                            ("electrician", "electrician or generator operator"),
                            ("water", "who keeps the water running"),
                            ("records", "records office"),
                            ("inspector_general", "inspector general of prisons"),
                        ],
                        max_length=20,
                    ),
                ),
                ("due_at", models.DateTimeField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("to_do", "to be done"), ("done", "done"), ("not_needed", "not needed")],
                        default="to_do",
                        max_length=10,
                    ),
                ),
                ("done_at", models.DateTimeField(null=True)),
                ("done_by_name", models.CharField(blank=True, max_length=120)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "emergency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="preparedness.emergency"
                    ),
                ),
            ],
            options={
                "ordering": ("order", "id"),
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("funder", models.CharField(max_length=160)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField()),
                ("paper", models.CharField(blank=True, max_length=160)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("place__name", "-started_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="LogLine",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "wrote",
                    models.CharField(
                        choices=[
                            ("said", "Written down"),
                            ("opened", "Opened"),
                            ("done", "Done"),
                            ("not_needed", "Not needed"),
                            ("back", "Taken back"),
                            ("stock", "Issued from the store"),
                            ("money", "Money asked for"),
                            ("report", "Situation report issued"),
                            ("closed", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("happened_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                ("by_name", models.CharField(max_length=120)),
                (
                    "emergency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="log", to="preparedness.emergency"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="preparedness.emergencystep",
                    ),
                ),
            ],
            options={
                "ordering": ("-happened_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Lot",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("mark", models.CharField(blank=True, max_length=60)),
                ("expires_on", models.DateField(null=True)),
                ("level", models.PositiveIntegerField(default=0)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lots", to="preparedness.item"
                    ),
                ),
            ],
            options={
                "ordering": (models.OrderBy(models.F("expires_on"), nulls_last=True), "id"),
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("poster", "poster"),
                            ("leaflet", "leaflet"),
                            ("recording", "recording"),
                            ("film", "film"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("health", "a health body"),
                            ("un", "a body of the United Nations"),
                            ("red_cross", "the Red Cross or Red Crescent"),
                            ("other", "another body"),
                        ],
                        max_length=10,
                    ),
                ),
                ("publisher", models.CharField(max_length=160)),
                ("topic", models.CharField(blank=True, max_length=160)),
                ("edition", models.CharField(max_length=60)),
                ("good_until", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_why", models.CharField(blank=True, max_length=300)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "replaced_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="preparedness.material",
                    ),
                ),
            ],
            options={
                "ordering": ("title", "edition", "id"),
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("receipt", "received"),
                            ("issue", "issued"),
                            ("back", "came back"),
                            ("count", "counted otherwise"),
                            ("write_off", "written off"),
                        ],
                        max_length=10,
                    ),
                ),
                ("change", models.IntegerField()),
                ("left", models.PositiveIntegerField()),
                ("whom", models.CharField(blank=True, max_length=160)),
                ("why", models.CharField(blank=True, max_length=300)),
                ("paper", models.CharField(blank=True, max_length=80)),
                ("on", models.DateField()),
                ("by_id", models.UUIDField()),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "emergency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="preparedness.emergency",
                    ),
                ),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="movements", to="preparedness.lot"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "hazard",
                    models.CharField(
                        choices=[
                            ("outbreak", "outbreak of disease"),
                            ("fire", "fire"),
                            ("flood", "flood"),
                            ("quake", "earthquake"),
                            ("riot", "riot"),
                            ("hostage", "hostages taken"),
                            ("escape", "escape"),
                            ("attack", "attack from outside"),
                            ("power", "loss of power"),
                            ("water", "loss of water"),
                        ],
                        blank=True,
                        max_length=10,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("disease", "a threshold of disease was crossed"),
                            ("incident", "an incident was written down"),
                        ],
                        max_length=8,
                    ),
                ),
                ("source_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by_name", models.CharField(blank=True, max_length=120)),
                ("why_not", models.CharField(blank=True, max_length=400)),
                (
                    "emergency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="preparedness.emergency",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                ("what", models.CharField(max_length=400)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked for"),
                            ("approved", "approved"),
                            ("refused", "refused"),
                            ("settled", "settled"),
                        ],
                        default="asked",
                        max_length=8,
                    ),
                ),
                ("asked_by_id", models.UUIDField()),
                ("asked_by_name", models.CharField(max_length=120)),
                ("asked_at", models.DateTimeField()),
                ("decided_by_name", models.CharField(blank=True, max_length=120)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_why", models.CharField(blank=True, max_length=400)),
                ("beyond", models.BooleanField(default=False)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "emergency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="preparedness.emergency",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="preparedness.line"
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                ("sent_on", models.DateField()),
                ("sent_by_name", models.CharField(max_length=120)),
                ("received", models.PositiveIntegerField(null=True)),
                ("received_on", models.DateField(null=True)),
                ("received_by", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-sent_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Posted",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("where", models.CharField(max_length=200)),
                ("posted_on", models.DateField()),
                ("posted_by_name", models.CharField(max_length=120)),
                ("down_on", models.DateField(null=True)),
                ("down_by_name", models.CharField(blank=True, max_length=120)),
                (
                    "sending",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posted", to="preparedness.sending"
                    ),
                ),
            ],
            options={
                "ordering": ("posted_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="SituationReport",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("as_of", models.DateTimeField()),
                ("says", models.CharField(max_length=2000)),
                ("needs", models.CharField(blank=True, max_length=1000)),
                ("held", models.PositiveIntegerField(null=True)),
                ("affected", models.PositiveIntegerField(null=True)),
                ("injured", models.PositiveIntegerField(null=True)),
                ("ill", models.PositiveIntegerField(null=True)),
                ("died", models.PositiveIntegerField(null=True)),
                ("missing", models.PositiveIntegerField(null=True)),
                ("moved", models.PositiveIntegerField(null=True)),
                ("next_at", models.DateTimeField(null=True)),
                ("frozen", models.JSONField(default=dict)),
                ("issued_by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "emergency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="preparedness.emergency"
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="Spending",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                ("on", models.DateField()),
                ("paid_to", models.CharField(max_length=160)),
                ("what", models.CharField(max_length=300)),
                ("no_receipt", models.CharField(blank=True, max_length=300)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "receipt",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spendings", to="preparedness.request"
                    ),
                ),
            ],
            options={
                "ordering": ("on", "id"),
            },
        ),
        migrations.CreateModel(
            name="Store",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("kept_by", models.CharField(max_length=120)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("closed_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("place__name", "name", "id"),
            },
        ),
        migrations.AddField(
            model_name="item",
            name="store",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="preparedness.store"
            ),
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("ur", "Urdu"),
                            ("en", "English"),
                            ("pa", "Punjabi"),
                            ("sd", "Sindhi"),
                            ("ps", "Pashto"),
                            ("bal", "Balochi"),
                            ("skr", "Saraiki"),
                            ("brh", "Brahui"),
                            ("hno", "Hindko"),
                            ("fa", "Persian or Dari"),
                        ],
                        max_length=4,
                    ),
                ),
                ("translated_by", models.CharField(blank=True, max_length=120)),
                ("checked_by", models.CharField(blank=True, max_length=120)),
                ("checked_on", models.DateField(null=True)),
                ("made_by_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "material",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="preparedness.material"
                    ),
                ),
            ],
            options={
                "ordering": ("language", "id"),
            },
        ),
        migrations.AddField(
            model_name="sending",
            name="text",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="sendings", to="preparedness.text"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergency",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")), fields=("place", "hazard"), name="preparedness_open_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencystep",
            constraint=models.UniqueConstraint(fields=("emergency", "order"), name="preparedness_live_step_once"),
        ),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__gte", 0)), name="preparedness_never_below_nothing"
            ),
        ),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.UniqueConstraint(fields=("item", "mark", "expires_on"), name="preparedness_lot_once"),
        ),
        migrations.AddConstraint(
            model_name="lot",
            constraint=models.UniqueConstraint(
                condition=models.Q(("expires_on", None)), fields=("item", "mark"), name="preparedness_undated_lot_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(fields=("source", "source_id"), name="preparedness_offered_once"),
        ),
        migrations.AddConstraint(
            model_name="situationreport",
            constraint=models.UniqueConstraint(fields=("emergency", "number"), name="preparedness_report_once"),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="preparedness_spent_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("receipt__isnull", False), models.Q(("no_receipt", ""), _negated=True), _connector="OR"
                ),
                name="preparedness_receipt_or_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("store", "name"), name="preparedness_item_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="text",
            constraint=models.UniqueConstraint(fields=("material", "language"), name="preparedness_language_once"),
        ),
        *walls_of_emergencies(),
    ]
