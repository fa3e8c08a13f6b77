"""Registers in the formats that they are printed in: table, markdown, json and csv."""
