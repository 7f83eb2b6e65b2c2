cat stated-for-some.plan.txt && offerkit career stated-for-some.plan.txt --samples 1000 -o /dev/null
