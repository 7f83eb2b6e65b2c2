offerkit decide missing-rating.offer.txt --priorities no-factors.priorities.txt --as-of 2026-01-20
