"""Workbooks: a council's listing as a spreadsheet, for people who think in rows. Only authors' commands load this."""
