#include <offerkit/file/priorities/read_household.hpp>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using model::Household;

std::vector<model::MoneyAt> read_by_place(const View& table) {
    std::vector<model::MoneyAt> amounts;
    for (const Entry& entry : table.node().entries) {
        if (const auto amount = table.money(entry.key)) {
            amounts.push_back({{entry.key, entry.key_span}, amount->value});
        }
    }
    return amounts;
}

void read_deferral(const View& table, Household& household) {
    const Node* written = table.find("deferral");
    if (written == nullptr) {
        return;
    }
    if (written->kind != NodeKind::text) {
        household.deferral = table.money("deferral");
    } else if (table.one_of("deferral")) {
        household.most_deferral = written->span;
    }
}

void read_spending(const View& table, Household& household) {
    const Node* written = table.find("spending");
    if (written != nullptr && written->kind == NodeKind::table) {
        if (const auto places = table.table("spending")) {
            household.spending_in = read_by_place(*places);
        }
        table.refuse("spending_at", "has no meaning where `spending` names each place", "take it out");
    } else if (written != nullptr) {
        household.spending = table.money("spending");
    }
    if (auto at = table.text("spending_at")) {
        household.spending_at = std::move(at);
        if (written == nullptr) {
            table.refuse("spending_at", "belongs to `spending`", "write `spending = 90_000`, what you spend in a year");
        }
    }
    if (const auto rent = table.table("rent")) {
        household.rent = read_by_place(*rent);
    }
}

}  // namespace

std::optional<Household> read_household(const View& priorities) {
    const auto table = priorities.table("household");
    if (!table) {
        return std::nullopt;
    }
    Household household;
    household.span = table->span();
    const auto written = [&](std::string_view key) { return table->has(key); };
    if (written("status")) {
        household.status = table->choice<model::FilingStatus>("status");
    }
    household.spouse_pay = table->money("spouse_pay");
    if (written("children")) {
        household.children = table->count("children");
    }
    read_deferral(*table, household);
    household.pretax_benefits = table->money("pretax_benefits");
    household.other_income = table->money("other_income");
    if (written("deduction")) {
        household.deduction = table->choice<model::DeductionChoice>("deduction");
    }
    household.index = table->rate("index");
    read_spending(*table, household);
    using Status = model::FilingStatus;
    const Status status = household.status ? household.status->value : Status::single;
    const bool misread = written("status") && !household.status;
    if (household.spouse_pay && !household.spouse_pay->value.is_zero() && !misread &&
        (status == Status::single || status == Status::head)) {
        table->context().error(
            codes::conflict, household.spouse_pay->span,
            diagnostic::formatted("`spouse_pay` belongs to a married couple, and the status is \"{}\"{}", word(status),
                                  household.status ? "" : ", as none is written"),
            "write `status = \"joint\"`, or take `spouse_pay` out");
    }
    return household;
}

}  // namespace offerkit::file
