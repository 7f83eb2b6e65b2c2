offerkit vest --from-ocf ocf-no-start.json.txt --as-of 2026-01-20 --format csv
