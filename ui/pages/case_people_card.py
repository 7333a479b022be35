"""*Personer*: everybody in the case, what is known of them, who may know of whom, and who has agreed."""

from PySide6.QtWidgets import QWidget

from allvar_desktop.domain.identity_number import IdentityNumber
from allvar_desktop.domain.party import Party, Protection
from allvar_desktop.domain.time_text import moment_text, plain_day_text
from ui import names
from ui.pages.case_card import StepCard, plain, quiet, stacked, together
from ui.pages.case_corrections import earlier_values
from ui.pages.case_desk import CaseDesk
from ui.pages.case_foot import add_foot
from ui.pages.case_names import hidden_in
from ui.pages.case_people_work import PeopleWork
from ui.pages.case_words import capital
from ui.widgets.buttons import Button
from ui.widgets.headings import SectionHead
from ui.widgets.pill import Pill, PillText
from ui.widgets.rows import Col
from ui.widgets.text import RunText, bold
from ui.widgets.text import quiet as quiet_run

_Row = list[QWidget | None]
_COLUMNS = (Col(grows=True), Col(is_right=True))


def people_card(desk: CaseDesk, work: PeopleWork) -> StepCard:
    """The card with the people of the case."""
    card = StepCard("Personer")
    card.rows("Personer", _COLUMNS, [_row(desk, work, party) for party in desk.facts.parties])
    rows = [*_pair_rows(desk, work), *_guardian_rows(desk, work), *_safety_rows(desk, work)]
    if rows:
        card.body.addWidget(SectionHead("Skydd och gemensamt samtal", has_line=False))
        card.rows("Skydd och gemensamt samtal", _COLUMNS, rows)
    add_foot(card, desk, ["add_party"])
    pair = Button("Vem får veta var vem finns …")
    pair.clicked.connect(lambda: work.write_pair(draft=None))
    both = Button("Inte båda vårdnadshavarna kallas …")
    both.clicked.connect(work.explain_one_guardian)
    is_many = len(desk.facts.family) > 1
    needs_note = len(desk.facts.guardians) > 1 and not desk.facts.case.both_guardians_note
    card.buttons(*([pair] if is_many else []), *([both] if needs_note else []))
    return card


def _row(desk: CaseDesk, work: PeopleWork, party: Party) -> _Row:
    name = names.shown(party.shown_name)
    cell = stacked(
        RunText(bold(name), quiet_run(f"  {party.role.text}{_relation(party)}")),
        *(quiet(line) for line in _lines(desk, party) if line),
    )
    button = Button("Rätta", name=f"Rätta {party.role.text} {name}")
    button.clicked.connect(lambda: work.correct(party_id=party.id))
    return [cell, together(*_states(desk, work, party), button, is_right=True)]


def _relation(party: Party) -> str:
    return f", {party.relation}" if party.relation else ""


def _lines(desk: CaseDesk, party: Party) -> tuple[str, ...]:
    born = f"född {plain_day_text(party.birth_date)}" if party.birth_date else ""
    number = IdentityNumber(party.identity_number).display() if party.identity_number else ""
    about = (names.masked(number), born, names.masked(party.phone), *map(names.masked, party.address_lines))
    interpreter = (
        f"behöver tolk: {party.language or 'språk saknas'}" if party.is_interpreter_needed else party.language
    )
    living = "barnet bor här" if party.is_living_with_child else ""
    more = (names.masked(party.organisation), interpreter, living, _permission(desk, party))
    note = hidden_in(party.note, desk.facts.parties)
    kept = f"Numret avviker: {party.identity_reason}" if party.identity_reason else ""
    return (
        " · ".join(part for part in about if part),
        " · ".join(part for part in more if part),
        note,
        kept,
        hidden_in(earlier_values(desk.facts, "party", party.id), desk.facts.parties),
    )


def _permission(desk: CaseDesk, party: Party) -> str:
    row = desk.facts.permission_of(party.id)
    if row is None:
        return ""
    ground = row.ground.text if row.ground else f"samtycke från {row.given_by}"
    return f"{ground}, {moment_text(row.given_at, desk.now)}: {row.covers}"


def _states(desk: CaseDesk, work: PeopleWork, party: Party) -> list[QWidget]:
    found: list[QWidget] = []
    if party.role.is_family and party.protection is Protection.UNKNOWN:
        button = Button("Ange skydd", name=f"Ange skydd för {names.shown(party.shown_name)}")
        button.clicked.connect(lambda: work.set_protection(party))
        found += [Pill(PillText("waiting", "Skydd okänt"), "Räknas som skyddat tills det är känt."), button]
    elif party.role.is_family and party.protection.is_protected:
        words = party.protection.text
        found.append(Pill(PillText("urgent", capital(words), has_mark=False)))
    if party.role.needs_permission:
        has = desk.facts.permission_of(party.id) is not None
        pill = PillText("done_in_time", "Får delta") if has else PillText("waiting", "Samtycke saknas")
        button = Button("Samtycke", name=f"Samtycke eller grund för {names.shown(party.shown_name)}")
        button.clicked.connect(lambda: work.permit(party_id=party.id))
        found += [Pill(pill), button]
    return found


def _pair_rows(desk: CaseDesk, work: PeopleWork) -> list[_Row]:
    rows: list[_Row] = []
    for reader, about in work.unanswered_pairs():
        words = f"Får {_name(reader)} få veta var {_name(about)} finns? Skydd: {about.protection.text}."
        button = Button("Svara", name=f"Svara: {words}")
        button.clicked.connect(lambda _=False, reader=reader, about=about: work.answer_pair(reader, about))
        rows.append([plain(words), button])
    for pair in desk.facts.pairs:
        reader, about = desk.facts.party(pair.reader_id), desk.facts.party(pair.about_id)
        said = f"{_name(reader)} får {'' if pair.may_know else 'inte '}få veta var {_name(about)} finns."
        words = f"{said} {earlier_values(desk.facts, 'knowledge_pair', pair.id)}".strip()
        button = Button("Ändra", name=f"Ändra: {said}")
        button.clicked.connect(lambda _=False, reader=reader, about=about: work.answer_pair(reader, about))
        rows.append([plain(words), button])
    return rows


def _guardian_rows(desk: CaseDesk, work: PeopleWork) -> list[_Row]:
    note = desk.facts.case.both_guardians_note
    if not note:
        return []
    words = f"Inte båda vårdnadshavarna kallas: {hidden_in(note, desk.facts.parties)}"
    button = Button("Ändra", name="Ändra varför inte båda vårdnadshavarna kallas")
    button.clicked.connect(work.explain_one_guardian)
    return [[plain(words), button]]


def _safety_rows(desk: CaseDesk, work: PeopleWork) -> list[_Row]:
    decision = desk.facts.safety_decision
    if decision is None and not work.conflicts():
        return []
    words = "Ett gemensamt samtal kräver gruppledarens säkerhetsbeslut."
    if decision is not None:
        said = "gemensamt samtal är säkert" if decision.is_joint_meeting_allowed else "skilda samtal"
        who = desk.view.accounts[decision.account_id].signature
        words = f"Säkerhetsbeslut {moment_text(decision.decided, desk.now)}, {who}: {said}. {decision.reason}"
    if not desk.is_supervisor:
        return [[plain(f"{words} Be gruppledaren."), None]]
    button = Button("Säkerhetsbeslut")
    button.clicked.connect(work.decide_safety)
    return [[plain(words), button]]


def _name(party: Party) -> str:
    return names.shown(party.name) if party.name else party.shown_name
