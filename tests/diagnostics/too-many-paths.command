tail -n 3 too-many-paths.plan.txt && offerkit career too-many-paths.plan.txt
