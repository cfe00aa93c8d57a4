#include "app/help/about_dialog.h"

#include "app/widgets/icons.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::AboutDialog)
};

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
        QString("<p>%1<br>%2</p><p>%3</p><p>Qt %4 (LGPL 3) · simdjson (Apache 2.0) · nlohmann/json "
                "(MIT) · CLI11 (BSD 3) · oneTBB (Apache 2.0) · stb (MIT)</p>")
            .arg(Words::tr("Renderer: %1").arg(renderer), Words::tr("Licence: MIT"),
                 Words::tr("Built on:"), qVersion()));
    box->addButton(Words::tr("Close"), QMessageBox::RejectRole);
    box->open();
}

}  // namespace epochscope::app
