// The calendar file, read back by a calendar library: libical, which is what Evolution, KOrganizer and Orage read with.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <libical/ical.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/render/icalendar.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

using nlohmann::json;
using offerkit::render::calendar_uid;
using offerkit::render::folded_line;

namespace {

struct Event {
    std::string uid;
    std::string date;
    std::string summary;
    std::string description;
    std::string category;
    bool whole_day = false;
    bool blocks_time = true;
};

std::string text_or_empty(const char* text) { return text == nullptr ? "" : text; }

/// The events of a calendar that libical reads without any complaint, by its own rules of what an event must hold.
std::vector<Event> read_back(const std::string& text) {
    icalerror_set_errors_are_fatal(0);
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> calendar{icalparser_parse_string(text.c_str()),
                                                                            icalcomponent_free};
    REQUIRE(calendar != nullptr);
    CHECK(icalcomponent_isa(calendar.get()) == ICAL_VCALENDAR_COMPONENT);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    CHECK(icalcomponent_check_restrictions(calendar.get()) == 1);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    std::vector<Event> events;
    for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); event != nullptr;
         event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        const icaltimetype start = icalcomponent_get_dtstart(event);
        const std::unique_ptr<char, void (*)(void*)> date{icaltime_as_ical_string_r(start), icalmemory_free_buffer};
        auto* category = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY);
        auto* transparency = icalcomponent_get_first_property(event, ICAL_TRANSP_PROPERTY);
        REQUIRE(category != nullptr);
        REQUIRE(transparency != nullptr);
        events.push_back(
            {text_or_empty(icalcomponent_get_uid(event)), date.get(), text_or_empty(icalcomponent_get_summary(event)),
             text_or_empty(icalcomponent_get_description(event)), text_or_empty(icalproperty_get_categories(category)),
             start.is_date == 1, icalproperty_get_transp(transparency) != ICAL_TRANSP_TRANSPARENT});
    }
    return events;
}

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";

support::Outcome export_of(const std::string& text, std::vector<std::string> more = {},
                           const std::string& as_of = "2026-01-20") {
    support::Run run;
    run.arguments = {"vest", "-", "--as-of", as_of, "--format", "ics"};
    run.arguments.insert(run.arguments.end(), more.begin(), more.end());
    run.input = text;
    auto outcome = support::run(run);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return outcome;
}

std::map<std::string, std::string> dates_by_uid(const std::vector<Event>& events) {
    std::map<std::string, std::string> found;
    for (const auto& event : events) {
        INFO(event.summary);
        CHECK(found.emplace(event.uid, event.date).second);
    }
    return found;
}

const Event& find(const std::vector<Event>& events, const std::string& part) {
    for (const auto& event : events) {
        if (event.summary.find(part) != std::string::npos) {
            return event;
        }
    }
    FAIL("no event says `" << part << "`");
    return events.front();
}

std::string lines_of_grants(int grants) {
    std::string text;
    for (int i = 0; i < grants; ++i) {
        text += "[[grant]]\nid = \"g" + std::to_string(i) +
                "\"\ninstrument = \"rsu\"\nquantity = " + std::to_string(*rc::gen::inRange(1, 3000)) +
                "\nvesting_start = " +
                *rc::gen::element<std::string>("2025-01-31", "2026-03-02", "2027-08-30", "2028-02-29") +
                "\nvesting = { over = \"" + std::to_string(12 * *rc::gen::inRange(1, 5)) + " months\", every = \"" +
                *rc::gen::element<std::string>("1 month", "3 months", "12 months") + "\"" +
                *rc::gen::element<std::string>("", ", cliff = \"1 year\"") + " }\n" +
                *rc::gen::element<std::string>("", "", "gate = \"ipo\"\n") +
                *rc::gen::element<std::string>(
                    "", "", "[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"ipo\"\namount = \"40%\"\n");
    }
    return text;
}

}  // namespace

