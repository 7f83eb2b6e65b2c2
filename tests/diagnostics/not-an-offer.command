offerkit compare far-start.toml not-an-offer.priorities.txt --as-of 2026-01-20
