"""Find what texts say that somebody or something is, and who made it.

"Red Harbour is a French film directed by Bo Okoro".
"""

from factcheck.extraction.descriptions.describing import descriptions
from factcheck.extraction.descriptions.makers import makings

__all__ = ["descriptions", "makings"]
