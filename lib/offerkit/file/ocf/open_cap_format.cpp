#include <offerkit/file/ocf/open_cap_format.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/document/document.hpp>
#include <offerkit/file/document/json_tree.hpp>
#include <offerkit/file/ocf/grant.hpp>
#include <offerkit/file/ocf/store.hpp>
#include <offerkit/file/offer/read_offer.hpp>
#include <offerkit/file/overrides.hpp>
#include <offerkit/file/tree/tree_parts.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using diagnostic::formatted;
using diagnostic::Span;
using Need = OcfObject::Need;
using Item = OcfStore::Item;

std::string text_in(const OcfObject& object, std::string_view key) {
    const auto text = object.text(key, Need::optional);
    return text ? text->value : std::string{};
}

/// Nobody holds more of them; a company's cap table does.
constexpr std::size_t most_grants = 1'000;

/// The grants of one holder.
struct Holder {
    std::string id;
    OcfHoldings holdings{};
};

class Importer {
public:
    Importer(const Reading& reading, const OcfStore& store, diagnostic::SourceId first)
        : reading_{reading}, store_{store}, first_{first} {}

    std::vector<model::Offer> run() {
        std::vector<model::Offer> offers;
        if (!read_grants()) {
            return offers;
        }
        report_uncounted();
        if (holders_.empty()) {
            if (!left_out_.empty()) {
                return offers;
            }
            reading_.diagnostics.error(
                codes::ocf_no_grants, {first_, 0, 0, 0}, "there is no grant in these files",
                "give the file that holds the TX_EQUITY_COMPENSATION_ISSUANCE (or TX_PLAN_SECURITY_ISSUANCE) objects, "
                "and that of their VESTING_TERMS");
            return offers;
        }
        for (const auto& holder : holders_) {
            if (auto offer = offer_of(holder)) {
                offers.push_back(std::move(*offer));
            }
        }
        return offers;
    }

private:
    // What cannot be read of one grant is reported, and the others are read. False when there are too many.
    bool read_grants() {
        std::size_t grants = 0;
        for (const auto& item : store_.items()) {
            if (!is_ocf_grant(item)) {
                continue;
            }
            if (++grants > most_grants) {
                reading_.diagnostics.error(codes::ocf_not_expressible, item.object.span(),
                                           "these files hold more than 1,000 grants",
                                           "this looks like a company's whole cap table: give only your own grants");
                return false;
            }
            const std::string whose = text_in(item.object, "stakeholder_id");
            auto holder =
                std::find_if(holders_.begin(), holders_.end(), [&](const Holder& known) { return known.id == whose; });
            if (holder == holders_.end()) {
                holder = holders_.insert(holders_.end(), Holder{whose});
            }
            if (!add_ocf_grant(item, store_, holder->holdings)) {
                left_out_.push_back(&item);
            }
        }
        std::erase_if(holders_, [](const Holder& holder) { return holder.holdings.grants.empty(); });
        if (!holders_.empty()) {
            for (const auto* item : left_out_) {
                report_left_out(*item);
            }
        }
        return true;
    }

    void report_left_out(const Item& item) const {
        const std::string custom = text_in(item.object, "custom_id");
        const std::string name = custom.empty() ? text_in(item.object, "security_id") : custom;
        reading_.diagnostics.warning(
            codes::ocf_not_counted, item.object.span(),
            formatted("`{}` is left out, since what is said of it cannot be read; other grants are shown",
                      name.empty() ? item.id : name),
            "mend what is reported, or write this grant as an offer file");
    }

