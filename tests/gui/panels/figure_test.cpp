#include "app/canvas/text_overlay.h"
#include "app/datamap/map_picture.h"
#include "app/export/figure_svg.h"
#include "app/figure/figure_file.h"
#include "app/figure/pdf.h"
#include "support.h"

#include <epochscope/export/figure.h>
#include <epochscope/io/png.h>
#include <epochscope/render/palette.h>

#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>

#include <cmath>
#include <random>
#include <thread>

using namespace epochscope;
using namespace epochscope::app;
using tests::contains;

namespace {

/// Names that are markup, of another script, and of characters that XML has no place for.
const std::vector<std::string> hostile_names{"<b>&\"'", "类别 two 三", "bell\x07]]>"};

Dataset dataset_of(std::size_t count, const std::vector<std::string>& names = hostile_names) {
    std::mt19937 random(5);
    std::uniform_real_distribution<float> place(-7, 7);
    EpochColumns columns;
    columns.number = 7;
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < count; ++i) {
        columns.positions.push_back({place(random), place(random)});
        labels.push_back(static_cast<std::int32_t>(i % names.size()));
        columns.predictions.push_back(0);
        columns.confidence.push_back(0.6F);
    }
    EpochColumns later = columns;
    later.number = 12;
    for (Point& point : later.positions) point.x *= 0.5F;
    return *tests::dataset_of(make_series({names, colour_blind_safe(names.size())}, labels,
                                          {std::move(columns), std::move(later)}));
}

/// A figure of 85 x 60 mm of some moments, with letters of 8 points.
struct PaperFigure {
    explicit PaperFigure(const Dataset& dataset, std::vector<double> playheads = {0}) {
        run.view.camera = home(dataset.series.frame());
        run.view.style.class_legend = true;
        run.view.style.ring_wrong = true;
        run.view.selection = {0};
        run.view.scale = scale_of_letters(8);
        run.size = size.pixels;
        run.playheads = std::move(playheads);
        figure = std::make_unique<Figure>(compose_figure(dataset, run, title));
    }
    [[nodiscard]] QByteArray svg(std::size_t max_discs = default_max_discs) const {
        return svg_of(*figure, size, true, max_discs);
    }
    [[nodiscard]] Image raster() const {
        return draw_figure(
            *figure, [](PixelView pixels, const Frame& frame) { paint_texts(pixels, frame); });
    }

    std::string title = "A <title>";
    FigureSize size = size_on_paper(85, 60);
    FrameRun run;
    std::unique_ptr<Figure> figure;
};

/// The words of the texts that are to be read.
QStringList texts_of(const QByteArray& svg) {
    QStringList texts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement &&
            xml.name() == QLatin1String("text") && !xml.attributes().hasAttribute("aria-hidden"))
            texts << xml.readElementText();
    INFO(xml.errorString().toStdString());
    CHECK_FALSE(xml.hasError());
    return texts;
}

qsizetype count_of(const QByteArray& svg, const QByteArray& part) { return svg.count(part); }

/// What a program says; skips the test if it is not installed.
std::optional<QByteArray> said(const QString& program, const QStringList& arguments) {
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        tests::skip(program.toStdString() + " is not installed");
        return std::nullopt;
    }
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(tests::patience));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

/// How far pictures are from each other: on average, in levels of 255, and the share of pixels that
/// differ by more than a quarter of them.
struct Distance {
    double mean = 0;
    double far = 0;
};

Distance distance(const Image& a, const Image& b) {
    REQUIRE(a.size == b.size);
    Distance result;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t c = 0; c < 3; ++c)
            most = std::max(most, std::abs(a.rgba[i + c] - b.rgba[i + c]));
        result.mean += most;
        result.far += most > 64 ? 1 : 0;
    }
    result.mean /= static_cast<double>(a.rgba.size()) / 4;
    result.far /= static_cast<double>(a.rgba.size()) / 4;
    return result;
}

/// The tolerance between renderers, most of which is the edges of letters.
void check_alike(const Image& a, const Image& b) {
    const Distance apart = distance(a, b);
    CAPTURE(apart.mean, apart.far);
    CHECK(apart.mean < 2);
    CHECK(apart.far < 0.01);
}

