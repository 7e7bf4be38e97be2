"""A hostile SSH server: `python server.py SCENARIO` prints its port and host key and misbehaves as named.

It is a program of its own, so that its memory and threads are not those of the test.
"""

import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time

import paramiko
from paramiko.common import (
    AUTH_FAILED,
    AUTH_PARTIALLY_SUCCESSFUL,
    AUTH_SUCCESSFUL,
    OPEN_FAILED_ADMINISTRATIVELY_PROHIBITED,
    OPEN_SUCCEEDED,
    cMSG_EXT_INFO,
    cMSG_GLOBAL_REQUEST,
    cMSG_KEXINIT,
    cMSG_USERAUTH_INFO_REQUEST,
)

HUGE = 0xFFFFFFFF


class Behaviour(paramiko.ServerInterface):
    """Answers as the scenario says; a friendly one lets everybody in and runs a real shell."""

    def __init__(self, scenario, transport):
        self.scenario = scenario
        self.transport = transport

    # --- login -------------------------------------------------------------------------------------------------------

    def get_allowed_auths(self, _username):
        return {
            "second-factor": "keyboard-interactive",
            "two-prompts": "keyboard-interactive",
            "echoed-prompt": "keyboard-interactive",
            "escape-prompt": "keyboard-interactive",
            "second-prompt": "keyboard-interactive",
            "endless-prompts": "keyboard-interactive",
            "empty-prompts": "keyboard-interactive",
            "four-billion-prompts": "keyboard-interactive",
            "escape-methods": "\x1b]0;owned\x07,\x1b[2J",
        }.get(self.scenario, "publickey,password")

    def check_auth_none(self, _username):
        return AUTH_FAILED

    def check_auth_publickey(self, _username, _key):
        return self._auth()

    def check_auth_password(self, _username, _password):
        if self.scenario == "expired-password":
            reply = paramiko.Message()
            reply.add_byte(cMSG_USERAUTH_INFO_REQUEST)  # 60: in answer to a password it means "change it"
            reply.add_string("Your password has expired \x1b[31m")
            reply.add_string("")
            self.transport._send_message(reply)
            time.sleep(30)
        return self._auth()

    def _auth(self):
        match self.scenario:
            case "silent-login":
                time.sleep(60)
            case "hang-up-at-login":
                self.transport.close()
            case "second-factor":
                return AUTH_PARTIALLY_SUCCESSFUL
            case "reject" | "escape-methods":
                return AUTH_FAILED
            case "ext-info-bomb":
                reply = paramiko.Message()
                reply.add_byte(cMSG_EXT_INFO)
                reply.add_int(HUGE)
                self.transport._send_message(reply)
            case "flood-at-login":
                flood(self.transport)
        return AUTH_SUCCESSFUL

    def check_auth_interactive(self, _username, _submethods):
        match self.scenario:
            case "two-prompts":
                return paramiko.InteractiveQuery("Login", "", ("Password:", False), ("Code:", False))
            case "echoed-prompt":
                return paramiko.InteractiveQuery("Login", "", ("Code:", True))
            case "empty-prompts":
                return paramiko.InteractiveQuery("Login", "")
            case "four-billion-prompts":
                reply = paramiko.Message()
                reply.add_byte(cMSG_USERAUTH_INFO_REQUEST)
                for _ in range(3):
                    reply.add_string("")
                reply.add_int(HUGE)
                self.transport._send_message(reply)
                time.sleep(60)
        return paramiko.InteractiveQuery("Login", "\x1b[2J\x1b]0;owned\x07", ("\x1b[31mPassword\x1b[0m: \u202e", False))

    def check_auth_interactive_response(self, _responses):
        match self.scenario:
            case "second-prompt":
                return paramiko.InteractiveQuery("", "", ("One-time code: ", False))
            case "endless-prompts" | "empty-prompts":
                return paramiko.InteractiveQuery("", "")
        return AUTH_SUCCESSFUL

    # --- after the login ---------------------------------------------------------------------------------------------

    def check_channel_request(self, _kind, _chanid):
        match self.scenario:
            case "channel-refused":
                return OPEN_FAILED_ADMINISTRATIVELY_PROHIBITED
            case "channel-silent":
                time.sleep(60)
            case "dropped-after-login":
                self.transport.close()
        return OPEN_SUCCEEDED

    def check_channel_exec_request(self, channel, command):
        if command != b"exec /bin/sh -s":
            return False
        if self.scenario == "exec-refused":
            return False
        if self.scenario == "exec-silent":
            time.sleep(60)
        threading.Thread(target=Player(channel, self.transport).play, args=(self.scenario,), daemon=True).start()
        return True


def flood(transport):
    """Requests that want an answer, for ever."""
    with contextlib.suppress(Exception):
        while transport.is_active():
            request = paramiko.Message()
            request.add_byte(cMSG_GLOBAL_REQUEST)
            request.add_string("keepalive@openssh.com")
            request.add_boolean(True)
            transport._send_message(request)


def script_of(channel):
    """What was sent, up to its last line, and the nonce in it."""
    script = b""
    while not script.endswith(b"bartizan 3<&0 </dev/null\n}\n"):
        piece = channel.recv(65536)
        if not piece:
            break
        script += piece
    return script, re.search(rb"N=([0-9a-f]{32})", script)[1]


