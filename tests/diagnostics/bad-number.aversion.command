offerkit check bad-number.aversion.priorities.txt --as-of 2026-01-20
