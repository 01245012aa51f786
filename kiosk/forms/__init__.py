"""Forms: written as XLSForm, compiled to an ODK XForm, run here for one person at a time.

    authoring   XLSForm (.xlsx, .xls, .md) -> XForm, and every mistake in it by sheet, row and column
    xform       XForm -> Form, strictly
    logic       the expressions of a form: XPath 1.0 with the ODK functions
    visit       one person in one form
    registry    which forms and versions are in use

Nothing here imports pyxform but authoring, and nothing imports lxml before a form is read.
"""
