"""The window: Qt only, no SQL and no PDF building."""
