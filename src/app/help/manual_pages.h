#pragma once

#include <QString>
#include <QUrl>

#include <vector>

class QWidget;

namespace epochscope::app {

/// A part of the manual: what stands below one heading.
struct ManualSection {
    /// The file's name, such as "keys.md".
    QString page;
    /// The first heading of the page.
    QString page_title;
    QString heading;
    QString text;
};

/// The address of a page of the manual, in the language of the window, for a QTextBrowser.
QUrl manual_url(const QString& page);

/// All sections of the manual, page by page.
std::vector<ManualSection> manual_sections();

/// The sections that contain all words, whatever their case; those with the words in the headings
/// come first.
std::vector<ManualSection> found_in(const std::vector<ManualSection>& sections,
                                    const QString& words);

/// The name of a heading in links: lower case, hyphens for spaces, no punctuation.
QString anchor_of(const QString& heading);

/// The page about a widget and what is in it.
void set_manual_page(QWidget& widget, const QString& page);
/// The page about a widget, or about the nearest parent that has one; else the first page.
QString manual_page_of(const QWidget* widget);

}  // namespace epochscope::app
