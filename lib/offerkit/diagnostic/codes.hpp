#pragma once

#include <offerkit/diagnostic/diagnostic.hpp>

/// Every kind of problem that offerkit reports. An id is stable: scripts and search engines rely on it.
namespace offerkit::diagnostic::codes {

// What a schedule says (timeline/).
inline constexpr Code portions_sum{"portions-sum", "the portions of a schedule do not add up to the whole"};
inline constexpr Code uneven_period{"uneven-period", "`over` is not a whole number of `every`"};
inline constexpr Code cliff_past_end{"cliff-past-end",
                                     "a cliff swallows its schedule or leaves nothing to vest after it"};
inline constexpr Code cliff_at_end{"cliff-at-end",
                                   "a cliff falls on the last tranche, so that nothing vests before the end"};
inline constexpr Code schedule_too_long{"schedule-too-long",
                                        "a schedule has too many tranches or runs past the calendar"};
inline constexpr Code unnamed_vest_day{"unnamed-vest-day", "something vests in a month in which `align` names no day"};
inline constexpr Code no_step{"no-step", "a leave appends tranches to a schedule that has no step to go on in"};
inline constexpr Code overflow{"overflow", "a figure is too large to be computed exactly"};
inline constexpr Code no_price{"no-price", "shares cannot be counted or valued without a price"};
inline constexpr Code no_share_count{"no-share-count",
                                     "a share of the company cannot be counted without `fully_diluted`"};
inline constexpr Code ownership_differs{"ownership-differs",
                                        "shares are not the part of the company that is written beside them"};
inline constexpr Code chances_sum{"chances-sum", "the chances of scenarios that exclude each other do not add up to 1"};
inline constexpr Code too_many_shares{"too-many-shares",
                                      "shares of investors and options of others leave no common share"};
inline constexpr Code no_shares{"no-shares", "a grant comes to no whole share"};

// What can be wrong with a file before any key is looked at (file/).
inline constexpr Code unreadable_file{"unreadable-file", "a file cannot be opened or read"};
inline constexpr Code file_too_large{"file-too-large", "a file is larger than 8 MiB"};
inline constexpr Code invalid_utf8{"invalid-utf8", "a file holds bytes that are not UTF-8"};
inline constexpr Code too_deep{"too-deep", "tables or lists are nested over 64 deep"};
inline constexpr Code syntax{"syntax", "a line is not valid TOML"};
inline constexpr Code duplicate_key{"duplicate-key", "a key or a table is written twice"};
inline constexpr Code more_problems{"more-problems", "a file has more problems than are told in one run"};

// What a key may be called and what may be written for it (file/).
inline constexpr Code unknown_key{"unknown-key", "a key that is not known where it stands"};
inline constexpr Code missing_key{"missing-key", "a key that is needed is not there"};
inline constexpr Code wrong_type{"wrong-type", "a value of another kind than the key takes"};
inline constexpr Code bad_text{"bad-text", "a text is empty, too long, or holds control characters"};
inline constexpr Code bad_money{"bad-money", "an amount is negative, absurd, or finer than its currency"};
inline constexpr Code bad_price{"bad-price", "a price is negative, absurd, or has too many decimals"};
inline constexpr Code bad_rate{"bad-rate",
                               "a rate is not written as a percentage or a fraction, or is out of its range"};
inline constexpr Code bad_number{"bad-number", "a number is not plain, or is out of its range"};
inline constexpr Code bad_date{"bad-date", "a date is impossible, carries a time, or lies outside 1900 to 2999"};
inline constexpr Code mixed_units{"mixed-units", "times that are set against each other are in days and in months"};
inline constexpr Code bad_period{"bad-period", "a period is not a whole number of years, months, weeks or days"};
inline constexpr Code bad_day_of_year{"bad-day-of-year", "a day of the year is not written MM-DD"};
inline constexpr Code unknown_currency{"unknown-currency", "a currency that ISO 4217 does not list"};
inline constexpr Code unknown_word{"unknown-word", "a word that is not among those a key takes"};

// How keys go together (file/).
inline constexpr Code conflict{"conflict", "keys that exclude each other stand side by side"};
inline constexpr Code out_of_place{"out-of-place", "a key that has no meaning beside what is written with it"};
inline constexpr Code wrong_order{"wrong-order", "dates, amounts or points are not in their natural order"};
inline constexpr Code duplicate_id{"duplicate-id", "two things of one kind have the same name"};
inline constexpr Code unknown_event{"unknown-event", "an event that no [[event]] describes"};
inline constexpr Code unknown_profile{"unknown-profile", "a profile that neither a folder nor the program holds"};
inline constexpr Code not_an_offer{"not-an-offer",
                                   "a file of priorities or a profile stands where an offer is asked for"};
inline constexpr Code profile_left_out{"profile-left-out",
                                       "a profile of your own cannot be used, and nothing has named it"};
inline constexpr Code unknown_level{"unknown-level", "a level that its ladder does not list"};
inline constexpr Code unknown_factor{"unknown-factor", "a factor that no [[factor]] describes"};
inline constexpr Code too_many_factors{"too-many-factors", "priorities hold more factors than can be weighed in time"};
inline constexpr Code no_weight{"no-weight", "factors that share a weight all have a swing of 0"};

// What a search says (file/plan, choice/pipeline).
inline constexpr Code funnel_counts{"funnel-counts",
                                    "more applications came through a step than can have been settled"};
inline constexpr Code unknown_channel{"unknown-channel", "a channel that no [[funnel]] describes"};
inline constexpr Code answer_due{"answer-due", "a process whose answer was expected by today"};

// What a tax form says (file/, tax/).
inline constexpr Code form_reference{"form-reference",
                                     "a line of a tax form reads what is no input and no line before it"};
inline constexpr Code form_line{"form-line",
                                "a line of a tax form is not made as its kind is, or changes one that is not there"};
inline constexpr Code form_status{"form-status",
                                  "a filing status that a tax form does not know, or leaves a number out of"};
inline constexpr Code form_inheritance{"form-inheritance",
                                       "a tax form takes over from, or is computed with, one that it cannot"};

// How ratings and priorities go together (choice/decision).
inline constexpr Code off_scale{"off-scale",
                                "a rating, or what has to be reached, lies outside the scale of its factor"};
inline constexpr Code missing_rating{"missing-rating", "an offer does not rate a factor of the priorities"};
inline constexpr Code no_factors{"no-factors", "there is nothing in the priorities to decide by"};

// What is answered in a dialogue (cli/).
inline constexpr Code bad_answer{"bad-answer", "an answer that its question cannot take"};
inline constexpr Code missing_answer{"missing-answer", "the answers end before a question that has no default"};

// What the command line sets in a file (file/).
inline constexpr Code bad_override{"bad-override",
                                   "a `--set` argument that is not PATH=VALUE, or whose path leads nowhere"};

// What Open Cap Format may hold (file/).
inline constexpr Code json_syntax{"json-syntax", "a file is not valid JSON"};
inline constexpr Code ocf_shape{"ocf-shape",
                                "an Open Cap Format object lacks something or holds what its schema does not allow"};
inline constexpr Code ocf_no_grants{"ocf-no-grants", "Open Cap Format files hold no grant"};
inline constexpr Code ocf_not_expressible{"ocf-not-expressible",
                                          "Open Cap Format terms that cannot be said in our terms"};
inline constexpr Code ocf_no_start{"ocf-no-start", "a schedule whose start nobody has recorded waits for it"};
inline constexpr Code ocf_not_counted{"ocf-not-counted",
                                      "a part of an Open Cap Format export that is left aside, though it matters"};

// What valuing needs (value/).
inline constexpr Code no_exchange_rate{"no-exchange-rate",
                                       "amounts of two currencies meet and no exchange rate is known"};
inline constexpr Code contradictory_rates{"contradictory-rates",
                                          "two exchange rates between the same currencies disagree"};
inline constexpr Code not_valued{"not-valued",
                                 "shares whose price or strike is not known are counted and valued at nothing"};

// What is legal and probably not meant (value/review).
inline constexpr Code month_end_start{"month-end-start",
                                      "a vesting start late in the month, where months differ in length"};
inline constexpr Code repeating_decimal{"repeating-decimal",
                                        "a rounded decimal stands where a fraction was probably meant"};
inline constexpr Code short_deadline{"short-deadline", "there is less than a week to decide"};
inline constexpr Code template_value{"template-value",
                                     "a value is still the example of the template that `init` wrote"};
inline constexpr Code no_pay{"no-pay", "an offer pays nothing"};
inline constexpr Code empty_salary{"empty-salary", "a salary of 0"};
inline constexpr Code small_salary{"small-salary", "a salary so small that thousands were probably meant"};
inline constexpr Code large_salary{"large-salary", "a salary so large that it has probably too many digits"};
inline constexpr Code large_bonus{"large-bonus",
                                  "a bonus target above the whole salary, or an amount above three times it"};
inline constexpr Code deadline_passed{"deadline-passed", "the day to decide by has passed"};
inline constexpr Code far_start{"far-start", "a first day that is more than two years away"};
inline constexpr Code employment_years{"employment-years",
                                       "a bonus with a month or a day of payment, and no word on the year it is of"};
inline constexpr Code preferred_price{"preferred-price", "common shares are valued at the price of preferred shares"};
inline constexpr Code no_effect{"no-effect", "a term about leaving that can never change anything"};
inline constexpr Code scenario_price{"scenario-price",
                                     "scenarios make a share worth far more, or far less, than its stated price"};
inline constexpr Code no_bad_end{"no-bad-end", "there is no scenario in which shares are worth nothing"};
inline constexpr Code preferences_exceed{"preferences-exceed",
                                         "preferences are more than the whole company was worth at its last round"};
inline constexpr Code raised_unknown{"raised-unknown",
                                     "rounds before a sale bring no money, and so no preference before yours"};
inline constexpr Code old_price{"old-price", "a price or an exchange rate is older than 90 days"};
inline constexpr Code old_profile{"old-profile", "a profile states a fact that is older than two years"};
inline constexpr Code letter_total{"letter-total",
                                   "what the letter says it adds up to is not what its parts add up to"};

}  // namespace offerkit::diagnostic::codes
