offerkit vest --from-ocf ocf-no-grants.json.txt --as-of 2026-01-20
