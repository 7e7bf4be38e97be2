"""YAML to the typed benchmark: strict, with every fault named by file, line and item."""
