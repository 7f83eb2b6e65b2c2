cat bad-period.career.plan.txt && offerkit career bad-period.career.plan.txt