    /// Everything else that is recorded of a security that was read: the grant is shown as it was issued.
    void report_uncounted() {
        for (const auto& item : store_.items()) {
            const bool known = is_ocf_grant(item) || item.type == "TX_VESTING_START" ||
                               item.type == "TX_VESTING_EVENT" || item.type.ends_with("_ACCEPTANCE") ||
                               !item.type.starts_with("TX_");
            const std::string security = known ? std::string{} : text_in(item.object, "security_id");
            const bool ours =
                !security.empty() && std::any_of(holders_.begin(), holders_.end(), [&](const auto& holder) {
                    return std::any_of(holder.holdings.grants.begin(), holder.holdings.grants.end(),
                                       [&](const OcfGrant& grant) { return grant.security == security; });
                });
            if (ours) {
                reading_.diagnostics.warning(
                    codes::ocf_not_counted, item.object.span(),
                    formatted("{} changes `{}` and is not counted: the grant is shown as it was issued",
                              item.object.name(), security),
                    "take what it changes into account yourself");
            }
        }
    }

    [[nodiscard]] std::string company_of(const Holder& holder) const {
        std::string company;
        for (const auto& item : store_.items()) {
            if (company.empty() && item.type == "ISSUER") {
                company = text_in(item.object, "legal_name");
            }
        }
        if (company.empty()) {
            company = std::filesystem::path{holder.holdings.grants.front().file}.filename().string();
        }
        if (holders_.size() < 2) {
            return company;
        }
        std::string name = holder.id;
        if (const Item* stakeholder = store_.find("STAKEHOLDER", holder.id)) {
            if (const auto names = stakeholder->object.object("name", Need::optional)) {
                name = text_in(*names, "legal_name");
            }
        }
        return company + ": " + (name.empty() ? holder.id : name);
    }

    /// The latest valuation of common stock: what one share is taken to be worth.
    [[nodiscard]] const Item* valuation() const {
        const Item* latest = nullptr;
        std::optional<Date> day;
        for (const auto& item : store_.items()) {
            if (item.type != "VALUATION") {
                continue;
            }
            const auto effective = item.object.date("effective_date");
            if (effective && item.object.has("price_per_share") && (!day || *day < effective->value)) {
                latest = &item;
                day = effective->value;
            }
        }
        return latest;
    }

    std::optional<model::Offer> offer_of(const Holder& holder) {
        const auto& grants = holder.holdings.grants;
        std::vector<const OcfGrant*> all;
        for (const auto& grant : grants) {
            all.push_back(&grant);
        }
        auto offer = offer_of(holder, all, reading_);
        if (offer || all.size() < 2) {
            return offer;
        }
        // What our reader refuses is told by now: the grants that can be read alone are read.
        std::vector<const OcfGrant*> sound;
        for (const auto* grant : all) {
            diagnostic::Diagnostics unheard;
            if (offer_of(holder, {grant}, {reading_.sources, unheard, reading_.profiles, reading_.overrides})) {
                sound.push_back(grant);
            }
        }
        diagnostic::Diagnostics told;
        return sound.empty() || sound.size() == all.size()
                   ? std::nullopt
                   : offer_of(holder, sound, {reading_.sources, told, reading_.profiles, reading_.overrides});
    }

    std::optional<model::Offer> offer_of(const Holder& holder, const std::vector<const OcfGrant*>& of,
                                         const Reading& into) {
        const OcfGrant& first = *of.front();
        const Span span = first.span;
        std::vector<Entry> keys{entry("company", text_node(company_of(holder), span))};
        Date start = first.earliest;
        for (const auto* grant : of) {
            start = std::min(start, grant->earliest);
        }
        keys.push_back(entry("start", date_node(start, span)));

        std::optional<OcfMoney> priced;
        if (const Item* valued = valuation()) {
            priced = read_ocf_money(valued->object, "price_per_share");
            const auto day = valued->object.date("effective_date");
            if (!priced || !day) {
                return std::nullopt;
            }
            keys.push_back(entry(
                "stock", table_node({entry("kind", text_node("private", priced->amount.span)),
                                     entry("price", priced->amount), entry("as_of", date_node(day->value, day->span))},
                                    valued->object.span())));
        }
        const auto currency = currency_of(of, priced);
        if (!currency) {
            return std::nullopt;
        }
        keys.push_back(entry("currency", *currency));
        const bool names_currency = priced || std::any_of(of.begin(), of.end(), [](const OcfGrant* grant) {
                                        return grant->currency.has_value();
                                    });

        std::vector<Node> grants;
        std::vector<Node> events;
        std::set<std::string_view> known;
        for (const auto* grant : of) {
            grants.push_back(table_node(grant->keys, grant->span));
            for (const auto& event : grant->events) {
                if (known.insert(event.id).second) {
                    events.push_back(event_node(event));
                }
            }
        }
        keys.push_back(entry("grant", list_node(std::move(grants), span)));
        if (!events.empty()) {
            keys.push_back(entry("event", list_node(std::move(events), span)));
        }
        return read(table_node(std::move(keys), {span.source, 1, 1, 0}), first.file, !names_currency, into);
    }

