"""One shell's channel: a real shell whose answers can be spoilt on their way, or a host that only pretends."""

import contextlib
import os
import re
import subprocess
import threading
import time

import paramiko
from hostile import server
from hostile.rawhosts import LONG

MARK = "BARTIZAN_TEST_HOST"  # in the environment of every shell, so that what is left of it is found


def message(number, *fields):
    """A message of strings, numbers (int) and flags (bool)."""
    made = paramiko.Message()
    made.add_byte(number)
    for field in fields:
        if isinstance(field, bool):
            made.add_boolean(field)
        elif isinstance(field, int):
            made.add_int(field)
        else:
            made.add_string(field)
    return made


class Play(server.Player):
    """One shell; methods named after the scenario say what is special (``_`` for ``-``)."""

    def __init__(self, channel, transport, scenario, log):
        super().__init__(channel, transport)
        self.scenario = scenario
        self.log = log
        self.script = b""

    def run(self):
        with contextlib.suppress(Exception):
            name = self.scenario.replace("-", "_")
            if early := getattr(self, f"early_{name}", None):
                early()
                return
            self.script, self.nonce = server.script_of(self.channel)
            spoil = getattr(self, f"spoil_{name}", None)
            host = getattr(self, f"host_{name}", None)
            late = getattr(self, f"late_{name}", None)
            if spoil:
                self.tell(*spoil(*self.captured()))
            elif host:
                host()
            elif late:
                late()
            else:
                self.shell()
        with contextlib.suppress(Exception):
            self.channel.close()

    # --- a real shell ------------------------------------------------------------------------------------------------

    def popen(self, words=("/bin/sh", "-s"), **environment):
        return subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env={"PATH": "/usr/bin:/bin", "HOME": "/", MARK: self.scenario, **environment},
        )

    def shell(self, words=("/bin/sh", "-s"), out=None, err=None, close=True, before=b"", **environment):
        """Run the script as an honest sshd would; ``out`` and ``err`` may alter what comes on the streams."""
        process = self.process = self.popen(words, **environment)
        send = out or self.channel.sendall

        def copy(stream, take):
            with contextlib.suppress(Exception):
                while data := os.read(stream.fileno(), 32768):
                    take(data)

        def feed():
            with contextlib.suppress(Exception):
                process.stdin.write(self.script)
                process.stdin.flush()
                while data := self.channel.recv(65536):
                    process.stdin.write(data)
                    process.stdin.flush()
            with contextlib.suppress(Exception):
                process.stdin.close()

        threads = [
            threading.Thread(target=feed, daemon=True),
            threading.Thread(target=copy, args=(process.stderr, err or self.channel.sendall_stderr), daemon=True),
        ]
        if before:
            self.channel.sendall(before)
            self.channel.sendall_stderr(before)
        for thread in threads:
            thread.start()
        copy(process.stdout, send)
        threads[1].join()
        process.wait()
        if close:
            self.channel.send_exit_status(0)
            self.channel.close()

    def captured(self):
        """Both streams of an honest run, as a whole."""
        process = self.popen()
        process.stdin.write(self.script)
        process.stdin.flush()
        kept = {}

        def take(name, stream):
            kept[name] = stream.read()

        errors = threading.Thread(target=take, args=("err", process.stderr), daemon=True)
        errors.start()
        take("out", process.stdout)
        errors.join()
        process.stdin.close()
        process.wait()
        return kept["out"], kept["err"]

    def tell(self, out, err):
        """Say this, and nothing more until the client goes."""
        self.channel.sendall_stderr(err)
        self.channel.sendall(out)
        with contextlib.suppress(Exception):
            self.channel.settimeout(LONG)
            while self.channel.recv(4096):
                pass

    def cut_after(self, frames, act):
        """An honest shell whose connection suffers after so many frames."""
        needle = re.compile(rb"\n" + self.nonce + rb" E \d+\n")
        seen, said = bytearray(), bytearray()
        done = []

        def err(data):
            said.extend(data)
            self.channel.sendall_stderr(data)

        def out(data):
            if done:
                return
            seen.extend(data)
            ends = list(needle.finditer(seen))
            if len(ends) < frames:
                self.channel.sendall(data)
                return
            rest = ends[frames - 1].end() - (len(seen) - len(data))
            self.channel.sendall(data[: max(0, rest)])
            done.append(True)
            end = time.monotonic() + 10
            while len(needle.findall(said)) < frames and time.monotonic() < end:
                time.sleep(0.05)
            time.sleep(0.5)  # so that what was said before has arrived
            act()

        self.shell(out=out, err=err, close=False)

    def begin_frames(self):
        self.channel.sendall(self.hello())
        self.both("B", 0)
