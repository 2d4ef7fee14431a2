"""Find how many: `quantity` claims with measures, bounds and what they are about."""
