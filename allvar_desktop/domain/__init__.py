"""Pure values and functions: what a case is, when things are due, who may see what."""
