#include "app/sample/columns_view.h"

#include "app/neighbours/neighbour_model.h"
#include "app/sample/sample_panel.h"
#include "app/session/sample_name.h"
#include "app/session/thumbnail_cache.h"
#include "opened_links.h"
#include "support.h"

#include <epochscope/io/png.h>

#include <QApplication>
#include <QListView>
#include <QMessageBox>
#include <QTimer>
#include <QUrl>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using tests::named;

namespace {

std::shared_ptr<const Dataset> with_metadata(Metadata metadata) {
    Dataset dataset = *tests::tiny_dataset();
    dataset.metadata = std::make_shared<const Metadata>(std::move(metadata));
    return std::make_shared<const Dataset>(std::move(dataset));
}

Column texts(const char* name, const std::vector<std::string>& values) {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (const std::string& value : values) ends.push_back((bytes += value).size());
    return Column::of_texts(name, std::move(bytes), std::move(ends));
}

Metadata five_texts() {
    return {{texts("id", {"first", "second", "", "fourth", "fifth"}),
             texts("text", {"see https://example.org/a?b=1, <b>bold</b>", "two", "three\nlines", "",
                            std::string(1'000'000, 'w')}),
             Column::of_real("score", {0.5, 0.25, 0, 0, 0})}};
}

struct Shown {
    explicit Shown(std::shared_ptr<const Dataset> dataset) : panel(session) {
        session.set_dataset(std::move(dataset));
        panel.resize(300, 800);
        panel.show();
    }
    [[nodiscard]] ColumnsView& columns() const {
        return named<ColumnsView>(panel, "Metadata of the sample");
    }
    Session session;
    SamplePanel panel;
};

/// Answers the next message box, and keeps what it asked.
QString answered(QMessageBox::StandardButton answer, const std::function<void()>& ask) {
    QString asked;
    QTimer::singleShot(0, [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr) return;
        asked = box->text();
        QTest::mouseClick(box->button(answer), Qt::LeftButton);
    });
    ask();
    return asked;
}

}  // namespace

TEST_CASE("the panel shows all that is known of a sample", "[panels]") {
    Shown shown(with_metadata(five_texts()));
    CHECK_FALSE(shown.columns().isVisible());
    shown.session.select(0);
    CHECK(shown.columns().isVisible());
    const QString words = shown.columns().toPlainText();
    for (const char* part : {"id", "first", "score", "0.5", "<b>bold</b>"})
        CHECK(words.contains(QString::fromLatin1(part)));
    shown.session.select(2);
    CHECK(shown.columns().toPlainText().contains("three\nlines"));
    CHECK(shown.columns().toPlainText().contains(QChar(0x2014)));
    // A text of a megabyte is cut.
    shown.session.select(4);
    CHECK(shown.columns().toPlainText().size() < 30'000);
    CHECK(shown.columns().toPlainText().contains(QChar(0x2026)));
    shown.session.clear_selection();
    CHECK_FALSE(shown.columns().isVisible());
    shown.session.set_dataset(tests::tiny_dataset());
    shown.session.select(0);
    CHECK_FALSE(shown.columns().isVisible());
}

TEST_CASE("links are opened only after asking", "[panels]") {
    tests::OpenedLinks links;
    Shown shown(with_metadata(five_texts()));
    shown.session.select(0);
    const QUrl link("https://example.org/a?b=1");
    CHECK(shown.columns().toHtml().contains("href=\"https://example.org/a?b=1\""));
    const auto click = [&] { emit shown.columns().anchorClicked(link); };
    CHECK(answered(QMessageBox::Cancel, click).contains(link.toString()));
    CHECK(links.links().isEmpty());
    answered(QMessageBox::Open, click);
    CHECK(links.links() == QStringList{link.toString()});
    // What is no web address is not opened at all.
    emit shown.columns().anchorClicked(QUrl("file:///bin/true"));
    CHECK(links.links().size() == 1);
}

TEST_CASE("samples have names in lists", "[panels]") {
    Shown shown(with_metadata(five_texts()));
    const Dataset& dataset = *shown.session.dataset();
    CHECK(name_of_sample(dataset, 0) == "first");
    CHECK(name_of_sample(dataset, 2) == "three lines");
    CHECK(numbered_name(dataset, 1) == QString::fromUtf8("1 \u00b7 second"));
    CHECK(numbered_name(*tests::tiny_dataset(), 1) == "1");
    CHECK(first_words(dataset, 4).size() == 60);
    CHECK(first_words(dataset, 3).isEmpty());
    shown.session.select(0);
    const QAbstractItemModel& list =
        *named<QListView>(shown.panel, "Intra-class neighbours").model();
    REQUIRE(list.rowCount() > 0);
    CHECK(list.index(0, 0).data(NeighbourModel::name_role) == "second");
    CHECK(list.index(0, 0).data(Qt::ToolTipRole).toString().startsWith("second\n"));
}

TEST_CASE("pictures outside of the folder are shown after asking", "[panels]") {
    const tests::TemporaryFolder folder;
    Image image(Size{2, 2});
    for (std::uint8_t& value : image.rgba) value = 255;
    write_png(folder.path() / "out.png", image);
    const std::string path = (folder.path() / "out.png").string();
    std::filesystem::create_directory(folder.path() / "set");
    Metadata metadata{{texts("image", {path, "", "", "", ""})}, (folder.path() / "set").string()};
    Shown shown(with_metadata(std::move(metadata)));
    shown.session.select(0);
    const QString asking = "show pictures outside of the folder";
    CHECK(shown.columns().toPlainText().contains(asking));
    const auto click = [&] { emit shown.columns().anchorClicked(QUrl("epochscope:pictures")); };
    CHECK(answered(QMessageBox::No, click).contains(QString::fromStdString(path)));
    CHECK(shown.columns().toPlainText().contains(asking));
    CHECK_FALSE(shown.session.thumbnails().has_source());
    answered(QMessageBox::Yes, click);
    CHECK_FALSE(shown.columns().toPlainText().contains(asking));
    CHECK(QTest::qWaitFor(
        [&] {
            const auto picture = shown.session.thumbnails().picture(0);
            return picture && !picture->isNull();
        },
        tests::patience));
}
