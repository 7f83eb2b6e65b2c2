#include <offerkit/file/terms/read_vesting.hpp>

#include <offerkit/model/vesting_check.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using calendar::Period;
using model::Cliff;
using model::Segment;
using model::VestingTerms;

std::optional<Cliff> read_cliff(const View& owner) {
    const Node* node = owner.find("cliff");
    if (node == nullptr) {
        return std::nullopt;
    }
    if (node->kind != NodeKind::table) {
        const auto after = owner.period("cliff");
        return after ? std::optional{Cliff{after->value, std::nullopt, after->span}} : std::nullopt;
    }
    const auto table = owner.table("cliff");
    const auto after = table->period("after");
    const auto portion = table->rate("portion");
    if (!after) {
        return std::nullopt;
    }
    return Cliff{after->value, portion ? std::optional{portion->value} : std::nullopt, after->span};
}

/// `every`, at least 1; without it `otherwise`.
std::optional<Period> read_every(const View& owner, std::optional<Period> otherwise) {
    if (!owner.has("every")) {
        return otherwise;
    }
    const auto every = owner.period("every");
    if (!every) {
        return std::nullopt;
    }
    if (every->value.is_zero()) {
        owner.context().error(
            codes::bad_period, every->span, "`every` must be at least 1",
            "write such as \"1 month\" or \"3 months\"; for everything at once write over = \"0 days\"");
        return std::nullopt;
    }
    return every->value;
}

std::optional<VestingTerms> read_yearly(const View& table, VestingTerms terms) {
    const auto every = read_every(table, Period::months(12));
    const auto portions = table.rates("yearly");
    const Node* written = table.find("yearly");
    // Where a portion cannot be read, what the others add up to is no problem of its own.
    const bool all_read = written->kind != NodeKind::list || written->items.size() == portions.size();
    if (!every || portions.empty() || !all_read) {
        return std::nullopt;
    }
    for (const auto& portion : portions) {
        Segment segment;
        segment.portion = portion.value;
        segment.over = Period::months(12);
        segment.every = *every;
        segment.span = portion.span;
        terms.segments.push_back(std::move(segment));
    }
    terms.span = table.span("yearly");
    return terms;
}

std::optional<VestingTerms> read_dates(const View& table, VestingTerms terms) {
    table.refuse("every", "has no meaning beside dates of their own");
    table.refuse("cliff", "has no meaning beside dates of their own");
    bool sound = true;
    for (const View& part : table.tables("on")) {
        const std::string_view which = part.exactly_one({"portion", "quantity"});
        const auto date = part.date("date");
        const auto portion = part.rate("portion");
        const auto quantity = part.count("quantity");
        if (!date || (which == "portion" && !portion) || (which == "quantity" && !quantity)) {
            sound = false;
            continue;
        }
        model::DatedPortion dated{.date = date->value};
        dated.span = part.span(which.empty() ? "date" : which);
        if (which == "portion") {
            dated.portion = portion->value;
        } else if (which == "quantity") {
            dated.quantity = quantity->value;
        }
        if (!terms.dates.empty() && dated.portion.has_value() != terms.dates.front().portion.has_value()) {
            table.context().error(codes::conflict, dated.span,
                                  "some of these dates have a portion and others a quantity",
                                  "write the same for all of them");
            sound = false;
        }
        terms.dates.push_back(dated);
    }
    return sound && !terms.dates.empty() ? std::optional{std::move(terms)} : std::nullopt;
}

std::optional<VestingTerms> read_inline(const View& table) {
    VestingTerms terms;
    terms.span = table.span();
    const std::string_view form = table.exactly_one({"over", "yearly", "on"});
    if (form == "on") {
        return read_dates(table, std::move(terms));
    }
    // Every key is read before any of them is missed, so that one run tells all problems of the table.
    terms.cliff = read_cliff(table);
    const bool cliff_is_sound = table.has("cliff") == terms.cliff.has_value();
    if (form == "yearly") {
        terms = read_yearly(table, std::move(terms)).value_or(VestingTerms{});
        return cliff_is_sound && !terms.segments.empty() ? std::optional{std::move(terms)} : std::nullopt;
    }
    const auto over = table.period("over");
    const auto every = read_every(table, over ? std::optional{over->value} : std::nullopt);
    if (!over || !every || !cliff_is_sound) {
        return std::nullopt;
    }
    Segment segment;
    segment.over = over->value;
    segment.every = *every;
    segment.span = over->span;
    terms.segments.push_back(std::move(segment));
    return terms;
}

