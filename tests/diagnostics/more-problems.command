set -o pipefail; printf 'k%d = 1\n' {1..300} | offerkit check - 2>&1 | tail -n 2
