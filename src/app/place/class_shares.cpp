#include "app/place/class_shares.h"

#include "app/neighbours/sample_words.h"
#include "app/session/session.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/fraction_bar.h"
#include "app/widgets/swatch.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <functional>
#include <initializer_list>

namespace epochscope::app {

namespace {

constexpr std::size_t most_lines = 5;
constexpr int swatch_side = 14;
/// Less is 0 % in words.
constexpr double least_share = 0.005;

}  // namespace

ClassShares::ClassShares(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    lines_.reserve(most_lines);
    for (std::size_t i = 0; i < most_lines; ++i) add_line(*grid);
    connect(&session, &Session::style_changed, this, &ClassShares::paint_lines);
    connect(&session, &Session::dataset_changed, this, [this] { show_shares({}); });
    paint_lines();
}

void ClassShares::add_line(QGridLayout& grid) {
    const int row = static_cast<int>(lines_.size());
    Line line{new QLabel(this), new ElidedLabel(this), new FractionBar(this), new QLabel(this)};
    line.percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.percent->setMinimumWidth(fontMetrics().horizontalAdvance(percent(1)));
    line.name->setAccessibleName(tr("Class"));
    line.percent->setAccessibleName(tr("Probability"));
    grid.addWidget(line.swatch, row, 0);
    grid.addWidget(line.name, row, 1);
    grid.addWidget(line.bar, row, 2);
    grid.addWidget(line.percent, row, 3);
    lines_.push_back(line);
}

void ClassShares::show_shares(const std::vector<double>& probabilities) {
    shares_.clear();
    for (std::size_t c = 0; c < probabilities.size(); ++c) shares_.push_back({c, probabilities[c]});
    std::ranges::stable_sort(shares_, std::greater(), &Share::probability);
    const auto is_nothing = [](const Share& share) { return share.probability < least_share; };
    const auto end = std::ranges::find_if(shares_, is_nothing);
    const auto shown = std::max<std::ptrdiff_t>(end - shares_.begin(), 1);
    shares_.resize(std::min({static_cast<std::size_t>(shown), shares_.size(), most_lines}));
    paint_lines();
}

void ClassShares::paint_lines() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        const bool is_shown =
            i < shares_.size() && shares_[i].of_class < session_.view().colours.size();
        for (QWidget* part :
             std::initializer_list<QWidget*>{line.swatch, line.name, line.bar, line.percent})
            part->setVisible(is_shown);
        if (!is_shown) continue;
        const Share& share = shares_[i];
        const Colour colour = session_.view().colours[share.of_class];
        line.swatch->setPixmap(swatch_icon(colour, swatch_side, palette(), devicePixelRatioF())
                                   .pixmap(QSize(swatch_side, swatch_side), devicePixelRatioF()));
        line.name->set_words(class_name(session_.dataset()->series, share.of_class));
        line.bar->set_fraction(share.probability);
        line.percent->setText(percent(share.probability));
        line.name->setAccessibleDescription(line.name->words());
        line.percent->setAccessibleDescription(line.percent->text());
    }
}

void ClassShares::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) paint_lines();
    QWidget::changeEvent(event);
}

}  // namespace epochscope::app
