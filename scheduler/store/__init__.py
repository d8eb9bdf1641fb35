"""Rows: the only SQL of the project, and the only place that knows two databases.

Tables never leave this package; its functions return domain values and never commit.
"""
