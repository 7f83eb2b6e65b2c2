printf 'Growth\nnothing new\n' | offerkit decide --weights
