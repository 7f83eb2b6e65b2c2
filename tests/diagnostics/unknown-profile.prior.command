cat unknown-profile.prior.plan.txt && offerkit career unknown-profile.prior.plan.txt
