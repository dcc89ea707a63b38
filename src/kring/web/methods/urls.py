"""Addresses of the library. A method is never called by a word that stands here."""

from django.urls import path

from kring.web.methods import views

urlpatterns = [
    path("methods/", views.methods, name="methods"),
    path("methods/compare/", views.compare, name="compare"),
    path("methods/booklet/", views.booklet, name="booklet"),
    path("methods/question/", views.question, name="question"),
    path("methods/advice/", views.advice, name="advice"),
    path("methods/<slug:id>/", views.method, name="method"),
    path("methods/<slug:id>/print/", views.sheets, name="sheets"),
]
