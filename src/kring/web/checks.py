"""What a host should know before the site runs: one sentence each, with what to do."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning as Caution, register

from kring.core.methods.published import faults_of_published
from kring.web.ui import assets


@register
def front_end_is_built(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Whether the scripts and styles are there."""
    if assets.MANIFEST.exists():
        return []
    return [
        Error(
            "The front end hasn't been built.",
            hint="Run `make frontend`, or install Kring with pip.",
            id="kring.E001",
        )
    ]


@register
def data_is_private(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Whether other users of the machine are kept out of the data."""
    if settings.DATA.stat().st_mode & 0o077 == 0:
        return []
    hint = f"Run `chmod 700 {settings.DATA}`."
    return [Caution("Other users of this machine can look into the data folder.", hint=hint, id="kring.W001")]


@register
def every_name_is_welcome(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Whether the site answers to any name at all."""
    if "*" not in settings.ALLOWED_HOSTS:
        return []
    hint = "Put the names of the site in KRING_HOSTS, separated by commas."
    return [Caution("The site answers to every name.", hint=hint, id="kring.W002")]


@register
def not_for_looking_in(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Whether error pages show the inside of the site."""
    if not settings.DEBUG:
        return []
    return [
        Caution("Error pages show the inside of the site.", hint="Leave KRING_DEBUG out.", id="kring.W003")
    ]


@register
def published_methods_are_whole(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Whether every method that was published here can be read."""
    files = sorted({fault.file for fault in faults_of_published(settings.PUBLISHED_METHODS)})
    if not files:
        return []
    hint = (
        f"Run `kring methods check {settings.PUBLISHED_METHODS}/*.yaml`, and publish the mended files again."
    )
    told = f"These methods have a fault and are left out of the library: {', '.join(files)}."
    return [Caution(told, hint=hint, id="kring.W004")]


@register
def sqlite_is_new_enough(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Whether SQLite keeps what was committed in WAL mode."""
    if sqlite3.sqlite_version_info >= (3, 37):
        return []
    hint = "Use a Python that comes with SQLite 3.37 or newer."
    return [Error(f"SQLite {sqlite3.sqlite_version} is too old.", hint=hint, id="kring.E002")]
