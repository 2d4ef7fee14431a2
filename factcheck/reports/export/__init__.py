"""Everything a check read and found, as plain tables for other tools."""
