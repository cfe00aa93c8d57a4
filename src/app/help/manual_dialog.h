#pragma once

#include "app/help/manual_pages.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace epochscope::app {

/// The manual: the list of its pages, or of the sections that contain what is searched, and a page.
class ManualDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ManualDialog(QWidget* parent = nullptr);

    /// Shows a page, such as "keys.md".
    void show_page(const QString& page);

  private:
    void build();
    void fill();
    void show_section();
    void follow_page();
    void scroll_to(const QString& anchor);
    void mark_words();

    std::vector<ManualSection> sections_;
    QLineEdit* search_;
    QListWidget* list_;
    QTextBrowser* text_;
};

/// Opens the manual at a page, in the window of `parent`, or shows the page in that which is open.
void show_manual(QWidget& parent, const QString& page);

}  // namespace epochscope::app
