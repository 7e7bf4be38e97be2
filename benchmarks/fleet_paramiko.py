"""Bare paramiko in threads, as fast as it is: connected first, the key read once, nothing asked of an agent."""

from fleet_client import PIECE, by_threads, connected, task, timed, whole
from paramiko import PKey, Transport

given = task()
key = PKey.from_path(given.key)
script = given.input


def ask(port: int) -> bool:
    wire = Transport(connected(port))
    try:
        wire.start_client(timeout=30)
        if wire.get_remote_server_key().get_base64() != given.host_keys[str(port)]:
            return False
        wire.auth_publickey(given.user, key)
        channel = wire.open_session(timeout=30)
        channel.exec_command(given.command)
        channel.sendall(script)
        return whole(lambda: channel.recv(PIECE), given.last)
    finally:
        wire.close()


timed(lambda: by_threads(given, ask))
