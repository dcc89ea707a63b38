"""What somebody in a role hears, without leaving anything behind."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.db import connection, transaction
from django.urls import get_resolver, reverse

from kring.web.people.models import Person
from tests.web.access.table import JSON, SIGN_IN, Answer, Row
from tests.web.access.world import World

WRITES = ("INSERT", "UPDATE", "DELETE")


@dataclass
class Heard:
    """
    An answer.

    Attributes:
        changed: Statements that wrote something, but for those about a sign-in; all of it is rolled back.
        signed_in: Whoever was signed in by asking.
    """

    answer: Answer = 0
    text: str = ""
    changed: list[str] = field(default_factory=list)
    signed_in: list[Person] = field(default_factory=list)


def ask(world: World, role: str, row: Row) -> Heard:
    """Ask once."""
    heard, browser = Heard(), world.browsers[role]
    kept = deepcopy(browser.cookies)
    cache.clear()  # bounds on how often something may be tried are kept there
    with transaction.atomic(), connection.execute_wrapper(noting(heard.changed)), sign_ins(heard.signed_in):
        sent = row.sent(world, role) if callable(row.sent) else row.sent
        address = address_of(world, row)
        if row.kind == JSON:
            response = browser.generic(row.method, address, json.dumps(sent), JSON)
        else:
            response = getattr(browser, row.method.lower())(address, sent)
        transaction.set_rollback(True)
    browser.cookies = kept
    heard.answer = response.status_code
    if response.status_code == 302 and response.headers["Location"].startswith("/sign-in/"):
        heard.answer = SIGN_IN
    heard.text = b"".join(response).decode(errors="replace")
    return heard


def address_of(world: World, row: Row) -> str:
    """With what this world has in it."""
    address = reverse(row.name, kwargs={word: world.at[row.about.get(word, word)] for word in words_of(row)})
    return f"{address}?{row.query.format_map(world.at)}" if row.query else address


def words_of(row: Row) -> list[str]:
    """What its address is about, outermost first."""
    [(_path, words)] = get_resolver().reverse_dict.getlist(row.name)[0][0]
    return list(words)


def noting(changed: list[str]) -> Any:
    """Keep what writes."""

    def note(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        result = execute(sql, params, many, context)
        is_write = sql.startswith(WRITES) and "session" not in sql.split(maxsplit=3)[2]
        if is_write and context["cursor"].rowcount:
            changed.append(sql)
        return result

    return note


@contextmanager
def sign_ins(people: list[Person]) -> Iterator[None]:
    """Keep who is signed in."""

    def keep(user: Person, **_other: object) -> None:
        people.append(user)

    user_logged_in.connect(keep)
    yield
    user_logged_in.disconnect(keep)
