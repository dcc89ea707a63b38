"""Addresses of meetings."""

from django.urls import path

from kring.web.meetings.views import meetings

urlpatterns = [
    path("begin/", meetings.begin, name="begin"),
    path("begin/agenda/", meetings.agenda, name="agenda"),
    path("m/<uuid:meeting>/", meetings.room, name="room"),
    path("m/<uuid:meeting>/wall/", meetings.wall, name="wall"),
    path("m/<uuid:meeting>/closing/", meetings.closing, name="closing"),
    path("m/<uuid:meeting>/going-on/", meetings.going_on, name="going-on"),
    path("m/<uuid:meeting>/deletion/", meetings.deletion, name="deletion"),
]
