#pragma once

#include <string>
#include <vector>

#include <offerkit/file/read.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::file {

/// A text to read, and the name people know it by.
struct NamedText {
    std::string name;
    std::string text;
};

/// Reads grants from Open Cap Format, version 1: the files of an export together, each a file with `items`, a bare list
/// of objects or a bare object. Every TX_EQUITY_COMPENSATION_ISSUANCE and TX_PLAN_SECURITY_ISSUANCE becomes a grant,
/// and so does a TX_STOCK_ISSUANCE that vests; grants of one holder become one offer, which knows nothing of pay. What
/// the objects say is put into our own words (docs/numbers.md, "Open Cap Format") and then read like an offer file,
/// `--set` included, with every place in the JSON. What our terms cannot say is reported and never guessed: that
/// grant is left out, and the others are given.
[[nodiscard]] std::vector<model::Offer> read_open_cap_format(const Reading& reading, std::vector<NamedText> texts);

}  // namespace offerkit::file
