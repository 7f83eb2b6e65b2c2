#include <offerkit/file/offer/read_offer.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/offer/read_endings.hpp>
#include <offerkit/file/offer/read_exits.hpp>
#include <offerkit/file/offer/read_grant.hpp>
#include <offerkit/file/offer/read_market.hpp>
#include <offerkit/file/offer/read_pay.hpp>
#include <offerkit/file/offer/read_stock.hpp>
#include <offerkit/file/profiles/profile_store.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using diagnostic::Related;
using model::Stated;

/// Reports the later-named date when it lies before the earlier-named one.
void check_order(const View& view, std::string_view first, std::string_view second,
                 const std::optional<Stated<calendar::Date>>& a, const std::optional<Stated<calendar::Date>>& b) {
    if (a && b && b->value < a->value) {
        view.context().error(codes::wrong_order, b->span,
                             formatted("`{}` lies before `{}`, {}", second, first, calendar::to_string(a->value)),
                             "check both dates", Related{a->span, formatted("`{}` stands here", first)});
    }
}

void read_letter_total(const View& root, model::Offer& offer) {
    const auto table = root.table("letter_total");
    if (!table) {
        return;
    }
    const auto amount = table->money("amount");
    // "everything" is no definition.
    const auto means = table->one_of("means");
    if (amount && means) {
        offer.letter_total =
            model::LetterTotal{amount->value, from_word<model::Definition>(means->value), amount->span};
    }
}

void read_level(const View& root, model::Offer& offer) {
    const auto table = root.table("level");
    if (!table) {
        return;
    }
    Context& context = root.context();
    const auto ladder = table->text("ladder");
    const auto name = table->text("name");
    if (!ladder || !name) {
        return;
    }
    offer.level = model::Level{ladder->value, name->value, name->span};
    const auto profile =
        context.profiles.ladder(ladder->value, {context.sources, context.diagnostics, context.folder, ladder->span});
    if (!profile) {
        context.failed = true;
        return;
    }
    offer.profiles.push_back(
        {profile->header.kind, profile->header.id, profile->header.source, profile->header.as_of, ladder->span});
    std::vector<std::string_view> names;
    for (const model::LadderLevel& level : profile->levels) {
        names.push_back(level.name);
    }
    if (std::find(names.begin(), names.end(), name->value) == names.end()) {
        const std::string near = diagnostic::did_you_mean(name->value, names);
        context.diagnostics.warning(codes::unknown_level, name->span,
                                    formatted("the ladder `{}` has no level `{}`", ladder->value, name->value),
                                    near.empty() ? formatted("it has {}", diagnostic::listed(names, "and", 20)) : near);
    }
}

std::optional<model::EventAfter> read_after(const View& event) {
    const auto table = event.table("after");
    if (!table) {
        return std::nullopt;
    }
    auto other = table->text("event");
    const auto plus = table->period("plus");
    if (!other || !plus) {
        return std::nullopt;
    }
    return model::EventAfter{std::move(other->value), plus->value, other->span};
}

void read_events(const View& root, model::Offer& offer) {
    Context& context = root.context();
    std::map<std::string, diagnostic::Span> places;
    for (const View& table : root.tables("event")) {
        auto id = table.text("id");
        const auto chance = table.rate("chance");
        model::Event event{.id = {}, .date = date_of(table, "date"), .deadline = date_of(table, "deadline")};
        if (chance) {
            event.chance = chance->value;
        }
        table.refuse_together("date", {"after"});
        event.after = read_after(table);
        if (!id) {
            continue;
        }
        event.id = std::move(id->value);
        event.span = id->span;
        if (event.id == "leave") {
            context.error(codes::duplicate_id, id->span, "`leave` is the event of leaving, which every offer has",
                          "choose another id");
        } else if (event.id.find_first_of(" +=") != std::string::npos) {
            context.error(codes::bad_text, id->span, "an id is one word", "write such as \"change_of_control\"");
        }
        if (const auto [first, is_new] = places.emplace(event.id, event.span); !is_new) {
            context.error(codes::duplicate_id, id->span, formatted("there are two events `{}`", event.id),
                          "give each event its own `id`", Related{first->second, "the first one stands here"});
        }
        offer.events.push_back(std::move(event));
    }
    if (!model::date_events(offer, context.diagnostics)) {
        context.failed = true;
    }
}

