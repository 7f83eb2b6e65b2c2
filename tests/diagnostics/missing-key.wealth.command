offerkit check missing-key.wealth.priorities.txt --as-of 2026-01-20
