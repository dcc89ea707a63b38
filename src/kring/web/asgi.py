"""Where the server comes in: pages go to Django, sockets to the live rooms, which live and end with the server."""

from __future__ import annotations

import asyncio
import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.web.settings")

from django.conf import settings
from django.core.asgi import get_asgi_application

pages = get_asgi_application()

# The live rooms need Django to be set up.
from kring.web.circles.reminding import remind_often
from kring.web.live.alone import AlreadyServed, claim
from kring.web.live.consumer import Receive, Scope, converse
from kring.web.live.hub import Hub
from kring.web.live.line import Send


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """The whole site, as an ASGI application. The live rooms are kept in the server's own state."""
    if scope["type"] == "http":
        await pages(scope, receive, send)
    elif scope["type"] == "websocket":
        await converse(scope["state"]["hub"], scope, receive, send)
    elif scope["type"] == "lifespan":
        await live(scope["state"], receive, send)


async def live(state: dict[str, Any], receive: Receive, send: Send) -> None:
    """Open the live rooms when the server starts, and close them when it stops."""
    await receive()
    try:
        claimed = claim(settings.DATA)
    except AlreadyServed as served:
        await send({"type": "lifespan.startup.failed", "message": str(served)})
        return
    with claimed:
        hub = state["hub"] = Hub()
        hub.start()
        reminding = asyncio.create_task(remind_often())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        reminding.cancel()
        await hub.stop()
    await send({"type": "lifespan.shutdown.complete"})
