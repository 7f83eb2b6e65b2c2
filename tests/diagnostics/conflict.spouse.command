offerkit tax bad-money.offer.txt --priorities conflict.spouse.txt --as-of 2026-01-20
