cat chances-sum.career.plan.txt && offerkit career chances-sum.career.plan.txt
