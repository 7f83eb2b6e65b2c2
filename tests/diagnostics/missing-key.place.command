offerkit tax missing-key.place.txt --as-of 2026-01-20
