"""A plan as one script for a host, and the host's byte stream back as evidence."""
