cat conflict.circle.priorities.txt && offerkit check --priorities conflict.circle.priorities.txt
