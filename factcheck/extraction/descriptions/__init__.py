"""Find what texts say that somebody or something is, who made it, and since when.

"Red Harbour is a French film directed by Bo Okoro, released in May 2014".
"""

from factcheck.extraction.descriptions.describing import descriptions
from factcheck.extraction.descriptions.makers import makings
from factcheck.extraction.descriptions.milestones import milestones

__all__ = ["descriptions", "makings", "milestones"]
