"""The program itself, up to its painted unlock page. Its argument is the register's folder."""

import os
import sys
from typing import Never

import main
from ui import app


def _end(*_: object) -> Never:
    os._exit(0)


setattr(app, "load_the_rest", _end)  # noqa: B010 -- a function that ends the process has another type
main.main(["--register", sys.argv[1]])
