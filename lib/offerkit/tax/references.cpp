#include <offerkit/tax/references.hpp>

#include <algorithm>
#include <string>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>

namespace offerkit::tax {

namespace {

using diagnostic::formatted;

namespace codes = diagnostic::codes;

class Checker {
public:
    Checker(const Form& form, std::span<const Form* const> earlier, diagnostic::Diagnostics& problems)
        : form_{form}, earlier_{earlier}, problems_{problems} {}

    bool run() {
        for (at_ = 0; at_ < form_.lines.size(); ++at_) {
            const Line& line = form_.lines[at_];
            each_reference(line, [&](const Reference& reference) { check(line, reference); });
            if (!line.bands_of.empty()) {
                check_table(line);
            }
        }
        return good_;
    }

private:
    void wrong(const Line& line, Span span, std::string what, std::string help) {
        good_ = false;
        problems_.error(codes::form_reference, span.line == 0 ? line.span : span,
                        formatted("line `{}` {}", line.id, what), std::move(help));
    }

    /// The lines before this one, and the inputs.
    [[nodiscard]] std::vector<std::string_view> readable() const {
        const auto& inputs = choices_of<Input>;
        std::vector<std::string_view> words{inputs.begin(), inputs.end()};
        for (std::size_t i = 0; i < at_; ++i) {
            words.emplace_back(form_.lines[i].id);
        }
        return words;
    }

    [[nodiscard]] std::string near(std::string_view written, const std::vector<std::string_view>& words,
                                   std::string_view otherwise) const {
        const std::string meant = diagnostic::did_you_mean(written, words);
        return meant.empty() ? std::string{otherwise} : meant;
    }

    void check(const Line& line, const Reference& reference) {
        if (!reference.form.empty()) {
            check_other(line, reference);
            return;
        }
        if (from_word<Input>(reference.name)) {
            return;
        }
        const Line* read = form_.find(reference.name);
        if (read == nullptr) {
            wrong(
                line, reference.span, formatted("reads `{}`, which is no input and no line", reference.name),
                near(reference.name, readable(), "it reads inputs, such as `pay`, lines above it, or `profile.line`"));
        } else if (read >= &line) {
            wrong(line, reference.span, formatted("reads `{}`, which does not come before it", reference.name),
                  formatted("put it below `{}`", reference.name));
        } else {
            check_earner(line, reference, *read);
        }
    }

    void check_other(const Line& line, const Reference& reference) {
        const std::string whole = reference.form + "." + reference.name;
        if (std::find(form_.uses.begin(), form_.uses.end(), reference.form) == form_.uses.end()) {
            wrong(line, reference.span, formatted("reads `{}`, and `uses` does not name `{}`", whole, reference.form),
                  formatted("write `uses = [\"{}\"]` at the top", reference.form));
            return;
        }
        const auto other =
            std::find_if(earlier_.begin(), earlier_.end(), [&](const Form* one) { return one->id == reference.form; });
        if (other == earlier_.end()) {
            wrong(line, reference.span, formatted("reads `{}`, and no `{}` stands before it", whole, reference.form),
                  formatted("name `{}` before `{}` in the `taxes` of the place", reference.form, form_.id));
            return;
        }
        const Line* read = (*other)->find(reference.name);
        if (read == nullptr) {
            std::vector<std::string_view> words;
            for (const Line& one : (*other)->lines) {
                words.emplace_back(one.id);
            }
            wrong(line, reference.span, formatted("reads `{}`, a line that {} does not have", whole, (*other)->name()),
                  near(reference.name, words,
                       formatted("`offerkit profiles taxes {}` shows its lines", (*other)->name())));
            return;
        }
        check_earner(line, reference, *read);
    }

    void check_earner(const Line& line, const Reference& reference, const Line& read) {
        if (line.per_earner && !read.per_earner) {
            wrong(line, reference.span,
                  formatted("is of each earner and reads `{}`, which is of the household", reference.name),
                  formatted("leave out `per = \"earner\"`, or give it to `{}` as well", reference.name));
        }
    }

    void check_table(const Line& line) {
        const Line* read = form_.find(line.bands_of);
        if (read == nullptr || read >= &line || read->kind != Kind::bands) {
            std::vector<std::string_view> tables;
            for (std::size_t i = 0; i < at_; ++i) {
                if (form_.lines[i].kind == Kind::bands) {
                    tables.emplace_back(form_.lines[i].id);
                }
            }
            wrong(line, line.span,
                  formatted("takes the bands of `{}`, which is no line of bands above it", line.bands_of),
                  tables.empty() ? "write its own `bands`"
                                 : formatted("there are {}", diagnostic::listed(tables, "and")));
        }
    }

    const Form& form_;
    std::span<const Form* const> earlier_;
    diagnostic::Diagnostics& problems_;
    std::size_t at_ = 0;
    bool good_ = true;
};

}  // namespace

bool check_references(const Form& form, std::span<const Form* const> earlier, diagnostic::Diagnostics& problems) {
    return Checker{form, earlier, problems}.run();
}

}  // namespace offerkit::tax
