offerkit tax form-status.offer.txt --priorities form-status.priorities.txt --as-of 2026-01-20
