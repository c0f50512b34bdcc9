"""Sends one message of 1 000 000 bytes to a CSE, with aiohttp and with websocket-client: `peers.py PORT`."""

import asyncio
import json
import sys

import aiohttp
import websocket

URL = f"ws://127.0.0.1:{sys.argv[1]}/"
LENGTH = 1_000_000


def requests(name):
    """Registration, a container, and an instance whose message has that length."""
    request = {"op": 1, "fr": name, "rvi": "3"}
    ae = {"m2m:ae": {"api": "Ntest", "rr": True, "srv": ["3"]}}
    yield json.dumps(request | {"rqi": "1", "to": "cse-in", "ty": 2, "pc": ae})
    yield json.dumps(request | {"rqi": "2", "to": f"cse-in/{name}", "ty": 3, "pc": {"m2m:cnt": {"rn": "c"}}})
    instance = request | {"rqi": "3", "to": f"cse-in/{name}/c", "ty": 4, "pc": {"m2m:cin": {"con": ""}}}
    instance["pc"]["m2m:cin"]["con"] = "x" * (LENGTH - len(json.dumps(instance)))
    yield json.dumps(instance)


def check(name, sent, received):
    response = json.loads(received)
    assert response["rsc"] == 2001, response
    if len(sent) == LENGTH:
        print(f"   {name}: {len(sent)} bytes, answered with {len(received)}")


async def with_aiohttp():
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(URL, protocols=["oneM2M.json"]) as socket:
            for request in requests("Caiohttp"):
                await socket.send_str(request)
                check(f"aiohttp {aiohttp.__version__}", request, await socket.receive_str(timeout=60))


def with_websocket_client():
    socket = websocket.create_connection(URL, subprotocols=["oneM2M.json"], timeout=60)
    for request in requests("Cclient"):
        socket.send(request)
        check(f"websocket-client {websocket.__version__}", request, socket.recv())
    socket.close()


asyncio.run(with_aiohttp())
with_websocket_client()
