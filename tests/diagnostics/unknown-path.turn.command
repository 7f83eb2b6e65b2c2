cat unknown-path.turn.plan.txt && offerkit career unknown-path.turn.plan.txt
