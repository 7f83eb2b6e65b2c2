cat conflict.career-circle.plan.txt && offerkit career conflict.career-circle.plan.txt
