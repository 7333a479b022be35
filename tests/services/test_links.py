"""Two cases are linked by number, for the worker only, and a mistaken link goes away again."""

import pytest

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.case import LinkReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.errors import NotAllowedError
from allvar_desktop.services import links
from allvar_desktop.services.linked_people import same_event_people
from allvar_desktop.services.problems import InvalidInputError
from allvar_desktop.services.session import Session
from tests import steps


@pytest.fixture
def pair(session: Session) -> tuple[CaseId, CaseId]:
    """Two cases that know nothing of each other."""
    (elias,), (nora,) = steps.take_in(session, 1), steps.take_in(session, 2)
    return elias, nora


def other_ends(session: Session, case_id: CaseId) -> list[tuple[int, int, LinkReason]]:
    return [(link.case_id, link.other_id, link.reason) for link in session.facts(case_id).links]


def acts(session: Session) -> list[str]:
    return [row[0] for row in session.register.db.execute("SELECT act FROM log ORDER BY number")]


@pytest.mark.parametrize("typed", ["HV-2026-0002", " hv-2026-0002 ", "HV-2026- 0002"])
def test_a_number_as_one_types_it_links_both_cases(
    session: Session, pair: tuple[CaseId, CaseId], typed: str
) -> None:
    elias, nora = pair
    assert links.link_to_number(session, elias, typed, LinkReason.SAME_EVENT) == nora
    assert other_ends(session, elias) == other_ends(session, nora) == [(elias, nora, LinkReason.SAME_EVENT)]
    found = {party.name for party in same_event_people(session, session.facts(elias))}
    assert found == {party.name for party in session.facts(nora).parties}


@pytest.mark.parametrize(
    ("number", "reason", "sentences"),
    [
        ("", LinkReason.SIBLING, ["Inget ärende har det numret. Skriv det som HV-2026-0041."]),
        ("HV-2026-0099", None, ["Välj varför ärendena hör ihop.", "Inget ärende har det numret."]),
        ("HV-2026-0001", LinkReason.SIBLING, ["Det är ärendets eget nummer."]),
        ("'; DROP TABLE link; --", LinkReason.SIBLING, ["Inget ärende har det numret."]),
    ],
)
def test_what_cannot_be_linked_is_said_at_its_field(
    session: Session,
    pair: tuple[CaseId, CaseId],
    number: str,
    reason: LinkReason | None,
    sentences: list[str],
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        links.link_to_number(session, pair[0], number, reason)
    told = [problem.message for problem in refused.value.problems]
    assert len(told) == len(sentences)
    assert all(message.startswith(sentence) for message, sentence in zip(told, sentences, strict=True))
    assert other_ends(session, pair[0]) == []


def test_a_link_is_made_once(session: Session, pair: tuple[CaseId, CaseId]) -> None:
    elias, nora = pair
    links.link_cases(session, nora, elias, LinkReason.SIBLING)
    links.link_cases(session, elias, nora, LinkReason.SAME_EVENT)
    assert other_ends(session, elias) == [(elias, nora, LinkReason.SIBLING)]
    with pytest.raises(InvalidInputError, match="redan länkade"):
        links.link_to_number(session, elias, "HV-2026-0002", LinkReason.SIBLING)


def test_the_link_is_logged_with_the_case_it_was_made_on(
    session: Session, pair: tuple[CaseId, CaseId]
) -> None:
    for mine, other in (pair, pair[::-1]):
        links.link_to_number(session, mine, session.facts(other).case.number, LinkReason.SIBLING)
        query = "SELECT case_number FROM log ORDER BY number DESC LIMIT 1"
        (logged,) = session.register.db.execute(query).fetchone()
        assert logged == session.facts(mine).case.number
        links.unlink_cases(session, mine, other)


def test_only_an_opened_case_is_linked_or_unlinked(session: Session, pair: tuple[CaseId, CaseId]) -> None:
    elias, nora = pair
    links.link_cases(session, elias, nora, LinkReason.SIBLING)
    session.opened.clear()
    with pytest.raises(NotAllowedError):
        links.link_to_number(session, elias, "HV-2026-0002", LinkReason.SIBLING)
    with pytest.raises(NotAllowedError):
        links.unlink_cases(session, elias, nora)


def test_a_mistaken_link_goes_away_and_both_acts_are_logged(
    session: Session, pair: tuple[CaseId, CaseId]
) -> None:
    elias, nora = pair
    links.link_cases(session, elias, nora, LinkReason.SIBLING)
    links.unlink_cases(session, nora, elias)
    assert other_ends(session, elias) == []
    logged = acts(session)
    assert logged[-2:] == [Act.CASE_LINKED, Act.CASE_UNLINKED]
    links.unlink_cases(session, nora, elias)
    assert acts(session) == logged
