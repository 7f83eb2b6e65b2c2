printf 'company = "Acme"\n' | iconv -t UTF-16 | offerkit check -
