#include "app/actions/context_menus.h"

#include "app/canvas/canvas.h"
#include "app/canvas/canvas_model.h"
#include "app/session/session.h"
#include "app/widgets/number_words.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::ContextMenus)
};

void combine(Session& session, const Picks& found, PickMode mode) {
    session.pick(combined(session.picked(), found, mode));
}

void add_picks(QMenu& menu, Session& session, std::size_t index) {
    const auto add = [&](const QString& text, PickMode mode) {
        return menu.addAction(text, &session, [&session, index, mode] {
            combine(session, samples_of_class(session.dataset()->series, index), mode);
        });
    };
    const bool is_shown = !session.view().hidden[index];
    add(Words::tr("&Pick this class"), PickMode::replace)->setEnabled(is_shown);
    if (session.picked_count() == 0) return;
    add(Words::tr("&Add this class to the picks"), PickMode::add)->setEnabled(is_shown);
    add(Words::tr("S&ubtract this class from the picks"), PickMode::subtract);
}

void add_selection(QMenu& menu, Session& session, std::size_t sample) {
    const auto& selection = session.view().selection;
    const bool is_selected = std::ranges::find(selection, sample) != selection.end();
    menu.addAction(Words::tr("S&elect only this sample"), &session,
                   [&session, sample] { session.select(sample); });
    menu.addAction(
        is_selected ? Words::tr("Remove from the sele&ction") : Words::tr("Add to the sele&ction"),
        &session, [&session, sample] { session.toggle(sample); });
    const bool is_picked = session.picked() && session.picked()->contains(sample);
    const PickMode mode = is_picked ? PickMode::subtract : PickMode::add;
    menu.addAction(is_picked ? Words::tr("Remove from the pic&ks") : Words::tr("Add to the pic&ks"),
                   &session, [&session, sample, mode] {
                       const std::array alone{sample};
                       const std::size_t count = session.dataset()->series.sample_count();
                       combine(session, std::make_shared<const PickedSamples>(count, alone), mode);
                   });
}

}  // namespace

void add_class_entries(QMenu& menu, Session& session, std::size_t index) {
    const bool stands_out = session.standing_out() == index;
    menu.addAction(
        stands_out ? Words::tr("Stop highligh&ting") : Words::tr("Highligh&t this class"), &session,
        [&session, index, stands_out] {
            session.stand_out(stands_out ? std::nullopt : std::optional(index));
        });
    add_picks(menu, session, index);
    menu.addSeparator();
    const bool is_hidden = session.view().hidden[index];
    menu.addAction(is_hidden ? Words::tr("&Show this class") : Words::tr("&Hide this class"),
                   &session,
                   [&session, index, is_hidden] { session.set_class_hidden(index, !is_hidden); });
    menu.addAction(Words::tr("Show &only this class"), &session,
                   [&session, index] { session.toggle_solo(index); });
    menu.addAction(Words::tr("Show a&ll classes"), &session, &Session::show_all_classes);
}

void add_category_entries(QMenu& menu, Session& session, std::size_t index) {
    const bool stands_out = session.category_standing_out() == index;
    menu.addAction(
        stands_out ? Words::tr("Stop highligh&ting") : Words::tr("Highligh&t these samples"),
        &session, [&session, index, stands_out] {
            session.stand_out_category(stands_out ? std::nullopt : std::optional(index));
        });
    const bool is_hidden = session.view().hidden_categories[index];
    menu.addAction(Words::tr("&Pick these samples"), &session,
                   [&session, index] {
                       // Another set may have opened meanwhile.
                       if (const Colouring* shown = session.categories())
                           combine(session, samples_of_group(*shown, index), PickMode::replace);
                   })
        ->setEnabled(!is_hidden);
    menu.addSeparator();
    menu.addAction(
        is_hidden ? Words::tr("&Show these samples") : Words::tr("&Hide these samples"), &session,
        [&session, index, is_hidden] { session.set_category_hidden(index, !is_hidden); });
    menu.addAction(Words::tr("Show &only these samples"), &session,
                   [&session, index] { session.toggle_solo_category(index); });
    menu.addAction(Words::tr("Show a&ll samples"), &session, &Session::show_all_categories);
}

void add_sample_entries(QMenu& menu, Session& session, std::size_t sample) {
    const EpochSeries& series = session.dataset()->series;
    const auto index = static_cast<std::size_t>(series.labels()[sample]);
    menu.addSection(Words::tr("Sample %1").arg(number_words(sample)));
    add_selection(menu, session, sample);
    // What colours the samples is what the legend lists.
    if (const Colouring* shown = session.categories()) {
        const std::size_t group = group_of(*shown, sample);
        const std::string& name =
            group < shown->names.size() ? shown->names[group] : shown->missing_name;
        menu.addSection(QString::fromStdString(shown->title + ": " + name));
        add_category_entries(menu, session, group);
        return;
    }
    menu.addSection(
        Words::tr("Class %1").arg(QString::fromStdString(series.classes().names[index])));
    add_class_entries(menu, session, index);
}

void open_canvas_menu(Canvas& canvas, QPoint at, const QList<QAction*>& actions) {
    Session& session = canvas.model().session();
    if (!session.dataset()) return;
    auto* menu = new QMenu(&canvas);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto sample = canvas.sample_at(at)) {
        add_sample_entries(*menu, session, *sample);
        menu->addSeparator();
        menu->addMenu(Words::tr("Ca&nvas"))->addActions(actions);
    } else {
        menu->addActions(actions);
    }
    menu->popup(canvas.mapToGlobal(at));
}

}  // namespace epochscope::app