TEST_CASE("a calendar has an event for each dated tranche of the table, on its day, and none for what never comes") {
    support::holds("as many vests as dated tranches", [] {
        const std::string text = *rc::gen::element<std::string>("", "", "end = 2028-05-31\n") + head +
                                 lines_of_grants(*rc::gen::inRange(0, 4)) + "[[event]]\nid = \"ipo\"\n" +
                                 *rc::gen::element<std::string>("", "date = 2027-06-01\n");
        support::Run table;
        table.arguments = {"vest", "-", "--as-of", "2026-01-20", "--format", "json"};
        table.input = text;
        std::multiset<std::string> days;
        const auto document = json::parse(support::run(table).out);
        for (const auto& grant : document.at("offers").at(0).at("grants")) {
            for (const auto& tranche : grant.at("tranches")) {
                if (!tranche.at("date").is_null() && tranche.at("state") != "forfeited") {
                    std::string day = tranche.at("date");
                    std::erase(day, '-');
                    days.insert(day);
                }
            }
        }
        std::multiset<std::string> found;
        std::set<std::string> uids;
        for (const auto& event : read_back(export_of(text).out)) {
            RC_ASSERT(event.whole_day);
            RC_ASSERT(!event.blocks_time);
            RC_ASSERT(uids.insert(event.uid).second);
            if (event.category == "Vest") {
                found.insert(event.date);
            }
        }
        RC_ASSERT(found == days);
    });
}

TEST_CASE("no line of a calendar is longer than 75 octets, and none breaks inside a character") {
    support::holds("folding", [] {
        const auto parts = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("a", "word ", "é", "東", "👩", "\\n", "\\,"));
        std::string line;
        for (const auto& part : parts) {
            line += part;
        }
        const std::string folded = folded_line(line);
        RC_ASSERT(folded.ends_with("\r\n"));
        std::string unfolded;
        for (std::size_t at = 0; at < folded.size();) {
            const auto end = folded.find("\r\n", at);
            const std::string piece = folded.substr(at, end - at);
            RC_ASSERT(piece.size() <= 75U);
            RC_ASSERT(offerkit::diagnostic::is_valid_utf8(piece));
            RC_ASSERT(at == 0 || piece.starts_with(' '));
            unfolded += at == 0 ? piece : piece.substr(1);
            at = end + 2;
        }
        RC_ASSERT(unfolded == line);
    });
    CHECK(folded_line(std::string(75, 'x')) == std::string(75, 'x') + "\r\n");
    CHECK(folded_line(std::string(76, 'x')) == std::string(75, 'x') + "\r\n x\r\n");
    CHECK(folded_line(std::string(74, 'x') + "é") == std::string(74, 'x') + "\r\n é\r\n");
}

TEST_CASE("an event keeps its identity when the file is exported again and other terms change") {
    const std::string grant =
        "[[grant]]\nid = \"new-hire\"\ninstrument = \"rsu\"\nquantity = 400\nvesting = { over = \"4 years\", every = "
        "\"12 months\" }\n";
    const auto before = dates_by_uid(read_back(export_of(head + "[base]\nsalary = 100\n" + grant).out));
    const std::string other =
        "[[grant]]\nid = \"another\"\ninstrument = \"rsu\"\nquantity = 9\nvesting = { over = \"1 year\" }\n";
    std::string larger = grant;
    larger.replace(larger.find("400"), 3, "800");
    const auto after =
        dates_by_uid(read_back(export_of(head + "[base]\nsalary = 200\n" + other + larger, {}, "2027-07-01").out));
    CHECK(before.size() == 5);
    CHECK(after.size() == 6);
    for (const auto& [uid, date] : before) {
        REQUIRE(after.count(uid) == 1);
        CHECK(after.at(uid) == date);
    }
}

TEST_CASE("a gate that opens later moves the events of a calendar instead of making new ones") {
    const std::string text =
        head +
        "[[grant]]\nid = \"g\"\ninstrument = \"rsu\"\nquantity = 40\ngate = \"ipo\"\nvesting = { over = \"4 years\", "
        "every = \"12 months\" }\n[[event]]\nid = \"ipo\"\n";
    const auto early = dates_by_uid(read_back(export_of(text, {"--if", "ipo=2027-05-01"}).out));
    const auto late = dates_by_uid(read_back(export_of(text, {"--if", "ipo=2027-11-01"}).out));
    CHECK(early.size() == 5);
    for (const auto& [uid, date] : early) {
        REQUIRE(late.count(uid) == 1);
        CHECK(late.at(uid) == (date == "20270501" ? "20271101" : date));
    }
}

