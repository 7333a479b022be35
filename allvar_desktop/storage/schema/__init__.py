"""Schema changes, each a small frozen function that is never edited after it has landed."""