std::optional<Image> rendered_svg(const QByteArray& svg, Size size) {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "figure.svg";
    const auto png = folder.path() / "figure.png";
    write_figure(file, svg);
    if (!said("rsvg-convert",
              {"--unlimited", "-w", QString::number(size.width), "-h", QString::number(size.height),
               "-o", QString::fromStdString(png.string()), QString::fromStdString(file.string())}))
        return std::nullopt;
    return read_png(png);
}

std::optional<Image> rendered_pdf(const std::filesystem::path& file, Size size) {
    const auto stem = QString::fromStdString((file.parent_path() / "page").string());
    if (!said("pdftoppm",
              {"-png", "-singlefile", "-scale-to-x", QString::number(size.width), "-scale-to-y",
               QString::number(size.height), QString::fromStdString(file.string()), stem}))
        return std::nullopt;
    return read_png((stem + ".png").toStdString());
}

MapPlot plot_of(std::size_t count) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 1);
    MapPlot plot;
    plot.title = "A map of <b>&\" 类别";
    plot.axes = {"across", "upwards"};
    plot.groups = {{"a < b", MapMarker::up, {200, 30, 30}}, {"c", MapMarker::disc, {30, 30, 200}}};
    plot.counts = {count - count / 2, count / 2};
    plot.histograms = {{"counts", {0, 1}, {3, 5, 2}}};
    for (std::size_t i = 0; i < count; ++i) {
        plot.x.push_back(place(random));
        plot.y.push_back(place(random));
        plot.group.push_back(static_cast<std::uint8_t>(i % 2));
    }
    return plot;
}

}  // namespace

TEST_CASE("a figure as SVG looks like its picture", "[panels]") {
    const PaperFigure sheet(dataset_of(300), {0, 1});
    const auto picture = rendered_svg(sheet.svg(), sheet.size.pixels);
    if (picture) check_alike(*picture, sheet.raster());
}

TEST_CASE("a figure as PDF looks like its picture, in its exact size", "[panels]") {
    const PaperFigure sheet(dataset_of(300), {0, 1});
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "figure.pdf";
    write_figure(file, sheet.svg());
    const auto picture = rendered_pdf(file, sheet.size.pixels);
    if (!picture) return;
    check_alike(*picture, sheet.raster());
    const QString path = QString::fromStdString(file.string());
    const QString info = QString::fromUtf8(*said("pdfinfo", {path}));
    const auto found = QRegularExpression("Page size: +([0-9.]+) x ([0-9.]+) pts").match(info);
    REQUIRE(found.hasMatch());
    CHECK(found.captured(1).toDouble() == Approx(85 / 25.4 * 72).margin(0.01));
    CHECK(found.captured(2).toDouble() == Approx(60 / 25.4 * 72).margin(0.01));
    CHECK_FALSE(info.contains("CreationDate"));
    CHECK(info.contains("Pages:           1"));
}

TEST_CASE("words stay words in SVG and PDF, whatever they are", "[panels]") {
    const PaperFigure sheet(dataset_of(30));
    const QByteArray svg = sheet.svg();
    const QStringList texts = texts_of(svg);
    CHECK(texts.contains("<b>&\"'"));
    // Two scripts in one text.
    CHECK(texts.contains(QString::fromUtf8("类别 two 三")));
    CHECK(texts.contains(QString("bell") + QChar(QChar::ReplacementCharacter) + "]]>"));
    CHECK(texts.contains("A <title>"));
    CHECK(texts.contains("7"));
    CHECK_FALSE(svg.contains("<b>"));
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "figure.pdf";
    write_figure(file, svg);
    const auto words = said("pdftotext", {QString::fromStdString(file.string()), "-"});
    if (!words) return;
    const QString text = QString::fromUtf8(*words);
    INFO(text.toStdString());
    CHECK(text.contains("<b>&\"'"));
    CHECK(text.contains(QString::fromUtf8("类别 two 三")));
    CHECK(text.count("A <title>") == 1);
}

