#include "app/project/spacetime_page.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace epochscope::app {

SpacetimePage::SpacetimePage(QWidget* parent)
    : MethodPage(parent),
      lambda_(new QDoubleSpinBox(this)),
      perplexity_(new QDoubleSpinBox(this)),
      iterations_(new QSpinBox(this)),
      landmarks_(new QSpinBox(this)) {
    build_fields();
    lay_out();
}

void SpacetimePage::build_fields() {
    const SpacetimeOptions defaults;
    lambda_->setRange(0, 1000);
    lambda_->setSingleStep(0.5);
    lambda_->setValue(defaults.lambda);
    lambda_->setAccessibleName(tr("Weight of paths"));
    lambda_->setToolTip(
        tr("How much it counts that samples travel in the plane as far as they do in feature "
           "space: more for truer journeys, less for truer neighbours (Alt+H)"));
    perplexity_->setRange(1, 1000);
    perplexity_->setDecimals(1);
    perplexity_->setValue(defaults.perplexity);
    perplexity_->setAccessibleName(tr("Perplexity"));
    perplexity_->setToolTip(tr("How many neighbours a sample has, in effect (Alt+X)"));
    iterations_->setRange(1, 100'000);
    iterations_->setSingleStep(50);
    iterations_->setValue(defaults.iterations);
    iterations_->setAccessibleName(tr("Steps"));
    iterations_->setToolTip(tr("How many steps all epochs take together (Alt+S)"));
    landmarks_->setRange(2, 1'000'000);
    landmarks_->setSingleStep(1000);
    landmarks_->setValue(static_cast<int>(defaults.landmarks));
    landmarks_->setAccessibleName(tr("Landmarks"));
    landmarks_->setToolTip(
        tr("Of more samples than these, so many are laid out and the others placed among them by "
           "who is near in feature space: more is slower and finer (Alt+K)"));
}

void SpacetimePage::lay_out() {
    auto* words = new QLabel(tr("All epochs at once: keeps near what is near in feature space, and "
                                "what moved far there moves far here."),
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
    add(tr("Weig&ht of paths"), lambda_);
    add(tr("Perple&xity"), perplexity_);
    add(tr("&Steps"), iterations_);
    add(tr("Landmar&ks"), landmarks_);
}

QString SpacetimePage::title() const { return tr("Spacetime"); }

QString SpacetimePage::name() const { return QStringLiteral("spacetime"); }

void SpacetimePage::fill(ProjectOptions& options) const {
    options.method = Method::spacetime;
    options.spacetime.lambda = lambda_->value();
    options.spacetime.perplexity = perplexity_->value();
    options.spacetime.iterations = iterations_->value();
    options.spacetime.landmarks = static_cast<std::size_t>(landmarks_->value());
}

}  // namespace epochscope::app
