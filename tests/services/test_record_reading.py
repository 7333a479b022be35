"""One entry for each opening of a record; showing it anew leaves none (design.md §3)."""

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import MeetingId
from allvar_desktop.services import records
from allvar_desktop.services.meeting_views import meeting_again, open_meeting
from allvar_desktop.services.session import Session


def readings(session: Session) -> int:
    rows = session.register.db.execute("SELECT count(*) FROM log WHERE act = ?", (Act.RECORD_OPENED,))
    return int(rows.fetchone()[0])


def test_opening_is_logged_each_time_and_showing_anew_never(session: Session, ongoing: MeetingId) -> None:
    records.end_editing(session, ongoing)
    before = readings(session)
    opened = open_meeting(session, ongoing)
    for _ in range(3):
        assert meeting_again(session, ongoing) == opened
    assert readings(session) == before + 1
    open_meeting(session, ongoing)
    assert readings(session) == before + 2
