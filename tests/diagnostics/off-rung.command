cat off-rung.plan.txt && offerkit career off-rung.plan.txt --samples 1000 -o /dev/null