/// "event:ipo", or "event:ipo + 6 months".
std::optional<model::EventStart> read_start(const View& owner) {
    const auto text = owner.text("start");
    if (!text) {
        return std::nullopt;
    }
    std::string_view rest = text->value;
    const auto wrong = [&] {
        owner.context().error(codes::bad_text, text->span, "`start` names an event and how long after it",
                              "write `start = \"event:ipo\"` or `start = \"event:ipo + 6 months\"`");
        return std::nullopt;
    };
    if (!rest.starts_with("event:")) {
        return wrong();
    }
    rest.remove_prefix(6);
    model::EventStart start{.event = {}, .span = text->span};
    const std::size_t plus = rest.find(" + ");
    start.event = rest.substr(0, plus);
    if (start.event.empty() || start.event.find_first_of(" +") != std::string::npos) {
        return wrong();
    }
    if (plus != std::string_view::npos) {
        const auto after = calendar::parse_period(rest.substr(plus + 3));
        if (!after) {
            return wrong();
        }
        start.after = *after;
    }
    return start;
}

std::optional<VestingTerms> read_profile(const View& owner, std::string_view key) {
    const auto name = owner.text(key);
    if (!name) {
        return std::nullopt;
    }
    Context& context = owner.context();
    auto profile = context.find_schedule(context, *name);
    if (!profile) {
        context.failed = true;
        return std::nullopt;
    }
    context.uses.push_back(
        {profile->header.kind, profile->header.id, profile->header.source, profile->header.as_of, name->span});
    return std::move(profile->vesting);
}

// What a schedule says by itself is checked where it is read, so that its problems come out with all others.
std::optional<VestingTerms> checked(const View& owner, std::optional<VestingTerms> terms) {
    if (terms && !model::check_terms(*terms, owner.context().diagnostics)) {
        owner.context().failed = true;
        return std::nullopt;
    }
    return terms;
}

}  // namespace

std::optional<VestingTerms> read_vesting(const View& owner, std::string_view key) {
    const Node* node = owner.find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const model::Field* field = find_field(owner.schema(), key);
    if (node->kind == NodeKind::text && model::accepts(field->accepts, model::Accepts::profile)) {
        return read_profile(owner, key);
    }
    const auto table = owner.table(key);
    return table ? checked(owner, read_inline(*table)) : std::nullopt;
}

std::optional<VestingTerms> read_segments(const View& owner) {
    VestingTerms terms;
    bool sound = true;
    for (const View& table : owner.tables("segment")) {
        Segment segment;
        const auto portion = table.rate("portion");
        const auto over = table.period("over");
        const auto every = read_every(table, over ? std::optional{over->value} : std::nullopt);
        segment.cliff = read_cliff(table);
        segment.start = read_start(table);
        for (auto& gate : table.texts("gate")) {
            segment.gates.push_back(std::move(gate.value));
        }
        sound = sound && portion && over && every && table.has("cliff") == segment.cliff.has_value() &&
                table.has("start") == segment.start.has_value();
        if (portion && over && every) {
            segment.portion = portion->value;
            segment.over = over->value;
            segment.every = *every;
            segment.span = over->span;
            if (terms.segments.empty()) {
                terms.span = portion->span;
            }
            terms.segments.push_back(std::move(segment));
        }
    }
    return checked(owner, sound && !terms.segments.empty() ? std::optional{std::move(terms)} : std::nullopt);
}

std::optional<VestingTerms> read_schedule(const View& owner) {
    const std::string_view form = owner.exactly_one({"vesting", "segment"});
    if (owner.has("vesting") && owner.has("segment")) {
        // Both are read for their own problems; neither is used.
        static_cast<void>(read_segments(owner));
    }
    return form == "segment" ? read_segments(owner) : read_vesting(owner);
}

calendar::DayRule read_day_rule(const View& owner) {
    using Kind = calendar::DayRule::Kind;
    const Node* node = owner.find("day_of_month");
    if (node != nullptr && node->kind == NodeKind::number) {
        const auto day = owner.count("day_of_month");
        return day ? calendar::DayRule::fixed(static_cast<int>(day->value)) : calendar::DayRule{};
    }
    const auto rule = owner.choice<Kind>("day_of_month");
    return rule ? calendar::DayRule{rule->value} : calendar::DayRule{};
}

}  // namespace offerkit::file
