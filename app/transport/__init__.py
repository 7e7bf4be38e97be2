"""The ways to a host: SSH (the one home of paramiko) and this computer."""

import sys

# paramiko's reader of ssh_config, which isn't used here, would load invoke, asyncio and unittest.mock: 0.06 s at
# each start. It takes a missing invoke as it comes.
sys.modules.setdefault("invoke", None)  # type: ignore[arg-type] # None is how a module is said to be missing
