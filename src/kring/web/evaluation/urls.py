"""Addresses of evaluations."""

from django.urls import path

from kring.web.evaluation import views

_OF = "programmes/<uuid:programme>/"

urlpatterns = [
    path(f"{_OF}evaluation/", views.evaluation, name="evaluation"),
    path(f"{_OF}evaluation/closing/", views.closing, name="close-evaluation"),
    path(f"{_OF}evaluation/<uuid:evaluation>/", views.outcome, name="evaluation-outcome"),
    path(f"{_OF}mine/evaluation/", views.mine, name="my-evaluation"),
]
