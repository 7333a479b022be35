"""Which sentences a summons holds, and in which order."""

from collections.abc import Mapping, Sequence

from allvar_desktop.documents.letter_texts import Part, Variant, wording
from allvar_desktop.documents.summons_value import Police, Reason, SummonsValue
from allvar_desktop.documents.text import Clean, clean, together
from allvar_desktop.domain.moment import to_local
from allvar_desktop.domain.time_text import clock_text, long_day_text, long_duration_text, plain_day_text

LeadAndBody = tuple[Clean, Clean]

_LONGEST_WHOLE_NAME = 40


class SummonsWords:
    """The filled sentences of one letter."""

    def __init__(self, value: SummonsValue) -> None:
        self._value = value
        self._wording = wording(value.language, value.variant, value.addressee)
        self._fields = _fields(value)

    def say(self, *parts: Part) -> LeadAndBody:
        """Several sentences as one paragraph; the first one's lead leads it."""
        filled = [self._wording[part].fill(self._fields) for part in parts]
        between = "\n" if self._value.variant is Variant.EASY else " "
        return filled[0][0], clean(between.join(body for _, body in filled))

    @property
    def why(self) -> LeadAndBody:
        """Why the family is called, in the chosen wording."""
        is_event, is_police = self._value.reason is Reason.EVENT, self._value.is_told_by_police
        if is_event:
            return self.say(Part.EVENT_POLICE if is_police else Part.EVENT_OTHER)
        return self.say(Part.SUSPICION_POLICE if is_police else Part.SUSPICION_OTHER)

    @property
    def when(self) -> Clean:
        """Day and hours, with a capital at the front."""
        text = self.say(Part.WHEN)[1]
        return clean(text[:1].upper() + text[1:])

    @property
    def where(self) -> Clean:
        """Place, room and the way in."""
        value = self._value
        place = ", ".join(part.strip() for part in (value.place, value.room) if part.strip())
        return clean(" ".join(part for part in (f"{place}.", value.arrival.strip()) if part))

    @property
    def who(self) -> LeadAndBody:
        """Who is called and who will be there."""
        value = self._value
        parts = [Part.CALLED_WITH_OTHERS if value.others else Part.CALLED, Part.STAFF]
        if value.police is not Police.NO:
            is_sure = value.police is Police.COMING
            parts.append(Part.POLICE_COMING if is_sure else Part.POLICE_IF_POSSIBLE)
        if value.also_present:
            parts.append(Part.ALSO_PRESENT)
        return self.say(*parts)

    @property
    def rest(self) -> list[LeadAndBody]:
        """The paragraphs after time and place."""
        is_booked = bool(self._value.interpreter_language)
        interpreter = Part.INTERPRETER_BOOKED if is_booked else Part.INTERPRETER_OFFER
        parts = [Part.VOLUNTARY, Part.CHANGE_TIME, interpreter, Part.SUPPORT_PERSON]
        parts += [Part.RECORD, Part.ABSENT, Part.EMERGENCY]
        return [self.say(part) for part in parts]


def _fields(value: SummonsValue) -> Mapping[str, str]:
    starts, ends = to_local(value.starts), to_local(value.ends)
    staff = [_name(name) for name in (value.signer, *value.colleagues)]
    also = _joined(value.also_present)
    return {
        "child": _name(value.child),
        "day": _event_day(value),
        "suspicion": value.suspicion.strip(),
        "more": _more([_name(name) for name in value.others]),
        "staff": _joined(staff) if value.colleagues else f"{staff[0]}, {value.signer_title}",
        "also": also[:1].upper() + also[1:],
        "start_day": long_day_text(starts.date()),
        "start": clock_text(starts.time()),
        "end": clock_text(ends.time()),
        "length": together(long_duration_text(value.ends - value.starts)),
        "contact": staff[0],
        "phone": together(value.contact_phone),
        "language": value.interpreter_language,
        "emergency": together(value.sender.emergency_phone),
        "talk": value.talk_label,
    }


def _event_day(value: SummonsValue) -> str:
    if value.event_day is None:
        return ""
    around = "omkring den" if value.is_event_day_approximate else "den"
    day, year = plain_day_text(value.event_day).rsplit(" ", 1)
    return f"{together(f'{around} {day}')} {year}"


def _name(name: str) -> str:
    """A short name is not parted over two lines."""
    name = name.strip()
    return together(name) if len(name) <= _LONGEST_WHOLE_NAME else name


def _joined(names: Sequence[str]) -> str:
    """``A, B och C``."""
    *first, last = names or ("",)
    return f"{', '.join(first)} och {last}" if first else last


def _more(names: Sequence[str]) -> str:
    """The end of a list already begun: `` och C``, ``, B och C``."""
    *first, last = names or ("",)
    return "".join(f", {name}" for name in first) + (f" och {last}" if last else "")
