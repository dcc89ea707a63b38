"""
The least that a server of live rooms could do, to compare Kring's with.

The `websockets` library as it is: read the JSON, number it, write it once, send it to everybody in the room.
Nothing is checked, stored or kept from anyone. Its garbage collector is tuned like that of Kring's server, because
that alone would decide the slowest deliveries. `python -m kring.bench.baseline` prints the port it took.
"""

from __future__ import annotations

import gc
import json
from collections import defaultdict

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

from kring.bench import event_loop

_rooms: dict[str, set[ServerConnection]] = defaultdict(set)
_numbers: dict[str, int] = defaultdict(int)


async def listen(line: ServerConnection) -> None:
    """Pass on everything that somebody says to everybody in the room."""
    assert line.request is not None  # it is there once the handshake is over
    room = line.request.path
    _rooms[room].add(line)
    try:
        async for message in line:
            command = json.loads(message)
            _numbers[room] += 1
            event = {"number": _numbers[room], "event": "contributed", "text": command["text"]}
            broadcast(_rooms[room], json.dumps({"events": [event]}, separators=(",", ":")))
    except ConnectionClosed:
        pass  # everybody was sent home
    finally:
        _rooms[room].discard(line)


async def main() -> None:
    """Serve on a free port until the process is ended."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)
    async with serve(listen, "127.0.0.1", 0, compression=None, ping_interval=None, backlog=4096) as server:
        print(next(iter(server.sockets)).getsockname()[1], flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    event_loop.run(main())