def real_shell(channel, script, *, status=True):
    """Run the script as an honest host does."""
    process = subprocess.Popen(
        ["/bin/sh", "-s"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    process.stdin.write(script)
    process.stdin.flush()

    def copy(stream, send):
        while data := os.read(stream.fileno(), 32768):
            send(data)

    errors = threading.Thread(target=copy, args=(process.stderr, channel.sendall_stderr), daemon=True)
    errors.start()
    copy(process.stdout, channel.sendall)
    errors.join()
    if status:
        channel.send_exit_status(0)
    channel.close()


class Player:
    """What the shell's channel does, one method a scenario."""

    def __init__(self, channel, transport):
        self.channel = channel
        self.transport = transport
        self.nonce = b""

    def play(self, scenario):
        """Do the scenario; where nothing is named, be an honest host."""
        with contextlib.suppress(Exception):
            if early := getattr(self, "early_" + scenario.replace("-", "_"), None):
                early()
                return
            script, self.nonce = script_of(self.channel)
            if late := getattr(self, "late_" + scenario.replace("-", "_"), None):
                late()
            else:
                real_shell(self.channel, script, status=scenario != "no-exit-status")

    def mark(self, *words):
        return b"\n" + self.nonce + b" " + " ".join(map(str, words)).encode() + b"\n"

    def both(self, *words):
        self.channel.sendall_stderr(self.mark(*words))
        self.channel.sendall(self.mark(*words))

    def hello(self, uid=0):
        return self.mark("H", uid, 42) + self.mark("D", 0, 1)

    def frame(self):
        return self.mark("B", 0) + b"one\n" + self.mark("S", 0, 0) + self.mark("E", 0)

    def say(self, *pieces):
        """The first frame's messages, then these pieces, then nothing more."""
        self.channel.sendall_stderr(self.mark("B", 0) + self.mark("E", 0))
        self.channel.sendall(b"".join(pieces))
        time.sleep(600)

    def begin(self):
        self.channel.sendall(self.hello())
        self.both("B", 0)

    # --- before the script was read ---

    def early_never_reads(self):
        self.transport.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.transport.packetizer.read_message = lambda: time.sleep(600)

    def early_garbage(self):
        while True:
            self.channel.sendall(os.urandom(30000))

    def early_garbage_packets(self):
        self.transport.sock.sendall(os.urandom(100_000))

    def early_rekey_stall(self):
        request = paramiko.Message()
        request.add_byte(cMSG_KEXINIT)
        request.add_bytes(os.urandom(200))
        self.transport._send_message(request)
        time.sleep(600)

    # --- with the nonce in hand ---

    def late_flood(self):
        flood(self.transport)

    def late_endless_stdout(self):
        self.begin()
        while True:
            self.channel.sendall(b"x" * 32768)

    def late_endless_stderr(self):
        self.begin()
        while True:
            self.channel.sendall_stderr(b"x" * 32768)

    def late_endless_before_hello(self):
        while True:
            self.channel.sendall(b"x" * 32768)
            self.channel.sendall_stderr(b"x" * 32768)

    def late_ignores_the_window(self):
        self.begin()
        while True:
            self.channel.out_window_size = 1 << 50
            self.channel.sendall(b"x" * 32000)

    def late_drip(self):
        for byte in self.hello() + self.mark("B", 0) + b"x" * 10_000:
            self.channel.sendall(bytes([byte]))
            time.sleep(0.05 if byte != ord("x") else 0.5)

    def late_both_streams(self):
        self.begin()
        big = threading.Thread(target=self.channel.sendall, args=(b"x" * (5 << 20),), daemon=True)
        big.start()
        self.channel.sendall_stderr(b"y" * (5 << 20))
        big.join()
        self.channel.sendall(self.mark("S", 0, 0))
        self.both("E", 0)
        self.channel.close()

    def late_doubled(self):
        self.say(self.hello(), self.frame(), self.frame())

    def late_disordered(self):
        late = self.mark("B", 2) + b"late" + self.mark("S", 2, 0) + self.mark("E", 2)
        self.say(self.hello(), self.frame(), late)

    def late_forged_root(self):
        self.say(self.hello(1000), self.frame(), self.mark("Y"), self.mark("Z"))

    def late_forged_prompt(self):
        self.channel.sendall_stderr(self.mark("Q") + self.mark("Q"))
        self.channel.sendall(self.hello(1000) + self.mark("Q") + self.mark("A", 1, 0))
        self.channel.sendall(b"TOOK:" + self.channel.recv(1000))
        time.sleep(600)

    def late_wrong_nonce(self):
        self.nonce = b"0" * 32
        self.say(self.hello(), self.frame())

    def late_dies(self):
        self.channel.sendall_stderr(self.mark("B", 0) + self.mark("E", 0))
        self.channel.sendall(self.hello() + self.frame() + self.mark("B", 1) + b"part")
        self.transport.sock.shutdown(socket.SHUT_RDWR)

    def late_exits_early(self):
        self.channel.sendall_stderr(self.mark("B", 0) + self.mark("E", 0))
        self.channel.sendall(self.hello() + self.frame())
        self.channel.send_exit_status(0)
        self.channel.close()

    def late_stuck_probe(self):
        self.begin()
        time.sleep(600)


def serve(scenario):
    key = paramiko.Ed25519Key.from_private_key_file(sys.argv[2])
    listener = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_greet, args=(scenario, key, connection), daemon=True).start()


def _greet(scenario, key, connection):
    transport = paramiko.Transport(connection)
    transport.add_server_key(key)
    options = transport.get_security_options()
    match scenario:
        case "legacy-ciphers":
            options.ciphers = ("aes128-cbc", "3des-cbc")
        case "legacy-macs":
            options.ciphers = ("aes128-ctr",)
            options.digests = ("hmac-sha1", "hmac-md5")
        case "escape-algorithms":
            transport._preferred_ciphers = ("aes128-cbc", "\x1b]0;owned\x07")
    with contextlib.suppress(Exception):
        transport.start_server(server=Behaviour(scenario, transport))


if __name__ == "__main__":
    serve(sys.argv[1])
