#pragma once

#include <offerkit/file/keys/view.hpp>

namespace offerkit::file {

/// The key `volatility` of a table: how much a share price moves in a year. Reports one above 300%, at which a price
/// halves or doubles within two months and no band says anything any more.
[[nodiscard]] View::Maybe<quantity::Rate> read_volatility(const View& table);

}  // namespace offerkit::file
