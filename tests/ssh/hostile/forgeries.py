"""A host that knows the nonce, since the script is its own to read, and forges its answers."""

import re
import time

from hostile.plays import Play
from hostile.rawhosts import LONG


class Forgeries(Play):
    """``spoil_...`` alters both streams of an honest run before they are sent."""

    def frame_of(self, stream, index):
        """Where the frame of a probe stands in a stream."""
        return re.search(
            b"\n%s B %d\n.*?\n%s E %d\n" % (self.nonce, index, self.nonce, index), stream, re.DOTALL
        ).span()  # fmt: skip

    def spoil_frame_doubled(self, out, err):
        begin, end = self.frame_of(out, 1)
        return out[:end] + out[begin:], err

    def spoil_frames_swapped(self, out, err):
        first, second = self.frame_of(out, 1), self.frame_of(out, 2)
        return out[: first[0]] + out[slice(*second)] + out[slice(*first)] + out[second[1] :], err

    def spoil_frame_missing(self, out, err):
        begin, end = self.frame_of(out, 1)
        return out[:begin] + out[end:], err

    def spoil_frame_missing_on_one_stream(self, out, err):
        begin, end = self.frame_of(err, 1)
        return out, err[:begin] + err[end:]

    def spoil_end_too_early(self, out, err):
        end = self.frame_of(out, 1)[1]
        return out[:end] + self.mark("Y") + self.mark("Z"), err[: self.frame_of(err, 1)[1]] + self.mark(
            "Y"
        ) + self.mark("Z")

    def spoil_frame_without_status(self, out, err):
        return re.sub(b"\n%s S 1 0" % self.nonce, b"", out), err

    def spoil_status_of_999(self, out, err):
        return out.replace(b"%s S 1 0" % self.nonce, b"%s S 1 999" % self.nonce), err

    def spoil_status_twice(self, out, err):
        mark = b"\n%s S 1 0\n" % self.nonce
        return out.replace(mark, b"\n%s S 1 1\n" % self.nonce + mark), err

    def spoil_frame_of_another_number(self, out, err):
        return out.replace(b"%s B 1\n" % self.nonce, b"%s B 4294967295\n" % self.nonce), err

    def spoil_hello_that_counts_wrongly(self, out, err):
        return re.sub(b"%s H (\\d+) 42" % self.nonce, rb"%s H \1 43" % self.nonce, out), err

    def spoil_detection_missing(self, out, err):
        return re.sub(b"\n%s D 0 1\n" % self.nonce, b"", out), err

    def spoil_platform_denied(self, out, err):
        return out.replace(b"%s D 0 1\n" % self.nonce, b"%s D 0 0\n" % self.nonce), err

    def spoil_words_after_the_status(self, out, err):
        mark = b"\n%s S 1 0\n" % self.nonce
        return out.replace(mark, mark + b"colour=green\n"), err

    def spoil_guessed_nonce(self, out, err):
        """What a user of the host could write into a file: frames of another nonce are text."""
        guess = b"0" * 32
        fake = b"".join(b"\n%s %s\n" % (guess, mark) for mark in (b"S 1 0", b"E 1", b"B 2", b"S 2 0", b"E 2", b"Z"))
        return out.replace(b"good\n", b"good\n" + fake), err

    def spoil_answers_of_another_time(self, out, err):
        old = b"f" * 32
        return out.replace(self.nonce, old), err.replace(self.nonce, old)

    def spoil_silence_with_status_0(self, out, err):
        return out.replace(b"good\nfine\n", b"").replace(b"colour=green\nsize=4\n", b"").replace(b"slow\n", b""), err

    def spoil_every_status_127(self, out, err):
        return re.sub(b"%s S (\\d+) 0" % self.nonce, rb"%s S \1 127" % self.nonce, out), err

    def spoil_echoes_the_password(self, out, err):
        word = self.transport.heard.encode()
        return out.replace(b"good\n", b"good\n" + word + b"\n"), word + b"\n" + err + word

    def spoil_nuls_and_controls(self, out, err):
        noise = bytes(range(256)) + b"\x1b]0;owned\x07\xff\xfe\x00\xe2\x80\xae"
        return out.replace(b"good\n", b"good\n" + noise + b"\n"), noise + err

    def spoil_markup(self, out, err):
        noise = b"<img src='file:///dev/zero'><b>x\n=cmd|' /C calc'!A0\n]]>&amp;&lt;\n${jndi:x}\n%s%n\n"
        return out.replace(b"good\n", b"good\n" + noise), err

    def spoil_colour_with_escapes(self, out, err):
        return out.replace(b"colour=green", b"colour=\x1b[2J<img src='file:///dev/zero'>"), err

    def spoil_noise_between_frames(self, out, err):
        return out.replace(b"\n%s B " % self.nonce, b"\njob done\n\n%s B " % self.nonce), err

    def host_8_mb_each(self):
        self.channel.sendall(self.hello())
        for index in range(5):
            self.both("B", index)
            for _ in range(256):
                self.channel.sendall(b"x" * 32767 + b"\n")
                time.sleep(0.001)
            self.channel.sendall(self.mark("S", index, 0))
            self.both("E", index)
        self.both("Y")
        self.channel.sendall(self.mark("U"))
        self.both("Z")
        time.sleep(LONG)

    def host_answers_in_single_bytes(self):
        def out(data):
            for byte in data:
                self.channel.sendall(bytes([byte]))

        self.shell(out=out)

    def host_holds_a_process(self):
        """A start file that leaves a process behind with the streams in its hands."""
        self.shell(("/bin/sh", "-c", "sleep 20 & exec /bin/sh -s"), close=False)

    def host_root_by_its_own_word(self):
        """Says that it is not root, and then brings the answers of root all the same."""
        out, err = self.captured()
        self.tell(re.sub(b"%s H 0 42" % self.nonce, b"%s H 1000 42" % self.nonce, out), err)
