"""Many hostile hosts in one process: ``python -m hostile.fleet SCENARIO...``.

Prints one line of JSON with port and public key of each; ``report`` on standard input brings one of what each was
given; the end of standard input ends it.
"""

import contextlib
import io
import json
import logging
import os
import resource
import socket
import sys
import threading

import paramiko
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hostile import rawhosts, sshhosts


def new_key():
    made = Ed25519PrivateKey.generate()
    text = made.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    return paramiko.Ed25519Key.from_private_key(io.StringIO(text.decode()))


class Harbour:
    """One scenario's port."""

    def __init__(self, scenario):
        self.scenario = scenario
        self.log = {"connections": 0}
        self.keys = (new_key(), new_key())
        self.kept = []
        if scenario == "tcp-refused":
            self.port, self.kept = rawhosts.closed()
        elif scenario == "tcp-black-hole":
            self.port, self.kept = rawhosts.black_hole()
        else:
            listener = socket.create_server(("127.0.0.1", 0), backlog=16)
            self.port = listener.getsockname()[1]
            self.log["listener"] = listener
            threading.Thread(target=self.accept, args=(listener,), daemon=True).start()

    def accept(self, listener):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                self.log["connections"] += 1
                threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with contextlib.suppress(Exception):
            if raw := rawhosts.RAW.get(self.scenario):
                raw(connection)
            else:
                sshhosts.serve(self.scenario, self.keys, connection, self.log)
        with contextlib.suppress(OSError):
            connection.close()

    def told(self):
        return {name: value for name, value in self.log.items() if name != "listener"}


def main():
    logging.getLogger("paramiko").addHandler(logging.NullHandler())
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    threading.excepthook = lambda _args: None  # a client that hangs up is what these hosts are for
    harbours = [Harbour(name) for name in sys.argv[1:]]
    say({one.scenario: {"port": one.port, "key": f"ssh-ed25519 {one.keys[0].get_base64()}"} for one in harbours})
    for line in sys.stdin:
        if line == "report\n":
            say({one.scenario: one.told() for one in harbours})
    os._exit(0)


def say(value):
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
