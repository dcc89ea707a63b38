"""Addresses of organisers, programmes and clients."""

from django.urls import path

from kring.web.programmes.views import organisation, programme

urlpatterns = [
    path("organisations/<uuid:organisation>/", organisation.organisation, name="organisation"),
    path("programmes/<uuid:programme>/", programme.programme, name="programme"),
]
