"""The tables of campaigns, issues, reports, commitments, stories and publications, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.db import migrations, models

from rihai.advocacy.walls import walls_of_voice


class Migration(migrations.Migration):
    """The tables, then their walls."""

    initial = True

    dependencies = [
        ("accounts", "0019_roles_of_stories"),
        ("kit", "0002_append_only"),
        ("legal", "0006_public_facts"),
        ("people", "0008_lately"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Issue",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                ("problem", models.CharField(max_length=2000)),
                ("law", models.CharField(blank=True, max_length=300)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("studied", "being studied"),
                            ("asked", "asked of whoever decides"),
                            ("drafted", "a bill or order is drafted"),
                            ("before", "before a committee or assembly"),
                            ("decided", "decided, not yet in force"),
                            ("in_force", "in force"),
                            ("refused", "refused"),
                            ("dropped", "no longer followed"),
                        ],
                        default="studied",
                        max_length=8,
                    ),
                ),
                ("next_on", models.DateField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=1000)),
                ("contribution", models.CharField(blank=True, max_length=1000)),
                ("changed_on", models.DateField(null=True)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("title", "id"),
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("report", "report"),
                            ("brief", "policy brief"),
                            ("statement", "statement to the press"),
                            ("guide", "guide or handbook"),
                            ("film", "film or recording"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("embargo_at", models.DateTimeField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "in preparation"),
                            ("asked", "waiting to be signed off"),
                            ("signed", "signed off"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("prepared_by", models.UUIDField()),
                ("prepared_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("signed_by", models.UUIDField(null=True)),
                ("signed_by_name", models.CharField(blank=True, max_length=120)),
                ("signed_at", models.DateTimeField(null=True)),
                ("sent_back_why", models.CharField(blank=True, max_length=600)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                ("title", models.CharField(max_length=160)),
                ("called", models.CharField(blank=True, max_length=80)),
                ("says", models.TextField(max_length=6000)),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ur", "Urdu"),
                            ("sd", "Sindhi"),
                            ("ps", "Pashto"),
                            ("pa", "Punjabi"),
                            ("bal", "Balochi"),
                            ("other", "another language"),
                        ],
                        max_length=5,
                    ),
                ),
                ("told_on", models.DateField()),
                ("by", models.UUIDField()),
                ("by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                ("aim", models.CharField(max_length=600)),
                ("audience", models.CharField(max_length=300)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=1000)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={
                "ordering": ("-started_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Commitment",
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
                        choices=[("promised", "commitment"), ("recommended", "recommendation")], max_length=11
                    ),
                ),
                ("says", models.CharField(max_length=2000)),
                ("who", models.CharField(max_length=200)),
                ("made_on", models.DateField()),
                ("source", models.CharField(max_length=300)),
                (
                    "body",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upr", "Universal Periodic Review"),
                            ("cat", "Committee against Torture"),
                            ("hrc", "Human Rights Committee"),
                            ("cescr", "Committee on Economic, Social and Cultural Rights"),
                            ("cedaw", "Committee on the Elimination of Discrimination against Women"),
                            ("crc", "Committee on the Rights of the Child"),
                            ("crpd", "Committee on the Rights of Persons with Disabilities"),
                            ("cerd", "Committee on the Elimination of Racial Discrimination"),
                            ("special", "special procedures of the Human Rights Council"),
                            ("national", "national or provincial commission"),
                            ("other", "another body"),
                        ],
                        max_length=10,
                    ),
                ),
                ("session", models.CharField(blank=True, max_length=80)),
                ("paragraph", models.CharField(blank=True, max_length=30)),
                ("topic", models.CharField(blank=True, max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("partly", "kept in part"),
                            ("kept", "kept"),
                            ("broken", "broken"),
                            ("dropped", "followed no more"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "campaign",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="advocacy.campaign",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="advocacy.issue",
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="CommitmentStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("partly", "kept in part"),
                            ("kept", "kept"),
                            ("broken", "broken"),
                            ("dropped", "followed no more"),
                        ],
                        max_length=8,
                    ),
                ),
                ("due_on", models.DateField(null=True)),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="advocacy.commitment"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="IssueStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("evidence", "evidence"),
                            ("submission", "submission"),
                            ("meeting", "meeting"),
                            ("stage", "another stage"),
                            ("outcome", "what came of it"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("studied", "being studied"),
                            ("asked", "asked of whoever decides"),
                            ("drafted", "a bill or order is drafted"),
                            ("before", "before a committee or assembly"),
                            ("decided", "decided, not yet in force"),
                            ("in_force", "in force"),
                            ("refused", "refused"),
                            ("dropped", "no longer followed"),
                        ],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField()),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("who", models.CharField(blank=True, max_length=200)),
                ("link", models.URLField(blank=True, max_length=500)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="advocacy.issue"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-at"),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("poster", "poster"),
                            ("leaflet", "leaflet"),
                            ("recording", "recording"),
                            ("slides", "slides or talking points"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ur", "Urdu"),
                            ("sd", "Sindhi"),
                            ("ps", "Pashto"),
                            ("pa", "Punjabi"),
                            ("bal", "Balochi"),
                            ("other", "another language"),
                        ],
                        max_length=5,
                    ),
                ),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="materials", to="advocacy.campaign"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="MediaItem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("outlet", models.CharField(max_length=160)),
                ("on", models.DateField()),
                ("title", models.CharField(max_length=200)),
                ("link", models.URLField(blank=True, max_length=500)),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ur", "Urdu"),
                            ("sd", "Sindhi"),
                            ("ps", "Pashto"),
                            ("pa", "Punjabi"),
                            ("bal", "Balochi"),
                            ("other", "another language"),
                        ],
                        max_length=5,
                    ),
                ),
                (
                    "tone",
                    models.CharField(
                        choices=[("for", "for it"), ("neutral", "neutral"), ("against", "against it")], max_length=8
                    ),
                ),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="media", to="advocacy.campaign"
                    ),
                ),
                (
                    "clipping",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="PublicationFile",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ur", "Urdu"),
                            ("sd", "Sindhi"),
                            ("ps", "Pashto"),
                            ("pa", "Punjabi"),
                            ("bal", "Balochi"),
                            ("other", "another language"),
                        ],
                        max_length=5,
                    ),
                ),
                ("by", models.UUIDField()),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="advocacy.publication"
                    ),
                ),
            ],
            options={
                "ordering": ("language", "at"),
            },
        ),
        migrations.CreateModel(
            name="PublicationNote",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("sent", "sent"), ("correction", "correction"), ("withdrawn", "withdrawn")],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("who", models.CharField(blank=True, max_length=300)),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="advocacy.publication"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-at"),
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("upr", "Universal Periodic Review"),
                            ("cat", "Committee against Torture"),
                            ("hrc", "Human Rights Committee"),
                            ("cescr", "Committee on Economic, Social and Cultural Rights"),
                            ("cedaw", "Committee on the Elimination of Discrimination against Women"),
                            ("crc", "Committee on the Rights of the Child"),
                            ("crpd", "Committee on the Rights of Persons with Disabilities"),
                            ("cerd", "Committee on the Elimination of Racial Discrimination"),
                            ("special", "special procedures of the Human Rights Council"),
                            ("national", "national or provincial commission"),
                            ("other", "another body"),
                        ],
                        max_length=10,
                    ),
                ),
                ("session", models.CharField(max_length=80)),
                ("session_on", models.DateField(null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shadow", "alternative report"),
                            ("joint", "joint submission with others"),
                            ("issues", "questions for a list of issues"),
                            ("letter", "letter or urgent appeal"),
                            ("statement", "statement made aloud"),
                            ("follow", "follow-up on recommendations"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("says", models.CharField(blank=True, max_length=2000)),
                ("with_whom", models.CharField(blank=True, max_length=300)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("-due_on", "-id"),
            },
        ),
        migrations.AddField(
            model_name="commitment",
            name="report",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recommendations",
                to="advocacy.report",
            ),
        ),
        migrations.CreateModel(
            name="StoryConsent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("report", "a printed report or book"),
                            ("donor", "a report to a donor"),
                            ("website", "our website"),
                            ("social", "social media"),
                            ("press", "newspapers"),
                            ("broadcast", "radio or television"),
                            ("event", "an event or exhibition"),
                            ("body", "a report to an international body"),
                            ("training", "training of officers"),
                        ],
                        max_length=10,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=300)),
                ("given_how", models.CharField(max_length=160)),
                ("read_on", models.DateField()),
                ("witness", models.CharField(blank=True, max_length=160)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField()),
                ("is_named", models.BooleanField(default=False)),
                ("of_version", models.PositiveIntegerField()),
                ("consent_id", models.UUIDField(db_index=True, null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="advocacy.story"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="StoryPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first_person", models.UUIDField(null=True)),
                ("name", rihai.kit.sealed.field.SealedText(null=True, seal="advocacy.story.name")),
                ("contact", rihai.kit.sealed.field.SealedText(null=True, seal="advocacy.story.contact")),
                ("is_child", models.BooleanField(default=False)),
                ("is_survivor", models.BooleanField(default=False)),
                ("kept_by", models.UUIDField()),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="whose", to="advocacy.story"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StoryPicture",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("says", models.CharField(max_length=200)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pictures", to="advocacy.story"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="StoryUse",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("place", models.CharField(max_length=200)),
                ("link", models.URLField(blank=True, max_length=500)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("shown", "in use"),
                            ("down", "taken down"),
                            ("cancelled", "not used"),
                        ],
                        default="planned",
                        max_length=9,
                    ),
                ),
                ("shown_on", models.DateField(null=True)),
                ("why", models.CharField(blank=True, max_length=400)),
                ("needs_decision", models.BooleanField(default=False)),
                ("owner_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="advocacy.storyconsent"
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stories",
                        to="advocacy.publication",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="uses", to="advocacy.story"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="RecognitionCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("of_version", models.PositiveIntegerField()),
                ("answers", models.JSONField(default=dict)),
                ("is_safe", models.BooleanField()),
                ("says", models.CharField(blank=True, max_length=600)),
                ("by", models.UUIDField()),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "use",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="checks", to="advocacy.storyuse"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="UseDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("of_version", models.PositiveIntegerField()),
                ("is_allowed", models.BooleanField()),
                ("reason", models.CharField(max_length=600)),
                ("by", models.UUIDField()),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "use",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="advocacy.storyuse"
                    ),
                ),
            ],
            options={
                "ordering": ("-at",),
            },
        ),
        migrations.CreateModel(
            name="CampaignEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "meeting or seminar"),
                            ("public", "public gathering or walk"),
                            ("press", "press conference"),
                            ("broadcast", "radio or television programme"),
                            ("online", "online or social media"),
                            ("print", "printed matter handed out"),
                            ("visit", "visit to a decision maker"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("audience", models.CharField(blank=True, max_length=200)),
                ("reach", models.PositiveIntegerField(null=True)),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("counted", "counted one by one"),
                            ("estimated", "estimated"),
                            ("at_least", "at least so many"),
                        ],
                        max_length=9,
                    ),
                ),
                ("how", models.CharField(blank=True, max_length=300)),
                ("counted_by", models.CharField(blank=True, max_length=160)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="events", to="advocacy.campaign"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("method", ""), ("reach", None)),
                            models.Q(
                                ("reach__isnull", False),
                                models.Q(("method", ""), _negated=True),
                                models.Q(("how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="advocacy_reach_has_method",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IssueCase",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("says", models.CharField(blank=True, max_length=400)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "facts",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="legal.publicfacts"
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cases", to="advocacy.issue"
                    ),
                ),
            ],
            options={
                "ordering": ("at",),
                "constraints": [models.UniqueConstraint(fields=("issue", "facts"), name="advocacy_case_once")],
            },
        ),
        migrations.CreateModel(
            name="IssueFigure",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("measure", models.CharField(max_length=80)),
                ("first", models.DateField()),
                ("end", models.DateField()),
                ("number", models.PositiveIntegerField(null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="figures", to="advocacy.issue"
                    ),
                ),
            ],
            options={
                "ordering": ("measure", "first"),
                "constraints": [
                    models.UniqueConstraint(fields=("issue", "measure", "first"), name="advocacy_figure_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="IssueTrial",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("trial_id", models.UUIDField()),
                ("pack", models.CharField(max_length=40)),
                ("pack_version", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=32)),
                ("against", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("census_on", models.DateField(null=True)),
                ("people", models.PositiveIntegerField(null=True)),
                ("rows", models.JSONField(default=list)),
                ("release", models.JSONField(default=dict)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="trials", to="advocacy.issue"
                    ),
                ),
            ],
            options={
                "ordering": ("-at",),
                "constraints": [models.UniqueConstraint(fields=("issue", "trial_id"), name="advocacy_trial_once")],
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("says", models.CharField(max_length=4000)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="positions", to="advocacy.issue"
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
                "constraints": [models.UniqueConstraint(fields=("issue", "number"), name="advocacy_position_once")],
            },
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(fields=["kind", "state", "due_on"], name="advocacy_commitment_due"),
        ),
        migrations.AddConstraint(
            model_name="recognitioncheck",
            constraint=models.UniqueConstraint(fields=("use", "of_version", "by"), name="advocacy_checked_once"),
        ),
        *walls_of_voice(),
    ]
