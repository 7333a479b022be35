"""Gets ready what a key that was just derived is used with."""


def get_ready() -> None:
    """Import what unwrapping the data key, and drawing others from it, would import."""
    import cryptography.hazmat.primitives.ciphers.aead
    import cryptography.hazmat.primitives.hashes
    import cryptography.hazmat.primitives.kdf.argon2
    import cryptography.hazmat.primitives.kdf.hkdf  # noqa: F401 - importing is all
