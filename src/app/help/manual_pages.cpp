#include "app/help/manual_pages.h"

#include <QFile>
#include <QLocale>
#include <QStringList>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <array>
#include <iterator>

// Resources of a static library are there only once they were asked for, outside any namespace.
static void load_manual() { Q_INIT_RESOURCE(manual); }

namespace epochscope::app {
namespace {

constexpr auto property = "manual_page";

/// In the order of index.md.
constexpr std::array pages{"index.md",        "start.md",
                           "own-run.md",      "recordings.md",
                           "methods.md",      "landscapes.md",
                           "trust.md",        "compare.md",
                           "samples.md",      "data-map.md",
                           "review.md",       "prototypes.md",
                           "influence.md",    "curves.md",
                           "query.md",        "follow.md",
                           "cluster.md",      "health.md",
                           "report.md",       "workspaces.md",
                           "export.md",       "keys.md",
                           "command-line.md", "formats.md",
                           "promises.md",     "method-definitions.md",
                           "glossary.md"};

QString folder() {
    return QLocale().language() == QLocale::Chinese ? QStringLiteral(":/manual/zh/")
                                                    : QStringLiteral(":/manual/en/");
}

QString text_of(const QString& page) {
    load_manual();
    QFile file(folder() + page);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void add_sections(const QString& page, std::vector<ManualSection>& sections) {
    const std::size_t first = sections.size();
    bool is_code = false;
    for (const QString& line : text_of(page).split('\n')) {
        if (line.startsWith("```")) is_code = !is_code;
        if (line.startsWith('#') && !is_code) {
            const QString heading = line.mid(line.indexOf(' ') + 1).remove('`').remove('*');
            const QString title = sections.size() > first ? sections[first].page_title : heading;
            sections.push_back({page, title, heading, {}});
        } else if (sections.size() > first) {
            sections.back().text += line + '\n';
        }
    }
}

bool contains_all(const QString& text, const QStringList& words) {
    return std::ranges::all_of(
        words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

QUrl manual_url(const QString& page) {
    load_manual();
    return QUrl("qrc" + folder() + page);
}

std::vector<ManualSection> manual_sections() {
    std::vector<ManualSection> sections;
    for (const char* page : pages) add_sections(page, sections);
    return sections;
}

std::vector<ManualSection> found_in(const std::vector<ManualSection>& sections,
                                    const QString& words) {
    const QStringList parts = words.simplified().split(' ', Qt::SkipEmptyParts);
    std::vector<ManualSection> found;
    std::ranges::copy_if(sections, std::back_inserter(found), [&](const ManualSection& section) {
        return contains_all(section.page_title + ' ' + section.heading + '\n' + section.text,
                            parts);
    });
    std::stable_partition(found.begin(), found.end(), [&](const ManualSection& section) {
        return contains_all(section.page_title + ' ' + section.heading, parts);
    });
    return found;
}

QString anchor_of(const QString& heading) {
    QString anchor;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() || c == '-' || c == '_') anchor += c;
        if (c == ' ') anchor += '-';
    }
    return anchor;
}

void set_manual_page(QWidget& widget, const QString& page) { widget.setProperty(property, page); }

QString manual_page_of(const QWidget* widget) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        QString page = widget->property(property).toString();
        if (!page.isEmpty()) return page;
    }
    return pages.front();
}

}  // namespace epochscope::app
