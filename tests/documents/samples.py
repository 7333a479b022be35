"""One plain value of each document: invented people and addresses, a published test number."""

from datetime import UTC, date, datetime, timedelta

from allvar_desktop.documents.commitments import CommitmentLine
from allvar_desktop.documents.family_copy import FamilyCopyValue
from allvar_desktop.documents.letter_texts import Addressee
from allvar_desktop.documents.page_frame import PaperIdentity
from allvar_desktop.documents.recipient import Recipient
from allvar_desktop.documents.recovery_sheet import RecoverySheetValue
from allvar_desktop.documents.summary_value import (
    AddendumLine,
    AttendanceLine,
    StatementLine,
    SummaryValue,
)
from allvar_desktop.documents.summons_value import Police, SummonsValue
from allvar_desktop.domain.record import Presence, Section, StatementKind
from allvar_desktop.domain.settings import Letterhead, Window

# Sunday 29 March 2026, 15.00 in Stockholm: the first afternoon of summer time.
MET = datetime(2026, 3, 29, 13, 0, tzinfo=UTC)

PAPER = PaperIdentity("HV-2026-0040-1", "3f9ac210")
SENDER = Letterhead(
    city="Stockholms stad",
    district="Hässelby-Vällingby stadsdelsförvaltning",
    unit="Ungdomsenheten",
    street="Hässelbyplan 3",
    postcode="165 73",
    town="Hässelby",
    phone="08-465 004 00",
    emergency_phone="08-465 004 99",
)
SARA = Recipient("Sara Bergdahl", "", "Övningsvägen 4", "1102", "162 60", "Vällingby")

SUMMONS = SummonsValue(
    paper=PAPER,
    sender=SENDER,
    window=Window(),
    recipient=SARA,
    written_on=date(2026, 3, 27),
    case_number="HV-2026-0040",
    addressee=Addressee.GUARDIAN,
    child="Elias",
    event_day=date(2026, 3, 27),
    starts=MET,
    ends=MET + timedelta(minutes=60),
    place="Hässelbyplan 3",
    room="rum Eken",
    arrival="Anmäl dig i receptionen.",
    signer="Frida Ek",
    signer_title="socialsekreterare",
    contact_phone="08-465 004 10",
    police=Police.IF_POSSIBLE,
)

COMMITMENTS = (
    CommitmentLine("Elias Bergdahl", "Går på alla lektioner.", date(2026, 4, 30)),
    CommitmentLine("Frida Ek", "Bokar ett möte med fältgruppen.", date(2026, 4, 10)),
    CommitmentLine("Frida Ek", "Ringer farmor om boendet.", None, is_withheld=True),
)

SUMMARY = SummaryValue(
    paper=PAPER,
    sender=SENDER,
    case_number="HV-2026-0040",
    child="Elias Bergdahl",
    child_identity="20130710-2390",
    began=MET,
    ended=MET + timedelta(minutes=55),
    place="Hässelbyplan 3, rum Eken",
    attendance=(
        AttendanceLine("Elias Bergdahl", "barnet", Presence.CAME),
        AttendanceLine("Sara Bergdahl", "vårdnadshavare", Presence.LATE, "Bussen var försenad."),
        AttendanceLine("Jonas Wik", "vårdnadshavare", Presence.ABSENT, "Fick inte ledigt."),
        AttendanceLine("Bo Prov", "stödperson", None),
    ),
    is_police_present=False,
    author="Frida Ek",
    author_title="socialsekreterare",
    written=MET + timedelta(hours=1),
    locked=MET + timedelta(days=1),
    statements=(
        StatementLine(Section.REPORTED, "Snatteri 27 mars.", "Polisen", StatementKind.FACT),
        StatementLine(Section.CHILD, "Jag var där.", "Elias Bergdahl", StatementKind.FACT),
        StatementLine(Section.CHILD, "Det var orättvist.", "Elias Bergdahl", StatementKind.VIEW),
        StatementLine(Section.LIFE, "Vill inte bo hos pappa.", "Elias Bergdahl", StatementKind.VIEW, True),
        StatementLine(Section.SUPPORT, "Gott stöd hemma.", "Frida Ek", StatementKind.ASSESSMENT),
    ),
    commitments=COMMITMENTS,
    addenda=(AddendumLine("Jonas Wik har ringt.", "Frida Ek", MET + timedelta(days=2)),),
    interpreter="somaliska, på telefon",
)

FAMILY_COPY = FamilyCopyValue(
    paper=PAPER,
    sender=SENDER,
    window=Window(),
    recipient=SARA,
    written_on=date(2026, 3, 30),
    case_number="HV-2026-0040",
    met=MET,
    commitments=COMMITMENTS,
    next_contact="Vi ringer dig i vecka 16.",
    contact_name="Frida Ek",
    contact_title="socialsekreterare",
    contact_phone="08-465 004 10",
)

RECOVERY_SHEET = RecoverySheetValue(
    city="Stockholms stad",
    unit="Ungdomsenheten",
    groups=("4TGH7", "9KM2P", "XW3RA", "07BCD", "E5FGH", "JKMNP", "QRS1T", "VWX8Z"),
    written_on=date(2026, 3, 1),
)
