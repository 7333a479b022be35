"""What is half written of an account is told again after a lock; a password never is."""

import pytest
from pytestqt.qtbot import QtBot

from allvar_desktop.domain.account import Account, Role
from allvar_desktop.domain.ids import AccountId
from ui.dialogs.account_dialog import AccountDialog, PasswordDialog
from ui.drafts import open_questions

OMAR = Account(AccountId(2), "Omar Lind", "socialsekreterare", "08-465 004 11", frozenset({Role.HANDLER}))


@pytest.mark.parametrize("account", [None, OMAR], ids=["new", "changed"])
def test_a_half_written_account_is_told_again_after_a_lock(account: Account | None, qtbot: QtBot) -> None:
    dialog = AccountDialog(account, lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert open_questions() == [], "nothing is written yet"
    dialog.form.set_values({"name": "Kim Provare", "title": "socialsekreterare", "phone": ""})
    if account is None:
        dialog.form.set_values({"password": "vante kajak linjal juvel"})
    title = "Nytt konto" if account is None else "Ändra kontot"
    assert open_questions() == [{"title": title, "text": "Kim Provare, socialsekreterare"}]


def test_a_password_is_never_kept(qtbot: QtBot) -> None:
    dialog = PasswordDialog(lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.set_values({"old": "vante kajak linjal", "new": "vante kajak linjal juvel"})
    assert dialog.typed() == {}
    assert open_questions() == []
