#include "app/widgets/ask_to_stop.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::AskToStop)
};

}  // namespace

void ask_to_stop(QWidget& window, const QString& words, std::function<void()> stop) {
    auto* box = new QMessageBox(QMessageBox::Question, Words::tr("Stop the work?"), words,
                                QMessageBox::NoButton, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = box->addButton(Words::tr("&Stop it"), QMessageBox::DestructiveRole);
    QPushButton* no = box->addButton(Words::tr("&Continue"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    QObject::connect(yes, &QPushButton::clicked, &window, std::move(stop));
    box->open();
}

}  // namespace epochscope::app
