"""Paper: frozen values in, PDF bytes out, the same bytes for the same value.

The way through: a document module *composes* its value into strips (`flow`), the strips are laid on pages,
and `page_frame` paints the pages. No text is ever read as mark-up; each passes the one gate in `text`.
"""
