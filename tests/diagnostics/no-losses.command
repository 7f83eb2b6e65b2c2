cat no-losses.plan.txt && offerkit career no-losses.plan.txt --samples 1000 -o /dev/null
