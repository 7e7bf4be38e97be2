"""The ways to a host: SSH (the one home of paramiko) and this computer."""
