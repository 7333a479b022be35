"""Small hand-written widgets the pages are built from."""
