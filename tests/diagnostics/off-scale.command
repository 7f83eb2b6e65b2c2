cat off-scale.offer.txt && offerkit decide off-scale.offer.txt --priorities off-scale.priorities.txt --as-of 2026-01-20
