"""*Inställningar*: what the unit decides for itself."""

from dataclasses import replace

from allvar_desktop.domain import text_limits
from allvar_desktop.domain.act import Act
from allvar_desktop.domain.problem import Problem
from allvar_desktop.domain.settings import UnitSettings
from allvar_desktop.domain.text_limits import check_text
from allvar_desktop.services.access import require_administrator
from allvar_desktop.services.case_lines import renew_all
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.registers import unit_name
from allvar_desktop.services.session import Session
from allvar_desktop.storage.instants import instant_to_text

IDLE_SHORTEST, IDLE_LONGEST = 2, 15
_LETTERHEAD = (
    ("city", "Staden"),
    ("district", "Stadsdelen"),
    ("unit", "Enheten"),
    ("street", "Besöksadressen"),
    ("postcode", "Postnumret"),
    ("town", "Orten"),
    ("phone", "Telefonnumret"),
    ("emergency_phone", "Jourens telefonnummer"),
)


def check_settings(settings: UnitSettings) -> tuple[Problem, ...]:
    """What is wrong with the settings as typed; fields carry the settings' names."""
    from allvar_desktop.documents.window import window_problems  # reportlab can wait until somebody saves

    head = settings.letterhead
    problems = [
        problem
        for name, label in _LETTERHEAD
        for problem in check_text(name, label, getattr(head, name), text_limits.LINE)
    ]
    problems += [
        Problem(name, f"{label} saknas.") for name, label in _LETTERHEAD[:3] if not getattr(head, name)
    ]
    for room in settings.rooms:
        problems += check_text("rooms", "Rummets namn", room, text_limits.SHORT)
    if not IDLE_SHORTEST <= settings.idle_minutes <= IDLE_LONGEST:
        problems.append(Problem("idle_minutes", "Låset väntar mellan 2 och 15 minuter."))
    prefix = settings.case_prefix
    if not (prefix.isascii() and prefix.isalpha() and prefix.isupper() and len(prefix) <= 6):
        problems.append(
            Problem("case_prefix", "Ärendenumrets början är en till sex stora bokstäver, som HV.")
        )
    if not settings.talk_label.strip():
        problems.append(Problem("talk_label", "Skriv vad samtalet kallas, till exempel allvarssamtal."))
    return (*problems, *settings.office.problems(), *window_problems(settings.window))


def change_settings(session: Session, settings: UnitSettings) -> None:
    """Store the settings; what clocks hang on renews every line of the lists in the same transaction.

    Of changed office hours or closed days the former are kept: a running clock shows both (domain.md §3).
    """
    require_administrator(session)
    refuse(check_settings(settings))
    old = session.settings
    if old.office != settings.office:
        settings = replace(
            settings, office_before=old.office, office_changed=instant_to_text(session.clock.now())
        )
    with session.action(Act.SETTINGS_CHANGED) as entry:
        session.tables.settings.save(settings)
        entry.result(settings, "settings")
        session.forget_settings()
        if _clocks_by(old) != _clocks_by(settings):
            renew_all(session)
    if unit_name(old) != unit_name(settings):
        session.register.keys.name_unit(unit_name(settings))


def _clocks_by(settings: UnitSettings) -> tuple[object, ...]:
    return (settings.clock_start, settings.clock_stop, settings.office)
