#include "app/session/sample_filter.h"

#include "gui/samples/support.h"

#include <QSignalSpy>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::described;
using epochscope::tests::patience;
using epochscope::tests::Samples;
using epochscope::tests::trained;

namespace {

struct Asked {
    explicit Asked(std::shared_ptr<const Dataset> dataset = described()) {
        session.set_dataset(std::move(dataset));
    }
    Samples find(const QString& text) {
        filter.set_text(text);
        settle();
        return filter.matches();
    }
    void settle() const {
        REQUIRE(QTest::qWaitFor([this] { return filter.is_settled(); }, patience));
    }
    [[nodiscard]] Samples left() const {
        const auto& picks = session.filter();
        return picks ? Samples{picks->samples().begin(), picks->samples().end()} : Samples{99};
    }

    Session session;
    SampleFilter filter{session};
};

}  // namespace

TEST_CASE("words let their samples stand out") {
    Asked asked;
    CHECK(asked.find("sofa") == Samples{0, 3});
    CHECK_FALSE(asked.filter.is_condition());
    CHECK(tests::picked_in(asked.session) == Samples{0, 3});
    CHECK(asked.session.picked_count() == 0);
    CHECK(asked.session.filter() == nullptr);
    CHECK(asked.find("沙发") == Samples{2});
    CHECK(asked.find("blue sofa") == Samples{3});
    // Nothing found dims all, rather than looking as if nothing was asked for.
    CHECK(asked.find("zebra").empty());
    REQUIRE(asked.session.view().picked != nullptr);
    CHECK(asked.session.view().picked->count() == 0);
    CHECK(asked.find("sky") == Samples{1});
    CHECK(asked.find("").empty());
    CHECK(asked.session.view().picked == nullptr);
}

TEST_CASE("a whole number alone is a sample, by its id or else by its index") {
    Asked asked;
    CHECK(asked.find("2") == Samples{3});
    CHECK(asked.find(" 12 ") == Samples{1});
    CHECK(asked.find("3") == Samples{3});
    // No sample has it: words.
    CHECK(asked.find("99").empty());
    Asked other(trained());
    CHECK(other.find("2") == Samples{2});
    CHECK(other.find("4").empty());
}

TEST_CASE("a condition leaves only its samples, in its order") {
    Asked asked;
    CHECK(asked.find("size > 5") == Samples{0, 3});
    CHECK(asked.filter.is_condition());
    CHECK(asked.left() == Samples{0, 3});
    CHECK(asked.session.view().picked == nullptr);
    CHECK(asked.find("size > 1 ORDER BY size DESC") == Samples{0, 3, 2});
    CHECK(asked.left() == Samples{0, 2, 3});
    CHECK(asked.find("size > 50").empty());
    CHECK(asked.left().empty());
    // Words end it.
    CHECK(asked.find("sky") == Samples{1});
    CHECK(asked.session.filter() == nullptr);
}

TEST_CASE("a wrong condition is told with its place, and the last one stays") {
    Asked asked;
    asked.find("size > 5");
    CHECK(asked.find("size > 5 AND flipz = 1") == Samples{0, 3});
    CHECK_FALSE(asked.filter.fault().isEmpty());
    CHECK(asked.filter.fault_at() == 13);
    CHECK(asked.left() == Samples{0, 3});
    // Places are counted in the letters of the text, not in bytes.
    asked.find("text = '沙发' AND flipz = 1");
    CHECK(asked.filter.fault_at() == 16);
    asked.find("size >");
    CHECK(asked.filter.fault_at() == 6);
    asked.find("size > 8");
    CHECK(asked.filter.fault().isEmpty());
    CHECK_FALSE(asked.filter.fault_at());
    CHECK(asked.left() == Samples{0});
    // Words before a wrong condition do not stay.
    asked.find("sofa");
    CHECK(asked.find("size > AND").empty());
    CHECK(asked.session.view().picked == nullptr);
}

TEST_CASE("pieces join the condition, and replace words") {
    Asked asked;
    asked.find("sofa");
    asked.filter.add_condition("size > 5");
    asked.settle();
    CHECK(asked.filter.text() == "size > 5");
    asked.filter.add_condition("label = 'b'");
    asked.settle();
    CHECK(asked.filter.text() == "size > 5 AND label = 'b'");
    CHECK(asked.left() == Samples{3});
    asked.filter.replace_condition("size > 5", "size BETWEEN 1 AND 6");
    asked.settle();
    CHECK(asked.left() == Samples{2});
    asked.filter.remove_condition("size BETWEEN 1 AND 6");
    asked.settle();
    CHECK(asked.filter.text() == "label = 'b'");
    CHECK(asked.left() == Samples{2, 3});
    asked.filter.remove_condition("label = 'b'");
    CHECK(asked.filter.text().isEmpty());
    CHECK(asked.session.filter() == nullptr);
}

TEST_CASE("of many texts the last one is answered, and another dataset forgets it") {
    Asked asked;
    for (const char* text : {"s", "so", "size > 1", "size > 5"}) asked.filter.set_text(text);
    asked.settle();
    CHECK(asked.left() == Samples{0, 3});
    asked.filter.set_text("size > 8");
    const QSignalSpy changed(&asked.filter, &SampleFilter::changed);
    asked.session.set_dataset(trained());
    QTest::qWait(50);
    CHECK(asked.filter.text().isEmpty());
    CHECK(asked.filter.matches().empty());
    CHECK(asked.session.filter() == nullptr);
    CHECK(changed.count() > 0);
}

TEST_CASE("picks and classes end what stands out, which leaves the picks as they were") {
    Asked asked;
    asked.session.pick(tests::picks(4, {2}));
    asked.find("sofa");
    CHECK(tests::picked_in(asked.session) == Samples{0, 3});
    asked.find("");
    CHECK(tests::picked_in(asked.session) == Samples{2});
    asked.find("sofa");
    asked.session.stand_out(std::size_t{1});
    CHECK(tests::picked_in(asked.session) == Samples{2, 3});
    asked.session.stand_out(std::nullopt);
    CHECK(tests::picked_in(asked.session) == Samples{2});
    asked.find("sky");
    asked.session.pick(tests::picks(4, {1, 2}));
    CHECK(tests::picked_in(asked.session) == Samples{1, 2});
}
