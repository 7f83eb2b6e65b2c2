#include <offerkit/tax/plan.hpp>

#include <algorithm>
#include <map>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/tax/indexing.hpp>
#include <offerkit/tax/references.hpp>

namespace offerkit::tax {

namespace {

using diagnostic::formatted;

namespace codes = diagnostic::codes;

std::vector<std::string_view> known_statuses(const Form& form) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < status_count; ++i) {
        if (form.knows[i]) {
            words.push_back(word(static_cast<Status>(i)));
        }
    }
    return words;
}

/// The forms of a chain before one of them.
std::vector<const Form*> forms_before(const std::vector<Form>& forms, const Form& form) {
    std::vector<const Form*> before;
    for (const Form* one = forms.data(); one != &form; ++one) {
        before.push_back(one);
    }
    return before;
}

bool check_names(const std::vector<Form>& forms, diagnostic::Diagnostics& problems) {
    // What an employer pays and what is withheld are told by their ids, so that those stay apart in a chain.
    std::map<std::string_view, const Line*> seen;
    bool good = true;
    for (const Form& form : forms) {
        for (const Line& line : form.lines) {
            if (!line.is || model::is_employee_side(*line.is)) {
                continue;
            }
            const auto [entry, fresh] = seen.emplace(line.id, &line);
            if (!fresh) {
                good = false;
                problems.error(
                    codes::duplicate_id, line.span,
                    formatted("two lines of a chain that count as `{}` are called `{}`", word(*line.is), line.id),
                    formatted("call this one `{}_{}`", form.id, line.id),
                    diagnostic::Related{entry->second->span, "the first stands here"});
            }
        }
    }
    return good;
}

}  // namespace

int years_after_table(const Line& line, int asked) noexcept { return std::max(0, asked - line.table_year); }

Plan::Plan(std::vector<Form> chain, const Question& question)
    : forms_{std::make_shared<const std::vector<Form>>(std::move(chain))}, question_{question} {}

std::optional<Plan> Plan::make(std::vector<Form> chain, const Question& question, diagnostic::Diagnostics& problems,
                               Span span) {
    if (chain.empty()) {
        problems.error(codes::missing_key, span, "there is no form of a tax", "name one form at least");
        return std::nullopt;
    }
    Plan plan{std::move(chain), question};
    if (!plan.fits_together(problems, span)) {
        return std::nullopt;
    }
    if (!plan.ready_lines()) {
        problems.error(codes::overflow, span,
                       formatted("the table of {} raised to {} is too large to be kept exactly",
                                 plan.forms().front().id, std::to_string(question.year)),
                       "ask for an earlier year, or lower `index`");
        return std::nullopt;
    }
    return plan;
}

bool Plan::fits_together(diagnostic::Diagnostics& problems, Span span) const {
    bool good = true;
    for (const Form& form : forms()) {
        if (!form.knows[static_cast<std::size_t>(question_.status)]) {
            good = false;
            const auto known = known_statuses(form);
            problems.error(
                codes::form_status, span,
                formatted("{} {} knows {} only, not `{}`", form.header.name, std::to_string(form.year),
                          diagnostic::listed(known, "and"), word(question_.status)),
                known.empty()
                    ? "add `statuses` to the form"
                    : formatted("write `status = \"{}\"` to see that, or add the numbers to a profile of your own",
                                known.front()));
        }
        if (form.currency != forms().front().currency) {
            good = false;
            problems.error(codes::form_inheritance, span,
                           formatted("{} is in {} and {} in {}", form.name(), form.currency.code(),
                                     forms().front().name(), currency().code()),
                           "a chain is in one currency");
        }
        good = check_references(form, forms_before(forms(), form), problems) && good;
    }
    return check_names(forms(), problems) && good;
}

std::uint32_t Plan::place_of(std::uint32_t form, const Reference& reference) const {
    if (reference.form.empty()) {
        if (const auto input = from_word<Input>(reference.name)) {
            return static_cast<std::uint32_t>(*input);
        }
    }
    std::size_t first = input_count;
    for (std::uint32_t i = 0; i < forms().size(); ++i) {
        const Form& one = forms()[i];
        if (reference.form.empty() ? i == form : one.id == reference.form) {
            const Line* line = one.find(reference.name);
            expects(line != nullptr);
            return static_cast<std::uint32_t>(first + static_cast<std::size_t>(line - one.lines.data()));
        }
        first += one.lines.size();
    }
    expects(false);
    return 0;
}

