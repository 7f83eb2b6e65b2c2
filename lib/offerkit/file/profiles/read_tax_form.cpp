#include <offerkit/file/profiles/read_tax_form.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/file/profiles/tax_line_reader.hpp>

namespace offerkit::file {

namespace {

using diagnostic::formatted;

namespace codes = diagnostic::codes;

void read_statuses(const View& view, tax::Form& form) {
    using S = tax::Status;
    for (const S status : view.choices<S>("statuses")) {
        form.knows[static_cast<std::size_t>(status)] = true;
    }
}

void read_limits(const View& view, tax::Form& form) {
    const auto limits = view.table("limits");
    if (!limits) {
        return;
    }
    for (const Entry& entry : limits->node().entries) {
        const auto limit = limits->table(entry.key);
        const auto value = limit ? limit->money("value") : std::nullopt;
        if (!value) {
            continue;
        }
        tax::Limit one{.id = entry.key, .value = value->value, .source = text_or_empty(*limit, "source")};
        for (const std::string_view more : {"catch_up_50", "catch_up_60_63"}) {
            if (const auto money = limit->money(more)) {
                one.more.emplace_back(more, money->value);
            }
        }
        form.limits.push_back(std::move(one));
    }
}

std::vector<std::string> plain(const std::vector<model::Stated<std::string>>& texts) {
    std::vector<std::string> all;
    for (const auto& text : texts) {
        all.push_back(text.value);
    }
    return all;
}

bool is_set(const View& view, std::string_view key) {
    const auto flag = view.boolean(key);
    return flag && flag->value;
}

void read_warning(const View& view, tax::Form& form) {
    tax::Warning one{.label = text_or_empty(view, "label"), .text = text_or_empty(view, "text")};
    one.grants = view.choices<model::Instrument>("grants");
    if (const auto planned = view.boolean("planned")) {
        one.planned = planned->value;
    }
    one.unsold = is_set(view, "unsold");
    one.says = plain(view.texts("says"));
    one.works_in = plain(view.texts("works_in"));
    one.late_start = is_set(view, "late_start");
    if (const auto line = view.text("at_ceiling")) {
        one.at_ceiling = tax::Reference{{}, line->value, line->span};
        if (form.find(line->value) == nullptr) {
            std::vector<std::string_view> ids;
            for (const auto& each : form.lines) {
                ids.push_back(each.id);
            }
            const std::string meant = diagnostic::did_you_mean(line->value, ids);
            view.context().error(
                codes::form_reference, line->span, formatted("there is no line `{}`", line->value),
                meant.empty() ? "name a line of this form, such as a contribution with a ceiling" : meant);
        }
    }
    one.children = is_set(view, "children");
    if (const auto above = view.money("above")) {
        one.above = above->value;
    }
    one.source = view.has("source") ? text_or_empty(view, "source") : form.header.source;
    form.warnings.push_back(std::move(one));
}

}  // namespace

std::optional<tax::Form> read_tax_form(Context& context, const WrittenForm& written) {
    const View view{context, written.root, *model::profile_schema("taxes"), {}};
    for (const std::string_view key : {"currency", "unit", "statuses"}) {
        view.require(key, "there is nothing to take it over from");
    }
    const auto currency = view.currency("currency");
    const auto unit = view.one_of("unit");
    const auto id = view.text("id");
    if (!currency || !unit || !id || !view.has("statuses")) {
        return std::nullopt;
    }
    context.currency = currency->value;
    tax::Form form{.header = written.header,
                   .id = id->value,
                   .year = written.year,
                   .currency = currency->value,
                   .of_person = unit->value == "person",
                   .standing = written.standing};
    if (const auto begins = view.day_of_year("begins")) {
        form.begins = begins->value;
    }
    form.header.note = text_or_empty(view, "note");
    form.sources = written.sources;
    using C = tax::Confidence;
    const auto confidence = view.choice<C>("confidence");
    form.confidence = confidence ? confidence->value : C::low;
    read_statuses(view, form);
    for (auto& used : view.texts("uses")) {
        form.uses.push_back(std::move(used.value));
    }
    read_limits(view, form);
    const model::Schema& lines = *find_field(view.schema(), "line")->table;
    for (const WrittenLine& one : written.lines) {
        const View line{context, one.table, lines, "line." + std::string{one.id()}};
        if (auto read = detail::TaxLineReader{line, form, one}.run()) {
            form.lines.push_back(std::move(*read));
        }
    }
    for (const View& warning : view.tables("warning")) {
        read_warning(warning, form);
    }
    return form;
}

std::optional<model::PlaceProfile> read_place(const View& view, model::ProfileHeader header) {
    model::PlaceProfile place{.header = std::move(header)};
    Context& context = view.context();
    const auto id = view.text("id");
    if (id && id->value != place.header.id) {
        context.error(codes::conflict, id->span,
                      formatted("`id` is `{}`, and the file is called `{}.toml`", id->value, place.header.id),
                      formatted("call the file `{}.toml`", id->value));
    }
    for (auto& form : view.texts("taxes")) {
        if (context.profiles.tax_years(form.value).empty()) {
            context.error(codes::unknown_profile, form.span, formatted("there is no tax form of `{}`", form.value),
                          "`offerkit profiles taxes` lists them, each with its year; here the name stands without it");
        }
        place.taxes.push_back(std::move(form.value));
    }
    if (const auto level = view.number("price_level")) {
        if (level->value <= quantity::Number{0}) {
            context.error(codes::bad_number, level->span, "`price_level` is above 0", "the United States are 100");
        }
        place.price_level = level->value;
        view.require("level_year", "a price level is one of a year");
        view.require("level_source", "a price level without a source is hearsay");
    }
    if (const auto year = view.count("level_year")) {
        place.level_year = year->value;
    }
    place.level_source = text_or_empty(view, "level_source");
    return place;
}

}  // namespace offerkit::file
