"""The few windows of their own: about, shortcuts, crash."""
