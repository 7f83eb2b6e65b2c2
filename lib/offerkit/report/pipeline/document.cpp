#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/choice/search/rates.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/report/pipeline/pipeline.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/envelope.hpp>

namespace offerkit::report {

namespace {

using choice::Pipeline;
using choice::SearchFloor;
using choice::search::Action;
using choice::search::Held;

std::string_view word_of(SearchFloor::From from) noexcept {
    switch (from) {
        case SearchFloor::From::stated: return "stated";
        case SearchFloor::From::current: return "current";
        case SearchFloor::From::search: return "search";
        case SearchFloor::From::nothing: break;
    }
    return "none";
}

std::string_view word_of(Action::Kind kind) noexcept {
    switch (kind) {
        case Action::Kind::take: return "take";
        case Action::Kind::wait: return "wait";
        case Action::Kind::stop: break;
    }
    return "stop";
}

class DocumentWriter {
public:
    explicit DocumentWriter(const Pipeline& found) : found_{found}, search_{found.search} {}

    Document write() const {
        return envelope("pipeline")
            .set("as_of", document_of(search_.today))
            .set("currency", found_.currency.code())
            .set("metric", word(found_.metric))
            .set("floor",
                 Document::object({{"value", document_of(found_.floor.value)}, {"from", word_of(found_.floor.from)}}))
            .set("cost_per_week", amount(search_.cost_per_week))
            .set("offers", offers())
            .set("processes", processes())
            .set("any_by", any_by())
            .set("expected_best", amount(found_.expected_best))
            .set("decision", decision())
            .set("steps", steps())
            .set("extension_of",
                 found_.first_to_lapse ? Document(search_.offers[*found_.first_to_lapse].name) : Document::null())
            .set("extension", extension())
            .set("hurry", hurry())
            .set("want", found_.want)
            .set("funnel", funnel())
            .set("start_by", found_.start_by ? document_of(*found_.start_by) : Document::null())
            .set("left_out", left_out())
            .set("assumptions", assumptions());
    }

private:
    [[nodiscard]] Document amount(double value) const { return document_of(found_.money(value)); }
    [[nodiscard]] static Document date_or_null(const std::optional<calendar::Date>& date) {
        return date ? document_of(*date) : Document::null();
    }
    [[nodiscard]] Document name_or_null(const std::optional<Held>& held) const {
        return held ? Document(found_.name_of(*held)) : Document::null();
    }
    [[nodiscard]] Document names(const std::vector<std::size_t>& processes) const {
        Document list = Document::array();
        for (const std::size_t i : processes) {
            list.push(search_.processes[i].name);
        }
        return list;
    }

    [[nodiscard]] Document offers() const {
        Document list = Document::array();
        for (const auto& offer : search_.offers) {
            list.push(Document::object(
                {{"name", offer.name}, {"value", amount(offer.value)}, {"until", date_or_null(offer.until)}}));
        }
        return list;
    }

    [[nodiscard]] Document processes() const {
        Document list = Document::array();
        for (const auto& process : search_.processes) {
            list.push(Document::object({{"name", process.name},
                                        {"value", amount(process.value)},
                                        {"chance", process.chance},
                                        {"expected", document_of(process.expected)},
                                        {"until", document_of(process.until())}}));
        }
        return list;
    }

    [[nodiscard]] Document any_by() const {
        Document list = Document::array();
        for (const auto& each : found_.any_by) {
            list.push(Document::object({{"date", document_of(each.date)}, {"chance", each.chance}}));
        }
        return list;
    }

    [[nodiscard]] Document action(const Action& action) const {
        return Document::object({{"do", word_of(action.kind)},
                                 {"best", name_or_null(action.best)},
                                 {"by", date_or_null(action.by)},
                                 {"next", date_or_null(action.next)},
                                 {"may_come", names(action.may_come)}});
    }

    [[nodiscard]] Document decision() const {
        Document document = Document::object({{"value", amount(found_.plan.value)},
                                              {"take_now", amount(found_.plan.take_now)},
                                              {"wait", amount(found_.plan.wait)}});
        document.set("action", action(found_.plan.today));
        return document;
    }

    [[nodiscard]] Document steps() const {
        Document list = Document::array();
        for (const auto& arrival : found_.plan.arrivals) {
            Document cases = Document::array();
            for (const auto& branch : arrival.branches) {
                cases.push(Document::object({{"came", names(branch.came)},
                                             {"value", amount(branch.value)},
                                             {"action", action(branch.action)}}));
            }
            list.push(Document::object({{"date", document_of(arrival.on)}, {"cases", std::move(cases)}}));
        }
        return list;
    }

