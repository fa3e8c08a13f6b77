"""Text → typed blocks with exact spans: CommonMark 0.31 with GFM tables, block structure only.

One file for each construct, each a function `read_…` that reads the block which opens at a line.
They follow markdown-it-py in every case that the specifications leave open, since its inline
parser reads what they find; the tests hold them to its block parser on generated documents.
"""

from designlint.document.scan.document_blocks import Scanned, scan_blocks

__all__ = ["Scanned", "scan_blocks"]
