"""Addresses of kick-offs."""

from django.urls import path

from kring.web.kickoff import views

_OF = "programmes/<uuid:programme>/"

urlpatterns = [
    path(f"{_OF}kick-off/", views.kick_off, name="kick-off"),
    path(f"{_OF}kick-off/telling/", views.telling, name="tell-of-kick-off"),
    path(f"{_OF}kick-off/room/", views.room, name="kick-off-room"),
    path(f"{_OF}mine/kick-off/", views.mine, name="my-kick-off"),
]
