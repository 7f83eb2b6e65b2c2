#include <cli/commands/sweeping.hpp>

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <cli/line/option_values.hpp>
#include <offerkit/choice/comparison/likeness.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli::commands {
namespace {

/// "stock.price=300": what a row of the sweep sets.
std::string settings_text(std::span<const GivenSweep> sweeps, std::span<const choice::SweepValue> values) {
    std::string text;
    for (std::size_t i = 0; i < sweeps.size(); ++i) {
        text += (i == 0 ? "" : ", ") + sweeps[i].axis.path + "=" + values[i].text;
    }
    return text;
}

/// The path that stands for a sale of a private company, and for no key of a file.
constexpr std::string_view sale_path = "exit.value";

}  // namespace

std::optional<choice::Sales> sold(Session& session, const value::ValuedOffer& offer) {
    const auto& sweeps = session.invocation().sweeps;
    if (sweeps.size() != 1 || sweeps.front().path != sale_path) {
        return std::nullopt;
    }
    if (offer.stock() == nullptr || offer.stock()->kind != model::StockKind::private_company) {
        session.complain({"`--sweep exit.value` asks what a sale brings, and this is no private company",
                          "write `kind = \"private\"` and `fully_diluted` in [stock]"});
        return std::nullopt;
    }
    std::vector<quantity::Money> values;
    for (const auto& each : sweeps.front().axis.values) {
        const auto value = quantity::parse_money(each.text, offer.stock()->currency);
        if (!value) {
            session.complain(
                {diagnostic::formatted("`--sweep exit.value` takes amounts: {} is none", ticked(each.text)),
                 "write such as `--sweep exit.value=100_000_000..1_000_000_000/100_000_000`"});
            return std::nullopt;
        }
        values.push_back(*value);
    }
    auto sales = choice::sales_at(offer, values);
    if (!sales) {
        session.complain(
            {"`--sweep exit.value` needs the number of all shares, and a grant of them",
             "add `fully_diluted = 52_000_000` to [stock]; a company that grants a share knows the number"});
    }
    return sales;
}

std::optional<choice::Sweep> swept(Session& session, const choice::Comparison& compared) {
    const auto& sweeps = session.invocation().sweeps;
    if (sweeps.empty()) {
        return std::nullopt;
    }
    std::vector<choice::SweepAxis> axes;
    for (const auto& given : sweeps) {
        if (given.path == sale_path) {
            session.complain({"`--sweep exit.value` is a sale of one company, by itself",
                              "ask `offerkit show FILE --sweep exit.value=...`, without another key"});
            return std::nullopt;
        }
        axes.push_back(given.axis);
    }
    diagnostic::Diagnostic why;
    std::string last;
    const auto evaluate =
        [&](std::span<const choice::SweepValue> values) -> std::optional<std::vector<quantity::Money>> {
        last = settings_text(sweeps, values);
        std::vector<file::Override> settings;
        for (std::size_t i = 0; i < sweeps.size(); ++i) {
            settings.push_back({sweeps[i].file, sweeps[i].path, values[i].text, {}});
        }
        auto offers = session.read_again(settings, why);
        if (!offers) {
            return std::nullopt;
        }
        if (compared.removed) {
            static_cast<void>(choice::keep_what_all_state(*offers));
        }
        diagnostic::Diagnostics problems;
        const auto ranked = choice::rank(*offers, compared.valuation, problems);
        if (!ranked) {
            why = problems.all().empty() ? why : problems.all().back();
            return std::nullopt;
        }
        std::vector<quantity::Money> figures;
        for (std::size_t i = 0; i < ranked->offers.size(); ++i) {
            figures.push_back(ranked->figure(i));
        }
        return figures;
    };
    auto result = choice::sweep(axes, evaluate);
    if (!result) {
        session.complain({diagnostic::formatted("`--sweep` stops at {}: {}", ticked(last), why.message), why.help});
    }
    return result;
}

}  // namespace offerkit::cli::commands
