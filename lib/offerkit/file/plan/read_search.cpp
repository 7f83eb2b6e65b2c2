#include <offerkit/file/plan/read_search.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/plan/detail/plan_parts.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using diagnostic::Related;
using model::FunnelRecord;
using model::SearchPlan;
using model::Stated;
using quantity::Number;

/// More than anybody runs side by side, and few enough to be answered at once.
constexpr std::size_t most_entries = 1'000;

/// A name; where it cannot be read, an empty one at the table's place.
Stated<std::string> name_of(const View& table, std::string_view key) {
    auto text = table.text(key);
    return text ? std::move(*text) : Stated<std::string>{{}, table.span()};
}

/// An amount; where it cannot be read, nothing of it.
Stated<quantity::Money> money_of(const View& table, std::string_view key) {
    const auto money = table.money(key);
    return money ? *money : Stated<quantity::Money>{quantity::Money::zero(table.context().currency), table.span()};
}

std::int64_t count_of(const View& table, std::string_view key, std::int64_t otherwise = 0) {
    const auto count = table.count(key);
    return count ? count->value : otherwise;
}

/// Whether there is room for one more of a kind of tables; told once where there is not.
bool has_room(const View& table, std::size_t so_far) {
    if (so_far < most_entries) {
        return true;
    }
    table.context().error(codes::bad_number, table.span(),
                          formatted("with this one there are more than 1,000 of {}", table.schema().name),
                          "keep those that could change what you do");
    return false;
}

/// Reports a second thing of the same name.
template <class T>
void refuse_twin(Context& context, const std::vector<T>& others, const Stated<std::string>& name,
                 Stated<std::string> T::* own, std::string_view what) {
    const auto same =
        std::find_if(others.begin(), others.end(), [&](const T& other) { return (other.*own).value == name.value; });
    if (same != others.end() && !name->empty()) {
        context.error(codes::duplicate_id, name.span, formatted("there are two {} `{}`", what, *name),
                      "give each a name of its own", Related{((*same).*own).span, "the first one stands here"});
    }
}

struct Step {
    std::string_view reached;  ///< how many came so far
    std::string_view pending;  ///< of them, not heard of yet; empty for the last
};
constexpr std::array<Step, model::funnel_steps + 1> steps{
    {{"sent", "pending_sent"}, {"replies", "pending_replies"}, {"onsites", "pending_onsites"}, {"offers", {}}}};

std::string number_and_key(std::int64_t number, std::string_view key) {
    return formatted("`{} = {}`", key, std::to_string(number));
}

/// Of what was tried and is settled, not more can have come through, nor can more be open than were tried.
void check_counts(const View& table, const FunnelRecord& record) {
    Context& context = table.context();
    for (std::size_t i = 0; i < model::funnel_steps; ++i) {
        const std::int64_t tried = *record.reached[i];
        const std::int64_t pending = record.pending[i];
        const std::int64_t came = *record.reached[i + 1];
        const std::string all = number_and_key(tried, steps[i].reached);
        const std::string open = number_and_key(pending, steps[i].pending);
        if (pending > tried) {
            context.error(codes::funnel_counts, table.span(steps[i].pending),
                          formatted("{} and {} cannot both be", open, all),
                          formatted("`{}` counts those of `{}` that are still open: write `{} = {}` at most",
                                    steps[i].pending, steps[i].reached, steps[i].pending, std::to_string(tried)),
                          Related{table.span(steps[i].reached), "so many there are"});
        } else if (came > tried - pending) {
            context.error(
                codes::funnel_counts, record.reached[i + 1].span,
                formatted("{} and {} cannot both be: of {} that are settled not more can have come through",
                          number_and_key(came, steps[i + 1].reached),
                          pending > 0 ? formatted("{} less {}", all, open) : all, std::to_string(tried - pending)),
                formatted("count each application once in every step that it reached: write `{} = {}` at most, or a "
                          "larger `{}`",
                          steps[i + 1].reached, std::to_string(tried - pending), steps[i].reached),
                Related{record.reached[i].span, "so many there are"});
        }
    }
}

