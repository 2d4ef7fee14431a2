"""Read one sort of file each; a new sort is a new module here."""

from factcheck.registry import import_modules

import_modules(__name__, __path__)
