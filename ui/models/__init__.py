"""Table models over queries."""
