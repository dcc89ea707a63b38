"""Addresses of how a circle does."""

from django.urls import path

from kring.web.vitality.views import checks, vitality

urlpatterns = [
    path("circles/<uuid:circle>/vitality/", vitality.vitality, name="vitality"),
    path("circles/<uuid:circle>/vitality/facts/", vitality.facts, name="vitality-facts"),
    path("circles/<uuid:circle>/checks/", checks.checks, name="checks"),
    path("circles/<uuid:circle>/checks/<uuid:round_id>/", checks.check, name="check"),
    path("circles/<uuid:circle>/checks/<uuid:round_id>/sheets/", checks.sheets, name="check-sheets"),
    path("circles/<uuid:circle>/checks/<uuid:round_id>/closing/", checks.closing, name="check-closing"),
]
