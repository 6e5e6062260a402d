"""Keeps matters: teams, parties, papers, hearings, bail and money; with their walls."""

from __future__ import annotations

import django.core.validators
import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
import rihai.kit.sealed.index
from django.conf import settings
from django.db import migrations, models
from rihai.legal.matters.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [
        ("legal", "0001_response"),
        ("kit", "0002_append_only"),
        ("places", "0001_initial"),
        ("people", "0004_intake_walls"),
        ("accounts", "0003_roles_of_legal"),
    ]
    operations = [
        migrations.CreateModel(
            name="MatterYear",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("fetched_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ConflictCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("asked_at", models.DateTimeField()),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("go_on", "the matter may go on"), ("decline", "we do not act")],
                        max_length=8,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=400)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("asked_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ConflictHit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16)),
                ("lead", models.CharField(blank=True, max_length=160)),
                (
                    "here",
                    models.CharField(
                        choices=[
                            ("client", "our client"),
                            ("co_accused", "co-accused"),
                            ("complainant", "complainant"),
                            ("victim", "victim or heir"),
                            ("witness", "witness"),
                            ("other", "another party"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "there",
                    models.CharField(
                        choices=[
                            ("client", "our client"),
                            ("co_accused", "co-accused"),
                            ("complainant", "complainant"),
                            ("victim", "victim or heir"),
                            ("witness", "witness"),
                            ("other", "another party"),
                        ],
                        max_length=12,
                    ),
                ),
                ("by_number", models.BooleanField()),
                (
                    "check_row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hits", to="legal.conflictcheck"
                    ),
                ),
            ],
            options={
                "ordering": ("code", "id"),
            },
        ),
        migrations.CreateModel(
            name="Matter",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("counselling", "legal counselling"),
                            ("aid", "legal aid"),
                            ("strategic", "strategic litigation"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checking", "conflict to be decided"),
                            ("open", "open"),
                            ("closed", "closed"),
                            ("declined", "not taken"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("advice", "advice"),
                            ("investigation", "investigation"),
                            ("bail", "bail"),
                            ("trial", "trial"),
                            ("appeal", "appeal"),
                            ("after", "after judgment"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("delay", "delay of the trial (statutory bail)"),
                            ("bail", "bail on the merits"),
                            ("first_proviso", "woman, sick or under age (first proviso)"),
                            ("bond", "personal bond or lower surety"),
                            ("suspension", "suspension of sentence"),
                            ("sentence_over", "sentence over"),
                            ("money", "fine, diyat or compensation"),
                            ("remission", "remission or parole"),
                            ("defence", "defence at the trial"),
                            ("appeal", "appeal against judgment"),
                            ("family", "family or civil matter"),
                            ("rights", "rights inside the prison"),
                            ("other", "another ground"),
                        ],
                        max_length=14,
                    ),
                ),
                ("counsel", models.CharField(blank=True, max_length=120)),
                ("panel", models.CharField(blank=True, max_length=160)),
                ("court_name", models.CharField(blank=True, max_length=160)),
                ("number_in_court", models.CharField(blank=True, max_length=80)),
                ("note", models.TextField(blank=True, max_length=4000)),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("granted", "granted"),
                            ("partly", "granted in part"),
                            ("refused", "refused"),
                            ("settled", "settled between the parties"),
                            ("advised", "advice given"),
                            ("withdrawn", "withdrawn by the person"),
                            ("handed_over", "handed to other counsel"),
                            ("lost", "contact lost"),
                            ("conflict", "ended for a conflict"),
                        ],
                        max_length=12,
                    ),
                ),
                ("closing_reason", models.CharField(blank=True, max_length=400)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "court",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.AddField(
            model_name="conflictcheck",
            name="matter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="conflicts", to="legal.matter"
            ),
        ),
        migrations.CreateModel(
            name="MatterFile",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("kept_at", models.DateTimeField()),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="legal.matter"
                    ),
                ),
                (
                    "stored",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("client", "our client"),
                            ("co_accused", "co-accused"),
                            ("complainant", "complainant"),
                            ("victim", "victim or heir"),
                            ("witness", "witness"),
                            ("other", "another party"),
                        ],
                        max_length=12,
                    ),
                ),
                ("first_person_id", models.UUIDField(null=True)),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("name", rihai.kit.sealed.field.SealedText(null=True, seal="legal.party.name")),
                ("number", rihai.kit.sealed.field.SealedText(null=True, seal="legal.party.number")),
                (
                    "number_index",
                    rihai.kit.sealed.index.BlindIndex(normaliser="digits", of="number", seal="legal.party.number"),
                ),
                ("added_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="legal.matter"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("added_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="MoneyOrder",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("fine", "fine"),
                            ("diyat", "diyat"),
                            ("arsh", "arsh"),
                            ("daman", "daman"),
                            ("s544a", "compensation under section 544-A"),
                        ],
                        max_length=8,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                ("ordered_on", models.DateField()),
                ("default_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("default_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("default_from", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="money_orders", to="legal.matter"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="legal.party"),
                ),
            ],
            options={
                "ordering": ("ordered_on", "id"),
            },
        ),
        migrations.AddField(
            model_name="conflictcheck",
            name="party",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="legal.party"
            ),
        ),
        migrations.CreateModel(
            name="BailOrder",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("court_name", models.CharField(blank=True, max_length=160)),
                ("granted_on", models.DateField()),
                ("conditions", models.CharField(blank=True, max_length=400)),
                ("personal_bond", models.BooleanField(default=False)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ("sureties_needed", models.PositiveSmallIntegerField(default=1)),
                ("reduced_to", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ("reduced_on", models.DateField(blank=True, null=True)),
                ("nobody_stands", models.BooleanField(default=False)),
                ("furnished_on", models.DateField(blank=True, null=True)),
                ("sent_on", models.DateField(blank=True, null=True)),
                ("arrived_on", models.DateField(blank=True, null=True)),
                ("cancelled_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "court",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bail_orders", to="legal.matter"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="legal.party"),
                ),
            ],
            options={
                "ordering": ("granted_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="PartyKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BinaryField(db_index=True, max_length=16)),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="keys", to="legal.party"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                ("paid_on", models.DateField()),
                (
                    "paid_by",
                    models.CharField(
                        choices=[
                            ("person", "the person"),
                            ("family", "the family"),
                            ("donor", "a donor"),
                            ("fund", "a fund"),
                            ("bait_ul_mal", "Bait-ul-Mal or zakat"),
                            ("other", "somebody else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("payer", models.CharField(blank=True, max_length=160)),
                ("challan", models.CharField(blank=True, max_length=80)),
                ("made_at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="legal.matterfile"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="payments", to="legal.matter"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="payments", to="legal.moneyorder"
                    ),
                ),
            ],
            options={
                "ordering": ("paid_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="PublicFacts",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                ("says", models.TextField(max_length=2000)),
                ("court_name", models.CharField(blank=True, max_length=160)),
                ("filed_on", models.DateField(blank=True, null=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("result", models.CharField(blank=True, max_length=400)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="public_facts", to="legal.matter"
                    ),
                ),
            ],
            options={
                "ordering": ("-filed_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Surety",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", rihai.kit.sealed.field.SealedText(seal="legal.surety.name")),
                ("number", rihai.kit.sealed.field.SealedText(null=True, seal="legal.surety.number")),
                (
                    "number_index",
                    rihai.kit.sealed.index.BlindIndex(normaliser="digits", of="number", seal="legal.surety.number"),
                ),
                ("phone", rihai.kit.sealed.field.SealedText(null=True, seal="legal.surety.phone")),
                ("missing", models.CharField(blank=True, max_length=200)),
                ("verified_by", models.CharField(blank=True, max_length=120)),
                ("verified_on", models.DateField(blank=True, null=True)),
                ("furnished_on", models.DateField(blank=True, null=True)),
                ("refused_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sureties", to="legal.matter"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sureties", to="legal.bailorder"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="TimeEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField()),
                (
                    "minutes",
                    models.PositiveIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(1440)]),
                ),
                ("what", models.CharField(max_length=200)),
                ("cost", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ("cost_for", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="time_entries", to="legal.matter"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Vakalatnama",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("signed_on", models.DateField(blank=True, null=True)),
                (
                    "signed_how",
                    models.CharField(
                        blank=True, choices=[("signed", "signed"), ("thumb", "thumb-printed")], max_length=8
                    ),
                ),
                ("attested_on", models.DateField(blank=True, null=True)),
                ("attested_by", models.CharField(blank=True, max_length=120)),
                ("filed_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="legal.matterfile"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="vakalatnamas", to="legal.matter"
                    ),
                ),
                (
                    "party",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="vakalatnama", to="legal.party"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MatterHearing",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("court_name", models.CharField(blank=True, max_length=160)),
                ("listed_on", models.DateField()),
                ("listed_at", models.TimeField(blank=True, null=True)),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("remand", "remand"),
                            ("bail", "bail"),
                            ("charge", "framing of charge"),
                            ("evidence", "evidence"),
                            ("statement", "statement of the accused"),
                            ("arguments", "arguments"),
                            ("judgment", "judgment"),
                            ("appeal", "appeal"),
                            ("other", "another purpose"),
                        ],
                        max_length=12,
                    ),
                ),
                ("recorded_at", models.DateTimeField(null=True)),
                (
                    "produced",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "brought to court"),
                            ("link", "by video link"),
                            ("no", "not produced"),
                            ("not_needed", "need not appear"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "not_produced_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("escort", "no escort or vehicle"),
                            ("order", "no order of production reached the prison"),
                            ("ill", "ill"),
                            ("security", "security given as reason"),
                            ("elsewhere", "before another court"),
                            ("unknown", "nobody gave a reason"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("adjourned", "adjourned"),
                            ("heard", "heard, goes on"),
                            ("granted", "granted"),
                            ("refused", "refused"),
                            ("decided", "decided"),
                            ("vacated", "taken off the list"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "adjourned_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accused", "the accused or counsel for the accused"),
                            ("prosecution", "the prosecution or police"),
                            ("court", "the court"),
                            ("other", "somebody else"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "adjourned_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_produced", "the person was not produced"),
                            ("defence_absent", "defence counsel absent"),
                            ("defence_asked", "the defence asked for time"),
                            ("prosecutor_absent", "prosecutor absent"),
                            ("witness_absent", "witness did not come"),
                            ("record_missing", "police record or report not brought"),
                            ("judge_absent", "judge on leave or post vacant"),
                            ("not_reached", "the list was too long"),
                            ("strike", "strike of the bar"),
                            ("holiday", "holiday"),
                            ("file_elsewhere", "file before another court"),
                            ("other", "another reason"),
                        ],
                        max_length=20,
                    ),
                ),
                ("next_on", models.DateField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=400)),
                ("delay_view", models.BooleanField(null=True)),
                ("hardened_view", models.BooleanField(null=True)),
                ("grounds_view", models.BooleanField(null=True)),
                ("inquiry_view", models.BooleanField(null=True)),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "court",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "follows",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="followed_by",
                        to="legal.matterhearing",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hearings", to="legal.matter"
                    ),
                ),
            ],
            options={
                "ordering": ("listed_on", "listed_at", "id"),
                "indexes": [models.Index(fields=["listed_on", "matter"], name="legal_hearing_day")],
            },
        ),
        migrations.CreateModel(
            name="PaperNeeded",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("custody_certificate", "custody certificate"),
                            ("fir", "copy of the FIR"),
                            ("order_sheets", "certified order sheets"),
                            ("challan", "police report (challan)"),
                            ("judgment", "copy of the judgment"),
                            ("surety_papers", "surety’s documents"),
                            ("medical", "medical report"),
                            ("age", "proof of age"),
                            ("identity", "copy of the identity card"),
                            ("other", "another paper"),
                        ],
                        max_length=20,
                    ),
                ),
                ("asked_of", models.CharField(max_length=160)),
                ("asked_on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="legal.matterfile"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="legal.matter"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="legal.party",
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "asked_on", "id"),
                "indexes": [models.Index(fields=["matter", "done_on"], name="legal_paper_matter")],
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lead", "team lead"),
                            ("counsel", "counsel"),
                            ("paralegal", "paralegal"),
                            ("helps", "helps"),
                        ],
                        max_length=10,
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="team", to="legal.matter"
                    ),
                ),
            ],
            options={
                "ordering": ("started_at", "id"),
                "indexes": [models.Index(fields=["account", "matter"], name="legal_teammember_account")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("matter", "account"),
                        name="legal_teammember_once",
                    )
                ],
            },
        ),
        *walls(),
    ]
