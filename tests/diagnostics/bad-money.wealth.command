offerkit show bad-money.wealth.offer.txt --priorities bad-money.wealth.priorities.txt --as-of 2026-01-20
