"""Names inside whole sentences: F9 hides them there, too."""

import re
from collections.abc import Iterable

from allvar_desktop.domain.party import Party
from ui import names


def hidden_in(text: str, parties: Iterable[Party]) -> str:
    """`text` as it may stand on the screen now: while hidden, each word of these names as its initial."""
    if not names.screen().is_hiding:
        return text
    for party in parties:
        for word in sorted(set(re.findall(r"[^\W\d_]{2,}", party.name)), key=len, reverse=True):
            text = re.sub(
                rf"(?<!\w){re.escape(word)}s?(?!\w)\.?", f"{word[0].upper()}.", text, flags=re.IGNORECASE
            )
        if party.phone:
            text = text.replace(party.phone, "•••")
    return text
