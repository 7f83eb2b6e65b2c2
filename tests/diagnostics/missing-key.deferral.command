offerkit tax missing-key.deferral.txt --priorities missing-key.household.txt --as-of 2026-01-20
