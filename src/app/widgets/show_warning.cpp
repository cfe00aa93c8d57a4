#include "app/widgets/show_warning.h"

#include <QMessageBox>

namespace epochscope::app {

void show_warning(QWidget& window, const QString& title, const QString& words, const QString& why) {
    auto* box = new QMessageBox(QMessageBox::Warning, title, words, QMessageBox::Close, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    // Paths and messages may look like markup.
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(why);
    box->open();
}

}  // namespace epochscope::app
