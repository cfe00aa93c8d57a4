#include "app/messages/message_words.h"
#include "app/messages/sentence_patterns.h"
#include "app/widgets/status_line.h"
#include "gui/shell/window.h"
#include "support/catch.h"
#include "support/skip.h"

#include <epochscope/io/formats.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::contains;
using epochscope::tests::Window;
using epochscope::tests::window_patience;
namespace fs = std::filesystem;

namespace {

/// Chinese, as long as it lives.
class Chinese {
  public:
    Chinese() {
        REQUIRE(translator_.load(":/translations/epochscope_zh_CN.qm"));
        QCoreApplication::installTranslator(&translator_);
    }
    ~Chinese() { QCoreApplication::removeTranslator(&translator_); }
    Chinese(const Chinese&) = delete;
    Chinese& operator=(const Chinese&) = delete;

  private:
    QTranslator translator_;
};

/// Translates a pattern to what stands in its places, so that only that is left of a sentence which
/// no pattern fits.
class OnlyPlaces : public QTranslator {
  public:
    OnlyPlaces() { QCoreApplication::installTranslator(this); }
    ~OnlyPlaces() override { QCoreApplication::removeTranslator(this); }
    OnlyPlaces(const OnlyPlaces&) = delete;
    OnlyPlaces& operator=(const OnlyPlaces&) = delete;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source,
                                    const char* /*disambiguation*/, int /*n*/) const override {
        if (std::strcmp(context, message_context) != 0) return {};
        // Never empty, which would mean "not translated".
        QString places = "|";
        for (int place = 1; QString(source).contains('%' + QString::number(place)); ++place)
            places += '%' + QString::number(place) + '|';
        return places;
    }
};

