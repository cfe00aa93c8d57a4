#include "support/catch.h"
#include "support/data.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace epochscope;
namespace fs = std::filesystem;

namespace {

QString text_of(const fs::path& path) {
    QFile file(QString::fromStdString(path.string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QString translations() {
    return text_of(tests::source_dir() / "resources/translations/epochscope_zh_CN.ts");
}

/// What a translation must contain as often as its source: %1, %n, {name}, and a mnemonic.
QStringList placeholders(const QString& text) {
    static const QRegularExpression pattern("%L?\\d+|%L?n|\\{[^}]*\\}|&amp;(?=\\w)");
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QString one = matches.next().captured();
        found << (one.startsWith("&amp;") ? QStringLiteral("&") : one);
    }
    std::ranges::sort(found);
    return found;
}

/// The literals of a call, joined, as the compiler reads them.
QString joined(const QString& literals) {
    static const QRegularExpression pattern("\"((?:[^\"\\\\]|\\\\.)*)\"");
    QString text;
    for (auto matches = pattern.globalMatch(literals); matches.hasNext();)
        text += matches.next().captured(1);
    text.replace("\\n", "\n").replace("\\\"", "\"");
    static const QRegularExpression code("\\\\u([0-9a-f]{4})");
    for (auto match = code.match(text); match.hasMatch(); match = code.match(text))
        text.replace(match.capturedStart(), match.capturedLength(),
                     QChar(match.captured(1).toUShort(nullptr, 16)));
    return text;
}

/// The translations in the contexts whose class a source names: those of others are not used there.
QString words_of_contexts(const QString& translations, const QString& source) {
    QString words;
    for (const QString& context : translations.split("<context>")) {
        const QString name =
            context.section("</name>", 0, 0).section("<name>", -1).section("::", -1);
        const QRegularExpression used("\\b" + QRegularExpression::escape(name) + "\\b");
        if (source.contains(used)) words += context;
    }
    return words;
}

}  // namespace

TEST_CASE("every translation has the placeholders of its source", "[shell]") {
    static const QRegularExpression pattern(
        "<source>([^<]*)</source>\\s*<translation>([^<]*)</translation>");
    int count = 0;
    for (auto matches = pattern.globalMatch(translations()); matches.hasNext(); ++count) {
        const QRegularExpressionMatch match = matches.next();
        INFO(match.captured(1).toStdString() << " -> " << match.captured(2).toStdString());
        CHECK_FALSE(match.captured(2).trimmed().isEmpty());
        CHECK(placeholders(match.captured(1)) == placeholders(match.captured(2)));
    }
    CHECK(count > 400);
}

TEST_CASE("every word on the screen is translated", "[shell]") {
    QString all = translations();
    all.replace("&apos;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
    all.replace("&amp;", "&");
    static const QRegularExpression calls("\\btr\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)");
    int count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(tests::source_dir() / "src/app")) {
        if (entry.path().extension() != ".cpp") continue;
        const QString source = text_of(entry.path());
        const fs::path header = fs::path(entry.path()).replace_extension(".h");
        const QString known =
            words_of_contexts(all, source + (fs::exists(header) ? text_of(header) : QString()));
        for (auto matches = calls.globalMatch(source); matches.hasNext(); ++count) {
            const QString words = joined(matches.next().captured(1));
            INFO(entry.path().filename().string() << ": " << words.toStdString());
            CHECK(known.contains("<source>" + words + "</source>"));
        }
    }
    CHECK(count > 300);
}
