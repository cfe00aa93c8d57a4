#include "app/review/review_queue.h"

#include "app/review/class_chooser.h"
#include "app/review/review_keys.h"
#include "app/review/review_words.h"
#include "gui/datamap/support.h"
#include "gui/shell/dataset.h"

#include <epochscope/query/sample_columns.h>

#include <QKeyEvent>

#include <cmath>
#include <memory>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Samples;
using epochscope::tests::trained;

namespace {

Samples order_of(const ReviewQueue& queue) {
    Samples samples;
    for (const ReviewItem& item : queue.items) samples.push_back(item.sample);
    return samples;
}

}  // namespace

TEST_CASE("the most suspicious come first", "[review]") {
    const SampleColumns columns(trained());
    const ReviewQueue queue = queue_of(columns, {0, 1, 2, 3});
    CHECK(queue.order_problem.isEmpty());
    REQUIRE(queue.items.size() == 4);
    CHECK(queue.items[0].sample == 1);
    CHECK(queue.items[0].proposal.proposed == 1);
    for (std::size_t i = 1; i < 4; ++i)
        CHECK(queue.items[i - 1].suspicion >= queue.items[i].suspicion);
    CHECK(queue_of(columns, std::vector<std::size_t>(most_reviewed + 5, 2)).left_out == 5);
}

TEST_CASE("without signals the order is that of the indices, and it says so", "[review]") {
    const SampleColumns columns(tests::make_dataset({1, 2}));
    const ReviewQueue queue = queue_of(columns, {1, 0});
    CHECK(order_of(queue) == Samples{0, 1});
    CHECK_FALSE(queue.order_problem.isEmpty());
    CHECK(std::isnan(queue.items[0].suspicion));
    CHECK_FALSE(queue.items[0].proposal.proposed);
    CHECK(review_facts(*columns.dataset(), queue.items[0]) == "labelled a, no prediction");
}

TEST_CASE("classes have keys by their names or their numbers", "[review]") {
    CHECK(class_keys({"1", "0", "7"}, 3) == std::vector<char>{'1', '0', '7'});
    CHECK(class_keys({"cat", "0"}, 2) == std::vector<char>{'1', '2'});
    CHECK(class_keys({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}, 10).back() == '0');
    CHECK(class_keys(std::vector<std::string>(11, "a"), 11).empty());
    const auto command = [](int key, Qt::KeyboardModifiers modifiers) {
        const QKeyEvent event(QEvent::KeyPress, key, modifiers);
        return review_key(event, {'1', '2'});
    };
    CHECK(command(Qt::Key_2, Qt::KeypadModifier)->index == 1);
    CHECK_FALSE(command(Qt::Key_3, Qt::NoModifier));
    CHECK_FALSE(command(Qt::Key_X, Qt::ShiftModifier));
    CHECK_FALSE(command(Qt::Key_X, Qt::ControlModifier));
}

TEST_CASE("a class is found by what is typed", "[review]") {
    ClassChooser chooser;
    chooser.set_classes({"sports car", "car", "Carpet", "boat"});
    CHECK(chooser.class_of("car") == 1);
    CHECK(chooser.class_of("carp") == 2);
    CHECK(chooser.class_of("oa") == 3);
    CHECK_FALSE(chooser.class_of("x"));
    CHECK_FALSE(chooser.class_of(""));
}

TEST_CASE("a sample is named by its text, id or index", "[review]") {
    Dataset dataset = *trained();
    CHECK(sample_line(dataset, 1) == "Sample 1");
    Metadata metadata;
    metadata.columns.push_back(Column::of_texts("id", "p1p2p3p4", {2, 4, 6, 8}));
    dataset.metadata = std::make_shared<const Metadata>(metadata);
    CHECK(sample_line(dataset, 1) == "p2");
    CHECK(sample_title(dataset, 1) == "Sample 1 \u00b7 p2");
    const std::string text = "two\n  lines" + std::string(1000, 'x');
    metadata.columns.push_back(
        Column::of_texts("text", text, {text.size(), text.size(), text.size(), text.size()}));
    dataset.metadata = std::make_shared<const Metadata>(metadata);
    CHECK(sample_line(dataset, 0).startsWith("two linesxx"));
    CHECK(sample_line(dataset, 0).size() <= 301);
    CHECK(sample_line(dataset, 1) == "p2");
    CHECK(sample_text(dataset, 0, 5) == QString::fromUtf8("two\n \u2026"));
}
