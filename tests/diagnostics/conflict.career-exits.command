cat conflict.career-exits.plan.txt && offerkit career conflict.career-exits.plan.txt --as-of 2026-01-20