    [[nodiscard]] Document extension() const {
        Document list = Document::array();
        for (const auto& each : found_.extensions) {
            list.push(Document::object({{"days", each.days}, {"worth", amount(each.worth)}}));
        }
        return list;
    }

    [[nodiscard]] Document hurry() const {
        Document list = Document::array();
        for (const auto& each : found_.hurries) {
            list.push(Document::object({{"process", search_.processes[each.process].name},
                                        {"by", document_of(each.by)},
                                        {"in_time", each.in_time},
                                        {"worth", amount(each.worth)}}));
        }
        return list;
    }

    [[nodiscard]] Document funnel() const {
        Document list = Document::array();
        for (const auto& channel : found_.channels) {
            const auto mean = [&](std::size_t i) { return choice::search::mean(channel.rates[i]); };
            list.push(Document::object(
                {{"channel", *channel.record->channel},
                 {"rates", Document::object({{"reply", mean(0)}, {"onsite", mean(1)}, {"offer", mean(2)}})},
                 {"each", channel.each},
                 {"for_80", channel.for_80},
                 {"for_90", channel.for_90}}));
        }
        return list;
    }

    [[nodiscard]] Document left_out() const {
        Document list = Document::array();
        for (const auto& each : found_.lapsed) {
            list.push(Document::object({{"name", each.name}, {"decide_by", document_of(each.decide_by)}}));
        }
        return list;
    }

    [[nodiscard]] Document assumptions() const {
        Document list = Document::array();
        for (const auto& each : found_.assumptions) {
            list.push(Document::object({{"company", each.subject.empty() ? Document::null() : Document(each.subject)},
                                        {"key", each.key},
                                        {"value", each.value},
                                        {"meaning", each.meaning}}));
        }
        return list;
    }

    const Pipeline& found_;
    const choice::search::Search& search_;
};

SheetCell number_cell(double value) {
    // The digits that a document carries.
    return SheetCell::number(Document::number(value).text());
}

}  // namespace

Document pipeline_document(const Pipeline& found) { return DocumentWriter{found}.write(); }

Sheet pipeline_sheet(const Pipeline& found) {
    const auto& search = found.search;
    Sheet sheet;
    sheet.columns = {"figure", "name", "date", "count", "chance", "amount", "currency"};
    const auto row = [&](std::string_view figure, SheetCell name, SheetCell date, SheetCell days, SheetCell chance,
                         SheetCell amount) {
        const bool money = amount.kind() != SheetCell::Kind::empty;
        sheet.row({figure, std::move(name), std::move(date), std::move(days), std::move(chance), std::move(amount),
                   money ? SheetCell(found.currency.code()) : SheetCell::empty()});
    };
    const SheetCell none = SheetCell::empty();
    const auto amount = [&](double value) { return cell_of(found.money(value)); };
    row("value", none, none, none, none, amount(found.plan.value));
    row("take_now", none, none, none, none, amount(found.plan.take_now));
    row("wait", none, none, none, none, amount(found.plan.wait));
    row("expected_best", none, none, none, none, amount(found.expected_best));
    row("floor", none, none, none, none, cell_of(found.floor.value));
    for (const auto& offer : search.offers) {
        row("offer", offer.name, offer.until ? cell_of(*offer.until) : none, none, none, amount(offer.value));
    }
    for (const auto& process : search.processes) {
        row("process", process.name, cell_of(process.expected), none, number_cell(process.chance),
            amount(process.value));
    }
    for (const auto& each : found.any_by) {
        row("any_by", none, cell_of(each.date), none, number_cell(each.chance), none);
    }
    for (const auto& each : found.extensions) {
        row("extension", search.offers[*found.first_to_lapse].name, none, SheetCell::number(each.days), none,
            amount(each.worth));
    }
    for (const auto& each : found.hurries) {
        row("hurry", search.processes[each.process].name, cell_of(each.by), none, none, amount(each.worth));
    }
    for (const auto& channel : found.channels) {
        const std::string& name = *channel.record->channel;
        const auto count = [&](const std::optional<std::int64_t>& n) { return n ? SheetCell::number(*n) : none; };
        row("each", name, none, none, number_cell(channel.each), none);
        row("applications", name, none, count(channel.for_80), number_cell(0.8), none);
        row("applications", name, none, count(channel.for_90), number_cell(0.9), none);
    }
    if (found.start_by) {
        row("start_by", none, cell_of(*found.start_by), none, none, none);
    }
    return sheet;
}

}  // namespace offerkit::report
