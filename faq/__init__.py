"""Reviewed answers and the matcher over them. Pure: no network, no database, no clock."""
