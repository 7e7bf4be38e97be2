"""What a host does wrong below the login, as exceptions that paramiko's thread hands on."""

from paramiko.ssh_exception import SSHException

from app.language import tr


class NotSshError(SSHException):
    """What answers is no SSH server."""


class OverrunError(SSHException):
    """The host sends what no SSH server has a reason to; the text completes "the host sent ..."."""


class HostProofError(SSHException):
    """The host doesn't prove that it holds its key; the text completes "its host key ..."."""


class WeakKeyError(SSHException):
    """The host key is too small; ``bits`` says how small."""

    def __init__(self, bits: int) -> None:
        super().__init__(tr("an RSA key of {bits} bits").format(bits=bits))
        self.bits = bits
