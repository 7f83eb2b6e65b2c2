// What a walk keeps beside the money of each month, worked out by hand (docs/numbers.md, "Careers").

#include <cmath>
#include <string>
#include <vector>

#include <offerkit/choice/paths/walk.hpp>

#include "support/careers.hpp"
#include "support/catch.hpp"

using namespace offerkit::choice::paths;

namespace {

/// Two paths of one rung, 120,000 a year, over two years at 5%; each begins with a job of its own.
Terms two_paths(const std::string& rest = {}) {
    Terms terms = careers::terms(
        "currency = \"USD\"\nhorizon = \"2 years\"\n[[rung]]\nid = \"one\"\ntotal = 120_000\n"
        "[[path]]\nid = \"a\"\nrung = \"one\"\n" +
        rest + "[[path]]\nid = \"b\"\nrung = \"one\"\n");
    for (Path& path : terms.paths) {
        path.has_first_job = true;
        path.job.pay.assign(12, 9'000.0);
    }
    return terms;
}

Walk walked(const Terms& terms, std::size_t path, const Turn* turn = nullptr) {
    World world{terms, 1};
    world.enter(0);
    Walk walk;
    Walker walker{terms};
    if (turn != nullptr) {
        walker.turned(world, *turn, walk);
    } else {
        walker.walk(world, path, walk);
    }
    return walk;
}

double sum_of_discounts(int from, int to) {
    double sum = 0;
    for (int month = from; month <= to; ++month) {
        sum += std::pow(1.05, -month / 12.0);
    }
    return sum;
}

}  // namespace

TEST_CASE("a first job pays what its papers state, month by month, and then its rung") {
    const Walk walk = walked(two_paths(), 0);
    REQUIRE(walk.money.size() == 25);
    CHECK(walk.money[0] == 0);
    CHECK(walk.money[1] == Approx(9'000));
    CHECK(walk.money[12] == Approx(9'000));
    CHECK(walk.money[13] == Approx(10'000));
    CHECK(walk.money[24] == Approx(10'000));
    CHECK(walk.more_value.empty());
    CHECK_FALSE(walk.lost_a_job);
    CHECK(walk.months_out == 0);
}

TEST_CASE("what shares are worth beside money counts from the first day of their job, as of the first of the path") {
    Terms terms = two_paths();
    terms.paths[0].job.leave_after = 6;
    terms.paths[0].then = 1;
    terms.paths[0].then_offer = true;
    terms.paths[1].job.more_value.assign(12, 0.0);
    terms.paths[1].job.more_value[0] = 100;
    terms.paths[1].job.more_value[11] = 700;
    const Walk direct = walked(terms, 1);
    REQUIRE(direct.more_value.size() == 25);
    CHECK(direct.more_value[1] == Approx(100));
    CHECK(direct.more_value[2] == 0);
    CHECK(direct.more_value[12] == Approx(700));
    // Taken up after six months: seven months on is its first one, half a year's discount off.
    const Walk later = walked(terms, 0);
    REQUIRE(later.more_value.size() == 25);
    CHECK(later.more_value[1] == 0);
    CHECK(later.more_value[7] == Approx(100 / std::sqrt(1.05)));
    CHECK(later.more_value[18] == Approx(700 / std::sqrt(1.05)));
    CHECK(later.more_value[12] == 0);
    CHECK(later.money[6] == Approx(9'000));
    CHECK(later.money[18] == Approx(9'000));
    CHECK(later.money[19] == Approx(10'000));
}

TEST_CASE("later pay is what was earned after the own first job, per unit of what it multiplies") {
    Terms terms = two_paths();
    terms.paths[0].job.leave_after = 12;
    terms.paths[0].later_pay = ThreePoint::certain(0.1);
    const Walk walk = walked(terms, 0);
    CHECK(walk.money[12] == Approx(9'000));
    CHECK(walk.money[13] == Approx(11'000));
    CHECK(walk.later_value == Approx(10'000 * sum_of_discounts(13, 24)));
    // Who stays in the job has none.
    CHECK(walked(two_paths(), 0).later_value == 0);
}

TEST_CASE("leaving and losing a first job settle what its papers say, by the months served") {
    Terms terms = two_paths();
    Path& path = terms.paths[0];
    path.job.on_leaving = {-1, -2, -3, -4, -5};
    path.job.on_loss = {10, 20, 30};
    path.job.leave_after = 3;
    CHECK(walked(terms, 0).money[3] == Approx(9'000 - 4));
    path.job.leave_after = 9;
    CHECK(walked(terms, 0).money[9] == Approx(9'000 - 5));
    path.job.leave_after = 0;
    path.job.exits = {{.name = "closed", .chance = 1, .after = 6, .ends = true}};
    path.rules.months_out = 4;
    const Walk lost = walked(terms, 0);
    CHECK(lost.lost_a_job);
    CHECK(lost.months_out == 4);
    CHECK(lost.money[6] == Approx(9'000 + 30));
    CHECK(lost.money[7] == 0);
    CHECK(lost.money[10] == 0);
    CHECK(lost.money[11] == Approx(10'000));
    // Of months out those inside the horizon count.
    path.job.exits[0].after = 22;
    CHECK(walked(terms, 0).months_out == 2);
}

TEST_CASE("an exit pays who is there all of it, and who left before what has stayed") {
    Terms terms = two_paths();
    Path& path = terms.paths[0];
    path.job.exits = {{.name = "sold", .chance = 1, .after = 18, .worth = 1'000, .kept = {0, 0.25, 0.5, 0.75}}};
    const double then = std::pow(1.05, -1.5);
    CHECK(walked(terms, 0).money[18] == Approx(11'000));
    CHECK(walked(terms, 0).exit_value == Approx(1'000 * then));
    for (const auto& [served, part] : std::vector<std::pair<int, double>>{{1, 0.25}, {2, 0.5}, {3, 0.75}, {10, 0.75}}) {
        path.job.leave_after = served;
        CAPTURE(served);
        CHECK(walked(terms, 0).money[18] == Approx(10'000 + 1'000 * part));
        CHECK(walked(terms, 0).exit_value == Approx(1'000 * part * then));
    }
    // It finds the person there in the month of leaving itself.
    path.job.leave_after = 18;
    CHECK(walked(terms, 0).exit_value == Approx(1'000 * then));
    path.job.leave_after = 6;
    path.job.exits[0].kept.clear();
    CHECK(walked(terms, 0).exit_value == 0);
    path.job.leave_after = 0;
    path.job.exits[0].after = 24;
    CHECK(walked(terms, 0).exit_value == Approx(1'000 / 1.05 / 1.05));
    path.job.exits[0].after = 25;
    CHECK(walked(terms, 0).exit_value == 0);
}

TEST_CASE("at a turn one sees the job, or how long the search for one has still to go, and whether an exit has paid") {
    Terms terms = two_paths();
    Path& path = terms.paths[0];
    const Turn turn{.at = 8, .from = 0, .to = 1};
    const Walk staying = walked(terms, 0, &turn);
    CHECK(staying.sight.first_job);
    CHECK(staying.sight.months_out == 0);
    CHECK_FALSE(staying.sight.paid);
    CHECK_FALSE(staying.sight.downturn);
    CHECK(staying.money[8] == Approx(9'000));
    // The job of the other path is taken up: twelve months of its papers.
    CHECK(staying.money[20] == Approx(9'000));
    CHECK(staying.money[21] == Approx(10'000));
    path.job.exits = {{.name = "sold", .chance = 1, .after = 5, .worth = 1'000}};
    CHECK(walked(terms, 0, &turn).sight.paid);
    CHECK(walked(terms, 0, &turn).sight.first_job);
    path.job.exits[0].after = 9;
    CHECK_FALSE(walked(terms, 0, &turn).sight.paid);
    // Lost in month 5, out until the end of month 15: seven months to go, which the turn ends.
    path.job.exits = {{.name = "closed", .chance = 1, .after = 5, .ends = true}};
    path.rules.months_out = 10;
    const Walk out = walked(terms, 0, &turn);
    CHECK_FALSE(out.sight.first_job);
    CHECK(out.sight.months_out == 7);
    CHECK(out.money[8] == 0);
    CHECK(out.money[9] == Approx(9'000));
    // Another job by then: it is not the first one any more.
    path.rules.months_out = 1;
    CHECK_FALSE(walked(terms, 0, &turn).sight.first_job);
    CHECK(walked(terms, 0, &turn).sight.months_out == 0);
}
