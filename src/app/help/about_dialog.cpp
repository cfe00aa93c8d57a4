#include "app/help/about_dialog.h"

#include "app/help/manual_dialog.h"
#include "app/widgets/icons.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMessageBox>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::AboutDialog)
};

/// The manual is where the program is, so its address is a link into it.
void open_links(QMessageBox& box, QWidget& window) {
    for (QLabel* label : box.findChildren<QLabel*>()) {
        if (!label->text().contains("<a ")) continue;
        label->setOpenExternalLinks(false);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        QObject::connect(label, &QLabel::linkActivated, &window,
                         [&box, &window](const QString& to) {
                             // The box is modal: nothing else can be read while it is open.
                             box.close();
                             show_manual(window, to);
                         });
    }
}

}  // namespace

void show_about(QWidget& window, const QString& renderer) {
    auto* box = new QMessageBox(&window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Words::tr("About Epochscope"));
    box->setIconPixmap(program_icon().pixmap(64, 64));
    box->setTextFormat(Qt::RichText);
    box->setText(QString("<h3>Epochscope %1</h3><p>%2</p>")
                     .arg(EPOCHSCOPE_VERSION,
                          Words::tr("Shows how a model learns: every sample, at every epoch.")));
    box->setInformativeText(
        QString(
            "<p>%1<br>%2<br><a href=\"index.md\">%5</a></p><p>%3</p><p>Qt %4 (LGPL 3) · librsvg "
            "(LGPL 2.1) · Eigen (MPL 2.0) · simdjson, Highway, oneTBB, hnswlib (Apache 2.0) · "
            "nlohmann/json, faiss, stb, TWGL (MIT) · CLI11, BLIS, protobuf (BSD 3) · zlib "
            "(zlib) · libcurl (curl) · SQLite</p>")
            .arg(Words::tr("Renderer: %1").arg(renderer), Words::tr("Licence: MIT"),
                 Words::tr("Built on:"), qVersion(), Words::tr("Manual")));
    open_links(*box, window);
    box->addButton(Words::tr("Close"), QMessageBox::RejectRole);
    box->open();
}

}  // namespace epochscope::app
