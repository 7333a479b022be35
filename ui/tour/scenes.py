"""The six notices, each with its catch, from what came in to what was printed."""

from datetime import UTC, datetime
from functools import partial

from allvar_desktop.domain.case import LinkReason
from allvar_desktop.domain.ids import CaseId, MeetingId
from allvar_desktop.domain.paper import PaperState
from allvar_desktop.domain.record import Presence, Section
from allvar_desktop.services import papers
from allvar_desktop.services.example_notices import ExampleNotice, example_notices
from allvar_desktop.services.meeting_views import case_of_meeting
from allvar_desktop.services.prepared import PreparedPaper
from ui.pages.booking_page import BookingPage
from ui.pages.case_page import CasePage
from ui.pages.meeting_page import MeetingPage
from ui.pages.new_case_page import NewCasePage
from ui.pages.preview_page import PreviewPage
from ui.tour.camera import settle
from ui.tour.stage import Stage, expect
from ui.tour.typing import type_booking, type_in, type_later_notice

NO_NEED = "no_need"


def play_all(stage: Stage) -> None:
    """All six, in the order in which they come in."""
    cases = [register(stage, notice) for notice in example_notices()[:1]]
    elias(stage, cases[0])
    rest = example_notices()[1:]
    nora(stage, register(stage, rest[0]))
    yusuf(stage, register(stage, rest[1]))
    two_friends(stage, register(stage, rest[2]), register(stage, rest[3]))
    tindra(stage, rest[4])
    sem(stage, register(stage, rest[5]))


def register(stage: Stage, notice: ExampleNotice) -> CaseId:
    """Type a notice in, and register it; its case is shown."""
    stage.at(notice.registered)
    page = stage.go("new_case")
    if not isinstance(page, NewCasePage):
        raise TypeError("Nytt ärende is not shown")
    type_in(page.form, notice.form)
    page.refresh()
    settle()
    stage.shot(f"nytt-arende-{notice.number}")
    stage.press("register")
    case = stage.page
    if not isinstance(case, CasePage):
        raise TypeError(f"notice {notice.number} was not registered")
    return CaseId(case.desk.case_id)


def elias(stage: Stage, case_id: CaseId) -> None:
    """Notice 1, the whole way: over the change to summer time, two letters to two addresses."""
    stage.press("protection", NO_NEED)
    stage.press("contact_1", 0)
    stage.press("contact_2", 0)
    stage.shot("arende-natt")
    meeting_id = book(stage, case_id, datetime(2026, 3, 29, 13, tzinfo=UTC), picture="boka")
    print_letters(stage, meeting_id, "kallelser", 2)
    stage.shot("arende-kallad")
    stage.at(datetime(2026, 3, 29, 8, 20, tzinfo=UTC))
    stage.go("today")
    stage.shot("idag")
    stage.at(datetime(2026, 3, 29, 13, 4, tzinfo=UTC))
    write_record(stage, meeting_id)
    stage.go("case", case_id=case_id)
    stage.shot("arende-klart")


def nora(stage: Stage, case_id: CaseId) -> None:
    """Notice 2: the father may not know where mother and child are. He gets no word of their talk."""
    stage.press("protection", NO_NEED)
    stage.press("contact_1", 0)
    stage.shot("skyddad")
    meeting_id = book(
        stage,
        case_id,
        datetime(2026, 4, 8, 11, tzinfo=UTC),
        picture="boka-skilda-samtal",
        note="Pappan får ett eget samtal. Han får inte veta var de andra finns.",
    )
    stage.go("preview", kind="summons", meeting_id=meeting_id)
    stage.shot("skyddad-stoppad")
    expect(holds=all(one.is_stopped for one in prepared(stage)), words="a letter went to a protected address")
    expect(
        holds=not any("Peter" in one.recipient_name for one in prepared(stage)),
        words="Peter was called to the talk",
    )


def yusuf(stage: Stage, case_id: CaseId) -> None:
    """Notice 3: the police ask to wait. No letter, no call, until they say yes; the clock never pauses."""
    stage.press("protection", NO_NEED)
    stage.shot("polisen-vanta")
    meeting_id = book(stage, case_id, datetime(2026, 4, 16, 11, tzinfo=UTC), picture="boka-tolk")
    stage.go("preview", kind="summons", meeting_id=meeting_id)
    stage.shot("polisen-stoppar")
    expect(
        holds=all(one.is_stopped for one in prepared(stage)),
        words="a letter was made before the police said yes",
    )


def two_friends(stage: Stage, melker: CaseId, ali: CaseId) -> None:
    """Notice 4: two families and one event; each gets letters without a word about the other."""
    number = stage.session.facts(ali).case.number
    stage.go("case", case_id=melker)
    stage.press(
        "link_case",
        lambda dialog: dialog.form.set_values({"number": number, "reason": LinkReason.SAME_EVENT}),
    )
    for case_id, hour in ((melker, 7), (ali, 9)):
        stage.go("case", case_id=case_id)
        stage.press("protection", NO_NEED)
        meeting_id = book(stage, case_id, datetime(2026, 5, 5, hour, tzinfo=UTC))
        count = 1 if case_id == melker else 2
        print_letters(stage, meeting_id, "melker" if case_id == melker else "ali", count)
    stage.go("case", case_id=melker)
    stage.shot("lankade")


