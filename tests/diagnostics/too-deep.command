printf 'a = %s%s\n' "$(printf '[%.0s' {1..65})" "$(printf ']%.0s' {1..65})" | offerkit check -
