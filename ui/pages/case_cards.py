"""Every card of *Ett ärende* by its key, every action of the page, and the forms that can be opened again."""

from collections.abc import Callable
from typing import Any

from allvar_desktop.domain.contact import Channel, ContactResult
from allvar_desktop.domain.path import PathStep
from ui.dialogs import ask
from ui.pages.case_card import StepCard
from ui.pages.case_contact_card import contact_card
from ui.pages.case_contact_work import ContactWork
from ui.pages.case_desk import CaseDesk
from ui.pages.case_follow_up_card import follow_up_card
from ui.pages.case_foot import ACTION_OF
from ui.pages.case_matter_card import matter_card
from ui.pages.case_matter_work import MatterWork
from ui.pages.case_meeting_card import meeting_card
from ui.pages.case_meeting_work import MeetingWork
from ui.pages.case_notice_card import notice_card
from ui.pages.case_notice_work import NoticeWork
from ui.pages.case_paper_work import PaperWork
from ui.pages.case_path import MATTER, PEOPLE
from ui.pages.case_people_card import people_card
from ui.pages.case_people_work import PeopleWork
from ui.pages.case_summary_card import summary_card
from ui.pages.case_summons_card import summons_card

_FORM_WORDS = {
    "contact": "en kontakt",
    "protection": "en skyddsbedömning",
    "preliminary": "en förhandsbedömning",
    "told": "polisens svar",
    "add_notice": "en ny underrättelse",
    "notice": "en rättad underrättelse",
    "party": "en rättad person",
    "add_party": "en ny person",
    "pair": "vem som får veta",
    "permission": "ett samtycke",
    "pause": "en väntan",
    "link_case": "en länk",
}


def form_words(name: str) -> str:
    """A form in a sentence."""
    return _FORM_WORDS.get(name, "ett formulär")


class CaseCards:
    """The work of each part of the page, and what makes its card."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk
        self.notices = NoticeWork(desk)
        self.contacts = ContactWork(desk)
        self.meetings = MeetingWork(desk)
        self.papers = PaperWork(desk)
        self.people = PeopleWork(desk)
        self.matter = MatterWork(desk)
        self._makers: dict[str, Callable[[], StepCard]] = {
            PathStep.NOTICE: lambda: notice_card(desk, self.notices),
            PathStep.CONTACT: lambda: contact_card(desk, self.contacts),
            PathStep.SUMMONS: lambda: summons_card(desk, self.meetings, self.papers),
            PathStep.MEETING: lambda: meeting_card(desk, self.meetings),
            PathStep.SUMMARY: lambda: summary_card(desk, self.meetings, self.papers),
            PathStep.FOLLOW_UP: lambda: follow_up_card(desk),
            PEOPLE: lambda: people_card(desk, self.people),
            MATTER: lambda: matter_card(desk),
        }

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all cards."""
        return frozenset(str(key) for key in self._makers)

    def make(self, key: str) -> StepCard:
        """The card of a key."""
        return self._makers[key]()

    def ways(self) -> dict[str, Callable[[], object]]:
        """What each action of the page does."""
        return {
            "next_step": self.do_next_step,
            "why": self.matter.explain,
            **self._notice_ways(),
            **self._contact_ways(),
            **self._meeting_ways(),
            "persons": lambda: self._desk.open_part(PEOPLE),
            "add_party": self.people.choose_and_add,
            "matter": lambda: self._desk.open_part(MATTER),
            "change_handler": self.matter.change_handler,
            "delay_reason": self.matter.give_delay_reason,
            "pause": self.matter.pause,
            "link_case": self.matter.link,
            "end_clock": self.matter.end,
            "close_case": self.matter.close,
            "reopen_case": self.matter.reopen,
            "correct": self.correct,
        }

    def _notice_ways(self) -> dict[str, Callable[[], object]]:
        return {
            "protection": self.notices.assess_next,
            "assessment": self.notices.decide_next,
            "ask_police": self.notices.ask_next,
            "add_notice": self.notices.add,
        }

    def _contact_ways(self) -> dict[str, Callable[[], object]]:
        tell = self.contacts.tell
        return {
            "call": self.contacts.call_next,
            "reached": lambda: tell(Channel.PHONE, ContactResult.REACHED, "Nådd"),
            "no_answer": lambda: tell(Channel.PHONE, ContactResult.NO_ANSWER, "Inget svar"),
            "sms": lambda: tell(Channel.SMS, ContactResult.SENT, "SMS utan innehåll"),
            "contact_1": lambda: self.contacts.choose(0),
            "contact_2": lambda: self.contacts.choose(1),
            "contact_3": lambda: self.contacts.choose(2),
            "contact_4": lambda: self.contacts.choose(3),
            "contact_more": self.contacts.write,
        }

    def _meeting_ways(self) -> dict[str, Callable[[], object]]:
        return {
            "book": self.meetings.book,
            "move": self.meetings.move,
            "change_meeting": self.meetings.change,
            "write_summons": self.meetings.write_summons,
            "open_meeting": self.meetings.open_meeting,
            "print_summary": self.meetings.print_summary,
        }

    def do_next_step(self) -> None:
        """What the filled button does; where nothing is to be done, the follow-up is shown."""
        action_id = ACTION_OF.get(self._desk.view.advice.step)
        if action_id is None:
            self._desk.open_part(PathStep.FOLLOW_UP)
        else:
            self._desk.ways[action_id]()

    def correct(self) -> None:
        """A number for each person and each notice."""
        from ui import names

        facts = self._desk.facts
        people = [
            (("party", party.id), f"{names.shown(party.shown_name)}, {party.role.text}")
            for party in facts.parties
        ]
        notices = [
            (("notice", notice.id), self.notices.words(notice).rstrip(".")) for notice in facts.notices
        ]
        chosen = ask.choose("Rätta en uppgift", [*people, *notices])
        if chosen is not None:
            kind, row_id = chosen
            if kind == "party":
                self.people.correct(party_id=row_id)
            else:
                self.notices.correct(notice_id=row_id)

    def reopen(self, form: dict[str, Any]) -> None:
        """Open a form again with what stood in it; one that is no longer known is passed over."""
        ways: dict[str, Callable[..., object]] = {
            "contact": self.contacts.write,
            "protection": self.notices.write_protection,
            "preliminary": self.notices.write_preliminary,
            "told": self.notices.ask_police,
            "add_notice": self.notices.add,
            "notice": self.notices.correct,
            "party": self.people.correct,
            "add_party": self.people.add,
            "pair": self.people.write_pair,
            "permission": self.people.permit,
            "pause": self.matter.pause,
            "link_case": self.matter.link,
        }
        way = ways.get(str(form.get("name")))
        params, values = form.get("params"), form.get("values")
        if way is not None and isinstance(params, dict) and isinstance(values, dict):
            self._desk.shell.succeeds(lambda: way(**params, draft=values))
