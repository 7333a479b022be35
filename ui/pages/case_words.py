"""Words as they stand at the beginning of a line."""


def capital(words: str) -> str:
    """The words with a capital first letter, the rest as it was."""
    return f"{words[:1].upper()}{words[1:]}"
