"""ssh2-python in threads; runs under the interpreter of a virtual environment that has it."""

import base64

from fleet_client import PIECE, by_threads, connected, task, timed, whole
from ssh2.session import Session

given = task()
script = given.input


def ask(port: int) -> bool:
    pipe = connected(port)
    try:
        session = Session()
        session.handshake(pipe)
        if base64.b64encode(session.hostkey()[0]).decode() != given.host_keys[str(port)]:
            return False
        session.userauth_publickey_fromfile(given.user, given.key)
        channel = session.open_session()
        channel.execute(given.command)
        rest = script
        while rest:
            rest = rest[channel.write(rest)[1] :]
        return whole(lambda: channel.read(PIECE)[1], given.last)
    finally:
        pipe.close()


timed(lambda: by_threads(given, ask))
