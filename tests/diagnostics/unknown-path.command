cat unknown-path.plan.txt && offerkit career unknown-path.plan.txt
