// A tax form as it is printed.

#include <algorithm>
#include <string>

#include <offerkit/file/profiles/written_form.hpp>
#include <offerkit/report/profiles/tax_form_text.hpp>
#include <offerkit/tax/form.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"
#include "support/taxes.hpp"

using namespace offerkit;

namespace {

std::string text_of(taxes::Desk& desk, const std::string& name) {
    const auto written = desk.store.written_form(name, desk.naming());
    REQUIRE(written);
    return report::tax_form_text(*written);
}

}  // namespace

TEST_CASE("what is printed of a form computes the same by itself, where no number is carried from an earlier year") {
    taxes::Desk desk;
    int compared = 0;
    for (const std::string& id : desk.store.ids("places")) {
        const auto plan = desk.plan(id, 2026);
        const tax::Form& form = plan.forms().back();
        const bool carried = std::any_of(form.lines.begin(), form.lines.end(),
                                         [&](const tax::Line& line) { return line.table_year != form.year; });
        if (carried || form.year != 2026) {
            continue;
        }
        CAPTURE(id);
        const std::string text = text_of(desk, form.name());
        CHECK(text.find("\nlike = ") == std::string::npos);
        const support::ScratchFolder folder;
        folder.write("taxes/" + form.name() + ".toml", text);
        taxes::Desk own{{folder.path().string()}};
        const auto again = own.plan(id, 2026);
        for (const std::int64_t pay : {30'000, 150'000, 700'000}) {
            const auto one = tax::assess(plan, taxes::earning(plan, pay, pay / 3));
            const auto two = tax::assess(again, taxes::earning(again, pay, pay / 3));
            REQUIRE(one);
            REQUIRE(two);
            CHECK(one->components == two->components);
        }
        ++compared;
    }
    CHECK(compared > 20);
}

TEST_CASE("each printed line says where it was written, of which year its numbers are, and its source") {
    taxes::Desk desk;
    const std::string text = text_of(desk, "us-ca-2026");
    CHECK(text.find("# us-ca-2025.toml, table of 2025, projected\n[[line]]\nid = \"standard\"\n") != std::string::npos);
    CHECK(text.find("# us-ca-2026.toml, table of 2026, enacted\n[[line]]\nid = \"sdi\"\n") != std::string::npos);
    std::size_t lines = 0;
    std::size_t sources = 0;
    for (std::size_t at = text.find("[[line]]"); at != std::string::npos; at = text.find("[[line]]", at + 1)) {
        ++lines;
        const std::size_t end = text.find("[[line]]", at + 1);
        sources += text.substr(at, end - at).find("\nsource = ") != std::string::npos ? 1U : 0U;
    }
    CHECK(lines > 8);
    CHECK(sources == lines);
}

TEST_CASE("`profiles show` finds the kind of an id by itself, and lists what there is where there are several") {
    const auto form = support::run({"profiles", "show", "us-ny-2026"});
    CHECK(form.status == 0);
    CHECK(form.out.find("# us-ny-2025.toml, table of 2026, enacted") != std::string::npos);
    CHECK(support::run({"profiles", "taxes", "us-ny-2026"}).out == form.out);
    CHECK(support::run({"profiles", "show", "us-ny-nyc"}).out.find("New York City") != std::string::npos);
    CHECK(support::run({"profiles", "us-ny-2026"}).out == form.out);
    const auto several = support::run({"profiles", "show", "google"});
    CHECK(several.status == 0);
    CHECK(several.out.find("Vesting schedules (vesting)") != std::string::npos);
    CHECK(several.out.find("Ladders of levels (ladders)") != std::string::npos);
    CHECK(support::run({"profiles", "show", "nowhere"}).status == 2);
}
