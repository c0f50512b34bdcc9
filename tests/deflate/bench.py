#!/usr/bin/env python3
"""Puts echo servers beside each other over loopback, with compression (RFC 7692) and without.

    bench.py [--messages COUNT] [--connections COUNT] NAME COMMAND [NAME COMMAND]...

PORT in a COMMAND becomes the port. One client sends requests of 180 bytes to each server in turn, one at a time, and
compares what comes back. Then as many connections as wanted are opened to each and left idle after one message. Prints a
table in Markdown: the CPU time of the server for an echo, what left it for each byte of message, and what its process has
grown by for each idle connection. Ratios to the first server are in brackets.
"""
import argparse
import os
import shlex
import socket
import statistics
import subprocess
import time
import zlib

TAIL = b"\x00\x00\xff\xff"
ROUNDS = 5
WARMING = 20
MODES = {
    "with context takeover": "permessage-deflate; client_max_window_bits",
    "without": "permessage-deflate; server_no_context_takeover; client_no_context_takeover; client_max_window_bits",
    "not agreed": None,
}


def request(number):
    mixed = number * 0x9E3779B1 & 0xFFFFFFFF
    return (
        '{"op":1,"to":"/in-cse/base/ae-%d/container","fr":"Cae-%d","rqi":"%08x-%08x","rvi":"4","ty":4,'
        '"ot":"20260101T%06d,%06d","pc":{"m2m:cin":{"cnf":"text/plain:0","con":"%d.%d"}}}'
        % (number % 7, number % 3, mixed, mixed * 77 & 0xFFFFFFFF, number % 86400, mixed % 1000000,
           number * 77 % 100, number % 10)).encode()


class Server:
    def __init__(self, name, command):
        with socket.create_server(("127.0.0.1", 0)) as held:
            self.port = held.getsockname()[1]
        self.name = name
        arguments = shlex.split(command.replace("PORT", str(self.port)))
        self.process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def cpu(self):
        """Seconds that the process has used."""
        with open("/proc/%d/stat" % self.process.pid) as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self):
        with open("/proc/%d/statm" % self.process.pid) as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")

    def stop(self):
        self.process.kill()
        self.process.wait()


class Client:
    def __init__(self, server, mode):
        offer = MODES[mode]
        extension = "Sec-WebSocket-Extensions: %s\r\n" % offer if offer else ""
        self.socket = socket.create_connection(("127.0.0.1", server.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall((
            "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%s\r\n" % extension).encode())
        self.input = b""
        while b"\r\n\r\n" not in self.input:
            self.fill()
        head, _, self.input = self.input.partition(b"\r\n\r\n")
        agreed = head.decode().lower()
        if not agreed.startswith("http/1.1 101 ") or ("permessage-deflate" in agreed) != bool(offer):
            raise SystemExit("%s: %s" % (server.name, agreed))
        self.compresses = bool(offer)
        self.takes_over = "no_context_takeover" not in agreed
        self.compressor = self.decompressor = None

    def fill(self):
        received = self.socket.recv(1 << 16)
        if not received:
            raise SystemExit("the server has closed the connection")
        self.input += received

    def take(self, count):
        while len(self.input) < count:
            self.fill()
        taken, self.input = self.input[:count], self.input[count:]
        return taken

    def frame(self, message):
        first = 0x81
        if self.compresses:
            first = 0xC1
            if self.compressor is None or not self.takes_over:
                self.compressor = zlib.compressobj(6, zlib.DEFLATED, -12, 5)
            message = self.compressor.compress(message) + self.compressor.flush(zlib.Z_SYNC_FLUSH)
            message = message.removesuffix(TAIL)
        length = bytes([0x80 | len(message)])
        if len(message) > 125:
            length = bytes([0x80 | 126]) + len(message).to_bytes(2, "big")
        # A masking key of zeros changes nothing.
        return bytes([first]) + length + bytes(4) + message

    def answer(self):
        while True:
            first, second = self.take(2)
            length = int.from_bytes(self.take(2), "big") if second == 126 else second
            payload = self.take(length)
            if first != 0x89:
                return first, payload
            # A ping.
            self.socket.sendall(bytes([0x8A, 0x80 | length]) + bytes(4) + payload)

    def plain(self, first, payload):
        if not first & 0x40:
            return payload
        if self.decompressor is None or not self.takes_over:
            self.decompressor = zlib.decompressobj(-15)
        return self.decompressor.decompress(payload + TAIL)

    def exchange(self, messages):
        """Sends one after the other; how many bytes came back."""
        frames = [self.frame(message) for message in messages]
        answers = []
        begin = time.perf_counter()
        for frame in frames:
            self.socket.sendall(frame)
            answers.append(self.answer())
        elapsed = time.perf_counter() - begin
        for message, (first, payload) in zip(messages, answers):
            if self.plain(first, payload) != message:
                raise SystemExit("a message came back changed")
        return elapsed, sum(len(payload) for _, payload in answers)


def echoes(servers, mode, count):
    """For each server: CPU seconds and real seconds of an echo, and its bytes for each byte of message."""
    clients = [Client(server, mode) for server in servers]
    messages = [request(number) for number in range(count)]
    plain = sum(map(len, messages))
    results = [([], [], []) for _ in servers]
    for number in range(ROUNDS + 1):
        for server, client, result in zip(servers, clients, results):
            before = server.cpu()
            elapsed, received = client.exchange(messages)
            if number > 0:
                for figures, figure in zip(result, (
                        (server.cpu() - before) / count, elapsed / count, received / plain)):
                    figures.append(figure)
    for server in servers:
        server.stop()
    return [tuple(map(statistics.median, result)) for result in results]


def idle(server, mode, count):
    """Bytes by which the process grows for each connection that is idle after one message."""
    clients = []
    # What is made for the first ones counts for none.
    for number in range(WARMING + count):
        if number == WARMING:
            before = server.resident()
        client = Client(server, mode)
        client.exchange([request(number)])
        # What it needs itself is of no interest.
        client.compressor = client.decompressor = None
        clients.append(client)
    grown = (server.resident() - before) / count
    # The server goes before the connections do, or it would say much about that.
    server.stop()
    return grown


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--connections", type=int, default=1000)
    parser.add_argument("servers", nargs="+")
    arguments = parser.parse_args()
    pairs = list(zip(arguments.servers[::2], arguments.servers[1::2]))
    for mode in MODES:
        servers = [Server(name, command) for name, command in pairs]
        try:
            results = echoes(servers, mode, arguments.messages)
        finally:
            for server in servers:
                server.stop()
        grown = []
        for name, command in pairs:
            # Afresh, so that nothing is reused.
            server = Server(name, command)
            try:
                grown.append(idle(server, mode, arguments.connections))
            finally:
                server.stop()
        print("\n### Echo of requests of 180 bytes over loopback, compression: %s\n" % mode)
        print("| | server CPU, µs | real time, µs | sent / plain | KiB resident for each of %d idle connections |"
              % arguments.connections)
        print("|---|---:|---:|---:|---:|")
        for (name, _), (cpu, elapsed, ratio), bytes_grown in zip(pairs, results, grown):
            print("| %s | %.0f (%.1f×) | %.0f | %.3f | %.1f (%.1f×) |" % (
                name, cpu * 1e6, cpu / max(results[0][0], 1e-9), elapsed * 1e6, ratio,
                bytes_grown / 1024, bytes_grown / max(grown[0], 1)))


if __name__ == "__main__":
    main()
