offerkit vest --from-ocf ocf-not-counted.json.txt --as-of 2026-01-20 --by year --format csv