void read_funnels(const View& root, SearchPlan& plan) {
    for (const View& table : root.tables("funnel")) {
        if (!has_room(table, plan.funnels.size())) {
            return;
        }
        FunnelRecord record{.channel = name_of(table, "channel"), .reached = {}, .span = table.span()};
        bool readable = true;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto reached = table.count(steps[i].reached);
            readable = readable && reached;
            record.reached[i] = reached ? *reached : Stated<std::int64_t>{0, table.span()};
            if (i < model::funnel_steps) {
                record.pending[i] = count_of(table, steps[i].pending);
            }
        }
        if (readable) {
            check_counts(table, record);
        }
        refuse_twin(root.context(), plan.funnels, record.channel, &FunnelRecord::channel, "channels");
        plan.funnels.push_back(std::move(record));
    }
}

/// `prior = [[a, b], [a, b], [a, b]]`.
void read_priors(const View& root, SearchPlan& plan) {
    const Node* node = root.find("prior");
    if (node == nullptr) {
        return;
    }
    Context& context = root.context();
    const model::Field& field = *find_field(root.schema(), "prior");
    const std::string write = formatted("write `prior = {}`", field.sample);
    if (node->kind != NodeKind::list) {
        context.error(literal::wrong_kind(*node, field), node->span);
        return;
    }
    if (node->items.size() != model::funnel_steps) {
        context.error(codes::wrong_type, node->span,
                      formatted("`prior` has three pairs, for reply, onsite and offer, not {}",
                                std::to_string(node->items.size())),
                      write);
        return;
    }
    model::Field number = field;
    number.accepts = model::Accepts::number;
    plan.priors_stated = true;
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        const Node& pair = node->items[i];
        if (pair.kind != NodeKind::list || pair.items.size() != 2) {
            context.error(codes::wrong_type, pair.span, "each part of `prior` is a pair of numbers", write);
            continue;
        }
        for (std::size_t side = 0; side < 2; ++side) {
            const Node& item = pair.items[side];
            const auto read = literal::number(item, number);
            if (!read) {
                context.error(read.error().code, item.span, read.error().message, write);
            } else if (*read <= Number{0} || *read > Number{1'000'000}) {
                context.error(codes::bad_number, item.span, "the numbers of `prior` lie above 0, up to 1,000,000",
                              "[1, 1] says that nothing is known; [4.4, 6.3] that the rate is about 4.4 of 10.7");
            } else {
                (side == 0 ? plan.priors[i].a : plan.priors[i].b) = read->approximate();
            }
        }
    }
}

void read_offers(const View& root, SearchPlan& plan) {
    for (const View& table : root.tables("offer")) {
        if (!has_room(table, plan.offers.size())) {
            return;
        }
        model::SearchOffer offer{.name = name_of(table, "name"), .value = money_of(table, "value")};
        offer.decide_by = table.date("decide_by");
        offer.span = table.span();
        refuse_twin(root.context(), plan.offers, offer.name, &model::SearchOffer::name, "offers");
        plan.offers.push_back(std::move(offer));
    }
}

/// The record whose rates are a process's own: the one it names, or the only one.
void check_channel(const View& table, const SearchPlan& plan, const model::SearchProcess& process) {
    Context& context = table.context();
    std::vector<std::string_view> channels;
    for (const auto& record : plan.funnels) {
        channels.push_back(*record.channel);
    }
    if (process.channel) {
        if (std::find(channels.begin(), channels.end(), **process.channel) == channels.end()) {
            const std::string near = diagnostic::did_you_mean(**process.channel, channels);
            context.missing(codes::unknown_channel, process.channel->span,
                            formatted("no [[funnel]] has the channel `{}`", **process.channel),
                            !near.empty()      ? near
                            : channels.empty() ? formatted("add [[funnel]] with `channel = \"{}\"`", **process.channel)
                                               : formatted("the channels are {}", diagnostic::listed(channels, "and")));
        }
    } else if (!process.chance && process.stage && channels.size() > 1) {
        context.missing(codes::missing_key, table.span(),
                        "`channel` is missing: there are several, and the chance of a process without `chance` is "
                        "learned from one of them",
                        formatted("add `channel = \"{}\"`; the channels are {}", channels.front(),
                                  diagnostic::listed(channels, "and")));
    }
}

