"""Cases about children of any name, registered as somebody at the unit does it."""

from dataclasses import replace
from datetime import date

from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.new_case import NewCase, NewParty
from allvar_desktop.domain.party import PartyRole, Protection
from allvar_desktop.services import registration
from allvar_desktop.services.session import Session
from tests.notices import ELIAS

BORN = date(2012, 5, 4)


def register_child(
    session: Session,
    name: str,
    identity: str = "",
    born: date | None = BORN,
    guardian: str = "",
    event: str = "Snatteri, Vällingby centrum",
    town: str = "Vällingby",
) -> CaseId:
    """A notice about the child; the session's account handles the case."""
    child = NewParty(
        PartyRole.CHILD,
        name,
        identity,
        birth_date=born,
        protection=Protection.NONE,
        street="Dolda gatan 9",
        town=town,
    )
    adults = (NewParty(PartyRole.GUARDIAN, guardian, protection=Protection.NONE),) if guardian else ()
    return registration.register_case(
        session, NewCase(replace(ELIAS.notice, event_text=event), child, adults)
    )
