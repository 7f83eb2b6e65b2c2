offerkit vest --from-ocf json-syntax.json.txt --as-of 2026-01-20