void read_processes(const View& root, SearchPlan& plan) {
    for (const View& table : root.tables("process")) {
        if (!has_room(table, plan.processes.size())) {
            return;
        }
        const auto expected = table.date("expected");
        model::SearchProcess process{
            .name = name_of(table, "name"),
            .value = money_of(table, "value"),
            .chance = plan::rate(table, "chance"),
            .expected = expected.value_or(Stated<calendar::Date>{calendar::Date::clamped(2000, 1, 1), table.span()})};
        // Whose default it is stands beside it.
        root.context().subject = *process.name;
        process.open_days = count_of(table, "open_days", process.open_days);
        process.stage = table.choice<model::Stage>("stage");
        process.channel = table.text("channel");
        process.span = table.span();
        if (!table.has("chance") && !table.has("stage")) {
            table.require("chance", "say how likely an offer is, or add `stage`, from which it is learned");
        }
        check_channel(table, plan, process);
        refuse_twin(root.context(), plan.processes, process.name, &model::SearchProcess::name, "processes");
        const auto twin = std::find_if(plan.offers.begin(), plan.offers.end(),
                                       [&](const auto& offer) { return *offer.name == *process.name; });
        if (twin != plan.offers.end() && !process.name->empty()) {
            root.context().error(codes::duplicate_id, process.name.span,
                                 formatted("`{}` is an offer and a process", *process.name),
                                 "keep the offer if it is made, or give one of them another name",
                                 Related{twin->name.span, "the offer stands here"});
        }
        plan.processes.push_back(std::move(process));
    }
}

/// A time before the first day: months or years, at most 20 years.
std::optional<calendar::Period> months_of(const View& table, std::string_view key) {
    const auto period = table.period(key);
    if (!period) {
        return std::nullopt;
    }
    constexpr int most_months = 240;
    if ((!period->value.in_months() && !period->value.is_zero()) || period->value.count() > most_months) {
        table.context().error(codes::bad_period, period->span,
                              formatted("`{}` is a number of months or years, up to 20 years", key),
                              formatted("write such as `{} = \"3 months\"`", key));
        return std::nullopt;
    }
    return calendar::Period::months(period->value.count());
}

void read_timing(const View& root, SearchPlan& plan) {
    const auto table = root.table("timing");
    if (!table) {
        return;
    }
    const auto wanted = table->date("wanted");
    const auto none = calendar::Period::months(0);
    model::SearchTiming timing{
        .wanted = wanted.value_or(Stated<calendar::Date>{calendar::Date::clamped(2000, 1, 1), table->span()})};
    timing.notice = months_of(*table, "notice").value_or(none);
    timing.visa = months_of(*table, "visa").value_or(none);
    timing.prepare = months_of(*table, "prepare").value_or(none);
    timing.search = months_of(*table, "search");
    if (const auto seniority = table->choice<model::Seniority>("seniority")) {
        timing.seniority = seniority->value;
    }
    if (wanted) {
        plan.timing = timing;
    }
}

}  // namespace

std::optional<SearchPlan> read_search_tree(Context& context, const Node& root, std::string name) {
    const View view{context, root, model::pipeline_schema(), {}};
    if (const auto currency = view.currency("currency")) {
        context.currency = currency->value;
        context.stock_currency = currency->value;
    }
    SearchPlan plan{.file = std::move(name),
                    .currency = context.currency,
                    .cost_per_week = quantity::Money::zero(context.currency)};
    plan.currency_stated = view.has("currency");
    plan.span = view.span();
    plan.as_of = view.date("as_of");
    plan.floor = view.money("floor");
    if (const auto cost = view.money("cost_per_week")) {
        plan.cost_per_week = cost->value;
    }
    plan.want = count_of(view, "want", plan.want);
    read_priors(view, plan);
    read_funnels(view, plan);
    read_offers(view, plan);
    read_processes(view, plan);
    read_timing(view, plan);
    plan.assumptions = std::move(context.assumptions);
    return plan;
}

}  // namespace offerkit::file
