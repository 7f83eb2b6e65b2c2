cat wrong-order.career.plan.txt && offerkit career wrong-order.career.plan.txt
