"""
The server's half of a vault key that lies on somebody's device; the other half is there. It stands in the session, so
that it can be released to a live session only, and goes when that ends.

Kept on one's own device it stays as long as the session. Where a browser ends the keys with every page it is carried
from page to page: not longer than twelve hours, nor than an hour without a page, after which the worker of other
browsers forgets as well.
"""

from datetime import datetime, timedelta

from django.contrib.sessions.backends.base import SessionBase

CARRIED_FOR = timedelta(hours=12)
IDLE_AFTER = timedelta(hours=1)  # as IDLE_AFTER_MS in frontend/vault/worker.ts
NOTED_AFTER = timedelta(minutes=5)  # so that not every page writes the session

SHARE, SINCE, USED = "share", "share_since", "share_used"


def put(session: SessionBase, share: str, *, passing: bool, now: datetime) -> None:
    """Keep the server's half: as long as the session, or while somebody goes from page to page."""
    drop(session)
    session[SHARE] = share
    if passing:
        session[SINCE] = session[USED] = now.isoformat()


def drop(session: SessionBase) -> None:
    """Let go of it."""
    for name in (SHARE, SINCE, USED):
        session.pop(name, None)


def released(session: SessionBase, now: datetime) -> str | None:
    """The half, if there is one and its time hasn't passed."""
    share: str | None = session.get(SHARE)
    if share is None or SINCE not in session:
        return share
    since, used = datetime.fromisoformat(session[SINCE]), datetime.fromisoformat(session[USED])
    if now - since > CARRIED_FOR or now - used > IDLE_AFTER:
        drop(session)
        return None
    if now - used > NOTED_AFTER:
        session[USED] = now.isoformat()
    return share
