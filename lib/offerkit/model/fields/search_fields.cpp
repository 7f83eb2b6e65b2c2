// The keys of a pipeline file: a search for a job.

#include <offerkit/model/fields/tables.hpp>
#include <offerkit/model/search_plan.hpp>

namespace offerkit::model::tables {

namespace {

using A = Accepts;

constexpr Field count_field(std::string_view key, std::string_view doc, std::string_view sample) {
    return {.key = key, .accepts = A::count, .fallback = "0", .doc = doc, .sample = sample, .most = 1'000'000};
}

constexpr Field funnel_fields[] = {
    {.key = "channel",
     .accepts = A::text,
     .doc = "How you applied, in your own words",
     .required = true,
     .sample = R"("referral")"},
    count_field("sent", "Applications sent", "20"),
    count_field("replies", "Those that were answered with a conversation", "7"),
    count_field("onsites", "Those that came to the last interviews", "5"),
    count_field("offers", "Those that ended in an offer", "3"),
    count_field("pending_sent", "Of those sent, not heard of yet", "2"),
    count_field("pending_replies", "Of those answered, still before the last interviews", "1"),
    count_field("pending_onsites", "Of the last interviews, not decided yet", "1"),
};
constexpr Schema funnel{
    .name = "[[funnel]]", .doc = "What became of the applications of one channel", .fields = funnel_fields};

constexpr Field offer_fields[] = {
    {.key = "name", .accepts = A::text, .doc = "Who makes it", .required = true, .sample = R"("Northwind AI")"},
    {.key = "value",
     .accepts = A::money,
     .doc = "What it is worth, by the measure of all values here: the present value of four years, for example",
     .required = true,
     .sample = "900_000"},
    {.key = "decide_by",
     .accepts = A::date,
     .doc = "The last day on which it can be taken; without it, it stays open",
     .sample = "2026-01-29"},
};
constexpr Schema offer{.name = "[[offer]]", .doc = "An offer in hand, by what it is worth", .fields = offer_fields};

constexpr Field process_fields[] = {
    {.key = "name", .accepts = A::text, .doc = "With whom", .required = true, .sample = R"("Contoso Robotics")"},
    {.key = "value",
     .accepts = A::money,
     .doc = "What its offer would be worth",
     .required = true,
     .sample = "1_200_000"},
    {.key = "chance",
     .accepts = A::share,
     .doc = "Chance that it ends in an offer, or `\"prior:INPUT\"`; without it, learned from your record by "
            "the `stage`",
     .sample = R"("40%")"},
    {.key = "expected",
     .accepts = A::date,
     .doc = "The day on which you expect to know",
     .required = true,
     .sample = "2026-02-05"},
    {.key = "open_days",
     .accepts = A::count,
     .fallback = "7",
     .doc = "For how many days its offer would stay open",
     .sample = "14",
     .assumption = "days for which the offer of a process would stay open",
     .most = 3'650},
    {.key = "stage",
     .accepts = A::choice,
     .doc = "How far it has come: applied, answered, or the last interviews",
     .choices = choices_of<Stage>,
     .sample = R"("onsite")"},
    {.key = "channel",
     .accepts = A::text,
     .doc = "The [[funnel]] whose rates are its own; without it the only one",
     .sample = R"("referral")"},
};
constexpr Schema process{
    .name = "[[process]]", .doc = "An application that may end in an offer", .fields = process_fields};

constexpr Field timing_fields[] = {
    {.key = "wanted",
     .accepts = A::date,
     .doc = "The day by which you want to begin",
     .required = true,
     .sample = "2026-08-31"},
    {.key = "notice",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "Notice in the job held now",
     .sample = R"("1 month")"},
    {.key = "visa",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "For a visa or a move",
     .sample = R"("2 months")"},
    {.key = "prepare",
     .accepts = A::period,
     .fallback = "0 months",
     .doc = "For preparing before the first application",
     .sample = R"("1 month")"},
    {.key = "search",
     .accepts = A::period,
     .doc = "From the first application to an offer; without it 2, 3 or 6 months by `seniority`",
     .sample = R"("3 months")"},
    {.key = "seniority",
     .accepts = A::choice,
     .fallback = "middle",
     .doc = "How senior the jobs are that you look for: without `search`, how long one takes",
     .choices = choices_of<Seniority>,
     .sample = R"("senior")"},
};
constexpr Schema timing{
    .name = "[timing]", .doc = "When a new job is wanted, and what has to happen before", .fields = timing_fields};

constexpr Field pipeline_fields[] = {
    {.key = "currency",
     .accepts = A::currency,
     .doc = "Currency of all amounts; without it that of the first offer file, else USD",
     .sample = R"("USD")"},
    {.key = "as_of",
     .accepts = A::date,
     .doc = "The day that counts as today; `--as-of` takes precedence over it",
     .sample = "2026-01-20"},
    {.key = "floor",
     .accepts = A::money,
     .doc = "What you have if nothing comes: the value of the job held now; without it that of its offer file, else 0",
     .sample = "700_000"},
    {.key = "cost_per_week",
     .accepts = A::money,
     .fallback = "0",
     .doc = "What a week of waiting costs you",
     .sample = "2_500"},
    {.key = "want",
     .accepts = A::count,
     .fallback = "1",
     .doc = "How many offers you want to have when you choose",
     .sample = "2",
     .least = 1,
     .most = 100},
    {.key = "prior",
     .accepts = A::number_pairs,
     .doc = "What is known of the three rates before your own record, each as a and b of a Beta distribution: reply, "
            "onsite, offer; without it [1, 1], [1, 1] and [4.4, 6.3]",
     .sample = "[[1, 1], [1, 1], [4.4, 6.3]]"},
    {.key = "funnel", .accepts = A::tables, .doc = "Your record, channel by channel", .table = &funnel},
    {.key = "offer", .accepts = A::tables, .doc = "Offers in hand, by their value", .table = &offer},
    {.key = "process", .accepts = A::tables, .doc = "Processes under way, by their value", .table = &process},
    {.key = "timing", .accepts = A::table, .doc = "When a new job is wanted", .table = &timing},
};

}  // namespace

constexpr Schema pipeline{.name = "pipeline",
                          .doc = "A search for a job: what became of applications, offers in hand, processes under way",
                          .fields = pipeline_fields};

}  // namespace offerkit::model::tables
