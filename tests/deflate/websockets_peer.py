"""PyPI's websockets as server or client: websockets_peer.py server PORT | client URL. See check.py."""
import asyncio
import json
import sys

from websockets.asyncio.server import serve
from websockets.sync.client import connect


def message(number):
    return json.dumps({
        "op": 1, "to": "/in-cse/base/ae-%d/container" % (number % 7), "fr": "Cae", "ty": 4,
        "rqi": "%x" % (number * 0x9E3779B1 & 0xFFFFFFFF), "pc": {"m2m:cin": {"con": str(number * 77 % 1000)}},
    })


async def echo(connection):
    async for received in connection:
        await connection.send(received)


async def server(port):
    async with serve(echo, "127.0.0.1", port) as listening:
        await listening.serve_forever()


def client(url):
    messages = [message(number) for number in range(500)]
    messages += ["\n".join(messages[begin:begin + 300]) for begin in range(20)]
    with connect(url, max_size=1 << 20) as connection:
        agreed = connection.response.headers.get("Sec-WebSocket-Extensions", "")
        assert "permessage-deflate" in agreed, agreed
        for text in messages:
            connection.send(text)
            assert connection.recv() == text
    print(sum(map(len, messages)))


role, where = sys.argv[1:]
if role == "server":
    asyncio.run(server(int(where)))
else:
    client(where)
