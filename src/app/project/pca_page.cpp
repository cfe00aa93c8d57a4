#include "app/project/pca_page.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace epochscope::app {

PcaPage::PcaPage(QWidget* parent)
    : MethodPage(parent),
      per_epoch_(new QCheckBox(tr("&Each epoch by components of its own"), this)) {
    auto* words = new QLabel(tr("The two directions in feature space in which samples vary most, "
                                "the same for all epochs. Quick, and what moves has moved."),
                             this);
    words->setWordWrap(true);
    per_epoch_->setToolTip(tr("Shows more of each epoch, and movement that is not there (Alt+E)"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(words);
    column->addWidget(per_epoch_);
    column->addStretch(1);
}

QString PcaPage::title() const { return tr("Principal components (PCA)"); }

QString PcaPage::name() const { return QStringLiteral("pca"); }

void PcaPage::fill(ProjectOptions& options) const {
    options.method = Method::pca;
    options.pca.per_epoch = per_epoch_->isChecked();
}

}  // namespace epochscope::app
