"""What the wizard needs once an audit is open, imported by a background thread while a person looks at the Start page.

Each step would otherwise import its part when it is first shown, for up to a quarter of a second.
"""

# ruff: noqa: F401 - imported to be there
import app.audit
import app.credentials
import app.engine.remote
import app.look
import app.screen.progress
import app.screen.sessionsecrets
import app.screen.undoing
import app.screen.wizard
import app.storedaudit
import app.transport.sshconfig
import ui.models.feed
import ui.steps.registry
import ui.walk
import ui.widgets.standing
