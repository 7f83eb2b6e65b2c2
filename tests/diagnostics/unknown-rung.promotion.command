cat unknown-rung.promotion.plan.txt && offerkit career unknown-rung.promotion.plan.txt
