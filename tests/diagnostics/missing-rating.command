offerkit decide missing-rating.offer.txt --priorities missing-rating.priorities.txt --as-of 2026-01-20
