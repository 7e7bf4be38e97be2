"""Qt models over frozen values of app."""
