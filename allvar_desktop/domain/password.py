"""Passwords (lösenord): how long, and a passphrase (lösenordsfras) that can be remembered."""

import secrets
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.text_limits import is_refused
from allvar_desktop.paths import resources

SHORTEST = 15
LONGEST = 200
FEWEST_SIGNS = 5
PASSPHRASE_WORDS = 5


def check_password(text: str) -> list[Problem]:
    """What is wrong with a new password, counted in composed characters; blanks count and are kept as typed.

    Length is what helps (NIST SP 800-63B rev. 4 §3.1.1.2: 15 characters for a password that stands alone, no
    rules about kinds of characters).
    """
    password = unicodedata.normalize("NFC", text)
    if len(password) < SHORTEST:
        return [_problem(f"Lösenordet har {len(password)} tecken. Det behöver minst {SHORTEST}.")]
    if len(password) > LONGEST:
        return [_problem(f"Lösenordet är för långt. Det får ha högst {LONGEST} tecken.")]
    if any(is_refused(sign) or sign in "\t\n" for sign in password):
        return [_problem("Lösenordet innehåller osynliga styrtecken. Skriv det utan dem.")]
    if len(set(password)) < FEWEST_SIGNS:
        return [_problem("Lösenordet upprepar samma få tecken. Använd flera olika ord.")]
    return []


def make_passphrase(words: Sequence[str], pick: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Five random words with blanks between, at least 24 characters: ``kajak linjal juvel vante ärta``."""
    return " ".join(pick(words) for _ in range(PASSPHRASE_WORDS))


@cache
def shipped_words() -> tuple[str, ...]:
    """The word list that comes with the program: plain Swedish words of four to eight letters."""
    text = (resources() / "rules" / "words_sv.txt").read_text(encoding="utf-8")
    return tuple(unicodedata.normalize("NFC", text).split())


def _problem(message: str) -> Problem:
    return Problem("password", message)