def tindra(stage: Stage, notice: ExampleNotice) -> None:
    """Notice 5: two notices about one thing; the clock starts at the first. Nobody asked the police yet."""
    register(stage, notice)
    for instant, later in notice.later:
        stage.at(instant)
        stage.press("add_notice", partial(type_later_notice, notice=later))
    stage.shot("tva-underrattelser")


def sem(stage: Stage, case_id: CaseId) -> None:
    """Notice 6: next to nothing is known, and the 48 hours end on Christmas Day."""
    stage.shot("kvallen-fore-julafton")
    stage.go("case", case_id=case_id)


def book(stage: Stage, case_id: CaseId, starts: datetime, *, picture: str = "", note: str = "") -> MeetingId:
    """Book an hour with all of the family who may meet; with a note where a guardian is left out."""
    page = stage.go("booking", case_id=case_id)
    if not isinstance(page, BookingPage):
        raise TypeError("the booking is not shown")
    type_booking(page, starts)
    if picture:
        stage.shot(picture)
    if note:
        page.form.called.conflict.button.click()
        page.form.called.note.set_value(note)
    stage.press("next_step")
    meetings = stage.session.facts(case_id).meetings
    expect(holds=bool(meetings) and meetings[-1].starts == starts, words="the talk was not booked")
    return meetings[-1].id


def prepared(stage: Stage) -> tuple[PreparedPaper, ...]:
    """The papers that the preview shows."""
    page = stage.page
    if not isinstance(page, PreviewPage):
        raise TypeError("the preview is not shown")
    return page.prepared


def print_letters(stage: Stage, meeting_id: MeetingId, name: str, count: int) -> None:
    """Look at the letters, print them, and say that they came out right."""
    stage.go("preview", kind="summons", meeting_id=meeting_id)
    stage.shot(name)
    case_id = case_of_meeting(stage.session, meeting_id)
    stage.press("print", *([True] * count))
    printed = [p for p in papers.papers_of(stage.session, case_id) if p.state is PaperState.PRINTED]
    expect(holds=len(printed) == count, words="not every letter was printed")


def write_record(stage: Stage, meeting_id: MeetingId) -> None:
    """The talk: who came, what was said, what was agreed; locked and printed."""
    page = stage.go("meeting", meeting_id=meeting_id)
    if not isinstance(page, MeetingPage):
        raise TypeError("the talk is not shown")
    stage.press("next_step")
    for row in page.attendance.rows:
        row.chips.set_value(Presence.CAME)
    for section, text in _SAID:
        page.go_to(section)
        page.editor.box.set_value(text)
        stage.press("keep_statement")
    page.go_to(Section.AGREEMENT)
    page.editor.box.set_value("Elias går till butiken med Jonas och ber om ursäkt.")
    stage.press("commitment")
    child = stage.session.facts(page.desk.facts.case.id).child
    page.editor.promise.put(f"party:{child.id}", "2026-04-10")
    stage.press("commitment")
    page.go_to(Section.CHILD)
    stage.shot("samtal")
    stage.dark(is_dark=True)
    stage.shot("samtal-morkt")
    stage.dark(is_dark=False)
    stage.at(datetime(2026, 3, 29, 13, 55, tzinfo=UTC))
    stage.press("next_step", True)
    settle()
    stage.shot("sammanfattning")
    stage.press("print", True)
    stage.go("preview", kind="family_copy", meeting_id=meeting_id)
    stage.shot("familjens-exemplar")
    stage.press("print", True, True)


_SAID = (
    (Section.WELCOME, "Frida Ek hälsar välkommen och berättar om sekretessen."),
    (Section.REPORTED, "Polisen har berättat om ett snatteri den 27 mars i Vällingby centrum."),
    (Section.CHILD, "En äldre kompis bad mig ta chokladen, och jag vågade inte säga nej."),
    (Section.CHILD, "Jag skäms och vill inte att farmor ska få veta."),
    (Section.GUARDIANS, "Vi har pratat hemma. Han är ledsen och vill göra rätt för sig."),
    (Section.CONSEQUENCES, "Butiken vill ha en ursäkt. Ingen ersättning krävs."),
    (Section.LIFE, "Skolan går bra. Tränar fotboll två gånger i veckan."),
    (Section.SUPPORT, "Familjen tackar ja till en kontakt med fältassistenten."),
    (Section.NEXT_CONTACT, "Frida ringer om en månad."),
    (Section.LAST_WORD, "Det är skönt att ha sagt det."),
)
