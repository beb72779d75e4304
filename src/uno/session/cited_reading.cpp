#include "uno/session/cited_reading.hpp"

namespace thethuc::uno {

CitedReading readCitations(const Context& context, const css::uno::Reference<css::frame::XModel>& model) {
    CitedReading now{readResult(context, model, {false}), {}, {}};
    now.analysis = elements::analyse(now.document());
    now.ledger = citations::recognise(now.document(), now.analysis);
    return now;
}

}  // namespace thethuc::uno
