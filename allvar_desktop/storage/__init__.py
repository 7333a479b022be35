"""The encrypted register file; nothing above it knows SQL.

sqlite-utils looks for its database module by name when it is first imported. It must find SQLCipher there, or
its own error handling misses SQLCipher's exceptions. This file runs before any other of the package, so it is
always in time. sqlite-utils and cryptography take 250 ms to import: of this package only `key_file` (and what
it imports) may be imported before the unlock page is painted.
"""

import sys

import sqlcipher3

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2
