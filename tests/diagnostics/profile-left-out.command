offerkit levels L5 --ladder google --profiles profile-left-out.own >/dev/null
