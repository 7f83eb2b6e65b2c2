offerkit tax bad-money.offer.txt --priorities bad-money.priorities.txt --as-of 2026-01-20
