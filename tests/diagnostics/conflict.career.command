cat conflict.career.plan.txt && offerkit career conflict.career.plan.txt
