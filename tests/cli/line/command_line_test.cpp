// What the words after the program's name mean, and what is said of those that mean nothing.

#include <string>
#include <vector>

#include <cli/line/parse.hpp>

#include "support/catch.hpp"

using offerkit::calendar::Date;
using offerkit::cli::Colour;
using offerkit::cli::Format;
using offerkit::cli::Invocation;
using Words = std::vector<std::string>;

namespace {

Invocation parsed(const Words& words) {
    const auto invocation = offerkit::cli::parse(words);
    INFO((invocation ? "" : invocation.error().message));
    REQUIRE(invocation.has_value());
    return *invocation;
}

/// The complaint about a wrong command line: what is wrong, then what to write.
std::string complaint(const Words& words) {
    const auto invocation = offerkit::cli::parse(words);
    REQUIRE_FALSE(invocation.has_value());
    return invocation.error().message + " | " + invocation.error().help;
}

}  // namespace

TEST_CASE("options mean the same before the command, before files and after them") {
    for (const Words& words : {Words{"compare", "a.toml", "b.toml", "--format", "json", "--as-of", "2026-01-20"},
                               Words{"compare", "--format", "json", "a.toml", "--as-of", "2026-01-20", "b.toml"},
                               Words{"--format=json", "--as-of", "2026-01-20", "compare", "a.toml", "b.toml"},
                               Words{"--as-of=2026-01-20", "compare", "--format=json", "--", "a.toml", "b.toml"}}) {
        const Invocation invocation = parsed(words);
        CHECK(invocation.command->name == "compare");
        CHECK(invocation.arguments == Words{"a.toml", "b.toml"});
        CHECK(invocation.format == Format::json);
        CHECK(invocation.as_of == Date::of(2026, 1, 20));
    }
}

TEST_CASE("every option of a comparison reaches its place with its own type") {
    const Invocation invocation = parsed(
        {"compare",      "a.toml",  "--by",         "first_year",    "--horizon",    "18 months",
         "--priorities", "me.toml", "--set",        "base.salary=1", "--set",        "a.toml:bonus.target=\"10%\"",
         "--refreshers", "--fx",    "EUR/USD=1.08", "--fx",          "GBP/EUR=1.15", "--explain",
         "--profiles",   "mine",    "-o",           "out.txt",       "--color",      "never"});
    CHECK(invocation.definition == offerkit::model::Definition::first_year);
    CHECK(invocation.horizon == offerkit::calendar::Period::months(18));
    CHECK(invocation.priorities == std::string("me.toml"));
    CHECK(invocation.settings == Words{"base.salary=1", "a.toml:bonus.target=\"10%\""});
    CHECK(invocation.refreshers);
    REQUIRE(invocation.rates.size() == 2);
    CHECK(invocation.rates[0].base.code() == "EUR");
    CHECK(invocation.rates[0].quote.code() == "USD");
    CHECK(invocation.rates[0].rate == offerkit::quantity::Number::of(27, 25));
    CHECK(invocation.rates[1].quote.code() == "EUR");
    CHECK(invocation.explain);
    CHECK(invocation.profiles_folder == std::string("mine"));
    CHECK(invocation.output == std::string("out.txt"));
    CHECK(invocation.colour == Colour::never);
}

TEST_CASE("without options a command has its defaults") {
    const Invocation invocation = parsed({"vest", "-"});
    CHECK(invocation.arguments == Words{"-"});
    CHECK(invocation.format == Format::table);
    CHECK(invocation.colour == Colour::automatic);
    CHECK_FALSE(invocation.as_of.has_value());
    CHECK_FALSE(invocation.horizon.has_value());
    CHECK_FALSE(invocation.definition);
    CHECK_FALSE(invocation.explain);
}

TEST_CASE("after two hyphens everything is a file, even what looks like an option") {
    CHECK(parsed({"check", "--", "--format", "-x.toml"}).arguments == Words{"--format", "-x.toml"});
}

TEST_CASE("an output file may be glued to its letter") {
    CHECK(parsed({"init", "-ooffer.toml"}).output == std::string("offer.toml"));
}

