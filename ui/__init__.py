"""The window: Qt only, no SQL and no PDF building."""

from ui.none_references import give_none_references

give_none_references()
