"""Everything of Bartizan but the screen: no module below imports Qt."""

__version__ = "0.1.0"
