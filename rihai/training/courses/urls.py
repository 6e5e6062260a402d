"""The addresses of courses."""

from __future__ import annotations

from django.urls import URLPattern, path

from rihai.training.courses.views import courses, pool

urlpatterns: list[URLPattern] = [
    path("", courses.index, name="courses"),
    path("courses/new/", courses.new, name="course-new"),
    path("courses/<uuid:pk>/", courses.course, name="course"),
    path("courses/<uuid:pk>/edit/", courses.edit, name="course-edit"),
    path("courses/<uuid:pk>/keeper/", courses.keeper, name="course-keeper"),
    path("courses/<uuid:pk>/draft/", courses.draft, name="course-draft"),
    path("curricula/<uuid:pk>/", courses.curriculum, name="curriculum"),
    path("curricula/<uuid:pk>/edit/", courses.curriculum_edit, name="curriculum-edit"),
    path("curricula/<uuid:pk>/use/", courses.use, name="curriculum-use"),
    path("curricula/<uuid:pk>/module/", courses.module_new, name="module-new"),
    path("curricula/<uuid:pk>/material/", courses.material_new, name="material-new"),
    path("modules/<uuid:pk>/", courses.module_edit, name="module-edit"),
    path("modules/<uuid:pk>/remove/", courses.module_remove, name="module-remove"),
    path("topics/", pool.topics, name="topics"),
    path("topics/new/", pool.topic, name="topic-new"),
    path("topics/<uuid:pk>/", pool.topic, name="topic-edit"),
    path("ranks/new/", pool.rank, name="rank-new"),
    path("ranks/<uuid:pk>/", pool.rank, name="rank-edit"),
    path("mandatory/", pool.mandatory, name="mandatory"),
    path("mandatory/new/", pool.mandatory_new, name="mandatory-new"),
    path("mandatory/<uuid:pk>/end/", pool.mandatory_end, name="mandatory-end"),
    path("trainers/", pool.trainers, name="trainers"),
    path("trainers/new/", pool.trainer_edit, name="trainer-new"),
    path("trainers/<uuid:pk>/", pool.trainer, name="trainer"),
    path("trainers/<uuid:pk>/edit/", pool.trainer_edit, name="trainer-edit"),
    path("trainers/<uuid:pk>/qualification/", pool.qualification, name="qualification-new"),
]
