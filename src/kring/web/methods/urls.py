"""Addresses of the library. A method is never called by a word that stands here."""

from django.urls import path

from kring.web.methods.views import library, own

urlpatterns = [
    path("methods/", library.methods, name="methods"),
    path("methods/compare/", library.compare, name="compare"),
    path("methods/booklet/", library.booklet, name="booklet"),
    path("methods/question/", library.question, name="question"),
    path("methods/advice/", library.advice, name="advice"),
    path("methods/own/", own.own, name="own"),
    path("methods/own/edit/", own.edit, name="own-edit"),
    path("methods/own/print/", own.paper, name="own-print"),
    path("methods/own/check/", own.check, name="own-check"),
    path("methods/own/walk/", own.walk, name="own-walk"),
    path("methods/own/sheets/", own.sheets, name="own-sheets"),
    path("methods/<slug:id>/", library.method, name="method"),
    path("methods/<slug:id>/print/", library.sheets, name="sheets"),
    path("methods/<slug:id>/file/", library.file, name="method-file"),
]
