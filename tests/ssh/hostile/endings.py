"""How a session ends or comes to a stop: in the middle, without a word, or never."""

import contextlib
import os
import signal
import socket
import time

from hostile.plays import Play, message
from hostile.rawhosts import LONG, reset
from paramiko.common import cMSG_CHANNEL_EOF, cMSG_CHANNEL_REQUEST


class Endings(Play):
    """An honest shell whose connection suffers."""

    def hang_up(self):
        reset(self.transport.connection)

    def host_lost_twice(self):
        self.cut_after(2, self.hang_up)

    def host_lost_once(self):
        if self.log["connections"] > 1:
            self.shell()
        else:
            self.cut_after(2, self.hang_up)

    host_lost_then_another_key = host_lost_once
    host_login_refused_second_time = host_lost_once

    def host_lost_then_gone(self):
        self.cut_after(2, self.go)

    def go(self):
        with contextlib.suppress(OSError):
            self.log["listener"].shutdown(socket.SHUT_RDWR)
        self.log["listener"].close()
        self.hang_up()

    def host_disconnect_in_the_middle(self):
        def act():
            self.transport._send_message(message(b"\x01", 11, "\x1b[2JBye \u202e<b>x\r\nroot: ", ""))
            time.sleep(0.5)
            self.transport.close()

        self.cut_after(2, act)

    def host_end_by_signal(self):
        def act():
            self.transport._send_user_message(
                message(cMSG_CHANNEL_REQUEST, self.channel.remote_chanid, "exit-signal", False, "KILL", False, "", "")
            )
            self.channel.close()

        self.cut_after(2, act)

    def host_end_in_the_middle(self):
        self.cut_after(2, lambda: (self.channel.send_exit_status(0), self.channel.close()))

    def host_end_without_status(self):
        self.cut_after(2, self.channel.close)

    def host_end_never(self):
        self.shell(close=False)
        time.sleep(LONG)

    def host_end_with_minus_one(self):
        self.shell(close=False)
        self.channel.send_exit_status(0xFFFFFFFF)

    def host_silent_after_two_answers(self):
        self.cut_after(2, lambda: setattr(self.transport.sock, "mode", "silence"))

    def host_drips_after_two_answers(self):
        self.cut_after(2, lambda: (setattr(self.transport.sock, "mode", "drip"), self.channel.sendall(b"x" * 200)))

    def early_close_before_data(self):
        self.channel.close()

    def early_eof_before_data(self):
        self.transport._send_user_message(message(cMSG_CHANNEL_EOF, self.channel.remote_chanid))
        time.sleep(LONG)

    def host_stopped_in_the_middle(self):
        """The shell still runs, and answers no more; nothing of it can be ended by anyone but the host."""
        self.cut_after(2, self.stop)

    def stop(self):
        os.killpg(self.process.pid, signal.SIGSTOP)
        with contextlib.suppress(Exception):
            self.channel.settimeout(LONG)
            while self.transport.is_active():
                time.sleep(0.2)
        os.killpg(self.process.pid, signal.SIGKILL)
