#include "app/project/spacetime_page.h"

#include <QDoubleSpinBox>
#include <QSpinBox>

namespace epochscope::app {

SpacetimePage::SpacetimePage(QWidget* parent)
    : MethodPage(tr("All epochs at once: keeps near what is near in feature space, and "
                    "what moved far there moves far here."),
                 parent) {
    const SpacetimeOptions defaults;
    lambda_ = add_number(
        tr("Weig&ht of paths"), {0, 1000, 0.5}, defaults.lambda,
        tr("How much it counts that samples travel in the plane as far as they do in feature "
           "space: more for truer journeys, less for truer neighbours"));
    perplexity_ = add_number(tr("Perple&xity"), {1, 1000, 1, 1}, defaults.perplexity,
                             tr("How many neighbours a sample has, in effect"));
    iterations_ = add_count(tr("&Steps"), {1, 100'000, 50}, defaults.iterations,
                            tr("How many steps all epochs take together"));
    landmarks_ = add_count(
        tr("Landmar&ks"), {2, 1'000'000, 1000}, static_cast<int>(defaults.landmarks),
        tr("Of more samples than these, so many are laid out and the others placed among them by "
           "who is near in feature space: more is slower and finer"));
}

QString SpacetimePage::title() const { return tr("Spacetime"); }

QString SpacetimePage::name() const { return QStringLiteral("spacetime"); }

void SpacetimePage::fill(ProjectChoice& choice) const {
    ProjectOptions& options = choice.options;
    options.method = Method::spacetime;
    options.spacetime.lambda = lambda_->value();
    options.spacetime.perplexity = perplexity_->value();
    options.spacetime.iterations = iterations_->value();
    options.spacetime.landmarks = static_cast<std::size_t>(landmarks_->value());
}

}  // namespace epochscope::app
