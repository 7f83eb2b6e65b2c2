#pragma once

#include <span>

#include <offerkit/report/ledger/ledger.hpp>
#include <offerkit/report/product/sink.hpp>

namespace offerkit::render {

/// Entries as a journal that hledger and Beancount both read, piece by piece. Every transaction names both its amounts,
/// so that it balances by itself; shares carry their worth as a total price (`@@`). Accounts are opened on the first
/// day, as Beancount asks; to hledger that is a transaction without a posting. What a person wrote stands between
/// quotation marks, without anything that either program would take for syntax.
void write_ledger(std::span<const report::LedgerEntry> entries, calendar::Date as_of, const report::Sink& sink);

}  // namespace offerkit::render
