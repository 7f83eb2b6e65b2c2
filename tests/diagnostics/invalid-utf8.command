printf 'company = "Caf\351"\n' | offerkit check -
