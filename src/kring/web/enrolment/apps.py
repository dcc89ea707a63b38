"""Enrolment, as a Django application."""

from django.apps import AppConfig


class EnrolmentConfig(AppConfig):
    """People in by table, form or link."""

    name = "kring.web.enrolment"