TEST_CASE("shares that come early are an event of their own beside what stays on its day") {
    const std::string text = head +
                             "[[grant]]\nid = \"g\"\ninstrument = \"rsu\"\nquantity = 40\nvesting = { over = \"4 "
                             "years\", every = \"12 months\" "
                             "}\n[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"sale\"\namount = "
                             "\"50%\"\n[[event]]\nid = \"sale\"\n";
    const auto plain = dates_by_uid(read_back(export_of(text).out));
    const auto outcome = export_of(text, {"--if", "sale=2027-09-01"});
    const auto early = read_back(outcome.out);
    CHECK(find(early, "early").date == "20270901");
    CHECK(find(early, "early").summary == "Acme: 15 shares vest early");
    const auto uids = dates_by_uid(early);
    CHECK(uids.size() == plain.size() + 1);
    for (const auto& [uid, date] : plain) {
        CHECK(uids.count(uid) == 1);
    }
}

TEST_CASE("the identity of an event is a version 5 UUID, as Python's uuid5 gives it for the same key") {
    // python3 -c "import uuid; print(uuid.uuid5(uuid.UUID('5b0c8f1e-9d0a-4f57-8a43-6f1b7c2de915'), 'Acme'))"
    CHECK(calendar_uid("Acme") == "7a7e7dfb-171a-560e-84a2-00265baa2096");
}

TEST_CASE(
    "names with commas, semicolons, backslashes and letters of other scripts come back from a calendar as they were") {
    const std::string name = R"(Ärger, 東京; "quoted" \ back )" + std::string(60, 'x');
    const auto events = read_back(
        export_of("company = '" + name +
                  "'\ncurrency = \"USD\"\nstart = 2026-03-02\n[[sign_on]]\nname = 'One, two; \\ three'\namount = 12\n")
            .out);
    CHECK(find(events, "first day").summary == name + ": first day");
    CHECK(find(events, "One").summary == name + R"(: One, two; \ three of USD 12 paid)");
    CHECK(find(events, "One").description.find("USD 12.00. Before tax.\nGenerated by offerkit on 2026-01-20") !=
          std::string::npos);
}

TEST_CASE("a calendar holds every kind of day, each with what it is worth and what it rests on") {
    const auto outcome = export_of(
        "decide_by = 2026-01-29\n" + head +
        "[base]\nsalary = 100_000\n[bonus]\ntarget = \"10%\"\npaid = 3\n"
        "[[sign_on]]\nname = \"Sign-on\"\namount = 30_000\nclawback = { within = \"12 months\" }\n"
        "[[sign_on]]\nname = \"Late\"\namount = 12_000\nafter = \"1 month\"\nover = \"2 months\"\n"
        "clawback = { within = \"1 year\", rule = \"full\" }\n"
        "[stock]\nkind = \"private\"\nprice = 2.5\nas_of = 2026-01-01\n"
        "[[grant]]\nid = \"options\"\ninstrument = \"iso\"\nquantity = 4_800\nstrike = 1\n"
        "vesting = { over = \"4 years\", every = \"1 month\", cliff = \"1 year\" }\n"
        "expires = { after = \"10 years\", day_before = true }\n"
        "[[grant]]\nid = \"stay\"\ninstrument = \"cash\"\nvalue = 5_000\nvesting = { over = \"2 years\" }\n"
        "[[grant]]\nid = \"units\"\ninstrument = \"rsu\"\nquantity = 100\ngate = \"ipo\"\nvesting = { over = \"1 "
        "year\" }\nexpires = \"7 years\"\n[[event]]\nid = \"ipo\"\n");
    const auto events = read_back(outcome.out);
    CHECK(find(events, "first day").date == "20260302");
    CHECK(find(events, "last day to decide").date == "20260129");

    const auto& cliff = find(events, "(cliff)");
    CHECK(cliff.date == "20270302");
    CHECK(cliff.summary == "Acme: 1,200 options vest (cliff), worth USD 1,800");
    CHECK(cliff.description ==
          "Grant options (iso): 1,200 of 4,800, 1,200 by then.\nThe cliff ends: nothing vests before this day.\nWorth "
          "USD 1,800.00 at USD 2.50 a share, the fair value of common of 2026-01-01; the strike of 1.00 is taken off. "
          "Before tax.\nGenerated by offerkit on 2026-01-20 from -.");
    CHECK(find(events, "USD 5,000 paid").date == "20280302");
    CHECK(find(events, "last day to exercise options").date == "20360301");
    CHECK(find(events, "last day for units to be released").date == "20330302");
    // The bonus of a year that ends on 2 March is paid on the last day of March.
    CHECK(find(events, "onus of USD 10,000 expected").date == "20270331");
    CHECK(find(events, "Sign-on of USD 30,000 paid").date == "20260302");
    CHECK(find(events, "clawback of Sign-on has ended").date == "20270302");
    // Paid in two parts, on 2 May and 2 June: the last of them ends a year later.
    CHECK(find(events, "Late of USD 6,000 paid").date == "20260502");
    CHECK(find(events, "clawback of Late has ended").date == "20270602");
    CHECK(find(events, "clawback of Late").description.find("all of what was paid") != std::string::npos);

    CHECK(outcome.err ==
          "Acme: 100 shares of units have no day: they wait for ipo\n"
          "Acme: bonuses are listed up to 2030-03-02; `--horizon` changes how far\n");
}

