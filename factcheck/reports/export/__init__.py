"""Everything a check read and found, as plain tables for other tools."""

from factcheck.reports.export.tables import EMPTY, Column, Table, tables

__all__ = ["EMPTY", "Column", "Table", "tables"]
