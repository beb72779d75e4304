#include "uno/read/bench_check.hpp"

#include "uno/session/corrector.hpp"
#include "uno/session/resources.hpp"

namespace thethuc::uno {

double millisecondsOfCheck(const css::uno::Reference<css::uno::XComponentContext>& context,
                           const css::uno::Reference<css::frame::XModel>& model, std::size_t& findings) {
    Times times;
    findings = checkNow(context, model, rules(context), {}, {}, &times)->findings().size();
    return times.check;
}

}  // namespace thethuc::uno
