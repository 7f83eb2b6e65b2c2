#include <string>
#include <vector>

#include <cli/dialogue/answers.hpp>
#include <cli/dialogue/dialogue.hpp>
#include "support/catch.hpp"
#include "support/script.hpp"

using namespace offerkit::cli;
using offerkit::quantity::Number;
using support::Script;

namespace {

const offerkit::render::Screen narrow{80, false, true};

}  // namespace

TEST_CASE("an empty answer is the default, and so is the end of a script") {
    Script script{{"7", "", "  8\r"}};
    Dialogue dialogue{script, narrow};
    CHECK(dialogue.ask<Number>("One", "5", answers::number) == Number{7});
    CHECK(dialogue.ask<Number>("Two", "5", answers::number) == Number{5});
    CHECK(dialogue.ask<Number>("Three", "5", answers::number) == Number{8});
    CHECK(dialogue.ask<Number>("Four", "5", answers::number) == Number{5});
    CHECK_FALSE(dialogue.stop());
    CHECK(script.said() == "One [5]: 7\nTwo [5]: \nThree [5]: 8\nFour [5]: \n");
}

TEST_CASE("a script's first mistake ends the dialogue with its line, and nothing is asked any more") {
    Script script{{"1", "many", "3"}};
    Dialogue dialogue{script, narrow};
    CHECK(dialogue.ask<Number>("One", "5", answers::number));
    CHECK_FALSE(dialogue.ask<Number>("Two", "5", answers::number));
    CHECK_FALSE(dialogue.ask<Number>("Three", "5", answers::number));
    REQUIRE(dialogue.stop());
    CHECK_FALSE(dialogue.stop()->ended);
    CHECK(dialogue.stop()->line == 2);
    CHECK(dialogue.stop()->reason.message == "`many` is not a number");
    CHECK(script.questions().size() == 2);
    CHECK(dialogue.answers() == "1\nmany\n");
}

TEST_CASE("a script that ends before a question without a default says which") {
    Script script{std::vector<std::string>{}};
    Dialogue dialogue{script, narrow};
    CHECK_FALSE(dialogue.ask<Number>("What is it?", std::nullopt, answers::number));
    REQUIRE(dialogue.stop());
    CHECK(dialogue.stop()->ended);
    CHECK(dialogue.stop()->line == 1);
    CHECK(dialogue.stop()->reason.message == "the answers end before this question: What is it?");
}

TEST_CASE("a person who is misunderstood is told why and asked the same again") {
    Script script{{"many", "", "\x1b[31m", "\xff", "7"}, true};
    Dialogue dialogue{script, narrow};
    CHECK(dialogue.ask<Number>("How many?", std::nullopt, answers::number) == Number{7});
    CHECK(script.questions() == std::vector<std::string>(5, "How many? "));
    CHECK(script.said().find("`many` is not a number; answer with digits") != std::string::npos);
    CHECK(script.said().find("no default") != std::string::npos);
    CHECK(script.said().find('\x1b') == std::string::npos);
    CHECK(script.said().find("not UTF-8") != std::string::npos);
}

TEST_CASE("a person who leaves has not agreed to the defaults") {
    Script script{std::vector<std::string>{}, true};
    Dialogue dialogue{script, narrow};
    CHECK_FALSE(dialogue.confirm("Go on?", true));
    REQUIRE(dialogue.stop());
    CHECK(dialogue.stop()->ended);
}

TEST_CASE("yes and no are answered in any letters") {
    Script script{{"Y", "NO", "perhaps"}};
    Dialogue dialogue{script, narrow};
    CHECK(dialogue.confirm("One?", false) == true);
    CHECK(dialogue.confirm("Two?", true) == false);
    CHECK_FALSE(dialogue.confirm("Three?", true));
    CHECK(dialogue.stop()->reason.help == "answer `yes` or `no`");
}

TEST_CASE("back asks the question before again, and the answers up to it are given without a word") {
    for (const bool person : {true, false}) {
        Script script{{"1", "2", "back", "5", "3"}, person};
        Dialogue dialogue{script, narrow};
        std::vector<Number> sums;
        const auto last = dialogue.talk([&] {
            const auto first = dialogue.ask<Number>("One?", std::nullopt, answers::number);
            dialogue.say("between");
            const auto second = dialogue.ask<Number>("Two?", std::nullopt, answers::number);
            const auto third = dialogue.ask<Number>("Three?", std::nullopt, answers::number);
            if (third) {
                sums = {*first, *second, *third};
            }
            return third;
        });
        CHECK(last == Number{3});
        CHECK(sums == std::vector<Number>{Number{1}, Number{5}, Number{3}});
        CHECK(script.questions() == std::vector<std::string>{"One? ", "Two? ", "Three? ", "Two? ", "Three? "});
        CHECK(dialogue.answers() == (person ? "1\n5\n3\n" : "1\n2\nback\n5\n3\n"));
    }
}

TEST_CASE("back at the first question says so, and a script that says it is wrong") {
    Script person{{"back", "7"}, true};
    Dialogue asked{person, narrow};
    CHECK(asked.talk([&] { return asked.ask<Number>("One?", std::nullopt, answers::number); }) == Number{7});
    CHECK(person.said().find("this is the first question") != std::string::npos);
    Script script{{"back"}};
    Dialogue dialogue{script, narrow};
    CHECK_FALSE(dialogue.talk([&] { return dialogue.ask<Number>("One?", std::nullopt, answers::number); }));
    CHECK(dialogue.stop()->line == 1);
}

TEST_CASE("a question mark explains the question and asks it again") {
    Script script{{"?", "4"}, true};
    Dialogue dialogue{script, narrow};
    CHECK(dialogue.ask<Number>("How many?", "2", answers::number, "So many as there are.") == Number{4});
    CHECK(script.said().find("So many as there are.\n") != std::string::npos);
    CHECK(script.said().find("`back` goes back") != std::string::npos);
    CHECK(script.questions() == std::vector<std::string>(2, "How many? [2]: "));
    CHECK(dialogue.answers() == "4\n");
}

TEST_CASE("answers of an earlier sitting are given first, as far as they are understood") {
    Script script{{"8", "9"}, true};
    Dialogue dialogue{script, narrow};
    dialogue.go_on_from({"1", "many", "3"});
    CHECK(dialogue.ask<Number>("One?", std::nullopt, answers::number) == Number{1});
    CHECK(dialogue.ask<Number>("Two?", std::nullopt, answers::number) == Number{8});
    CHECK(dialogue.ask<Number>("Three?", std::nullopt, answers::number) == Number{9});
    CHECK(script.questions() == std::vector<std::string>{"Two? ", "Three? "});
    CHECK(dialogue.answers() == "1\n8\n9\n");
}

TEST_CASE("an endless answer is refused like an endless text in a file") {
    Script script{{std::string(10'001, 'a')}};
    Dialogue dialogue{script, narrow};
    CHECK_FALSE(dialogue.ask<std::string>("Name", std::nullopt,
                                          [](const std::string& text) -> Understood<std::string> { return text; }));
    CHECK(dialogue.stop()->reason.message.find("10,000") != std::string::npos);
}
