#include "app/project/learned_pages.h"

#include <QDoubleSpinBox>
#include <QSpinBox>

namespace epochscope::app {

LearnedPage::LearnedPage(const QString& words, int neighbours, const TrainingOptions& defaults,
                         QWidget* parent)
    : MethodPage(words, parent) {
    neighbours_ = add_count(tr("&Joined neighbours"), {2, 1000, 1}, neighbours,
                            tr("How many nearest neighbours in feature space are drawn together: "
                               "more shows the whole, less what is fine"));
    layers_ = add_count(tr("La&yers"), {0, 64, 1}, defaults.hidden_layers,
                        tr("Layers between feature space and the plane: more makes the map more "
                           "crooked and takes longer"));
    reconstruction_ =
        add_number(tr("Weight of the way ba&ck"), {0, 1000, 0.1}, defaults.reconstruction,
                   tr("How much it counts that places lead back to feature space: more for truer "
                      "landscapes, less for truer neighbours"));
    rate_ =
        add_number(tr("S&tep length"), {0.00001, 10, 0.001, 5}, defaults.rate,
                   tr("How far steps go at first: more is faster, up to where it does not settle"));
    passes_ = add_count(tr("P&asses"), {1, 100'000, 1}, defaults.most_passes,
                        tr("How many passes over what belongs together there are at most"));
}

void LearnedPage::fill_shared(int& neighbours, TrainingOptions& training) const {
    neighbours = neighbours_->value();
    training.hidden_layers = layers_->value();
    training.reconstruction = reconstruction_->value();
    training.rate = rate_->value();
    training.most_passes = passes_->value();
}

TimevisPage::TimevisPage(QWidget* parent)
    : LearnedPage(tr("One learned map for all epochs: places lead back to feature space, so that "
                     "the landscape is the model's own."),
                  TimevisOptions{}.neighbours, TimevisOptions{}.training, parent) {
    const TimevisOptions defaults;
    radius_ = add_number(tr("Radi&us of landmarks"), {0, 100, 0.05, 3}, defaults.radius,
                         tr("How far apart samples are that it is learned from, by the longest "
                            "embedding: more is faster and coarser, 0 learns from all samples"));
    draws_ = add_number(tr("Draws over &epochs"), {0, 1000, 1, 1}, defaults.temporal_draws,
                        tr("How often a sample is held to itself at other epochs: more for truer "
                           "journeys, and slower"));
}

QString TimevisPage::title() const { return tr("TimeVis"); }

QString TimevisPage::name() const { return QStringLiteral("timevis"); }

void TimevisPage::fill(ProjectChoice& choice) const {
    ProjectOptions& options = choice.options;
    options.method = Method::timevis;
    fill_shared(options.timevis.neighbours, options.timevis.training);
    options.timevis.radius = radius_->value();
    options.timevis.temporal_draws = draws_->value();
}

DviPage::DviPage(QWidget* parent)
    : LearnedPage(tr("A learned map for each epoch, begun as that of the epoch before: true to "
                     "each epoch by itself. How far samples move means little."),
                  DviOptions{}.neighbours, DviOptions{}.training, parent) {
    hold_ = add_number(tr("&Hold"), {0, 1000, 0.1}, DviOptions{}.hold,
                       tr("How strongly the map of an epoch is held to that of the epoch before: "
                          "more is calmer, less shows each epoch better"));
}

QString DviPage::title() const { return tr("DVI"); }

QString DviPage::name() const { return QStringLiteral("dvi"); }

void DviPage::fill(ProjectChoice& choice) const {
    ProjectOptions& options = choice.options;
    options.method = Method::dvi;
    fill_shared(options.dvi.neighbours, options.dvi.training);
    options.dvi.hold = hold_->value();
}

}  // namespace epochscope::app
