cat rung-pays-less.plan.txt && offerkit career rung-pays-less.plan.txt --samples 1000 -o /dev/null
