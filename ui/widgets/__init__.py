"""Widgets that know nothing of an audit's file."""
