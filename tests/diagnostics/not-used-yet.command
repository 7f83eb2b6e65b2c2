cat not-used-yet.plan.txt not-used-yet.offer.txt && offerkit career not-used-yet.plan.txt
