#include <offerkit/file/read.hpp>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/document/document.hpp>
#include <offerkit/file/document/json_document.hpp>
#include <offerkit/file/document/text_file.hpp>
#include <offerkit/file/kind.hpp>
#include <offerkit/file/offer/read_offer.hpp>
#include <offerkit/file/overrides.hpp>
#include <offerkit/file/plan/read_plan.hpp>
#include <offerkit/file/plan/read_search.hpp>
#include <offerkit/file/priorities/read_priorities.hpp>
#include <offerkit/file/profiles/profile_files.hpp>
#include <offerkit/file/read_any.hpp>
#include <offerkit/file/read_line.hpp>
#include <offerkit/model/fields/career_fields.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;

std::string folder_of(const std::string& path) { return std::filesystem::path{path}.parent_path().string(); }

/// What the readers of a file know: where names lead from, and the currency of amounts that the file gives none for.
Context context_of(const Reading& reading, const std::string& name, const Document& document,
                   quantity::Currency currency) {
    return {.sources = reading.sources,
            .diagnostics = reading.diagnostics,
            .profiles = reading.profiles,
            .find_schedule = schedule_named,
            .folder = folder_of(name),
            .currency = currency,
            .stock_currency = currency,
            .complete = document.complete};
}

std::optional<model::Offer> offer_in(const Reading& reading, std::string name, Document& document) {
    const bool applied = apply_overrides(document, model::offer_schema(), name, reading.overrides, reading.diagnostics);
    const auto usd = *quantity::Currency::of("USD");
    Context context = context_of(reading, name, document, usd);
    auto offer = read_offer_tree(context, document.root, std::move(name));
    return context.failed || !applied || !document.complete ? std::nullopt : std::move(offer);
}

std::optional<model::Priorities> priorities_in(const Reading& reading, const std::string& name,
                                               const Document& document, std::optional<model::Currency> currency) {
    const auto amounts = currency.value_or(*quantity::Currency::of("USD"));
    Context context = context_of(reading, name, document, amounts);
    auto priorities = read_priorities_tree(context, document.root, name);
    return context.failed || !document.complete ? std::nullopt : std::move(priorities);
}

std::optional<model::SearchPlan> search_in(const Reading& reading, std::string name, Document& document,
                                           std::optional<model::Currency> currency) {
    const bool applied =
        apply_overrides(document, model::pipeline_schema(), name, reading.overrides, reading.diagnostics);
    const auto amounts = currency.value_or(*quantity::Currency::of("USD"));
    Context context = context_of(reading, name, document, amounts);
    auto search = read_search_tree(context, document.root, std::move(name));
    return context.failed || !applied || !document.complete ? std::nullopt : std::move(search);
}

std::optional<model::CareerPlan> plan_in(const Reading& reading, std::string name, Document& document) {
    const bool applied =
        apply_overrides(document, model::career_schema(), name, reading.overrides, reading.diagnostics);
    const auto usd = *quantity::Currency::of("USD");
    Context context = context_of(reading, name, document, usd);
    auto plan = read_plan_tree(context, document.root, std::move(name));
    return applied && document.complete ? std::move(plan) : std::nullopt;
}

}  // namespace

std::optional<std::string> read_text_file(const std::string& path, diagnostic::Sources& sources,
                                          diagnostic::Diagnostics& diagnostics) {
    auto text = slurp(path);
    if (!text) {
        UnreadableReason reason = unreadable_reason(text.error());
        diagnostics.unreadable(codes::unreadable_file, {sources.add(path, {}), 0, 0, 0}, std::move(reason.message),
                               std::move(reason.help));
        return std::nullopt;
    }
    return std::move(*text);
}

std::optional<model::Offer> read_offer(const Reading& reading, std::string name, std::string text) {
    auto document = read_document(name, std::move(text), reading.sources, reading.diagnostics);
    return document ? offer_in(reading, std::move(name), *document) : std::nullopt;
}

ReadFile read_any(const Reading& reading, std::string name, std::string text, OtherFiles others) {
    ReadFile file;
    auto document = read_document(name, std::move(text), reading.sources, reading.diagnostics);
    if (!document) {
        return file;
    }
    file.source = document->source;
    file.kind = kind_of(document->root);
    if (file.kind == "offer") {
        file.offer = offer_in(reading, std::move(name), *document);
    } else if (others == OtherFiles::read && file.kind == "priorities") {
        file.priorities = priorities_in(reading, name, *document, std::nullopt);
    } else if (others == OtherFiles::read && file.kind == "pipeline") {
        file.search = search_in(reading, name, *document, std::nullopt);
    } else if (others == OtherFiles::read && file.kind == "plan") {
        file.plan = plan_in(reading, name, *document);
    } else if (others == OtherFiles::read && document->complete) {
        const std::string kind = file.kind.substr(file.kind.find('/') + 1);
        file.profile = reading.profiles.check(kind, name, reading.sources[document->source].text(),
                                              {reading.sources, reading.diagnostics, folder_of(name), {}});
    }
    return file;
}

