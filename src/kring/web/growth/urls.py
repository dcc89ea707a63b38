"""Addresses of the exercises."""

from django.urls import path

from kring.web.growth import views

urlpatterns = [
    path("exercises/", views.exercises, name="exercises"),
    path("exercises/<slug:id>/", views.exercise, name="exercise"),
    path("exercises/<slug:id>/print/", views.sheet, name="exercise_sheet"),
]