TEST_CASE("a calendar ends with the last day employed, and says what leaving takes") {
    const auto outcome = export_of(
        "end = 2028-02-29\n" + head +
        "[[sign_on]]\nname = \"Sign-on\"\namount = 30_000\nclawback = { within = \"36 months\" }\n"
        "[[grant]]\nid = \"g\"\ninstrument = \"rsu\"\nquantity = 40\nvesting = { over = \"4 years\", every = \"12 "
        "months\" }\n[[grant]]\nid = \"u\"\ninstrument = \"rsu\"\nquantity = 7\ngate = \"ipo\"\nexpires = \"7 "
        "years\"\nvesting = { over = \"1 year\" }\n[[event]]\nid = \"ipo\"\n");
    const auto events = read_back(outcome.out);
    // The first day, the payment, one vest and the last day: no clawback ends and no gate opens after leaving.
    CHECK(events.size() == 4);
    CHECK(find(events, "last day employed").date == "20280229");
    CHECK(outcome.err ==
          "Acme: 30 shares of g are forfeited on leaving\nAcme: 7 shares of u are forfeited on leaving\n");
}

TEST_CASE("the calendar of the job held now tells payments to come, counted from its own first day") {
    support::Run run;
    run.arguments = {"vest", "examples/job-held-now/current.toml", "--as-of", "2026-01-20", "--format", "ics"};
    const auto outcome = support::run(run);
    REQUIRE(outcome.status == 0);
    const auto events = read_back(outcome.out);
    // Employed since 16 May 2022: the years of the bonus end on that day, not on a day of today's.
    CHECK(find(events, "expected").date == "20260516");
    CHECK(find(events, "expected").summary == "Fernhill Systems: Bonus of USD 26,700 expected");
    CHECK(find(events, "clawback of Retention bonus has ended").date == "20280301");
    // Four years from today reach 20 January 2030: the year that ends in May 2030 is told no part of.
    std::string last;
    for (const auto& event : events) {
        last = event.category == "Bonus" ? event.date : last;
    }
    CHECK(last == "20290516");
    CHECK(outcome.err == "Fernhill Systems: bonuses are listed up to 2030-01-20; `--horizon` changes how far\n");
}

TEST_CASE("a calendar goes to a private file, and without grants still holds the first day") {
    const support::ScratchFolder folder;
    const auto file = (folder.path() / "job.ics").string();
    const auto outcome = export_of(head, {"-o", file});
    CHECK(outcome.out.empty());
    const auto events = read_back(support::read_file(file));
    REQUIRE(events.size() == 1);
    CHECK(events[0].summary == "Acme: first day");
}

TEST_CASE("two files of one company have events of their own in one calendar") {
    const support::ScratchFolder folder;
    const auto one = folder.write("a/offer.toml", head).string();
    const auto two = folder.write("b/offer.toml", head).string();
    const auto outcome = support::run({"vest", one, two, "--as-of", "2026-01-20", "--format", "ics"});
    REQUIRE(outcome.status == 0);
    CHECK(dates_by_uid(read_back(outcome.out)).size() == 2);
}

TEST_CASE("a calendar cannot be asked for by month") {
    const auto outcome = support::run({"vest", "examples/three-offers/meta.toml", "--format", "ics", "--by", "month"});
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("`--by` has no meaning with `--format ics`") != std::string::npos);
}
