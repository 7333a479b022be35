"""The agreement: who does what by when, the staff's own commitments too."""

from allvar_desktop.domain.act import Act
from allvar_desktop.domain.ids import CommitmentId, MeetingId
from allvar_desktop.domain.record import Commitment
from allvar_desktop.domain.record_contents import NewCommitment, check_commitment
from allvar_desktop.domain.text_limits import tidy
from allvar_desktop.services.problems import refuse
from allvar_desktop.services.record_editing import written
from allvar_desktop.services.session import Session


def add_commitment(session: Session, meeting_id: MeetingId, commitment: NewCommitment) -> CommitmentId:
    """A new one in the draft that is being written."""
    facts, meeting = written(session, meeting_id)
    refuse(check_commitment(facts, meeting, commitment))
    row = Commitment(
        CommitmentId(0),
        meeting_id,
        tidy(commitment.text),
        commitment.party_id,
        commitment.account_id,
        commitment.due,
        commitment.is_withheld,
    )
    with session.register.atomic(), session.known.untouched():
        return CommitmentId(session.tables.commitments.add(row))


def change_commitment(session: Session, commitment_id: CommitmentId, commitment: NewCommitment) -> None:
    """Another text, person or day, while the record is a draft."""
    old = session.tables.commitments.get(commitment_id)
    facts, meeting = written(session, old.meeting_id)
    refuse(check_commitment(facts, meeting, commitment))
    with session.register.atomic():
        session.tables.commitments.change(
            commitment_id,
            text=tidy(commitment.text),
            party_id=commitment.party_id,
            account_id=commitment.account_id,
            due=commitment.due,
            is_withheld=commitment.is_withheld,
        )


def remove_commitment(session: Session, commitment_id: CommitmentId) -> None:
    """Take one out of the draft."""
    old = session.tables.commitments.get(commitment_id)
    written(session, old.meeting_id)
    with session.register.atomic():
        session.tables.commitments.remove(commitment_id)


def mark_commitment_done(session: Session, commitment_id: CommitmentId, *, is_done: bool = True) -> None:
    """It was kept, or the mark was a slip: the one thing that a locked record lets change."""
    old = session.tables.commitments.get(commitment_id)
    meeting = session.tables.meetings.get(old.meeting_id)
    session.facts(meeting.case_id)
    with session.action(Act.COMMITMENT_DONE, meeting.case_id, f"commitment:{commitment_id}") as entry:
        done = session.clock.now() if is_done else None
        entry.result(session.tables.commitments.change(commitment_id, done=done))