TEST_CASE("help and version stand for themselves, and a command's help needs none of its arguments") {
    CHECK(parsed({}).ask == Invocation::Ask::overview);
    CHECK(parsed({"--version"}).ask == Invocation::Ask::version);
    CHECK(parsed({"--help"}).ask == Invocation::Ask::help);
    CHECK(parsed({"-h"}).command == nullptr);
    CHECK(parsed({"compare", "--help"}).ask == Invocation::Ask::help);
    CHECK(parsed({"-h", "compare"}).command->name == "compare");
    CHECK(parsed({"check", "--version"}).ask == Invocation::Ask::version);
}

TEST_CASE("a misspelt command, option or word is answered with the nearest that exists") {
    CHECK(complaint({"comapre", "a.toml"}) == "there is no command `comapre` | did you mean `compare`?");
    CHECK(complaint({"comp", "a.toml"}).find("did you mean") != std::string::npos);
    CHECK(complaint({"compare", "--fromat", "json", "a.toml"}) ==
          "`compare` has no option `--fromat` | did you mean `--format`?");
    CHECK(complaint({"--fromat", "json", "compare"}) == "there is no option `--fromat` | did you mean `--format`?");
    CHECK(complaint({"compare", "a.toml", "--refresh"}) ==
          "`compare` has no option `--refresh` | did you mean `--refreshers`?");
    CHECK(complaint({"compare", "a.toml", "--format", "jsn"}) ==
          "`jsn` is not a value of `--format` | did you mean `json`? it takes `table`, `json`, `csv`, `markdown`, "
          "`html`, `svg`, `xlsx` or `ledger`");
    CHECK(
        complaint({"vest", "a.toml", "--by", "present_value"}) ==
        "`present_value` is not a value of `--by` | it takes `tranche`, `month`, `quarter`, `year` or `calendar-year`");
    CHECK(complaint({"completion", "bahs"}) ==
          "`bahs` is not an argument of `completion` | did you mean `bash`? it takes `bash`, `zsh` or `fish`");
}

TEST_CASE("an option of another command is told apart from one that does not exist") {
    CHECK(complaint({"check", "a.toml", "--company", "meta"}) ==
          "`check` has no option `--company`; other commands do | `offerkit help check` lists its options");
    CHECK(complaint({"check", "a.toml", "--zzzzzz"}) ==
          "`check` has no option `--zzzzzz` | `offerkit help check` lists its options");
}

TEST_CASE("a file in place of a command shows where the command goes") {
    CHECK(complaint({"offer.toml"}).find("write `offerkit show offer.toml`") != std::string::npos);
}

TEST_CASE("what is missing is named") {
    CHECK(complaint({"compare"}) == "`compare` needs FILE | `offerkit help compare` shows how it is used");
    CHECK(complaint({"completion"}) ==
          "`completion` needs SHELL: `bash`, `zsh` or `fish` | `offerkit help completion` shows how it is used");
    CHECK(complaint({"--format", "json"}) == "no command is given | `offerkit help` lists the commands");
    CHECK(complaint({"compare", "a.toml", "--as-of"}) == "`--as-of` needs a value | write `--as-of DATE`");
    CHECK(complaint({"compare", "a.toml", "--format"})
              .find("`--format` needs a value | write `--format FORMAT`: `table`") == 0);
    CHECK(complaint({"compare", "--as-of", "--explain", "a.toml"}) ==
          "`--as-of` needs a value, and `--explain` is an option | write `--as-of DATE`");
    CHECK(complaint({"compare", "a.toml", "--as-of="}) == "`--as-of` needs a value | write `--as-of DATE`");
}

TEST_CASE("what is too much is named") {
    CHECK(complaint({"levels", "google", "L5", "L6"}) ==
          "unexpected argument `L6`: `levels` takes 2 at most | `offerkit help levels` shows how it is used");
    CHECK(complaint({"negotiate", "a.toml", "b.toml"}) ==
          "unexpected argument `b.toml`: `negotiate` takes one FILE | give other offers as `--against b.toml`");
    CHECK(complaint({"compare", "a.toml", "--explain=yes"}) ==
          "`--explain` takes no value | write `--explain` alone, or leave it out");
    CHECK(complaint({"compare", "a.toml", "--as-of", "2026-01-01", "--as-of", "2026-01-02"}) ==
          "`--as-of` is given twice: `2026-01-01` and `2026-01-02` | leave one of them out");
    CHECK(complaint({"compare", "-", "-"}) ==
          "standard input (`-`) can be read only once | give the other offers as files");
}

