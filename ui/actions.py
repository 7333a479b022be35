"""Every action of the program with its name and shortcut, in one table.

An action without `scope` works everywhere; one with a scope works on the page with that key, and its
shortcut may not be one that works everywhere. `Ctrl+K` lists the actions by name.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One action: its id, its words in the list of actions, its shortcut as Qt writes it."""

    id: str
    words: str
    shortcut: str = ""
    scope: str = ""

    @property
    def hint(self) -> str:
        """The shortcut as it stands on a button: `Ctrl N`."""
        names = {"Return": "Retur", "Space": "Mellanslag", "Escape": "Esc", "Shift": "Skift"}
        return " ".join(names.get(part, part) for part in self.shortcut.split("+"))


ACTIONS: tuple[Action, ...] = (
    Action("new_case", "Nytt ärende", "Ctrl+N"),
    Action("search", "Sök", "Ctrl+F"),
    Action("go_today", "Gå till Idag", "Ctrl+1"),
    Action("go_cases", "Gå till Ärenden", "Ctrl+2"),
    Action("go_settings", "Gå till Inställningar", "Ctrl+6"),
    Action("next_step", "Gör sidans nästa steg", "Ctrl+Return"),
    Action("print", "Skriv ut", "Ctrl+P"),
    Action("save", "Spara", "Ctrl+S"),
    Action("lock", "Lås", "Ctrl+L"),
    Action("help", "Hjälp om fältet", "F1"),
    Action("hide_names", "Dölj eller visa namn", "F9"),
    Action("back", "Tillbaka", "Escape"),
    Action("all_actions", "Alla åtgärder", "Ctrl+K"),
    Action("switch_account", "Lås och byt konto"),
    Action("quit", "Avsluta programmet", "Ctrl+Q"),
    # Ett ärende
    Action("reached", "Nådd", "N", "case"),
    Action("no_answer", "Inget svar", "I", "case"),
    Action("sms", "Skickade sms", "S", "case"),
    Action("why", "Varför? Visa uträkningen", "V", "case"),
    Action("protection", "Skyddsbedömning", "B", "case"),
    Action("assessment", "Förhandsbedömning", "F", "case"),
    Action("book", "Boka samtal", "T", "case"),
    Action("change_meeting", "Ändra samtalet", "A", "case"),
    Action("end_clock", "Avsluta eller annan åtgärd", "U", "case"),
    Action("write_summons", "Skriv kallelser", "K", "case"),
    Action("open_meeting", "Öppna samtalet", "O", "case"),
    Action("change_handler", "Byt handläggare", "H", "case"),
    Action("correct", "Rätta en uppgift", "R", "case"),
    Action("ask_police", "Fråga polisen", "P", "case"),
    Action("contact_1", "Anteckna kontakt med den första", "1", "case"),
    Action("contact_2", "Anteckna kontakt med den andra", "2", "case"),
    Action("contact_3", "Anteckna kontakt med den tredje", "3", "case"),
    Action("contact_4", "Anteckna kontakt med den fjärde", "4", "case"),
    Action("contact_more", "Anteckna kontakt med anteckning", "M", "case"),
    Action("delay_reason", "Ange orsak till försening", "D", "case"),
    Action("pause", "Anteckna väntan", "W", "case"),
    Action("link_case", "Länka till ett annat ärende", "L", "case"),
    Action("persons", "Visa personerna", "E", "case"),
    Action("matter", "Visa ärendets uppgifter", "G", "case"),
    Action("add_notice", "Lägg till en underrättelse", "", "case"),
    Action("add_party", "Lägg till en person", "", "case"),
    Action("close_case", "Avsluta ärendet", "", "case"),
    Action("reopen_case", "Öppna ärendet på nytt", "", "case"),
    # Nytt ärende
    Action("register", "Registrera utan att boka", "Alt+R", "new_case"),
    Action("add_guardian", "Lägg till en vårdnadshavare", "Alt+V", "new_case"),
    Action("add_adult", "Lägg till en annan vuxen", "Alt+A", "new_case"),
    Action("compare", "Jämför med ett ärende som liknar", "Alt+J", "new_case"),
    Action("free_times", "Gå till lediga tider", "Alt+T", "new_case"),
    Action("discard", "Kasta utkastet", "", "new_case"),
    # Boka
    Action("free_times_booking", "Gå till lediga tider", "Alt+T", "booking"),
    Action("add_outside", "Lägg till någon utifrån", "Alt+U", "booking"),
    # Samtal
    Action("commitment", "Gör raden till ett åtagande", "Ctrl+Space", "meeting"),
    Action("keep_statement", "Lägg till raden", "Ctrl+J", "meeting"),
    Action("next_section", "Nästa avsnitt", "Alt+Down", "meeting"),
    Action("previous_section", "Föregående avsnitt", "Alt+Up", "meeting"),
)

_BY_ID = {action.id: action for action in ACTIONS}


def action(action_id: str) -> Action:
    """The action of an id. KeyError for an unknown one."""
    return _BY_ID[action_id]


def of_scope(scope: str) -> tuple[Action, ...]:
    """The actions that work only on the page with this key."""
    return tuple(entry for entry in ACTIONS if entry.scope == scope)


def everywhere() -> tuple[Action, ...]:
    """The actions that work on every page."""
    return tuple(entry for entry in ACTIONS if not entry.scope)