/// The sentences of the library, each with file and line, and all its texts in quotes.
QJsonObject library() {
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty()) return {};
    QProcess process;
    const fs::path source = tests::source_dir();
    process.start(
        python, {QString::fromStdString((source / "tests/gui/shell/library_sentences.py").string()),
                 QString::fromStdString(source.string())});
    REQUIRE(process.waitForFinished(60'000));
    REQUIRE(process.exitCode() == 0);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

/// No sentences, or of pictures and the command line, which are English in all languages.
bool is_excepted(const QString& place, const QString& sentence) {
    // A report has words of its own in each language.
    constexpr std::array<std::string_view, 4> files{
        "src/render/map_plot.cpp:", "src/analysis/dynamics/data_map.cpp:", "src/render/axes.cpp:",
        "src/export/report/"};
    const std::array<QString, 5> sentences{
        "epochscope checkpoint 1",
        // By which SQLite's own sentences are known.
        "\": syntax error", "incomplete input",
        "Searches neighbours faster (HNSW), for hundreds of thousands of samples. Which fraction "
        "of "
        "the nearest is found is measured and reported.",
        "How many threads work; 0: one for each processor core. The result is the same for any "
        "number."};
    const std::string at = place.toStdString();
    return std::ranges::any_of(files, [&](std::string_view f) { return at.starts_with(f); }) ||
           std::ranges::find(sentences, sentence) != sentences.end();
}

bool has_words(const QString& text) {
    static const QRegularExpression two_words("[a-z]{2,}[,;]? [a-z]{2,}");
    return text.contains(two_words);
}

/// The texts between values, without what joins them to others.
QStringList texts_of(const QString& sentence) {
    static const QRegularExpression ends("^[\\s;:,.()]+|[\\s;:,.()]+$");
    QStringList texts;
    for (QString text : sentence.split(QChar(1)))
        if (text.remove(ends); has_words(text)) texts << text;
    return texts;
}

/// Whether sentences can be joined of texts of the library so that they hold this text.
bool is_said(QString text, const QString& library) {
    constexpr int most_parts = 4;
    for (int part = 0; part < most_parts && !text.isEmpty(); ++part) {
        qsizetype length = text.size();
        while (length > 0 && !library.contains(QStringView(text).left(length))) --length;
        text.remove(0, length);
    }
    return text.isEmpty();
}

}  // namespace

TEST_CASE("a sentence of the library is said in Chinese, with what stands in it", "[shell]") {
    CHECK(message_words("data.json: epoch \"7\": projection has 59 points, label_index has 60") ==
          QStringLiteral("data.json: epoch \"7\": projection has 59 points, label_index has 60"));
    const Chinese chinese;
    const auto said = [](const char* sentence) { return message_words(sentence).toStdString(); };
    CHECK(said("data.json: epoch \"7\": projection has 59 points, label_index has 60") ==
          "data.json：轮次“7”：projection 有 59 个点，label_index 有 60 项");
    CHECK(said("/a/run: has no data.json, expected info.json and data.json") ==
          "/a/run：缺少 data.json，需要 info.json 和 data.json");
    CHECK(said("labels.npy: entry 3 is 12, expected 0..9") ==
          "labels.npy：第 3 项是 12，应为 0..9");
    CHECK(said("epoch 4: embedding of 3 samples (the first is 17) is not a number; it is absent "
               "there, and projected as at its nearest epoch") ==
          "轮次 4：3 个样本（首个为 17）的嵌入不是数；它在该轮次缺失，按最近的轮次投影");
    CHECK(said("data.json: is not valid JSON at byte 17 (line 3), near \"{a: 1\"") ==
          "data.json：不是有效的 JSON，在第 17 个字节（第 3 行）处，靠近 \"{a: 1\"");
    // A file may be called as it likes.
    CHECK(said("/a b/%1 or %2.npy: is not a .npy file") == "/a b/%1 or %2.npy：不是 .npy 文件");
    CHECK(said("100 %1 of \"%2\"") == "100 %1 of \"%2\"");
    CHECK(said("Something else went wrong; nobody knows: why") ==
          "Something else went wrong; nobody knows: why");
    CHECK(said("").empty());
}

TEST_CASE("each pattern has its places in order, and a translation", "[shell]") {
    const Chinese chinese;
    QStringList patterns;
    for (const char* source : sentence_patterns()) {
        INFO(source);
        CHECK_FALSE(patterns.contains(QString(source)));
        patterns << source;
        static const QRegularExpression mark("%(\\d)");
        int place = 0;
        for (auto marks = mark.globalMatch(source); marks.hasNext();)
            CHECK(marks.next().captured(1).toInt() == ++place);
        CHECK_FALSE(patterns.back().contains("%1%2"));
        const QString words = QCoreApplication::translate(message_context, source);
        static const QRegularExpression letters("[\\x{3000}-\\x{9fff}\\x{ff00}-\\x{ffef}]");
        CHECK((words.contains(letters) || patterns.back() == words));
    }
    CHECK(patterns.size() > 500);
}

TEST_CASE("each sentence of the library fits a pattern", "[shell]") {
    const QJsonArray sentences = library()["sentences"].toArray();
    if (sentences.isEmpty()) return tests::skip("python3 is not there");
    const Chinese chinese;
    const OnlyPlaces places;
    QString patterns;
    for (const char* source : sentence_patterns()) patterns += QString(source) + '\n';
    int count = 0;
    for (const auto& entry : sentences) {
        const QString place = entry.toArray()[0].toString();
        const QString sentence = entry.toArray()[1].toString();
        if (!has_words(QString(sentence).replace(QChar(1), '7')) || is_excepted(place, sentence))
            continue;
        ++count;
        const QByteArray source = sentence.toUtf8();
        // What methods and options are, and titles of legends, are translated by themselves.
        if (std::ranges::any_of(std::array{"epochscope::Option", "epochscope::app::TextOverlay"},
                                [&](const char* context) {
                                    return QCoreApplication::translate(context, source) != sentence;
                                }))
            continue;
        static const QRegularExpression joint("[\\s;:,]+$");
        const QString left =
            message_words(QString(sentence).remove(joint).replace(QChar(1), '7').toStdString());
        const QStringList texts = texts_of(sentence);
        const bool fits = !has_words(left) || std::ranges::all_of(texts, [&](const QString& text) {
            return patterns.contains(text);
        });
        INFO(place.toStdString() << ": " << QString(sentence).replace(QChar(1), '%').toStdString());
        CHECK(fits);
    }
    CHECK(count > 500);
}

TEST_CASE("the library says each pattern", "[shell]") {
    const QJsonObject found = library();
    if (found.isEmpty()) return tests::skip("python3 is not there");
    QString said;
    for (const auto& literal : found["literals"].toArray()) said += literal.toString() + '\n';
    for (const auto& entry : found["sentences"].toArray())
        said += entry.toArray()[1].toString() + '\n';
    // The system's words for what goes wrong with files.
    for (int fault = 1; fault < 134; ++fault) said += QString(std::strerror(fault)) + '\n';
    for (const char* source : sentence_patterns())
        for (const QString& text : QString(source).split(QRegularExpression("%\\d"))) {
            INFO(source);
            CHECK(is_said(text, said));
        }
}

TEST_CASE("a window in Chinese says in Chinese what is wrong with a folder", "[shell]") {
    const Chinese chinese;
    const Window window;
    const QString made = tests::write_folder(window.folder() / "made");
    std::ofstream(fs::path(made.toStdString()) / "data.json")
        << R"({"1":{"projection":[[0,0],[1,1]]}})";
    CHECK_FALSE(window.open(made));
    auto& box = window.find<QMessageBox>();
    REQUIRE(QTest::qWaitForWindowExposed(&box));
    CHECK_THAT(box.informativeText().toStdString(),
               contains("data.json：轮次“1”：projection 有 2 个点，label_index 有 3 项"));
    box.close();

    const QString odd = tests::write_folder(window.folder() / "odd");
    std::ofstream(fs::path(odd.toStdString()) / "info.json")
        << R"({"label_text":["cat","dog"],"label_color":[[200,30,30],[30,30,200]],)"
           R"("label_index":[0,1,1],"background_origin":"left"})";
    REQUIRE(window.open(odd));
    const QStringList& warnings = window.find<StatusLine>().warnings();
    REQUIRE(warnings.size() >= 1);
    CHECK_THAT(warnings.join('\n').toStdString(),
               contains("background_origin 是 \"left\"，应为 \"lower\" 或 \"upper\"；它被略去"));
    for (const QString& warning : warnings) {
        INFO(warning.toStdString());
        CHECK_FALSE(has_words(warning));
    }
}

TEST_CASE("a window in Chinese says in Chinese what a folder lacks", "[shell]") {
    const Chinese chinese;
    const tests::TemporaryFolder folder;
    const fs::path& path = folder.path();
    const auto check = [&](const fs::path& asked) {
        for (const FormatFit& answer : fits_of(asked))
            for (const std::string& sentence : {std::string(answer.files), answer.fit.lacks}) {
                INFO(sentence);
                CHECK((sentence.empty() ||
                       message_words(sentence) != QString::fromStdString(sentence)));
            }
    };
    for (const char* made :
         {"info.json", "positions.npy", "visualize/a/epochs/epoch_1/projection.npy",
          "epochs/a/embeddings.npy", "epochs/epoch_1/weights.npy", "dataset/features/a.npy",
          "dataset/features/1.npy", "Model/Epoch_1/a", "Model/Epoch_1/train_data.npy",
          "features.npy", "places.csv", "projector_config.pbtxt"}) {
        fs::create_directories((path / made).parent_path());
        std::ofstream(path / made) << "x";
        check(path);
        check(path / made);
    }
}
