#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/plan/detail/plan_parts.hpp>

namespace offerkit::file::plan {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::CareerPath;

/// What stands for a value that could not be read, which was reported.
template <class T>
T or_else(const std::optional<model::Stated<T>>& stated, T otherwise) {
    return stated ? stated->value : otherwise;
}

model::CareerPromotion read_promotion(const View& table, std::size_t rung) {
    model::CareerPromotion promotion{.rung = rung, .span = table.span()};
    promotion.ever = or_else(rate(table, "ever"), promotion.ever);
    const auto median = months(table, "median", 1);
    const auto slow = months(table, "slow", 1);
    if (median && slow && *slow < *median) {
        table.context().error(codes::wrong_order, table.span("slow"),
                              "`slow` is shorter than `median`: nine in ten cannot come before half of them",
                              "write `slow` as the longer of the two",
                              diagnostic::Related{table.span("median"), "`median` stands here"});
    }
    promotion.median = median.value_or(1);
    promotion.slow = slow.value_or(promotion.median);
    promotion.pay_over = months(table, "pay_over", 0).value_or(0);
    promotion.out_after = months(table, "out_after", 1);
    return promotion;
}

void read_promotions(const View& path, const Names& rungs, CareerPath& into) {
    const auto table = path.table("promotion");
    if (!table) {
        return;
    }
    for (const Entry& entry : table->node().entries) {
        const auto rung = rungs.find(table->context(), entry.key, entry.key_span);
        if (const auto promotion = table->table(entry.key); promotion && rung) {
            into.promotions.push_back(read_promotion(*promotion, *rung));
        }
    }
}

void read_job_loss(const View& path, CareerPath& into) {
    const auto table = path.table("job_loss");
    if (!table) {
        return;
    }
    model::CareerJobLoss loss{.span = table->span()};
    loss.per_year = or_else(rate(*table, "per_year"), loss.per_year);
    if (const auto stated = rate(*table, "in_downturn")) {
        loss.in_downturn = stated->value;
    }
    loss.months_out = static_cast<int>(or_else(table->count("months_out"), std::int64_t{0}));
    loss.comeback = rate_range(*table, "comeback").value_or(loss.comeback);
    into.job_loss = loss;
}

void read_next(const View& path, const Names& rungs, CareerPath& into) {
    const auto table = path.table("next");
    if (!table) {
        return;
    }
    if (const auto rung = table->text("rung")) {
        into.next.rung = rungs.find(table->context(), rung->value, rung->span);
    }
    into.next.one_up = or_else(rate(*table, "one_up"), into.next.one_up);
    if (const auto stated = rate(*table, "one_up_after_success")) {
        into.next.one_up_after_success = stated->value;
    }
}

/// The exits of a path, which exclude each other: their chances add up to exactly 1.
void read_exits(const View& path, CareerPath& into) {
    std::optional<quantity::Fraction> sum = quantity::Fraction{};
    for (const View& table : path.tables("exit")) {
        const auto currency = table.context().currency;
        model::CareerExit exit{.name = text_or_empty(table, "name"),
                               .worth = or_else(table.money("worth"), quantity::Money::zero(currency)),
                               .span = table.span()};
        const auto chance = rate(table, "chance");
        sum = chance && sum ? sum->plus(chance->value) : std::nullopt;
        exit.chance = or_else(chance, exit.chance);
        exit.after = months(table, "after", 1).value_or(1);
        const auto ends = table.boolean("ends");
        exit.ends = ends ? ends->value : exit.worth.is_zero();
        into.exits.push_back(std::move(exit));
    }
    if (into.exits.empty() || !sum || *sum == quantity::Fraction{1}) {
        return;
    }
    Context& context = path.context();
    const auto& last = into.exits.back();
    const auto rest = quantity::Fraction{1}.minus(*sum);
    if (*sum < quantity::Fraction{1} && rest) {
        const std::string missing = quantity::to_percent(*rest, 16);
        context.missing(codes::chances_sum, last.span,
                        formatted("the chances of these exits add up to {}: {} are missing",
                                  quantity::to_percent(*sum, 16), missing),
                        formatted("give the rest an exit of its own, such as `name = \"nothing\"`, `chance = \"{}\"`, "
                                  "`after = \"5 years\"`, `worth = 0`",
                                  missing));
    } else {
        context.error(codes::chances_sum, last.span,
                      formatted("the chances of these exits add up to {}, and only one of them happens",
                                quantity::to_percent(*sum, 16)),
                      "lower them until they add up to 100%");
    }
}

void read_first_job(const View& table, CareerPath& path) {
    table.refuse_together("offer", {"pay"});
    path.offer = table.text("offer");
    const auto currency = table.context().currency;
    for (const auto& amount : values<quantity::Money>(table, "pay", [&](const Node& node, const model::Field& field) {
             return literal::money(node, field, currency);
         })) {
        path.pay.push_back(amount.value);
    }
    path.pay_span = table.span("pay");
    if (path.pay.size() > 40) {
        table.context().error(codes::too_many_paths, path.pay_span, "`pay` lists more than 40 years",
                              "leave out the years behind the horizon");
        path.pay.clear();
    }
    path.window = months(table, "window", 1);
    if (path.window && !table.has("offer")) {
        table.refuse("window", "says for how long an offer's own pay is counted, and no `offer` is named",
                     "leave it out: `pay` lists its years");
    }
    if (const auto company = table.text("company")) {
        path.company = company->value;
    }
    path.leave_after = months(table, "leave_after", 1);
}

}  // namespace

CareerPath read_path(const View& table, const Names& rungs, const Names& paths) {
    CareerPath path{.id = text_or_empty(table, "id"), .span = table.span()};
    Context& context = table.context();
    if (const auto rung = table.text("rung")) {
        path.rung = rungs.find(context, rung->value, rung->span).value_or(0);
    }
    read_first_job(table, path);
    if (const auto then = table.text("then")) {
        path.then = paths.find(context, then->value, then->span);
        path.then_span = then->span;
    }
    if (const auto flag = table.boolean("then_offer"); flag && flag->value) {
        if (table.has("then")) {
            path.then_offer = true;
        } else if (!table.was_meant("then")) {
            table.refuse("then_offer", "takes up the first job of path `then`, and none is named",
                         "add `then` with the id of a path");
        }
    }
    path.later_pay = rate_range(table, "later_pay");
    if (const auto keeps = table.boolean("keeps")) {
        path.keeps = keeps->value;
    }
    path.vests_over = months(table, "vests_over", 0).value_or(path.vests_over);
    read_promotions(table, rungs, path);
    read_job_loss(table, path);
    if (const auto moves = table.table("switch")) {
        path.moves = model::CareerSwitch{.every = months(*moves, "every", 1).value_or(1), .span = moves->span()};
        path.moves->gain = rate_range(*moves, "gain").value_or(path.moves->gain);
    }
    read_next(table, rungs, path);
    read_exits(table, path);
    return path;
}

}  // namespace offerkit::file::plan