ReadLine read_line(const Reading& reading, std::string name, std::string line) {
    ReadLine read;
    const auto json = read_json(name, std::move(line), reading.sources, reading.diagnostics);
    if (!json) {
        return read;
    }
    read.file.source = json->span.source;
    const auto* const path =
        json->kind == Json::Kind::object && json->members.size() == 1 ? json->find("path") : nullptr;
    const auto& named = path != nullptr ? *path : *json;
    if (named.kind == Json::Kind::text) {
        read.path = named.text;
    } else if (json->kind != Json::Kind::object) {
        reading.diagnostics.error(
            codes::wrong_type, json->span,
            diagnostic::formatted("this line is {}, and neither an offer nor a path", described(json->kind)),
            R"(write an object with the keys of an offer file, or {"path": "offer.toml"})");
    } else {
        auto document = document_of(*json);
        read.file.kind = kind_of(document.root);
        if (read.file.kind == "offer") {
            read.file.offer = offer_in(reading, std::move(name), document);
        }
    }
    return read;
}

std::optional<model::Offer> read_offer_file(const Reading& reading, const std::string& path) {
    auto text = read_text_file(path, reading.sources, reading.diagnostics);
    return text ? read_offer(reading, path, std::move(*text)) : std::nullopt;
}

std::optional<model::SearchPlan> read_search_text(const Reading& reading, std::string name, std::string text,
                                                  std::optional<model::Currency> currency) {
    auto document = read_document(name, std::move(text), reading.sources, reading.diagnostics);
    return document ? search_in(reading, std::move(name), *document, currency) : std::nullopt;
}

std::optional<model::CareerPlan> read_plan_text(const Reading& reading, std::string name, std::string text) {
    auto document = read_document(name, std::move(text), reading.sources, reading.diagnostics);
    return document ? plan_in(reading, std::move(name), *document) : std::nullopt;
}

std::optional<model::Priorities> read_priorities_text(const Reading& reading, std::string name, std::string text,
                                                      std::optional<model::Currency> currency) {
    auto document = read_document(name, std::move(text), reading.sources, reading.diagnostics);
    return document ? priorities_in(reading, name, *document, currency) : std::nullopt;
}

std::optional<model::Priorities> read_priorities_file(const Reading& reading, const std::string& path,
                                                      std::optional<model::Currency> currency) {
    auto text = read_text_file(path, reading.sources, reading.diagnostics);
    return text ? read_priorities_text(reading, path, std::move(*text), currency) : std::nullopt;
}

std::optional<model::Priorities> read_priorities_named(const Reading& reading, const std::string& name,
                                                       std::optional<model::Currency> currency) {
    std::error_code error;
    // A link that leads nowhere, or a file that may not be read, is not passed over for a profile of the same name.
    const bool is_there = std::filesystem::exists(std::filesystem::symlink_status(name, error)) &&
                          !std::filesystem::is_directory(std::filesystem::status(name, error));
    const bool is_word = is_profile_id(name) && !name.ends_with(".toml");
    if (!is_word || is_there) {
        return read_priorities_file(reading, name, currency);
    }
    const auto ids = reading.profiles.ids("priorities");
    if (std::find(ids.begin(), ids.end(), name) == ids.end()) {
        const std::vector<std::string_view> known{ids.begin(), ids.end()};
        const std::string near = diagnostic::did_you_mean(name, known);
        reading.diagnostics.unreadable(
            codes::unreadable_file, {reading.sources.add(name, {}), 0, 0, 0},
            "there is neither such a file nor a profile of priorities by that name",
            near.empty() ? "`offerkit profiles priorities` lists the profiles; a file is named by its path" : near);
        return std::nullopt;
    }
    auto profile = reading.profiles.priorities(name, {reading.sources, reading.diagnostics, {}, {}},
                                               currency.value_or(*quantity::Currency::of("USD")));
    return profile ? std::optional{std::move(profile->priorities)} : std::nullopt;
}

}  // namespace offerkit::file
