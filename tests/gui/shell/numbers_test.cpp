#include "app/canvas/hover.h"
#include "app/neighbours/neighbour_model.h"
#include "app/sample/sample_panel.h"
#include "app/widgets/number_words.h"
#include "app/widgets/status_line.h"
#include "gui/recording.h"
#include "gui/shell/window.h"

#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QToolButton>

using namespace epochscope;
using namespace epochscope::app;
using namespace epochscope::tests;

namespace {

/// Digits in groups, whatever the system's language.
class InEnglish {
  public:
    InEnglish() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    ~InEnglish() { QLocale::setDefault(before_); }
    InEnglish(const InEnglish&) = delete;
    InEnglish& operator=(const InEnglish&) = delete;

  private:
    QLocale before_;
};

}  // namespace

TEST_CASE("counts and whole figures have separators of thousands", "[shell]") {
    const InEnglish language;
    CHECK(number_words(0) == "0");
    CHECK(number_words(999) == "999");
    CHECK(number_words(1234567) == "1,234,567");
    CHECK(figure_words(20000, 3) == "20,000");
    CHECK(figure_words(-1500, 3) == "-1,500");
    CHECK(figure_words(0.12345, 3) == "0.123");
    CHECK(figure_words(1e12, 3) == "1E+12");
}

TEST_CASE("samples are told with separators, and found with them or without", "[shell]") {
    const InEnglish language;
    const Window window;
    REQUIRE(window.open(
        write_recording(window.folder() / "run", {.samples = 1200, .dimension = 3, .epochs = 2})));
    CHECK(sample_words(*window.session().dataset(), 0, 1100).startsWith("sample 1,100 "));
    CHECK(window->canvas().accessibleDescription().startsWith("run: PCA: 1,200 samples"));
    window.press(Qt::Key_A, Qt::ControlModifier);
    bool told = false;
    for (const auto* button : window.find<StatusLine>().findChildren<QToolButton*>())
        told = told || button->text() == "Picked: 1,200";
    CHECK(told);
    auto& panel = window.find<SamplePanel>();
    auto& field = *panel.findChild<QLineEdit*>();
    for (const char* typed : {"1,100", "1101"}) {
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, typed);
        QTest::keyClick(&field, Qt::Key_Return);
        const auto wanted = QString(typed).remove(',').toULong();
        CHECK(window.session().view().selection == std::vector<std::size_t>{wanted});
    }
    // Among the neighbours of some samples are some beyond 1,000.
    const auto has_separator = [&] {
        for (const auto* list : panel.findChildren<QListView*>())
            for (int row = 0; row < list->model()->rowCount(); ++row)
                if (list->model()
                        ->index(row, 0)
                        .data(Qt::ToolTipRole)
                        .toString()
                        .startsWith("Sample 1,"))
                    return true;
        return false;
    };
    std::size_t next = 0;
    const auto is_told = [&] {
        if (has_separator()) return true;
        window.session().select(next++ % 1200);
        return false;
    };
    CHECK(QTest::qWaitFor(is_told, window_patience));
}