TEST_CASE("dates are days that exist between 1900 and 2999") {
    for (const char* wrong :
         {"2026-02-30", "tomorrow", "2026-1-2", "1899-12-31", "3000-01-01", "02.03.2026", "2026-03-02T10:00:00"}) {
        CHECK(complaint({"compare", "a.toml", "--as-of", wrong})
                  .find("`--as-of` takes a date, not `" + std::string(wrong) + "`") == 0);
    }
    CHECK(parsed({"compare", "a.toml", "--as-of", "2024-02-29"}).as_of == Date::of(2024, 2, 29));
}

TEST_CASE("a horizon is from a month to a hundred years") {
    for (const char* wrong : {"0 months", "27 days", "101 years", "1201 months"}) {
        CHECK(complaint({"compare", "a.toml", "--horizon", wrong})
                  .find("`--horizon` is from a month to 100 years, not") == 0);
    }
    for (const char* wrong : {"four years", "4", "4years", "-1 years", "1.5 years"}) {
        CHECK(complaint({"compare", "a.toml", "--horizon", wrong}).find("`--horizon` takes a period, not") == 0);
    }
    CHECK(parsed({"compare", "a.toml", "--horizon", "1 month"}).horizon == offerkit::calendar::Period::months(1));
    CHECK(parsed({"compare", "a.toml", "--horizon", "100 years"}).horizon == offerkit::calendar::Period::months(1200));
}

TEST_CASE("an exchange rate names two currencies that exist and a number above 0") {
    const auto fx = [](const char* value) { return complaint({"compare", "a.toml", "--fx", value}); };
    CHECK(fx("1.08").find("`--fx` takes an exchange rate, not `1.08`") == 0);
    CHECK(fx("EURUSD=1.08").find("`--fx` takes an exchange rate") == 0);
    CHECK(fx("EUR/USX=1.08").find("there is no currency `USX`") == 0);
    CHECK(fx("eur/USD=1.08").find("there is no currency `eur`") == 0);
    CHECK(fx("EUR/EUR=1").find("names the same currency twice") != std::string::npos);
    for (const char* wrong :
         {"EUR/USD=0", "EUR/USD=-1", "EUR/USD=1e3", "EUR/USD=", "EUR/USD=1,08", "EUR/USD=1000000000001"}) {
        CHECK(fx(wrong).find("is no exchange rate") != std::string::npos);
    }
}

TEST_CASE("a setting is a path and a value, an event has a date") {
    CHECK(complaint({"show", "a.toml", "--set", "base.salary"})
              .find("`--set` takes a path and a value, not `base.salary`") == 0);
    CHECK(complaint({"show", "a.toml", "--set", "=5"}).find("`--set` takes a path and a value") == 0);
    CHECK(complaint({"vest", "a.toml", "--if", "ipo"}).find("`--if` takes an event and a date, not `ipo`") == 0);
    CHECK(complaint({"vest", "a.toml", "--if", "ipo=soon"}).find("`--if` takes a date, not `soon`") == 0);
    const Invocation invocation = parsed({"vest", "a.toml", "--if", "ipo=2027-06-01"});
    REQUIRE(invocation.events.size() == 1);
    CHECK(invocation.events[0].event == "ipo");
    CHECK(invocation.events[0].date == *Date::of(2027, 6, 1));
}

TEST_CASE("no command line is too strange to be answered") {
    for (const Words& words :
         {Words{""}, Words{"-"}, Words{"--"}, Words{"---"}, Words{"compare", ""}, Words{"compare", "---"},
          Words{"=", "="}, Words{"--=x"}, Words{"-o"}, Words{"check", "-oo", "-h"}, Words{"compare", "a", "--set="},
          Words{"\xff\xfe"}, Words{"compare", "++", "%%", "a"}, Words{"help", "help", "help"}, Words{"compare", "--by"},
          Words{"-hh"}, Words{"compare", "-1", "--horizon", "-1 year"}}) {
        const auto invocation = offerkit::cli::parse(words);
        if (!invocation) {
            CHECK_FALSE(invocation.error().message.empty());
            CHECK_FALSE(invocation.error().help.empty());
        }
    }
}
