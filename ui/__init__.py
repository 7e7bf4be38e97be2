"""The wizard: Qt only, no decisions."""
