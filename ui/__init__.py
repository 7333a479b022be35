"""The window: Qt only, no SQL and no PDF building."""

from ui import none_references

__all__ = ["none_references"]
