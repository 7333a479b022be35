"""The six notices of the work description, as somebody at the unit types them in. Fictional people.

Identity numbers are Skatteverket's test numbers, phone numbers from the range for fiction. Where a notice
says nothing about protection, the worker has looked it up: none.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from allvar_desktop.domain.moment import Moment
from allvar_desktop.domain.new_case import NewCase, NewNotice, NewParty
from allvar_desktop.domain.notice import Arrival, MayBeTold, Mediation, NoticeKind
from allvar_desktop.domain.party import PartyRole, Protection

CHILD, GUARDIAN, OTHER = PartyRole.CHILD, PartyRole.GUARDIAN, PartyRole.OTHER_ADULT
OPEN = Protection.NONE
PROTECTED = Protection.PROTECTED_REGISTRATION
POLICE = "Polisregion Stockholm, lokalpolisområde Vällingby"


@dataclass(frozen=True)
class Incoming:
    """One of the six: when somebody sits down to write (UTC), a form for each child, what comes later."""

    registered: datetime
    forms: tuple[NewCase, ...]
    later: tuple[tuple[datetime, NewNotice], ...] = ()


def at(month: int, day: int, hour: int, minute: int) -> Moment:
    return Moment(date(2026, month, day), time(hour, minute))


ELIAS = NewCase(
    NewNotice(
        kind=NoticeKind.SECTION_34,
        arrival=Arrival.COURIER,
        received=at(3, 27, 15, 40),
        reported=at(3, 27, 13, 5),
        offence=at(3, 27, 11, 50),
        sender=POLICE,
        reference="5000-K310412-26",
        event_text="Snatteri, Vällingby centrum",
        may_be_told=MayBeTold.YES,
        told_by="Polisen i underrättelsen",
        is_interview_held=True,
    ),
    NewParty(
        CHILD,
        "Elias Bergdahl",
        "201307102390",
        birth_date=date(2013, 7, 10),
        protection=OPEN,
        organisation="Övningsskolan",
    ),
    (
        NewParty(
            GUARDIAN,
            "Sara Bergdahl",
            "198410142387",
            phone="070-174 06 05",
            street="Övningsvägen 4",
            apartment="lgh 1102",
            postcode="162 60",
            town="Vällingby",
            protection=OPEN,
            is_living_with_child=True,
        ),
        NewParty(
            GUARDIAN,
            "Jonas Wik",
            "197710152393",
            phone="070-174 06 11",
            street="Provgatan 19",
            postcode="165 73",
            town="Hässelby",
            protection=OPEN,
        ),
    ),
)

NORA = NewCase(
    NewNotice(
        kind=NoticeKind.SECTION_34,
        received=at(4, 7, 9, 15),
        reported=at(4, 6, 21, 30),
        offence=at(4, 6, 20, 45),
        sender="Polisregion Stockholm",
        reference="5000-K318877-26",
        event_text="Skadegörelse",
        may_be_told=MayBeTold.YES,
        told_by="Polisen i underrättelsen",
        is_interview_held=True,
    ),
    NewParty(
        CHILD,
        "Nora Hedman",
        "201210162382",
        birth_date=date(2012, 10, 16),
        protection=PROTECTED,
        organisation="Provlundens skola",
    ),
    (
        NewParty(
            GUARDIAN,
            "Mikaela Hedman",
            "197812112386",
            phone="070-174 06 20",
            protection=PROTECTED,
            is_living_with_child=True,
        ),
        NewParty(
            GUARDIAN,
            "Peter Ståhl",
            "197705112394",
            phone="070-174 06 21",
            street="Mallvägen 2",
            postcode="165 60",
            town="Hässelby",
            protection=OPEN,
        ),
    ),
    hidden_pairs=((2, 0), (2, 1)),
    shown_pairs=((0, 1), (1, 0)),
)

YUSUF = NewCase(
    NewNotice(
        kind=NoticeKind.SECTION_6,
        arrival=Arrival.POST,
        received=at(4, 14, 16, 55),
        reported=at(4, 14, 15, 10),
        offence=Moment(date(2026, 4, 13)),
        sender="Polisregion Stockholm",
        reference="5000-K322019-26",
        event_text="Olaga hot",
        may_be_told=MayBeTold.NO,
        told_by="Polisen i underrättelsen",
        mediation=Mediation.POSITIVE,
    ),
    NewParty(
        CHILD,
        "Yusuf Warsame",
        "201010292397",
        birth_date=date(2010, 10, 29),
        protection=OPEN,
        language="svenska",
    ),
    (
        NewParty(
            GUARDIAN,
            "Hodan Warsame",
            "198111242387",
            phone="070-174 06 33",
            street="Kursgränd 7",
            apartment="lgh 1301",
            postcode="162 65",
            town="Vällingby",
            protection=OPEN,
            language="somaliska",
            is_interpreter_needed=True,
            is_living_with_child=True,
        ),
        NewParty(GUARDIAN, "Abdi Warsame", protection=OPEN, note="Utomlands till 20 april."),
    ),
)

_SAME_EVENT = NewNotice(
    kind=NoticeKind.SECTION_34,
    received=at(5, 4, 10, 5),
    offence=at(5, 3, 16, 20),
    sender="Polisregion Stockholm",
    reference="5000-K330150-26",
    event_text="Snatteri, tillsammans med annan",
    may_be_told=MayBeTold.YES,
    told_by="Polisen i underrättelsen",
)

MELKER = NewCase(
    _SAME_EVENT,
    NewParty(CHILD, "Melker Öhrn", "201203052392", birth_date=date(2012, 3, 5), protection=OPEN),
    (
        NewParty(
            GUARDIAN,
            "Åsa Öhrn",
            "197709072388",
            phone="070-174 06 40",
            street="Testbacken 11",
            postcode="165 64",
            town="Hässelby",
            protection=OPEN,
            is_living_with_child=True,
            note="Ensam vårdnad.",
        ),
    ),
)

ALI = NewCase(
    _SAME_EVENT,
    NewParty(CHILD, "Ali Al-Rashid", "201204052391", birth_date=date(2012, 4, 5), protection=OPEN),
    tuple(
        NewParty(
            GUARDIAN,
            name,
            identity,
            phone="070-174 06 41",
            street="Testbacken 15",
            postcode="165 64",
            town="Hässelby",
            protection=OPEN,
            language="arabiska",
            is_interpreter_needed=True,
            is_living_with_child=True,
        )
        for name, identity in (("Huda Al-Rashid", "198608292382"), ("Karim Al-Rashid", "198003232397"))
    ),
)

TINDRA = NewCase(
    NewNotice(
        kind=NoticeKind.CONCERN,
        arrival=Arrival.PHONE,
        received=at(6, 1, 11, 30),
        sender="Skolan",
        event_text="Elev misstänks ha burit kniv",
    ),
    NewParty(CHILD, "Tindra Falk-Ottosson", "201008062380", birth_date=date(2010, 8, 6), protection=OPEN),
    tuple(
        NewParty(
            GUARDIAN,
            name,
            identity,
            phone=phone,
            care_of="Ottosson",
            street="Exempelstigen 3 B",
            apartment="lgh 0902",
            postcode="162 70",
            town="Vällingby",
            protection=OPEN,
            is_living_with_child=True,
        )
        for name, identity, phone in (
            ("Eva Falk", "198105172384", "08-465 004 12"),
            ("Lars-Åke Ottosson", "197911252398", ""),
        )
    ),
)

TINDRA_POLICE = NewNotice(
    kind=NoticeKind.SECTION_6,
    received=at(6, 2, 14, 20),
    reported=at(6, 1, 12, 10),
    offence=at(6, 1, 10, 40),
    sender="Polisregion Stockholm",
    reference="5000-K341866-26",
    event_text="Brott mot knivlagen",
)

SEM = NewCase(
    NewNotice(
        kind=NoticeKind.SECTION_34,
        arrival=Arrival.ON_CALL,
        received=at(12, 23, 23, 10),
        offence=at(12, 23, 21, 0),
        sender="Socialjouren",
        reference="5000-K398004-26",
        event_text="Misshandel",
    ),
    NewParty(CHILD, "Sem Tesfay", language="tigrinja", note="Uppger själv namnet. Född 2012."),
    (
        NewParty(GUARDIAN, note="Okänd."),
        NewParty(OTHER, "Dawit", phone="070-174 06 66", relation="farbror"),
    ),
)

NOTICES = {
    1: Incoming(datetime(2026, 3, 27, 14, 45, tzinfo=UTC), (ELIAS,)),
    2: Incoming(datetime(2026, 4, 7, 7, 20, tzinfo=UTC), (NORA,)),
    3: Incoming(datetime(2026, 4, 15, 6, 5, tzinfo=UTC), (YUSUF,)),
    4: Incoming(datetime(2026, 5, 4, 8, 15, tzinfo=UTC), (MELKER, ALI)),
    5: Incoming(
        datetime(2026, 6, 1, 9, 35, tzinfo=UTC),
        (TINDRA,),
        ((datetime(2026, 6, 2, 12, 25, tzinfo=UTC), TINDRA_POLICE),),
    ),
    6: Incoming(datetime(2026, 12, 23, 22, 20, tzinfo=UTC), (SEM,)),
}
