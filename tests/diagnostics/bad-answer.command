printf 'Growth\nnothing new\na steep curve\nlearning\n' | offerkit decide --weights
