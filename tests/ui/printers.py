"""A printer without paper."""

from ui.printing import printer_failed


class RememberingPrinter:
    """Keeps what was printed; fails or is cancelled when told to."""

    def __init__(self, *, fails: bool = False, is_cancelled: bool = False) -> None:
        self.printed: list[bytes] = []
        self.fails = fails
        self.is_cancelled = is_cancelled

    def print(self, pdf: bytes) -> bool:
        """Keep the bytes instead of printing them."""
        if self.fails:
            raise printer_failed()
        if not self.is_cancelled:
            self.printed.append(pdf)
        return not self.is_cancelled
