#pragma once

#include <offerkit/file/keys/view.hpp>

/// What others own of a private company: [[stock.series]] and [[stock.options]].
namespace offerkit::file {

/// Reads the preferred shares and the options of others from [stock].
void read_claims(const View& stock_table, model::Stock& stock);

/// Reports claims that leave no common share. The number of all shares has to be known.
void check_claims(const model::Stock& stock, Context& context);

}  // namespace offerkit::file
