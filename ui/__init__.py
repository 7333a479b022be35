"""The window: Qt only, no SQL and no PDF building."""

from ui import no_features, none_references

__all__ = ["no_features", "none_references"]