/// The number of all shares of the company, where a grant names its own and the part that they are. A grant that says
/// otherwise than the file is warned of.
void count_company(model::Offer& offer, Context& context) {
    if (!offer.stock || offer.stock->kind != model::StockKind::private_company) {
        return;
    }
    for (const model::Grant& grant : offer.grants) {
        const auto* counted = std::get_if<model::QuantityGrant>(&grant.amount);
        if (counted == nullptr || !counted->ownership || counted->ownership->value.is_zero()) {
            continue;
        }
        const Stated<quantity::Rate>& share = *counted->ownership;
        const auto whole = quantity::Fraction{counted->shares}.over(share.value);
        if (!whole) {
            continue;
        }
        auto& diluted = offer.stock->fully_diluted;
        if (!diluted) {
            diluted = static_cast<std::int64_t>(quantity::round_half_up(whole->numerator(), whole->denominator()));
            context.assume("stock.fully_diluted", std::to_string(*diluted),
                           formatted("the company has as many shares as `{}` and its part of it say", grant.id),
                           share.span);
            continue;
        }
        // |shares - share x all| > 1% of share x all.
        const double expected = share.value.approximate() * static_cast<double>(*diluted);
        const double gap = static_cast<double>(counted->shares) - expected;
        if (gap > expected / 100 || -gap > expected / 100) {
            const auto part = quantity::Fraction::of(counted->shares, std::max<std::int64_t>(*diluted, 1));
            context.diagnostics.warning(
                codes::ownership_differs, share.span,
                formatted("{} of {} shares are {}, and the letter says {}", diagnostic::grouped(counted->shares),
                          diagnostic::grouped(*diluted), part ? quantity::to_percent(*part, 4) : std::string{"not"},
                          quantity::to_percent(share.value, 4)),
                "the number of shares counts; ask which of `quantity`, `ownership` and `fully_diluted` holds");
        }
    }
}

void read_leaves(const View& root, model::Offer& offer) {
    using T = model::LeaveTreatment;
    for (const View& table : root.tables("leave_of_absence")) {
        const auto from = table.date("from");
        const auto to = table.date("to");
        const auto treatment = table.choice<T>("treatment");
        if (!from || !to || !treatment) {
            continue;
        }
        if (to->value <= from->value) {
            root.context().error(
                codes::wrong_order, to->span,
                formatted("the first day back lies after the first day away, {}", calendar::to_string(from->value)),
                "check both dates", Related{from->span, "`from` stands here"});
            continue;
        }
        offer.leaves_of_absence.push_back({from->value, to->value, treatment->value, from->span});
    }
    if (!offer.leaves_of_absence.empty() && offer.base) {
        root.context().assume("leave_of_absence.pay", "unchanged", "pay goes on unchanged during a leave of absence",
                              offer.leaves_of_absence.front().span);
    }
    std::stable_sort(offer.leaves_of_absence.begin(), offer.leaves_of_absence.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    const model::LeaveOfAbsence* longest = nullptr;  // of those before: what ends last
    for (const model::LeaveOfAbsence& leave : offer.leaves_of_absence) {
        if (longest != nullptr && leave.from < longest->to) {
            // The later of the two in the file is the one to change.
            const bool later =
                std::pair{leave.span.line, leave.span.column} > std::pair{longest->span.line, longest->span.column};
            root.context().error(codes::wrong_order, later ? leave.span : longest->span,
                                 "two leaves of absence overlap", "write them as one",
                                 Related{later ? longest->span : leave.span, "the other one stands here"});
        }
        if (longest == nullptr || longest->to < leave.to) {
            longest = &leave;
        }
    }
}

void read_leaving(const View& root, model::Offer& offer) {
    const auto table = root.table("leaving");
    if (!table) {
        return;
    }
    model::Leaving leaving;
    leaving.span = table->span();
    if (const auto notice = table->period("notice")) {
        leaving.notice = notice->value;
    }
    leaving.non_compete = table->paid_time("non_compete");
    if (table->has("non_compete") || table->has("non_compete_pay")) {
        if (const auto pay = table->rate("non_compete_pay")) {
            leaving.non_compete_pay = pay->value;
        }
    }
    leaving.severance = table->paid_time("severance");
    if (table->has("severance")) {
        leaving.severance_for = read_reasons(*table, "severance_for");
    } else {
        table->refuse("severance_for", "belongs to `severance`", "say in `severance` how much, such as \"3 months\"");
    }
    leaving.unused_holiday_days = table->number("unused_holiday_days");
    if (const auto& days = leaving.unused_holiday_days;
        days && (days->value < quantity::Number{0} || days->value > quantity::Number{366})) {
        root.context().error(codes::bad_number, days->span, "`unused_holiday_days` must lie between 0 and 366",
                             "write the days of holiday that are still yours, such as 8");
    }
    offer.leaving = leaving;
}

void read_standing(const View& root, model::Offer& offer) {
    using E = model::Evidence;
    using K = model::OfferKind;
    if (const auto kind = root.choice<K>("kind")) {
        offer.kind = kind->value;
    }
    if (const auto employment = root.choice<model::Employment>("employment")) {
        offer.employment = employment->value;
    }
    if (const auto bearer = root.choice<model::ContributionBearer>("employer_ni")) {
        offer.employer_ni = bearer->value;
    }
    if (const auto employer = root.choice<model::Employer>("employer")) {
        offer.employer = employer->value;
    }
    if (const auto evidence = root.choice<E>("evidence")) {
        offer.evidence = evidence->value;
    }
    offer.end = root.date("end");
    offer.received = root.date("received");
    offer.decide_by = root.date("decide_by");
    offer.expected = date_of(root, "expected");
    if (const auto chance = root.rate("chance")) {
        offer.chance = chance->value;
    }
    if (root.date("start")) {
        check_order(root, "start", "end", offer.start, offer.end);
    }
    check_order(root, "received", "decide_by", offer.received, offer.decide_by);
    if (offer.kind == K::search) {
        root.require("base", "going on looking needs a guess of the pay");
        root.require("chance", "going on looking needs its chance");
    }
    const auto stage = root.choice<model::Stage>("stage");
    const auto open_days = root.count("open_days");
    if (offer.evidence == E::process) {
        if (!root.has("stage")) {
            root.require("chance", "while interviewing, say how likely an offer is");
        }
        offer.stage = stage ? std::optional{stage->value} : std::nullopt;
        offer.open_days = open_days;
    }
}

std::string read_place(const View& root) {
    const auto place = root.text("place");
    if (!place) {
        return {};
    }
    Context& context = root.context();
    if (!context.profiles.place(place->value, {context.sources, context.diagnostics, context.folder, place->span})) {
        context.failed = true;
    }
    return place->value;
}

}  // namespace

