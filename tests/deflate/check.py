#!/usr/bin/env python3
"""Lets a client talk to the echo example through a relay that counts.

    check.py NAME ECHO CLIENT...

CLIENT is called with "client" and a URL, sends messages, compares what comes back, and prints how many
bytes the messages had. Fails unless, in each direction, less than half as many were on the wire.
"""
import re
import socket
import subprocess
import sys
import threading


def relay(listener, port, counts):
    """Carries bytes between who connects and PORT, and counts them: up, and down."""
    def carry(source, target, direction):
        while data := source.recv(1 << 16):
            counts[direction] += len(data)
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)

    def guarded(*arguments):
        try:
            carry(*arguments)
        except OSError:
            pass

    while True:
        client, _ = listener.accept()
        server = socket.create_connection(("127.0.0.1", port))
        for arguments in ((client, server, 0), (server, client, 1)):
            threading.Thread(target=guarded, args=arguments, daemon=True).start()


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    name, echo, *client = sys.argv[1:]
    for runtime in ("tokio", "smol"):
        server = subprocess.Popen(
            [echo, "127.0.0.1:0", "--deflate", "--runtime", runtime], stdout=subprocess.PIPE, text=True)
        try:
            port = int(re.search(r":(\d+)$", server.stdout.readline().strip()).group(1))
            listener = socket.create_server(("127.0.0.1", 0))
            counts = [0, 0]
            threading.Thread(target=relay, args=(listener, port, counts), daemon=True).start()
            url = "ws://127.0.0.1:%d" % listener.getsockname()[1]
            said = subprocess.run(
                [*client, "client", url], stdout=subprocess.PIPE, text=True, timeout=120, check=True)
            plain = int(said.stdout.strip().splitlines()[-1])
        finally:
            server.kill()
            server.wait()
        shares = [count / plain for count in counts]
        print("%s as client, %s: of %d bytes %.2f were sent, %.2f received" % (name, runtime, plain, *shares))
        if plain < 100_000 or max(shares) > 0.5:
            sys.exit("%s: not compressed" % name)


if __name__ == "__main__":
    main()
