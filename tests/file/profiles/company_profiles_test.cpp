// Profiles of what companies do: ladders, medians, posted bands, and the companies themselves.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/file/profiles/profile_store.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"

#include "file/reading.hpp"

using namespace offerkit;
using quantity::Rate;

namespace {

template <class T>
struct Read {
    std::optional<T> profile{};
    reading::Outcome outcome{};
};

/// A profile of a kind with these lines from line 4 on, read by the store's own reader of it.
template <class T>
Read<T> read(const std::string& kind, const std::string& text,
             std::optional<T> (file::ProfileStore::*reader)(const std::string&, const file::Naming&) const) {
    const support::ScratchFolder folder;
    folder.write(kind + "/mine.toml", "name = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n" + text);
    const file::ProfileStore store{{folder.path().string()}};
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    Read<T> result;
    result.profile = (store.*reader)("mine", {sources, diagnostics});
    reading::take_problems(result.outcome, sources, diagnostics);
    CHECK(result.profile.has_value() == result.outcome.problems.empty());
    return result;
}

Read<model::Ladder> ladder(const std::string& text) { return read("ladders", text, &file::ProfileStore::ladder); }
Read<model::MarketProfile> market(const std::string& text) { return read("market", text, &file::ProfileStore::market); }
Read<model::BandProfile> band(const std::string& text) { return read("bands", text, &file::ProfileStore::band); }
Read<model::CompanyProfile> company(const std::string& text) {
    return read("companies", text, &file::ProfileStore::company);
}

}  // namespace

TEST_CASE("a level of a ladder is an interval of its scale, or stands on a rung alone") {
    const auto exact = ladder(
        "scale_max = 9\n[[level]]\nname = \"A\"\ntitle = \"Engineer\"\nrung = \"entry\"\nfrom = 0\nto = 4\n[[level]]\n"
        "name = \"B\"\nfrom = 4\nto = 9\n");
    CAPTURE(exact.outcome.problems);
    REQUIRE(exact.profile);
    CHECK(exact.profile->scale_max == 9);
    CHECK_FALSE(exact.profile->approximate);
    REQUIRE(exact.profile->levels.size() == 2);
    CHECK(exact.profile->levels[0].title == "Engineer");
    CHECK(exact.profile->levels[0].rung == "entry");
    CHECK(exact.profile->levels[0].from == 0);
    CHECK(exact.profile->levels[0].to == 4);
    CHECK(exact.profile->levels[1].rung.empty());
    const auto rough =
        ladder("approximate = true\n[[level]]\nname = \"A\"\n[[level]]\nname = \"B\"\nrung = \"senior\"\n");
    REQUIRE(rough.profile);
    CHECK(rough.profile->approximate);
    CHECK(rough.profile->scale_max == 0);
    CHECK_FALSE(rough.profile->levels[0].from);
    CHECK_FALSE(rough.profile->levels[0].to);
    CHECK(ladder("approximate = true\n[[level]]\nname = \"A\"\nfrom = 0\nto = 1\n").outcome.problems.empty());
    CHECK(ladder("approximate = true\n[[level]]\nname = \"A\"\nto = 1\n").outcome.only("5:1 missing-key"));
    CHECK(ladder("approximate = true\n[[level]]\nname = \"A\"\nfrom = 1\n").outcome.only("5:1 missing-key"));
    CHECK(ladder("approximate = true\n[[level]]\nname = \"A\"\nfrom = 4\nto = 3\n").outcome.only("8:6 wrong-order"));
    CHECK(ladder("approximate = true\n[[level]]\nname = \"A\"\nfrom = 3\nto = 3\n").outcome.only("8:6 wrong-order"));
    CHECK(ladder("approximate = false\n[[level]]\nname = \"A\"\nfrom = 0\nto = 3\n").outcome.only("1:1 missing-key"));
    CHECK(ladder("scale_max = 9\n[[level]]\nname = \"A\"\nrung = \"sage\"\nfrom = 0\nto = 3\n")
              .outcome.only("7:8 unknown-word"));
    CHECK(ladder("approximate = true\n[[level]]\n[[level]]\n").outcome.problems.size() == 2);
}

