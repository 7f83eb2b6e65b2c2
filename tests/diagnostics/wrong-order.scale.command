cat wrong-order.scale.priorities.txt && offerkit check --priorities wrong-order.scale.priorities.txt
