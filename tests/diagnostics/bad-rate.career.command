cat bad-rate.career.plan.txt && offerkit career bad-rate.career.plan.txt
