"""Addresses of cases, within their circle."""

from django.urls import path

from kring.web.cases import views

urlpatterns = [
    path("circles/<uuid:circle>/cases/", views.cases, name="cases"),
    path("circles/<uuid:circle>/cases/new/", views.writing, name="new-case"),
    path("circles/<uuid:circle>/cases/<uuid:case>/", views.writing, name="case"),
]
