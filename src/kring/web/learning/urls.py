"""Addresses of learning goals and reflections, within a circle."""

from django.urls import path

from kring.web.learning import views

urlpatterns = [
    path("circles/<uuid:circle>/goals/", views.goals, name="goals"),
    path("circles/<uuid:circle>/goals/guide/", views.guide, name="goals-guide"),
    path("circles/<uuid:circle>/goals/<uuid:goal>/", views.goal, name="goal"),
    path("circles/<uuid:circle>/reflections/", views.reflections, name="reflections"),
]
