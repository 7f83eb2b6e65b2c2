cat stated-for-some.exits.plan.txt && offerkit career stated-for-some.exits.plan.txt --samples 1000 -o /dev/null
