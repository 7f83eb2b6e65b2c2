cat no-exchange-rate.career.plan.txt && offerkit career no-exchange-rate.career.plan.txt --as-of 2026-01-20
