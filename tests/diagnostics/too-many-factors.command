offerkit check --priorities too-many-factors.priorities.txt