std::vector<Plan::Band> Plan::bands_of(const Form& form, const Line& line) const {
    if (!line.bands_of.empty()) {
        const Line* other = form.find(line.bands_of);
        expects(other != nullptr);
        return bands_of(form, *other);
    }
    const auto status = static_cast<std::size_t>(question_.status);
    const int years = years_after_table(line, question_.year);
    std::vector<Band> bands;
    for (const Row& row : line.rows[status]) {
        Band band{.from = row.from, .value = row.value};
        if (line.kind == Kind::bands && line.indexed && years > 0 && !row.from.is_zero()) {
            band.from = raised(row.from, question_.index, years, line.indexed->to[status], line.indexed->way);
        }
        if (!bands.empty()) {
            const Band& below = bands.back();
            band.before = below.before + (band.from - below.from) * below.value;
        }
        bands.push_back(band);
    }
    return bands;
}

Plan::Ready Plan::ready(const Form& form, std::uint32_t number, const Line& line) const {
    const auto status = static_cast<std::size_t>(question_.status);
    const int years = line.indexed ? years_after_table(line, question_.year) : 0;
    const auto grown = [&](const Exact& amount) {
        return years > 0 ? raised(amount, question_.index, years, line.indexed->to[status], line.indexed->way) : amount;
    };
    const auto place = [&](const Reference& reference) { return place_of(number, reference); };
    const auto step = [&](const std::optional<Rounding>& rounding) {
        return rounding ? std::optional{Step{rounding->to[status], rounding->way}} : std::nullopt;
    };
    const auto limit = [&](const std::optional<ByStatus<Exact>>& by) {
        return by ? std::optional{(*by)[status]} : std::nullopt;
    };
    Ready ready{.line = &line, .form = number, .value = grown(line.value[status]), .bands = bands_of(form, line)};
    for (const auto* list : {&line.of, &line.plus}) {
        std::transform(list->begin(), list->end(), std::back_inserter(ready.reads), place);
    }
    std::transform(line.minus.begin(), line.minus.end(), std::back_inserter(ready.less), place);
    if (line.times) {
        ready.times = place(*line.times);
    }
    if (line.taper) {
        const Taper& taper = *line.taper;
        ready.fall = Fall{place(taper.of), grown(taper.from[status]), taper.rate, taper.by[status], taper.each[status],
                          taper.way,       taper.floor[status]};
    }
    if (line.only) {
        using Is = Bound::Is;
        const std::uint32_t reads = place(line.only->of);
        for (const auto& [by, is] :
             {std::pair{&line.only->over, Is::over}, std::pair{&line.only->from, Is::from},
              std::pair{&line.only->under, Is::under}, std::pair{&line.only->up_to, Is::up_to}}) {
            if (*by) {
                ready.only.push_back({reads, (**by)[status], is});
            }
        }
    }
    ready.at_least = limit(line.at_least);
    ready.at_most = limit(line.at_most);
    ready.split = limit(line.split);
    ready.round = step(line.round);
    ready.round_of = step(line.round_of);
    return ready;
}

std::span<const Plan::Ready> Plan::lines() const noexcept { return *lines_; }

bool Plan::ready_lines() {
    std::vector<Ready> lines;
    for (std::uint32_t i = 0; i < forms().size(); ++i) {
        for (const Line& line : forms()[i].lines) {
            Ready one = ready(forms()[i], i, line);
            const bool too_large = one.value.overflowed() || (one.fall && one.fall->from.overflowed()) ||
                                   std::any_of(one.bands.begin(), one.bands.end(), [](const Band& band) {
                                       return band.from.overflowed() || band.before.overflowed();
                                   });
            if (too_large) {
                return false;
            }
            each_reference(line, [&](const Reference& reference) {
                const std::uint32_t place = place_of(static_cast<std::uint32_t>(i), reference);
                if (place < input_count) {
                    reads_[place] = true;
                    reads_state_tax_ =
                        reads_state_tax_ || (i == 0 && place == static_cast<std::uint32_t>(Input::state_income_tax));
                }
            });
            lines.push_back(std::move(one));
        }
    }
    lines_ = std::make_shared<const std::vector<Ready>>(std::move(lines));
    return true;
}

std::vector<FormUse> Plan::uses() const {
    std::vector<FormUse> uses;
    for (const Form& form : forms()) {
        FormUse use{.id = form.id,
                    .name = form.name(),
                    .title = form.header.name,
                    .year = form.year,
                    .table_year = form.year,
                    .standing = form.year == question_.year ? form.standing : Standing::projected,
                    .confidence = form.confidence,
                    .checked = form.checked,
                    .note = form.header.note};
        for (const Line& line : form.lines) {
            if (!line.has_numbers()) {
                continue;
            }
            use.table_year = std::min(use.table_year, line.table_year);
            if (line.standing == Standing::projected || line.table_year != question_.year) {
                use.standing = Standing::projected;
                use.projected.push_back(line.id);
            }
        }
        uses.push_back(std::move(use));
    }
    return uses;
}

}  // namespace offerkit::tax
