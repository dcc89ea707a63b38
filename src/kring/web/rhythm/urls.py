"""Addresses of turns and of the path, all of them below the circle's."""

from django.urls import path

from kring.web.rhythm.views import path as way, swaps, turns

urlpatterns = [
    path("circles/<uuid:circle>/turns/", turns.turns, name="turns"),
    path("circles/<uuid:circle>/turns/readiness/", turns.readiness, name="readiness"),
    path("circles/<uuid:circle>/turns/<uuid:date>/<slug:duty>/", turns.turn, name="turn"),
    path("circles/<uuid:circle>/turns/<uuid:date>/<slug:duty>/taking/", turns.taking, name="taking"),
    path("circles/<uuid:circle>/turns/<uuid:date>/choose_method/method/", turns.method, name="turn-method"),
    path("circles/<uuid:circle>/swaps/", swaps.swaps, name="swaps"),
    path("circles/<uuid:circle>/swaps/<int:swap>/answer/", swaps.answer, name="swap-answer"),
    path("circles/<uuid:circle>/swaps/<int:swap>/withdrawal/", swaps.withdrawal, name="swap-withdrawal"),
    path("circles/<uuid:circle>/path/", way.path, name="path"),
    path("circles/<uuid:circle>/path/beginning/", way.beginning, name="path-beginning"),
]
