offerkit profiles ladders --profiles profile-left-out.own >/dev/null
