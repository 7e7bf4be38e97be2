"""What a host can do with the channel and beside it: floods, requests of its own, windows that are ignored."""

import contextlib
import threading
import time

import paramiko
from hostile.plays import Play, message
from hostile.rawhosts import LONG
from paramiko.common import cMSG_CHANNEL_DATA, cMSG_CHANNEL_EXTENDED_DATA, cMSG_GLOBAL_REQUEST

OFFERS = ("x11", "forwarded-tcpip", "auth-agent@openssh.com", "session")


class Floods(Play):
    """Too much of everything, or nothing at all; not so fast that it starves the machine that tests it."""

    def early_window_of_zero(self):
        """Reads nothing and never opens the window again."""
        time.sleep(LONG)

    def early_keepalive_only(self):
        with contextlib.suppress(Exception):
            while True:
                self.transport._send_message(message(cMSG_GLOBAL_REQUEST, "keepalive@openssh.com", True))
                time.sleep(0.3)

    def host_opens_channels_to_us(self):
        answers = self.log.setdefault("opened", {})
        for kind in OFFERS:
            try:
                where = ("127.0.0.1", 1) if kind in ("x11", "forwarded-tcpip") else None
                self.transport.open_channel(kind, where, where, timeout=5)
                answers[kind] = "opened"
            except paramiko.SSHException as error:
                answers[kind] = type(error).__name__
        self.shell()

    def host_channel_flood(self):
        def flood():
            with contextlib.suppress(Exception):
                for number in range(20_000):
                    self.transport._send_message(message(b"\x5a", "session", number, 1 << 20, 1 << 15))
                    if number % 50 == 0:
                        time.sleep(0.01)

        threading.Thread(target=flood, daemon=True).start()
        self.shell()

    def host_request_flood(self):
        def flood():
            with contextlib.suppress(Exception):
                for number in range(20_000):
                    self.transport._send_message(
                        message(cMSG_GLOBAL_REQUEST, "hostkeys-00@openssh.com", True, "x" * 99)
                    )
                    if number % 50 == 0:
                        time.sleep(0.01)

        threading.Thread(target=flood, daemon=True).start()
        self.shell()

    def host_prompt_after_the_login(self):
        """Asks for the password once more in the middle of the session, and says that the login worked again."""
        self.transport._send_message(message(b"\x3c", "", "", "", 1, "Password: ", False))
        self.transport._send_message(message(b"\x34"))
        self.transport._send_message(message(b"\x35", "\x1b[2JPassword: ", ""))
        self.shell()

    def host_window_grows_without_end(self):
        for _ in range(500):
            self.transport._send_message(message(b"\x5d", self.channel.remote_chanid, 0xFFFFFFFF))
        self.shell()

    def host_confirmed_twice(self):
        for packets in (0, 1, 0xFFFFFFFF):
            self.transport._send_message(
                message(b"\x5b", self.channel.remote_chanid, self.channel.chanid, 1 << 20, packets)
            )
        self.shell()

    def host_unknown_messages(self):
        for number in (3, 99, 100, 192, 255):
            self.transport._send_message(message(bytes([number]), self.channel.remote_chanid, "x" * 500))
        self.shell()

    def early_packets_for_other_channels(self):
        for number in (7, 4711, 0xFFFFFFFF):
            self.transport._send_message(message(cMSG_CHANNEL_DATA, number, "x" * 1000))
        time.sleep(LONG)

    def host_extended_data_flood(self):
        self.begin_frames()
        while True:
            self.channel.sendall_stderr(b"x" * 32768)
            time.sleep(0.002)

    def host_extended_data_of_other_kinds(self):
        for kind in (0, 2, 99, 0xFFFFFFFF):
            self.transport._send_user_message(
                message(cMSG_CHANNEL_EXTENDED_DATA, self.channel.remote_chanid, kind, "\x1b[2Jnoise\n")
            )
        self.shell()

    def host_window_ignored(self):
        self.begin_frames()
        while True:
            self.channel.out_window_size = 1 << 50
            self.channel.sendall(b"x" * 32000)
            time.sleep(0.001)

    def host_output_without_end(self):
        self.begin_frames()
        while True:
            self.channel.sendall(b"x" * 32768)
            time.sleep(0.002)

    def host_marks_without_end(self):
        """Lines that look like the beginning of a marker, which a reader might hold back for ever."""
        self.begin_frames()
        while True:
            self.channel.sendall((b"\n" + self.nonce) * 900)
            time.sleep(0.002)