TEST_CASE("samples are shapes up to a limit, and beyond it a picture", "[panels]") {
    const PaperFigure sheet(dataset_of(200, {"a", "b"}));
    const QByteArray shapes = sheet.svg(200);
    CHECK(count_of(shapes, "<ellipse") >= 200);
    CHECK(count_of(shapes, "<image") == 0);
    const QByteArray picture = sheet.svg(199);
    CHECK(count_of(picture, "<ellipse") < 200);
    CHECK(count_of(picture, "<image") == 1);
    if (const auto rendered = rendered_svg(picture, sheet.size.pixels))
        check_alike(*rendered, sheet.raster());
}

TEST_CASE("20,000 samples are a picture in a small file", "[panels]") {
    const PaperFigure sheet(dataset_of(20'000, {"a", "b"}));
    CHECK(disc_count(*sheet.figure) == 20'000);
    const QByteArray svg = sheet.svg();
    CHECK(count_of(svg, "<image") == 1);
    CHECK(svg.size() < 4'000'000);
    CHECK_THAT(pdf_of({svg.constData(), static_cast<std::size_t>(svg.size())}).substr(0, 5),
               contains("%PDF-"));
}

TEST_CASE("the same figure gives the same bytes, on any thread", "[panels]") {
    const Dataset dataset = dataset_of(100);
    const QByteArray once = PaperFigure(dataset).svg();
    QByteArray again;
    std::thread([&] { again = PaperFigure(dataset).svg(); }).join();
    CHECK(once == again);
    const std::string_view svg(once.constData(), static_cast<std::size_t>(once.size()));
    CHECK(pdf_of(svg) == pdf_of(svg));
}

TEST_CASE("what is off a part of a figure is cut", "[panels]") {
    const Dataset dataset = dataset_of(200, {"a", "b"});
    PaperFigure sheet(dataset, {0, 1});
    sheet.run.view.camera.zoom = 4;
    sheet.run.view.selection.clear();
    sheet.figure = std::make_unique<Figure>(compose_figure(dataset, sheet.run));
    const auto picture = rendered_svg(sheet.svg(), sheet.size.pixels);
    if (picture) check_alike(*picture, sheet.raster());
}

TEST_CASE("a data map as SVG and PDF looks like its picture", "[panels]") {
    const FigureSize size = size_on_paper(170, 127.5);
    for (const std::size_t limit : {std::size_t{10'000}, std::size_t{100}}) {
        const MapPlot plot = plot_of(400);
        const QByteArray svg = svg_of(plot, size, limit);
        CHECK(texts_of(svg).contains(QString::fromUtf8("A map of <b>&\" 类别")));
        CHECK(count_of(svg, "<image") == (limit < 400 ? 1 : 0));
        const auto picture = rendered_svg(svg, size.pixels);
        if (!picture) return;
        check_alike(*picture, paint_map(plot, size.pixels));
        const tests::TemporaryFolder folder;
        write_figure(folder.path() / "map.pdf", svg);
        if (const auto page = rendered_pdf(folder.path() / "map.pdf", size.pixels))
            check_alike(*page, paint_map(plot, size.pixels));
    }
}

TEST_CASE("what cannot be written as a figure leaves nothing behind", "[panels]") {
    const tests::TemporaryFolder folder;
    const QByteArray svg = PaperFigure(dataset_of(3)).svg();
    CHECK_THROWS_WITH(write_figure(folder.path() / "none" / "figure.svg", svg),
                      contains("cannot be"));
    CHECK_THROWS_WITH(write_figure(folder.path() / "figure.bmp", svg),
                      contains("ends in \".bmp\", expected .png, .svg or .pdf"));
    CHECK_THROWS_WITH(write_figure(folder.path() / "figure.pdf", "no SVG"),
                      contains("PDF: cannot be written"));
    CHECK_THROWS_WITH(
        write_painting(folder.path() / "none" / "a.svg", {10, 10}, Qt::white, [](QPainter&) {}),
        contains("cannot be"));
    CHECK(std::filesystem::is_empty(folder.path()));
}