    static Node event_node(const OcfEvent& event) {
        std::vector<Entry> keys{entry("id", text_node(event.id, event.span))};
        if (event.date) {
            keys.push_back(entry("date", date_node(*event.date, event.span)));
        }
        if (event.deadline) {
            keys.push_back(entry("deadline", date_node(*event.deadline, event.span)));
        }
        return table_node(std::move(keys), event.span);
    }

    /// The one currency of everything that has a price.
    [[nodiscard]] std::optional<Node> currency_of(const std::vector<const OcfGrant*>& of,
                                                  const std::optional<OcfMoney>& priced) const {
        std::optional<Node> found = priced ? std::optional{priced->currency} : std::nullopt;
        for (const auto* grant : of) {
            if (!grant->currency) {
                continue;
            }
            if (found && found->text != grant->currency->text) {
                reading_.diagnostics.error(
                    codes::ocf_not_expressible, grant->currency->span,
                    formatted("prices in `{}` and in `{}` stand in one set of grants", grant->currency->text,
                              found->text),
                    "our terms have one currency for a company's shares: read the files of each currency by themselves",
                    diagnostic::Related{found->span, "the other currency stands here"});
                return std::nullopt;
            }
            found = grant->currency;
        }
        return found ? found : text_node("USD", of.front()->span);
    }

    static std::optional<model::Offer> read(Node root, const std::string& file, bool guessed_currency,
                                            const Reading& into) {
        Document document{.root = std::move(root)};
        document.source = document.root.span.source;
        const bool applied = apply_overrides(document, model::offer_schema(), file, into.overrides, into.diagnostics);
        const auto usd = *quantity::Currency::of("USD");
        Context context{.sources = into.sources,
                        .diagnostics = into.diagnostics,
                        .profiles = into.profiles,
                        .find_schedule = schedule_named,
                        .folder = std::filesystem::path{file}.parent_path().string(),
                        .currency = usd,
                        .stock_currency = usd};
        auto offer = read_offer_tree(context, document.root, file);
        if (context.failed || !applied || !offer) {
            return std::nullopt;
        }
        if (guessed_currency) {
            offer->assumptions.push_back(
                {offer->company, "currency", "USD", "the files name no currency, so any price is in USD", offer->span});
        }
        return offer;
    }

    const Reading& reading_;
    const OcfStore& store_;
    diagnostic::SourceId first_;  ///< the first of the files
    std::vector<Holder> holders_{};
    std::vector<const Item*> left_out_{};
};

}  // namespace

std::vector<model::Offer> read_open_cap_format(const Reading& reading, std::vector<NamedText> texts) {
    OcfStore store;
    const auto first = static_cast<diagnostic::SourceId>(reading.sources.size());
    bool sound = true;
    for (auto& text : texts) {
        auto json = read_json(text.name, std::move(text.text), reading.sources, reading.diagnostics);
        sound = sound && json.has_value();
        if (json) {
            store.add(std::move(*json), text.name, reading.diagnostics);
        }
    }
    // What a broken file may have held is not called missing from the others.
    return sound ? Importer{reading, store, first}.run() : std::vector<model::Offer>{};
}

}  // namespace offerkit::file
