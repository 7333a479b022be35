"""From the notice to a family that is reached."""

from dataclasses import replace
from datetime import timedelta

from allvar_desktop.domain.case import LinkReason, OpenReason
from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.ending import DelayReason
from allvar_desktop.domain.ids import CaseId
from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewCase
from allvar_desktop.domain.notice import Arrival, MayBeTold, ProtectionResult
from allvar_desktop.domain.party import Party
from allvar_desktop.services import cases, contacts, endings, links, notices, parties, registration
from allvar_desktop.services.practice.casework import CaseWork
from allvar_desktop.services.practice.course import FamilyKind, Phase, Trouble
from allvar_desktop.services.practice.year import Story

_TRIES = (timedelta(hours=2), timedelta(hours=3))


def take_in(
    work: CaseWork, form: NewCase, *, twin_of: CaseId | None = None, earlier: CaseId | None = None
) -> None:
    """Register the case, linked to another one where there is one."""
    session = work.session
    if earlier is not None:
        work.case_id = registration.register_again(session, form, earlier)
    else:
        work.case_id = registration.register_case(session, form)
    if twin_of is not None:
        links.link_cases(session, twin_of, work.case_id, LinkReason(work.course.twin))
    if work.course.handler == "none":
        cases.change_handler(session, work.case_id, None)


def assess(work: CaseWork) -> Story:
    """The protection assessment of each notice that has none."""
    yield work.office.soon(work.now, 6, 40)
    facts = work.facts
    for notice in facts.notices:
        if facts.protection_assessment_of(notice.id) is not None:
            continue
        roll = work.office.chance.random()
        if notice.arrival is Arrival.ON_CALL and roll < 0.2:
            notices.assess_protection(
                work.session, notice.id, None, reason=work.because("protection_left_out")
            )
        else:
            result = ProtectionResult.NEED if roll > 0.97 else ProtectionResult.NO_NEED
            notices.assess_protection(work.session, notice.id, result)
    work.reach(Phase.ASSESSED)


def let_tell(work: CaseWork) -> Story:
    """The word of the police, which may have to be waited for."""
    if work.course.has(Trouble.POLICE_WAITS):
        yield work.office.soon(work.now, 5, 20)
        until = Moment.from_instant(work.office.in_office(work.now, 1))
        endings.record_pause(
            work.session,
            work.case_id,
            DelayReason.POLICE_ASKED_TO_WAIT,
            begins=work.session.present,
            ends=until,
            note=work.because("wait_note"),
        )
        if work.reach(Phase.WAITS):
            return
        yield work.office.soon(until.earliest(), 30, 90)
    unanswered = [each for each in work.facts.notices if each.may_be_told is not MayBeTold.YES]
    if unanswered and work.course.is_named:
        yield work.office.soon(work.now, 20, 120)
        asked = work.office.post.asked()
        for notice in unanswered:
            notices.answer_may_be_told(work.session, notice.id, MayBeTold.YES, asked)
    work.reach(Phase.TOLD)


def reach_family(work: CaseWork) -> Story:
    """Phone calls until each adult that can be reached has been; not all of them answer at once."""
    adults = [party for party in work.facts.callable_adults if party.phone]
    for adult in adults[:-1] if len(adults) > 1 else []:
        yield work.office.soon(work.now, 5, 30)
        _reached(work, adult)
    last = adults[-1]
    is_half = work.course.stops_at(Phase.HALF_REACHED)
    if work.course.has(Trouble.UNANSWERED) or is_half:
        for wait in _TRIES:
            yield work.office.soon(work.now, 10, 40)
            _unanswered(work, last)
            if not is_half:
                yield work.office.soon(work.now + wait)
    if is_half:
        return
    yield work.office.soon(work.now, 5, 60)
    _reached(work, last)
    if work.course.family is FamilyKind.ABROAD:
        parties.explain_one_guardian(work.session, work.case_id, work.because("one_guardian"))
    work.reach(Phase.REACHED)


def cover(work: CaseWork) -> Story:
    """A colleague looks into the case, with the reason that is logged."""
    if work.course.is_covered:
        yield work.office.soon(work.now, 10, 60)
        cases.open_case(work.office.session("frida"), work.case_id, OpenReason.COVER)


def keep_trying(work: CaseWork) -> Story:
    """Days without an answer, by every channel."""
    for channel in (Channel.PHONE, Channel.SMS, Channel.PHONE, Channel.LETTER, Channel.VISIT, Channel.PHONE):
        yield work.office.soon(work.now + timedelta(hours=work.office.chance.randint(3, 20)))
        for adult in work.facts.callable_adults[:1]:
            result = (
                ContactResult.SENT if channel in (Channel.SMS, Channel.LETTER) else ContactResult.NO_ANSWER
            )
            contacts.record_contact(work.session, adult.id, channel, result)


def correct(work: CaseWork) -> Story:
    """What was written down wrong is corrected, the old value kept."""
    for what in work.course.corrections:
        yield work.office.soon(work.now, 15, 90)
        facts, because = work.facts, work.because(f"correct_{what}")
        if what == "received":
            form = parties.as_notice_form(facts.notices[0])
            earlier = Moment.from_instant(facts.notices[0].received.earliest() - timedelta(minutes=20))
            parties.correct_notice(
                work.session, facts.notices[0].id, replace(form, received=earlier), because
            )
            continue
        adult = facts.callable_adults[0]
        form_of = parties.as_form(adult)
        if what == "phone":
            new = replace(form_of, phone=work.office.people.another_phone())
        else:
            new = replace(form_of, name=adult.name.replace("a", "ah", 1))
        parties.correct_party(work.session, adult.id, new, because)


def _reached(work: CaseWork, adult: Party) -> None:
    contacts.record_contact(
        work.session, adult.id, Channel.PHONE, ContactResult.COMING, note=work.because("reached_note")
    )


def _unanswered(work: CaseWork, adult: Party) -> None:
    contacts.record_contact(
        work.session, adult.id, Channel.PHONE, ContactResult.NO_ANSWER, note=work.because("answer_note")
    )
