cat conflict.money-twice.priorities.txt && offerkit check --priorities conflict.money-twice.priorities.txt
