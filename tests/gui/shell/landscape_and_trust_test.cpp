#include "app/session/background_cache.h"
#include "app/session/session.h"
#include "app/timeline/track.h"
#include "app/window/landscape_note.h"
#include "gui/shell/window.h"
#include "io/npy_file.h"

#include <epochscope/render/colour_map.h>

#include <QAction>
#include <QColor>
#include <QImage>
#include <QTest>

#include <fstream>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::put_npy;
using epochscope::tests::Window;
using epochscope::tests::write_folder;

namespace {

/// The folder of write_folder, measured: of epoch 3 nothing is known.
QString write_measured(const std::filesystem::path& folder) {
    QString name = write_folder(folder);
    std::ofstream(folder / "trust.csv")
        << "epoch,nn_pv,trustworthiness\n1,0.25,0.75\n2,0.5,0.8\n3,,\n4,0.75,0.9\n5,1,0.95\n";
    put_npy<float>(folder / "kept_neighbours.npy", "<f4", "(5, 3)",
                   {0, 0.5F, 1, 0, 0.5F, 1, 0, 0.5F, 1, 0, 0.5F, 1, 0, 0.5F, 1});
    return name;
}

bool wait_for_picture(const Window& window, bool wanted) {
    return QTest::qWaitFor(
        [&] {
            const auto pair = window.session().backgrounds().around(window.session().playhead());
            return (pair.from != nullptr) == wanted;
        },
        epochscope::tests::window_patience);
}

QColor colour_at(Track& track, double playhead) {
    const QImage image = track.grab().toImage();
    const double scale = image.devicePixelRatio();
    const QPointF at(track.x_at(playhead), track.trust_area().center().y());
    return image.pixelColor((at * scale).toPoint());
}

bool is(const QColor& colour, Colour wanted) {
    return colour.red() == wanted.r && colour.green() == wanted.g && colour.blue() == wanted.b;
}

}  // namespace

TEST_CASE("a folder without backgrounds gets a landscape, which a key switches off", "[shell]") {
    const Window window;
    window.open_made();
    CHECK(wait_for_picture(window, true));
    const auto& note = window.find<LandscapeNote>();
    CHECK(note.isVisible());
    CHECK(note.text() == "Landscape: interpolated from samples");
    CHECK(note.toolTip().contains("samples nearby"));
    QAction& action = window.action("Paint a landscape");
    CHECK(action.isEnabled());
    CHECK(action.isChecked());
    CHECK(action.toolTip().contains("Shift+L"));
    window.press(Qt::Key_L, Qt::ShiftModifier);
    CHECK_FALSE(window.session().view().style.landscape);
    CHECK(wait_for_picture(window, false));
    CHECK_FALSE(note.isVisible());
    window.press(Qt::Key_L, Qt::ShiftModifier);
    CHECK(wait_for_picture(window, true));
    CHECK(note.isVisible());
    // Without backgrounds there is none either.
    window.press(Qt::Key_B);
    CHECK_FALSE(action.isEnabled());
    CHECK_FALSE(note.isVisible());
}

TEST_CASE("a landscape follows the colours of classes", "[shell]") {
    const Window window;
    window.open_made();
    REQUIRE(wait_for_picture(window, true));
    const auto before = window.session().backgrounds().around(0).from;
    window.session().set_class_colour(0, {0, 0, 0});
    window.session().set_class_colour(1, {0, 0, 0});
    REQUIRE(wait_for_picture(window, true));
    const auto after = window.session().backgrounds().around(0).from;
    CHECK(before->rgba != after->rgba);
    for (std::size_t i = 0; i < after->rgba.size(); i += 4)
        if (after->rgba[i] != after->rgba[i + 2]) FAIL("not grey");
}

TEST_CASE("folders with backgrounds of their own get no landscape", "[shell]") {
    const Window window;
    const auto folder = window.folder() / "own";
    const QString name = write_folder(folder);
    std::filesystem::create_directory(folder / "background");
    REQUIRE(QImage(4, 4, QImage::Format_RGB32)
                .save(QString::fromStdString((folder / "background" / "1.png").string())));
    REQUIRE(window.open(name));
    CHECK_FALSE(window.action("Paint a landscape").isEnabled());
    CHECK_FALSE(window.find<LandscapeNote>().isVisible());
}

