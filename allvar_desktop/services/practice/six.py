"""The six notices of the work description, each with its catch."""

from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from allvar_desktop.domain.case import LinkReason
from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewCase, NewNotice, NewParty
from allvar_desktop.domain.notice import Arrival, MayBeTold, Mediation, NoticeKind
from allvar_desktop.domain.paper import PaperKind
from allvar_desktop.domain.party import PartyRole, Protection
from allvar_desktop.services import endings, links, notices, registration
from allvar_desktop.services.practice.beginning import assess, let_tell, reach_family, take_in
from allvar_desktop.services.practice.casework import CaseWork
from allvar_desktop.services.practice.course import Course, FamilyKind, Phase, practice_data
from allvar_desktop.services.practice.office import Office, from_wall
from allvar_desktop.services.practice.people import Family
from allvar_desktop.services.practice.stories import Part, explain_when_late, parts_of, tell
from allvar_desktop.services.practice.year import Story

_KINDS = {
    "kind": NoticeKind,
    "arrival": Arrival,
    "may_be_told": MayBeTold,
    "mediation": Mediation,
    "role": PartyRole,
    "protection": Protection,
}
_MOMENTS = frozenset({"received", "reported", "offence"})
_PRINTED = frozenset({"elias", "nora", "yusuf"})
"""Whose letters and summary are there to look at."""
_Form = TypeVar("_Form", NewNotice, NewParty)


def forms() -> dict[str, NewCase]:
    """The form of each child's case, by the child's first name in small letters."""
    return {name: _form(row) for name, row in practice_data("notices").items()}


def numbers_and_phones() -> frozenset[str]:
    """What the people of the six notices have, and nobody else."""
    people = [party for form in forms().values() for party in (form.child, *form.adults)]
    return frozenset(text for party in people for text in (party.identity_number, party.phone) if text)


def six_stories(office: Office) -> tuple[Story, ...]:
    """One story for each notice; that of Melker begins Ali's."""
    return tuple(_story(office, name) for name in ("elias", "nora", "yusuf", "melker", "tindra", "sem"))


def _story(office: Office, name: str) -> Story:
    row = practice_data("notices")[name]
    work = _work(office, name)
    yield from_wall(row["registered"])
    take_in(work, _form(row))
    if name == "melker":
        office.begin(_ali(office, work.case_id))
    if name == "tindra":
        yield from _second_notice(work, row)
    if name == "yusuf":
        yield from _wait_for_police(work, row)
    yield from tell(work, _parts(name, work.course))


def _parts(name: str, course: Course) -> tuple[Part, ...]:
    if name == "sem":
        return (explain_when_late, assess, let_tell, reach_family)
    return parts_of(course)


def _ali(office: Office, melker: CaseId) -> Story:
    """The friend's case, registered right after; linked for the worker, never on paper."""
    work = _work(office, "ali")
    yield office.clock.now() + timedelta(minutes=6)
    take_in(work, _form(practice_data("notices")["ali"]))
    links.link_cases(work.session, melker, work.case_id, LinkReason.SAME_EVENT)
    yield from tell(work, parts_of(work.course))


def _second_notice(work: CaseWork, row: dict[str, Any]) -> Story:
    yield from assess(work)
    yield from_wall(row["later_registered"])
    registration.add_notice(work.session, work.case_id, _notice(row["later"]), is_new_event=False)


def _wait_for_police(work: CaseWork, row: dict[str, Any]) -> Story:
    """The interview comes first; the pause stands beside the clock, which goes on."""
    yield from assess(work)
    endings.record_pause(
        work.session,
        work.case_id,
        DelayReason.POLICE_ASKED_TO_WAIT,
        begins=work.session.present,
        ends=Moment.from_instant(from_wall(row["told_at"])),
        note="Förhör planerat klockan 10.",
    )
    yield from_wall(row["told_at"])
    asked = work.office.post.asked()
    for notice in work.facts.notices:
        notices.answer_may_be_told(work.session, notice.id, MayBeTold.YES, asked)


def _work(office: Office, name: str) -> CaseWork:
    row = practice_data("notices")[name]
    form = _form(row)
    is_open = name == "sem"
    course = Course(
        family=FamilyKind(row.get("family", "together")),
        safety=row.get("safety", ""),
        interpreter=any(adult.is_interpreter_needed for adult in form.adults),
        talk_at=row.get("talk_at"),
        delay=DelayReason.NOT_REACHED if is_open else None,
        until=Phase.REACHED if is_open else Phase.CLOSED,
        prints=frozenset({PaperKind.SUMMONS, PaperKind.SUMMARY}) if name in _PRINTED else frozenset(),
    )
    received = form.notice.received
    if received is None:
        raise ValueError("a notice was received at some time")
    return CaseWork(office, course, received.earliest(), Family(form.child, form.adults))


def _form(row: dict[str, Any]) -> NewCase:
    child, *adults = (_values(NewParty, {"protection": "none", **party}) for party in row["party"])
    # The second child of one notice has it from the first one's table.
    notice = _notice(row["notice"] if "notice" in row else practice_data("notices")["melker"]["notice"])
    pairs = {
        name: tuple((reader, about) for reader, about in row.get(name, ()))
        for name in ("hidden_pairs", "shown_pairs")
    }
    return NewCase(notice, child, tuple(adults), **pairs)


def _notice(row: dict[str, Any]) -> NewNotice:
    return _values(NewNotice, row)


def _values(kind: type[_Form], row: dict[str, Any]) -> _Form:
    known = kind.__dataclass_fields__
    return kind(**{name: _value(name, value) for name, value in row.items() if name in known})


def _value(name: str, value: Any) -> Any:
    if name in _MOMENTS:
        return _moment(value)
    return _KINDS[name](value) if name in _KINDS else value


def _moment(value: date) -> Moment:
    """A table's day, or its day and hour."""
    if isinstance(value, datetime):
        return Moment(value.date(), value.time())
    return Moment(value)
