"""The few windows of their own: about, help, settings, credentials, log, preview, crash."""
