"""Addresses of the library. A method is never called `compare` or `booklet`."""

from django.urls import path

from kring.web.methods import views

urlpatterns = [
    path("methods/", views.methods, name="methods"),
    path("methods/compare/", views.compare, name="compare"),
    path("methods/booklet/", views.booklet, name="booklet"),
    path("methods/<slug:id>/", views.method, name="method"),
    path("methods/<slug:id>/print/", views.sheets, name="sheets"),
]