TEST_CASE("a landscape of heads in between is offered where maps and heads are known", "[shell]") {
    const Window window;
    window.open_made();
    QAction& action = window.action("Landscape of interpolated heads");
    CHECK_FALSE(action.isEnabled());
    const auto folder = window.folder() / "mapped";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "info.json")
        << R"({"label_text": ["cat", "dog"], "epochs": [1, 2], "frame": [[-8, -8], [8, 8]]})";
    put_npy<std::int64_t>(folder / "labels.npy", "<i8", "(2,)", {0, 1});
    put_npy<float>(folder / "positions.npy", "<f4", "(2, 2, 2)", {-4, 0, 4, 0, -4, 1, 4, 1});
    put_npy<double>(folder / "map_mean.npy", "<f8", "(1, 2)", {0, 0});
    put_npy<double>(folder / "map_axes.npy", "<f8", "(1, 2, 2)", {1, 0, 0, 1});
    put_npy<double>(folder / "logit_planes.npy", "<f8", "(2, 2, 3)",
                    {4, 1, 0, -4, -1, 0, -4, 1, 0, 4, -1, 0});
    REQUIRE(window.open(QString::fromStdString(folder.string())));
    CHECK(action.isEnabled());
    CHECK_FALSE(action.isChecked());
    CHECK(action.toolTip().contains("Ctrl+Shift+L"));
    const auto& note = window.find<LandscapeNote>();
    auto& session = window.session();
    session.set_playhead(0.5);
    CHECK(note.text() == "Landscape: by the model");
    CHECK(wait_for_picture(window, true));
    CHECK_FALSE(session.backgrounds().around(0.5).t);
    window.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(session.view().style.landscape_between);
    CHECK(note.text() == "Landscape: by an interpolated head");
    CHECK(wait_for_picture(window, true));
    // Half-way the boundary is in the middle: neither end has both classes on its side.
    const auto pair = session.backgrounds().around(0.5);
    REQUIRE(pair.from);
    CHECK(pair.t == 0.0F);
    const auto red_is_more = [&](int column) {
        const std::uint8_t* at = &pair.from->rgba[4 * static_cast<std::size_t>(column)];
        return at[0] > at[2];
    };
    const int width = pair.from->size.width;
    CHECK(red_is_more(width / 8) != red_is_more(3 * width / 8 + width / 2));
    CHECK(red_is_more(3 * width / 8) == red_is_more(width / 8));
    session.set_playhead(1);
    CHECK(note.text() == "Landscape: by the model");
}

TEST_CASE("the timeline shows how far each epoch can be trusted", "[shell]") {
    const Window window;
    auto& track = window.find<Track>();
    window.open_made();
    CHECK(track.trust_area().isEmpty());
    CHECK_FALSE(window.action("Trustworthiness").isEnabled());
    const int height = track.sizeHint().height();
    REQUIRE(window.open(write_measured(window.folder() / "measured")));
    CHECK(track.sizeHint().height() > height);
    REQUIRE_FALSE(track.trust_area().isEmpty());
    CHECK(track.trust().caption == "neighbours preserved");
    CHECK(track.words_at(track.x_at(1)).contains("neighbours preserved 0.500"));
    CHECK_FALSE(track.words_at(track.x_at(2)).contains("neighbours preserved"));
    CHECK(is(colour_at(track, 0), mapped_colour(ColourMap::viridis, 0.25)));
    CHECK(is(colour_at(track, 4), mapped_colour(ColourMap::viridis, 1)));
    window.press(Qt::Key_5);
    CHECK(track.trust().caption == "trustworthiness");
    CHECK(track.words_at(track.x_at(4)).contains("trustworthiness 0.950"));
    // From what knowing nothing reaches.
    CHECK(is(colour_at(track, 0), mapped_colour(ColourMap::viridis, 0.5)));
    CHECK(track.trust().meaning.contains("0.5 by chance"));
    window.press(Qt::Key_6);
    CHECK(track.trust_area().isEmpty());
    window.press(Qt::Key_4);
    CHECK(track.trust().caption == "neighbours preserved");
}

TEST_CASE("a key colours samples by the neighbours kept", "[shell]") {
    const Window window;
    window.open_made();
    QAction& action = window.action("Colour by preserved neighbours");
    CHECK_FALSE(action.isEnabled());
    REQUIRE(window.open(write_measured(window.folder() / "measured")));
    CHECK(action.isEnabled());
    CHECK(action.toolTip().contains("(K)"));
    window.press(Qt::Key_K);
    CHECK(window.session().view().style.colour_by == ColourBy::preserved);
    CHECK(action.isChecked());
    window.press(Qt::Key_C);
    CHECK(window.session().view().style.colour_by == ColourBy::prediction);
    CHECK_FALSE(action.isChecked());
    window.press(Qt::Key_K);
    window.press(Qt::Key_K);
    CHECK(window.session().view().style.colour_by == ColourBy::label);
}
