"""Hosts that speak SSH and misbehave from the key exchange on."""

import contextlib
import hashlib
import os
import threading
import time

import paramiko
from hostile import server
from hostile.endings import Endings
from hostile.floods import Floods
from hostile.forgeries import Forgeries
from hostile.oddshells import OddShells
from hostile.plays import message
from hostile.rawhosts import LONG, reset
from paramiko.common import (
    AUTH_FAILED,
    AUTH_PARTIALLY_SUCCESSFUL,
    AUTH_SUCCESSFUL,
    OPEN_SUCCEEDED,
    cMSG_DISCONNECT,
    cMSG_USERAUTH_BANNER,
    cMSG_USERAUTH_FAILURE,
    cMSG_USERAUTH_INFO_REQUEST,
    cMSG_USERAUTH_SUCCESS,
)

# Numbers of the messages at which a scenario "ACT-at-PHASE" acts, before it is sent.
PHASES = {
    "kexinit": (20,),
    "kex": (31, 33),
    "service": (6,),
    "login": (51, 52, 60),
    "channel": (91,),
    "exec": (99,),
    "answers": (94,),
}
ESCAPES = "\x1b]0;owned\x07\x1b[2J\u202e<img src='file:///dev/zero'>\r\nPassword: "


class FaultSocket:
    """A connection whose sending can be spoilt: sent in drips, swallowed, or flipped."""

    def __init__(self, connection):
        self._connection = connection
        self.mode = "normal"

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def send(self, data):
        match self.mode:
            case "silence":
                return len(data)
            case "half":
                self._connection.sendall(data[: len(data) // 2])
                self.mode = "silence"
                return len(data)
            case "drip":
                for byte in data:
                    self._connection.sendall(bytes([byte]))
                    time.sleep(1)
                return len(data)
            case "flip":
                data = bytes([*data[:-1], data[-1] ^ 1])
        return self._connection.send(data)


class Crooked(paramiko.Transport):
    """A server's connection that acts when a message of some kind is to be sent."""

    def __init__(self, connection, scenario):
        super().__init__(FaultSocket(connection))
        self.connection = connection
        self.scenario = scenario
        self.heard = ""  # the last secret that came
        self.act, _, phase = scenario.partition("-at-")
        self.trigger = PHASES.get(phase, ())

    def _send_message(self, data):
        number = data.asbytes()[0]
        if number in self.trigger:
            self.trigger = ()
            if self.act == "reset":
                reset(self.connection)
            elif self.act == "close":
                self.connection.close()
            elif self.act in ("silence", "half", "drip"):
                self.sock.mode = self.act
        super()._send_message(data)
        if self.scenario == "kex-bad-mac" and number == 21:
            self.sock.mode = "flip"


class AnyPlay(OddShells, Endings, Floods, Forgeries):
    """Every play by the name of its scenario."""


class Host(server.Behaviour):
    """Lets the chosen credential in and runs a shell, but for what the scenario says; notes what it was given."""

    def __init__(self, scenario, transport, log):
        super().__init__(scenario, transport)
        self.log = log
        self.turns = 0

    def _note(self, what):
        self.log.setdefault("got", []).append(what)

    def get_allowed_auths(self, username):
        if self.scenario == "login-methods-without-end":
            return ",".join(f"method-{number}" for number in range(12_000))
        if self.scenario == "prompt-while-a-key-is-offered":
            return "publickey,password,keyboard-interactive"
        if self.scenario == "login-partly-for-ever":
            return "password"
        if self.scenario.startswith("prompt-"):
            return "keyboard-interactive"
        return super().get_allowed_auths(username)

    def check_auth_none(self, _username):
        if self.scenario == "login-for-nothing":
            return AUTH_SUCCESSFUL
        return AUTH_FAILED

    def check_auth_publickey(self, username, key):
        self._note(f"key {key.get_fingerprint().hex()}")
        return self._prove() or super().check_auth_publickey(username, key)

    def check_auth_password(self, username, password):
        self._note("secret " + hashlib.sha256(password.encode()).hexdigest())
        self.transport.heard = password
        if self.scenario == "login-partly-then-again" and self.turns:
            return AUTH_SUCCESSFUL
        return self._prove() or super().check_auth_password(username, password)

    def _prove(self):
        """What happens to a proof in the scenarios that are only here; None where nothing is special."""
        self.turns += 1
        match self.scenario:
            case "login-rejected" | "login-methods-without-end" | "login-agent-rejected":
                return AUTH_FAILED
            case "login-partly-then-again" | "login-partly-only" | "login-partly-for-ever":
                return AUTH_PARTIALLY_SUCCESSFUL
            case "login-refused-second-time" if self.log["connections"] > 1:
                return AUTH_FAILED
        with contextlib.suppress(OSError, EOFError):
            self._send_before_deciding()
        return None

    def _send_before_deciding(self):
        send = self.transport._send_message
        match self.scenario:
            case "login-banner-with-escapes":
                send(message(cMSG_USERAUTH_BANNER, ESCAPES, ""))
            case "login-banner-flood":
                while True:
                    send(message(cMSG_USERAUTH_BANNER, ESCAPES * 400, ""))
                    time.sleep(0.002)
            case "login-disconnect":
                send(message(cMSG_DISCONNECT, 2, ESCAPES + "Too many tries", ""))
                time.sleep(1)
                self.transport.close()
            case "login-endless-failure":
                while True:
                    send(message(cMSG_USERAUTH_FAILURE, "publickey", False))
                    time.sleep(0.01)
            case "login-echoes-the-password":
                send(message(cMSG_DISCONNECT, 2, f"{self.transport.heard} is wrong", ""))
                time.sleep(1)
                self.transport.close()
            case "login-banner-echoes-the-password":
                send(message(cMSG_USERAUTH_BANNER, f"{self.transport.heard}\r\n" * 3, ""))
            case "prompt-while-a-key-is-offered":
                send(message(cMSG_USERAUTH_INFO_REQUEST, "", "", "", 1, "Password: ", False))
            case "login-success-twice":
                send(message(cMSG_USERAUTH_SUCCESS))
            case "login-garbage":
                send(message(b"\x3f", os.urandom(3000)))
                send(message(b"\xc8", os.urandom(3000)))

    def check_auth_interactive(self, username, submethods):
        match self.scenario:
            case "prompt-for-a-new-password":
                return paramiko.InteractiveQuery("", "Your password has expired.", ("New password: ", False))
            case "prompt-of-a-hundred-questions":
                return paramiko.InteractiveQuery("", "", *((f"Q{number}: ", False) for number in range(100)))
            case "prompt-is-64-kib":
                return paramiko.InteractiveQuery(ESCAPES * 1000, "", ("Password: " + "x" * 60_000, False))
            case "prompt-unasked":
                self.transport._send_message(message(cMSG_USERAUTH_INFO_REQUEST, "", "", "", 1, "Password: ", False))
            case "prompt-empty-text":
                return paramiko.InteractiveQuery("", "", ("", False))
            case "prompt-again-and-again" | "prompt-one-hidden" | "prompt-echoed" | "prompt-two":
                echo = self.scenario == "prompt-echoed"
                two = [("Code: ", False)] if self.scenario == "prompt-two" else []
                return paramiko.InteractiveQuery("", "", ("Password: ", echo), *two)
        return super().check_auth_interactive(username, submethods)

    def check_auth_interactive_response(self, responses):
        for response in responses:
            self.transport.heard = response
            self._note("secret " + hashlib.sha256(response.encode()).hexdigest())
        match self.scenario:
            case "prompt-again-and-again":
                return paramiko.InteractiveQuery("", "", ("Password: ", False))
            case "prompt-one-hidden" | "prompt-empty-text":
                return AUTH_SUCCESSFUL
        return super().check_auth_interactive_response(responses)

    def check_channel_request(self, kind, chanid):
        self.log.setdefault("channels", []).append(kind)
        if self.scenario in ("channel-refused", "channel-silent", "dropped-after-login"):
            return super().check_channel_request(kind, chanid)
        return OPEN_SUCCEEDED

    def check_channel_exec_request(self, channel, command):
        self.log.setdefault("requests", []).append(command.decode("ascii", "replace"))
        if self.scenario in ("exec-refused", "exec-silent"):
            return super().check_channel_exec_request(channel, command)
        play = AnyPlay(channel, self.transport, self.scenario, self.log)
        threading.Thread(target=play.run, daemon=True).start()
        return True

    def check_channel_env_request(self, _channel, name, _value):
        return self._unasked(f"env {name!r}")

    def check_channel_pty_request(self, *_words):
        return self._unasked("pty")

    def check_channel_x11_request(self, *_words):
        return self._unasked("x11")

    def check_channel_forward_agent_request(self, _channel):
        return self._unasked("agent")

    def check_port_forward_request(self, *_words):
        self._unasked("forward")
        return False

    def check_channel_shell_request(self, _channel):
        return self._unasked("shell")

    def _unasked(self, what):
        self.log.setdefault("requests", []).append(what)
        return False


def serve(scenario, keys, connection, log):
    """One connection of a scenario."""
    transport = Crooked(connection, scenario)
    number = log["connections"]
    changed = scenario == "lost-then-another-key" and number > 1
    transport.add_server_key(keys[1] if changed else keys[0])
    with contextlib.suppress(Exception):
        transport.start_server(server=Host(scenario, transport, log))
        while transport.is_active():
            time.sleep(0.2)
    time.sleep(0 if transport.sock.mode == "normal" else LONG)
