"""Inventories of Ansible, INI and YAML: which hosts there are and how to log in to them, and nothing else of them.

Nothing is run and no template is filled in: dynamic inventories, lookups and encrypted values stay what they are.
"""
