#include <offerkit/render/ledger.hpp>

#include <set>
#include <string>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/product/datum.hpp>

namespace offerkit::render {
namespace {

/// A text between quotation marks. hledger ends a description at a semicolon and splits it at a bar; Beancount ends a
/// text at a quotation mark.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : diagnostic::visible(text)) {
        switch (c) {
            case '"': out += '\''; break;
            case '\\':
            case '|': out += '/'; break;
            case ';': out += ','; break;
            default: out += c; break;
        }
    }
    return out + "\"";
}

std::string money(quantity::Money amount) {
    return report::Datum(amount).plain() + " " + std::string(amount.currency().code());
}

}  // namespace

void write_ledger(std::span<const report::LedgerEntry> entries, calendar::Date as_of, const report::Sink& sink) {
    if (!sink("; What offers pay and when, before tax, as told on " + to_string(as_of) +
              " by offerkit. Read it with hledger or Beancount.\n")) {
        return;
    }
    std::set<std::string> accounts;
    for (const auto& entry : entries) {
        accounts.insert(entry.to);
        accounts.insert(entry.from);
    }
    std::string opened = accounts.empty() ? "" : "\n";
    for (const auto& account : accounts) {
        opened += to_string(entries.front().date) + " open " + account + "\n";
    }
    if (!opened.empty() && !sink(opened)) {
        return;
    }
    for (const auto& entry : entries) {
        const std::string received = entry.shares ? report::Datum(entry.shares->quantity).plain() + " " +
                                                        entry.shares->commodity + " @@ " + money(entry.amount)
                                                  : money(entry.amount);
        if (!sink("\n" + to_string(entry.date) + " * " + quoted(entry.company) + " " + quoted(entry.what) + "\n    " +
                  entry.to + "  " + received + "\n    " + entry.from + "  " + money(-entry.amount) + "\n")) {
            return;
        }
    }
}

}  // namespace offerkit::render
