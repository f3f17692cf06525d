"""The tables of the content database, by noun: each module writes its rows and reads them back."""
