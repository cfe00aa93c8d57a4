#include "app/project/tsne_page.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

namespace epochscope::app {

TsnePage::TsnePage(QWidget* parent)
    : MethodPage(tr("Keeps near what is near in feature space; how far apart groups "
                    "lie means little. Takes longer."),
                 parent) {
    const TsneOptions defaults;
    const Range steps{1, 100'000, 50};
    perplexity_ = add_number(tr("Perple&xity"), {1, 1000, 1, 1}, defaults.perplexity,
                             tr("How many neighbours a sample has, in effect"));
    iterations_ =
        add_count(tr("&Steps of the first epoch"), steps, defaults.iterations,
                  tr("How many steps an epoch takes that begins with its principal components"));
    warm_start_ =
        add_switch(tr("&Begin each epoch where the one before ended"), defaults.warm_start,
                   tr("So that what stands still in feature space is seen to stand still"));
    warm_iterations_ =
        add_count(tr("Steps of the &others"), steps, defaults.warm_iterations,
                  tr("How many steps an epoch takes that begins where the one before ended"));
    pull_ = add_number(tr("P&ull"), {0, 1000, 0.0005, 5}, defaults.pull,
                       tr("How strongly each sample is held where it was at the epoch before: more "
                          "is calmer, less shows each epoch better"));
    connect(warm_start_, &QCheckBox::toggled, warm_iterations_, &QWidget::setEnabled);
    connect(warm_start_, &QCheckBox::toggled, pull_, &QWidget::setEnabled);
}

QString TsnePage::title() const { return tr("t-SNE"); }

QString TsnePage::name() const { return QStringLiteral("tsne"); }

void TsnePage::fill(ProjectChoice& choice) const {
    ProjectOptions& options = choice.options;
    options.method = Method::tsne;
    options.tsne.perplexity = perplexity_->value();
    options.tsne.iterations = iterations_->value();
    options.tsne.warm_start = warm_start_->isChecked();
    options.tsne.warm_iterations = warm_iterations_->value();
    options.tsne.pull = pull_->value();
}

}  // namespace epochscope::app
