cat missing-key.career.plan.txt && offerkit career missing-key.career.plan.txt