std::optional<model::Offer> read_offer_tree(Context& context, const Node& root, std::string name) {
    const View view{context, root, model::offer_schema(), {}};
    auto company = view.text("company");
    const auto currency = view.currency("currency");
    const auto start = view.date("start");
    context.subject = company ? company->value : name;
    // An amount is not blamed for a currency that cannot be read: one with three decimals takes them all.
    context.currency = currency ? currency->value : *quantity::Currency::of("KWD");
    context.stock_currency = context.currency;

    model::Offer offer{
        .file = std::move(name),
        .company = company ? std::move(company->value) : std::string{},
        .currency = context.currency,
        .start = start.value_or(Stated<calendar::Date>{calendar::Date::clamped(2000, 1, 1), view.span()})};
    offer.span = view.span();
    offer.role = text_or_empty(view, "role");
    offer.location = text_or_empty(view, "location");
    offer.place = read_place(view);
    offer.place_span = view.span("place");
    read_standing(view, offer);
    read_letter_total(view, offer);
    read_level(view, offer);
    // The stock comes first: grants, refreshers and the equity band are in its currency.
    read_stock(view, offer);
    offer.base = read_base(view);
    offer.bonuses = read_bonuses(view);
    offer.sign_ons = read_sign_ons(view);
    read_events(view, offer);
    offer.grants = read_grants(view, offer);
    offer.refresher = read_refresher(view);
    check_events(view, offer);
    count_company(offer, context);
    read_exits(view, offer);
    read_leaves(view, offer);
    read_leaving(view, offer);
    offer.benefits = read_benefits(view);
    offer.costs = read_costs(view);
    read_fx(view, offer);
    read_factors(view, offer);
    read_band(view, offer);
    read_market(view, offer);
    offer.profiles.insert(offer.profiles.end(), std::make_move_iterator(context.uses.begin()),
                          std::make_move_iterator(context.uses.end()));
    offer.assumptions = std::move(context.assumptions);
    return offer;
}

}  // namespace offerkit::file
