"""Addresses of the four walls, below a meeting's own."""

from django.urls import path

from kring.web.vault import views

urlpatterns = [
    path("m/<uuid:meeting>/door/", views.door, name="door"),
    path("m/<uuid:meeting>/keys/", views.keys, name="keys"),
    path("m/<uuid:meeting>/epochs/", views.epochs, name="epochs"),
    path("m/<uuid:meeting>/grants/", views.grants, name="grants"),
    path("m/<uuid:meeting>/share/", views.share, name="share"),
]
