"""Addresses that belong to no room."""

from django.urls import path

from kring.web.ui import views

urlpatterns = [
    path("", views.home, name="home"),
    path("language/", views.language, name="language"),
    path("static/<str:file>", views.static, name="static"),
]