TEST_CASE("medians are of a rung, or of a level of a ladder, in the profile's currency") {
    const auto read = market(
        "currency = \"EUR\"\n[[rung]]\nrung = \"senior\"\ntitle = \"T\"\ntotal = 90\nbase = 70\nstock = 15\nbonus = 5\n"
        "[[level]]\nladder = \"google\"\nlevel = \"L5\"\ntotal = 80\n");
    CAPTURE(read.outcome.problems);
    REQUIRE(read.profile);
    CHECK(read.profile->currency.code() == "EUR");
    REQUIRE(read.profile->medians.size() == 2);
    const auto& rung = read.profile->medians[0];
    CHECK(rung.rung == "senior");
    CHECK(rung.title == "T");
    CHECK(rung.ladder.empty());
    CHECK(rung.total.minor() == 9'000);
    CHECK(rung.total.currency().code() == "EUR");
    CHECK(rung.base->minor() == 7'000);
    CHECK(rung.stock->minor() == 1'500);
    CHECK(rung.bonus->minor() == 500);
    const auto& level = read.profile->medians[1];
    CHECK(level.rung.empty());
    CHECK(level.ladder == "google");
    CHECK(level.level == "L5");
    CHECK_FALSE((level.base || level.stock || level.bonus));
    CHECK(market("currency = \"EUR\"\n[[rung]]\nrung = \"sage\"\ntotal = 90\n").outcome.only("6:8 unknown-word"));
    CHECK(market("currency = \"EUR\"\n[[rung]]\nrung = \"senior\"\ntotal = \"much\"\n").outcome.problems.size() == 1);
}

TEST_CASE("a posted band has the ends that the posting names") {
    const auto read = band(
        "company = \"Acme\"\ncurrency = \"EUR\"\n[[band]]\ntitle = \"T\"\nladder = \"google\"\nlevel = \"L5\"\nbase = "
        "{ "
        "min = 50, max = 70 }\ntotal = { min = 60, mid = 75, max = 90 }\nbonus = \"15%\"\n[[band]]\ntitle = \"U\"\n"
        "base = { max = 40 }\n");
    CAPTURE(read.outcome.problems);
    REQUIRE(read.profile);
    CHECK(read.profile->company == "Acme");
    CHECK(read.profile->currency.code() == "EUR");
    REQUIRE(read.profile->bands.size() == 2);
    const auto& first = read.profile->bands[0];
    CHECK(first.title == "T");
    CHECK(first.ladder == "google");
    CHECK(first.level == "L5");
    CHECK(first.base.min->minor() == 5'000);
    CHECK_FALSE(first.base.mid);
    CHECK(first.base.max->minor() == 7'000);
    CHECK(first.total.mid->minor() == 7'500);
    CHECK(first.bonus == *Rate::of(15, 100));
    CHECK_FALSE(read.profile->bands[1].bonus);
    CHECK_FALSE(read.profile->bands[1].base.min);
    CHECK_FALSE(read.profile->bands[1].total.max);
}

TEST_CASE("a company's usual terms are kept as words of an offer file") {
    const auto read = company(
        "company = \"Acme\"\nladder = \"google\"\nvesting = \"google\"\nalign = [\"02-20\", \"05-20\"]\nday_of_month = "
        "\"vesting_start_day\"\ninstrument = \"rsu\"\nstock_kind = \"private\"\nemployer = \"finance\"\nbonus = "
        "\"15%\"\n"
        "conversion_note = \"C\"\n");
    CAPTURE(read.outcome.problems);
    REQUIRE(read.profile);
    const auto& one = *read.profile;
    CHECK(one.company == "Acme");
    CHECK(one.ladder == "google");
    CHECK(one.vesting == "google");
    CHECK(one.align.size() == 2);
    CHECK(one.day_of_month == "vesting_start_day");
    CHECK(one.instrument == "rsu");
    CHECK(one.stock_kind != model::StockKind::public_market);
    CHECK(one.employer == model::Employer::finance);
    CHECK(one.bonus == "15%");
    CHECK(one.conversion_note == "C");
    const auto bare = company("company = \"Acme\"\n");
    CAPTURE(bare.outcome.problems);
    REQUIRE(bare.profile);
    CHECK(bare.profile->align.empty());
    CHECK(bare.profile->day_of_month.empty());
    CHECK(bare.profile->stock_kind == model::StockKind::public_market);
    CHECK_FALSE(bare.profile->employer);
    CHECK(bare.profile->bonus.empty());
    CHECK(company("company = \"Acme\"\nday_of_month = 15\n").profile->day_of_month == "15");
    CHECK(company("company = \"Acme\"\nday_of_month = 32\n").outcome.problems.size() == 1);
    CHECK(company("company = \"Acme\"\nday_of_month = \"ultimo\"\n").outcome.only("5:16 unknown-word"));
    CHECK(company("company = \"Acme\"\ninstrument = \"rsus\"\n").outcome.only("5:14 unknown-word"));
    CHECK(company("company = \"Acme\"\ninstrument = 3\n").outcome.only("5:14 wrong-type"));
    CHECK(company("company = \"Acme\"\nbonus = \"lots\"\n").outcome.only("5:9 bad-rate"));
}
