"""Addresses of intentions."""

from django.urls import path

from kring.web.intentions import views

urlpatterns = [
    path("circles/<uuid:circle>/intentions/", views.intentions, name="intentions"),
    path("circles/<uuid:circle>/intentions/<uuid:item>/reminder/", views.reminder, name="reminder"),
]
