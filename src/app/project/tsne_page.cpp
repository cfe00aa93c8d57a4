#include "app/project/tsne_page.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace epochscope::app {

TsnePage::TsnePage(QWidget* parent)
    : MethodPage(parent),
      perplexity_(new QDoubleSpinBox(this)),
      iterations_(new QSpinBox(this)),
      warm_start_(new QCheckBox(tr("&Begin each epoch where the one before ended"), this)),
      warm_iterations_(new QSpinBox(this)),
      pull_(new QDoubleSpinBox(this)) {
    build_fields();
    lay_out();
    connect(warm_start_, &QCheckBox::toggled, warm_iterations_, &QWidget::setEnabled);
    connect(warm_start_, &QCheckBox::toggled, pull_, &QWidget::setEnabled);
}

void TsnePage::build_fields() {
    const TsneOptions defaults;
    perplexity_->setRange(1, 1000);
    perplexity_->setDecimals(1);
    perplexity_->setValue(defaults.perplexity);
    perplexity_->setAccessibleName(tr("Perplexity"));
    perplexity_->setToolTip(tr("How many neighbours a sample has, in effect (Alt+X)"));
    for (QSpinBox* steps : {iterations_, warm_iterations_}) {
        steps->setRange(1, 100'000);
        steps->setSingleStep(50);
    }
    iterations_->setValue(defaults.iterations);
    iterations_->setAccessibleName(tr("Steps of the first epoch"));
    iterations_->setToolTip(
        tr("How many steps an epoch takes that begins with its principal components (Alt+S)"));
    warm_start_->setChecked(defaults.warm_start);
    warm_start_->setToolTip(
        tr("So that what stands still in feature space is seen to stand still (Alt+B)"));
    warm_iterations_->setValue(defaults.warm_iterations);
    warm_iterations_->setAccessibleName(tr("Steps of the others"));
    warm_iterations_->setToolTip(
        tr("How many steps an epoch takes that begins where the one before ended (Alt+O)"));
    pull_->setRange(0, 1000);
    pull_->setDecimals(5);
    pull_->setSingleStep(0.0005);
    pull_->setValue(defaults.pull);
    pull_->setAccessibleName(tr("Pull"));
    pull_->setToolTip(
        tr("How strongly each sample is held where it was at the epoch before: more "
           "is calmer, less shows each epoch better (Alt+U)"));
}

void TsnePage::lay_out() {
    auto* words = new QLabel(tr("Keeps near what is near in feature space; how far apart groups "
                                "lie means little. Takes longer."),
                             this);
    words->setWordWrap(true);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(words);
    const auto add = [&](const QString& title, QWidget* field) {
        auto* label = new QLabel(title, this);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    add(tr("Perple&xity"), perplexity_);
    add(tr("&Steps of the first epoch"), iterations_);
    form->addRow(warm_start_);
    add(tr("Steps of the &others"), warm_iterations_);
    add(tr("P&ull"), pull_);
}

QString TsnePage::title() const { return tr("t-SNE"); }

QString TsnePage::name() const { return QStringLiteral("tsne"); }

void TsnePage::fill(ProjectOptions& options) const {
    options.method = Method::tsne;
    options.tsne.perplexity = perplexity_->value();
    options.tsne.iterations = iterations_->value();
    options.tsne.warm_start = warm_start_->isChecked();
    options.tsne.warm_iterations = warm_iterations_->value();
    options.tsne.pull = pull_->value();
}

}  // namespace epochscope::app
