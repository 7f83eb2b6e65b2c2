offerkit decide unknown-factor.decide.offer.txt --priorities unknown-factor.decide.priorities.txt --as-of 2026-01-20 > /dev/null
