// The compiled half of `import offerkit`: runs a command of the program inside the interpreter and hands back the
// document it would print, and the table of commands. What people call is in offerkit/__init__.py.
//
// A run touches nothing of Python, so it goes without the interpreter's lock: other threads go on meanwhile. Whatever
// is wrong with what it is given comes back as problems. Only running out of memory is an exception here, which
// pybind11 makes a MemoryError.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cli/commands/commands.hpp>
#include <cli/line/parse.hpp>
#include <cli/registry/registry.hpp>
#include <cli/session/session.hpp>
#include <offerkit/render/caret.hpp>
#include <offerkit/report/check/check.hpp>
#include <offerkit/version.hpp>

namespace py = pybind11;

namespace {

using namespace offerkit;

/// What became of a run.
struct Ran {
    bool done = false;     ///< there is a result, and nothing stood in its way
    std::string result;    ///< JSON; empty where there is none
    std::string problems;  ///< JSON: what was found on the way, as `check` has it
    std::string told;      ///< the same as the program tells it to people
};

Ran refused(const cli::Complaint& complaint) {
    const auto problem = report::Document::object({{"code", nullptr},
                                                   {"severity", "error"},
                                                   {"message", complaint.message},
                                                   {"help", complaint.help},
                                                   {"source", nullptr},
                                                   {"line", nullptr},
                                                   {"column", nullptr}});
    return {
        .done = false,
        .result = "",
        .problems = report::to_json(report::Document::array({problem})),
        .told = "error: " + complaint.message + (complaint.help.empty() ? "" : "\n  help: " + complaint.help) + "\n"};
}

Ran run(cli::Invocation invocation, std::map<std::string, std::string> files) {
    if (invocation.ask != cli::Invocation::Ask::run || invocation.command == nullptr) {
        return refused({"this is no command", "`offerkit help` lists the commands"});
    }
    invocation.screen = render::Screen{};
    cli::Session session(std::move(invocation), std::move(files));
    const auto answer = cli::commands::find(session.invocation().command->name)(session);
    const auto found = session.problems().sorted();
    const bool failed = session.problems().has_errors();
    if (!failed && session.complaint()) {
        return refused(*session.complaint());
    }
    return {.done = !failed,
            .result = failed && !answer.despite_problems ? "" : answer.output.text(),
            .problems = report::to_json(report::problem_documents(found, session.sources())),
            .told = render::to_text(found, session.sources(), {})};
}

py::tuple run_unlocked(const std::vector<std::string>& words, std::map<std::string, std::string> files) {
    Ran ran;
    {
        const py::gil_scoped_release unlocked;
        auto invocation = cli::parse(words);
        ran = invocation ? run(*std::move(invocation), std::move(files)) : refused(invocation.error());
    }
    return py::make_tuple(ran.done, py::bytes(ran.result), py::bytes(ran.problems), py::bytes(ran.told));
}

py::dict described(const cli::Option& option) {
    py::dict one;
    one["name"] = std::string(option.name);
    one["flag"] = option.takes == cli::Takes::nothing;
    one["repeatable"] = option.repeatable;
    one["meaning"] = std::string(option.meaning);
    one["fallback"] = std::string(option.fallback);
    return one;
}

/// Every command of the program by its name: its summary and its options.
py::dict commands() {
    py::dict all;
    for (const auto& command : cli::all_commands()) {
        py::list options;
        for (const auto& list : {command.options, command.common_options}) {
            for (const auto* option : list) {
                options.append(described(*option));
            }
        }
        py::dict one;
        one["summary"] = std::string(command.summary);
        one["options"] = options;
        all[py::str(std::string(command.name))] = one;
    }
    return all;
}

}  // namespace

PYBIND11_MODULE(_offerkit, module) {
    module.doc() = "Commands of offerkit, run inside the interpreter. Use the package `offerkit`.";
    module.def("run", &run_unlocked, py::arg("words"), py::arg("files"),
               "Runs the words of a command line, with texts that stand for the files of these names. Gives whether it "
               "is done, its JSON, its problems as JSON, and the problems in words.");
    module.def("commands", &commands, "Every command by its name: `summary` and `options`.");
    module.attr("version") = std::string(version());
}
