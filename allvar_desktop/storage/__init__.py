"""The encrypted register file; nothing above this package knows SQL."""
