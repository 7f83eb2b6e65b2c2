#include <offerkit/model/fields/other_names.hpp>

#include <algorithm>

#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/model/fields/key_tables.hpp>

namespace offerkit::model {

namespace {

constexpr OtherName names[] = {
    // Base pay.
    {"base_salary", "salary", "base"},
    {"base_pay", "salary", "base"},
    {"annual_salary", "salary", "base"},
    {"yearly_salary", "salary", "base"},
    {"annual", "salary", "base"},
    {"wage", "salary", "base"},
    {"pay", "salary", "base"},
    {"yearly", "salary", "base", {}, "base"},
    {"per_year", "salary", "base", {}, "base"},
    {"amount", "salary", "base", {}, "base"},
    {"hourly_rate", "hourly", "base"},
    {"day_rate", "daily", "base"},
    {"hours", "hours_per_week", "base", {}, "base"},
    {"weeks", "weeks_per_year", "base", {}, "base"},
    {"annual_raise", "raise", "base"},
    {"merit_increase", "raise", "base"},
    // Bonus and what is paid once.
    {"annual_bonus", "target", "bonus"},
    {"target_bonus", "target", "bonus"},
    {"bonus_target", "target", "bonus"},
    {"bonus_percent", "target", "bonus"},
    {"performance_bonus", "target", "bonus"},
    {"percent", "target", "bonus", {}, "bonus"},
    {"percentage", "target", "bonus", {}, "bonus"},
    {"rate", "target", "bonus", {}, "bonus"},
    {"guaranteed", "guaranteed_years", "bonus", {}, "bonus"},
    {"guaranteed_bonus", "guaranteed_years", "bonus"},
    {"signon", "amount", "sign_on"},
    {"sign_on_bonus", "amount", "sign_on"},
    {"signon_bonus", "amount", "sign_on"},
    {"signing_bonus", "amount", "sign_on"},
    {"signing", "amount", "sign_on"},
    {"joining_bonus", "amount", "sign_on"},
    {"welcome_bonus", "amount", "sign_on"},
    {"retention_bonus", "amount", "sign_on", R"(name = "Retention")"},
    {"relocation", "amount", "sign_on", R"(name = "Relocation")"},
    {"relocation_bonus", "amount", "sign_on", R"(name = "Relocation")"},
    {"relocation_package", "amount", "sign_on", R"(name = "Relocation")"},
    {"repayment", "clawback", "sign_on"},
    {"pay_back", "clawback", "sign_on"},
    // Equity.
    {"equity", "value", "grant"},
    {"equity_value", "value", "grant"},
    {"stock_grant", "value", "grant"},
    {"grant_value", "value", "grant"},
    {"rsu_value", "value", "grant"},
    {"rsu", "quantity", "grant"},
    {"rsus", "quantity", "grant"},
    {"restricted_stock", "quantity", "grant"},
    {"restricted_stock_units", "quantity", "grant"},
    {"stock_options", "quantity", "grant", R"(instrument = "nso")"},
    {"options", "quantity", "grant", R"(instrument = "nso")"},
    {"isos", "quantity", "grant", R"(instrument = "iso")"},
    {"nsos", "quantity", "grant", R"(instrument = "nso")"},
    {"shares", "quantity", "grant"},
    {"number_of_shares", "quantity", "grant"},
    {"units", "quantity", "grant"},
    {"exercise_price", "strike", "grant"},
    {"strike_price", "strike", "grant"},
    {"expiration", "expires", "grant"},
    {"expiry", "expires", "grant"},
    {"exercise_window", "period", "grant.termination_window"},
    {"post_termination_exercise", "period", "grant.termination_window"},
    {"accelerate", "trigger", "grant.acceleration"},
    {"double_trigger", "trigger", "grant.acceleration", R"(event = "change_of_control")"},
    {"single_trigger", "trigger", "grant.acceleration", R"(event = "change_of_control")"},
    {"refreshers", "value", "refresher"},
    {"refresh", "value", "refresher"},
    {"annual_grant", "value", "refresher"},
    {"shares_outstanding", "fully_diluted", "stock"},
    {"outstanding_shares", "fully_diluted", "stock"},
    {"fully_diluted_shares", "fully_diluted", "stock"},
    {"fd_shares", "fully_diluted", "stock"},
    {"prefered", "preferred_price", "stock"},
    {"preferred", "preferred_price", "stock"},
    {"prefered_price", "preferred_price", "stock"},
    {"last_round_price", "preferred_price", "stock"},
    {"share_price", "price", "stock"},
    {"stock_price", "price", "stock"},
    {"fmv", "price", "stock"},
    {"409a", "price", "stock"},
    {"fair_market_value", "price", "stock"},
    {"ticker", "symbol", "stock"},
    {"type", "kind", "stock", {}, "stock"},
    // A schedule.
    {"schedule", "vesting"},
    {"vest", "vesting"},
    {"vesting_schedule", "vesting"},
    {"vesting_years", "over", "vesting"},
    {"vesting_period", "over", "vesting"},
    {"years", "over", "vesting"},
    {"duration", "over", "vesting"},
    {"term", "over", "vesting", {}, "vesting"},
    {"cliff_months", "cliff", "vesting"},
    {"cliff_years", "cliff", "vesting"},
    {"cliff_period", "cliff", "vesting"},
    {"frequency", "every", "vesting"},
    {"interval", "every", "vesting"},
    {"step", "every", "vesting"},
    {"monthly", "every", "vesting", {}, "vesting"},
    {"quarterly", "every", "vesting"},
    {"percent", "portion"},
    {"percentage", "portion"},
    {"share", "portion"},
    // Who is taxed.
    {"401k", "deferral", "household", {}, "household"},
    {"403b", "deferral", "household", {}, "household"},
    {"filing_status", "status", "household", {}, "household"},
    {"filing", "status", "household", {}, "household"},
    {"kids", "children", "household", {}, "household"},
    {"dependents", "children", "household", {}, "household"},
    {"spouse_income", "spouse_pay", "household", {}, "household"},
    {"partner_pay", "spouse_pay", "household", {}, "household"},
    {"hsa", "pretax_benefits", "household", {}, "household"},
    {"fsa", "pretax_benefits", "household", {}, "household"},
    // Benefits.
    {"401k", "retirement_match", "benefits"},
    {"401k_match", "retirement_match", "benefits"},
    {"match", "retirement_match", "benefits"},
    {"employer_match", "retirement_match", "benefits"},
    {"pension", "retirement", "benefits"},
    {"pto", "pto_days", "benefits"},
    {"vacation", "pto_days", "benefits"},
    {"vacation_days", "pto_days", "benefits"},
    {"holiday", "pto_days", "benefits"},
    {"holidays", "pto_days", "benefits"},
    {"annual_leave", "pto_days", "benefits"},
    {"days_off", "pto_days", "benefits"},
    {"health_insurance", "health", "benefits"},
    {"insurance", "health", "benefits"},
    {"medical", "health", "benefits"},
    {"perks", "amount", "benefits.other", R"(name = "Perks")"},
    {"stipend", "amount", "benefits.other", R"(name = "Stipend")"},
    {"meals", "amount", "benefits.other", R"(name = "Meals")"},
    // Leaving.
    {"notice_period", "notice", "leaving"},
    {"noncompete", "non_compete", "leaving"},
    {"garden_leave", "non_compete", "leaving"},
    // The top of the file.
    {"start_date", "start"},
    {"first_day", "start"},
    {"end_date", "end"},
    {"deadline", "decide_by", "offer", {}, "offer"},
    {"expires", "decide_by", "offer", {}, "offer"},
    {"respond_by", "decide_by", "offer"},
    {"title", "role", "offer", {}, "offer"},
    {"job_title", "role", "offer"},
    {"position", "role", "offer"},
    {"employer", "company", "offer"},
    {"company_name", "company", "offer"},
    {"city", "location", "offer"},
    {"tc", "letter_total", "offer"},
    {"total", "letter_total", "offer", {}, "offer"},
    {"total_comp", "letter_total", "offer"},
    {"total_compensation", "letter_total", "offer"},
    {"ote", "letter_total", "offer"},
    {"exchange_rate", "EUR/USD", "fx"},
    // Wherever a table has the key.
    {"amount", "value"},
    {"type", "instrument"},
    {"kind", "instrument"},
    {"date", "on"},
    {"label", "name"},
};

constexpr OtherWord values[] = {
    {"instrument", "option", "nso"},
    {"instrument", "options", "nso"},
    {"instrument", "stock_options", "nso"},
    {"instrument", "nqso", "nso"},
    {"instrument", "stock", "rsu"},
    {"instrument", "shares", "rsu"},
    {"instrument", "units", "rsu"},
    {"instrument", "restricted_stock", "rsa"},
    {"instrument", "performance_shares", "psu"},
    {"kind", "listed", "public"},
    {"kind", "quoted", "public"},
    {"kind", "unlisted", "private"},
    {"kind", "startup", "private"},
    {"evidence", "email", "written"},
    {"evidence", "letter", "written"},
    {"evidence", "signed", "written"},
    {"evidence", "oral", "verbal"},
    {"evidence", "phone", "verbal"},
    {"evidence", "expected", "process"},
    {"evidence", "interviewing", "process"},
    {"evidence", "pending", "process"},
    {"employer", "big_tech", "large"},
    {"employer", "faang", "large"},
    {"employer", "start_up", "startup"},
    {"employer", "bank", "finance"},
    {"employer", "hedge_fund", "finance"},
    {"employer", "academia", "public"},
    {"employer", "government", "public"},
    {"employer", "university", "public"},
    {"employment", "full_time", "employee"},
    {"employment", "permanent", "employee"},
    {"employment", "w2", "employee"},
    {"employment", "1099", "contract"},
    {"employment", "freelance", "contract"},
    {"employment", "self_employed", "contract"},
    {"status", "married", "joint"},
    {"status", "mfj", "joint"},
    {"status", "married_filing_separately", "separate"},
    {"status", "mfs", "separate"},
    {"status", "hoh", "head"},
    {"status", "unmarried", "single"},
};

}  // namespace

std::span<const OtherName> other_names() noexcept { return names; }

std::string plain_key(std::string_view written) {
    std::string key;
    for (const char c : written) {
        key += c == ' ' || c == '-' ? '_' : diagnostic::to_lower(c);
    }
    return key;
}

const OtherName* find_other_name(std::string_view written, const Schema& table, bool with_table) {
    const std::string word = plain_key(written);
    const std::string_view here = table_name(table);
    const auto found = std::find_if(std::begin(names), std::end(names), [&](const OtherName& name) {
        return name.word == word && name.table.empty() != with_table && (name.only_in.empty() || name.only_in == here);
    });
    return found == std::end(names) ? nullptr : &*found;
}

std::string_view find_other_word(const Field& field, std::string_view written) {
    const std::string word = plain_key(written);
    const auto found = std::find_if(std::begin(values), std::end(values), [&](const OtherWord& other) {
        return other.key == field.key && other.word == word &&
               std::find(field.choices.begin(), field.choices.end(), other.meant) != field.choices.end();
    });
    return found == std::end(values) ? std::string_view{} : found->meant;
}

}  // namespace offerkit::model
