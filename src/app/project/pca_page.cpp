#include "app/project/pca_page.h"

#include <QCheckBox>

namespace epochscope::app {

PcaPage::PcaPage(QWidget* parent)
    : MethodPage(tr("The two directions in feature space in which samples vary most, "
                    "the same for all epochs. Quick, and what moves has moved."),
                 parent),
      per_epoch_(add_switch(tr("&Each epoch by components of its own"), PcaOptions{}.per_epoch,
                            tr("Shows more of each epoch, and movement that is not there"))) {}

QString PcaPage::title() const { return tr("Principal components (PCA)"); }

QString PcaPage::name() const { return QStringLiteral("pca"); }

void PcaPage::fill(ProjectChoice& choice) const {
    ProjectOptions& options = choice.options;
    options.method = Method::pca;
    options.pca.per_epoch = per_epoch_->isChecked();
}

}  // namespace epochscope::app
