"""Row identities, one type each so that they cannot be mixed up."""

from typing import NewType

AccountId = NewType("AccountId", int)
CaseId = NewType("CaseId", int)
NoticeId = NewType("NoticeId", int)
PartyId = NewType("PartyId", int)
MeetingId = NewType("MeetingId", int)
PaperId = NewType("PaperId", int)
StatementId = NewType("StatementId", int)
CommitmentId = NewType("CommitmentId", int)
