cat unknown-rung.plan.txt && offerkit career unknown-rung.plan.txt
