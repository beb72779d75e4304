// Checking and correcting in one go, for the service, the command line and “Sửa các lỗi định dạng”.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <rtl/ustring.hxx>

#include "app/app.hpp"
#include "uno/read/snapshot_reader.hpp"
#include "uno/session/settings.hpp"

namespace thethuc::uno {

/// A finished check: the snapshot and what was found in it. Immutable, shared with the worker.
struct Checked {
    std::shared_ptr<const ruleset::Ruleset> rules;
    ReadResult read;
    app::CheckOutcome outcome;

    [[nodiscard]] const model::Document& document() const noexcept { return read.document; }
    [[nodiscard]] const std::vector<checks::Finding>& findings() const noexcept { return outcome.result.findings; }
};

/// Milliseconds of each stage.
struct Times {
    double layout = 0, read = 0, check = 0;
};

/// Reads and checks here and now. Main thread only.
[[nodiscard]] std::shared_ptr<const Checked> checkNow(const Context& context,
                                                      const css::uno::Reference<css::frame::XModel>& model,
                                                      const std::shared_ptr<const ruleset::Ruleset>& rules,
                                                      const checks::Options& options = {}, ReadOptions reading = {},
                                                      Times* times = nullptr);

/// Carries out the edits of `checked` as one undo step. Throws css::uno::Exception or std::exception with the
/// document as it was. Main thread only.
void carryOut(const Context& context, const css::uno::Reference<css::frame::XModel>& model, const Checked& checked,
              const model::Edits& edits, const rtl::OUString& title);

/// A fault that was there and is not any more.
struct Corrected {
    checks::Finding finding;
    std::shared_ptr<const Checked> in;           ///< the snapshot that its place refers to
};

/// What was corrected, and what is left.
struct Correction {
    std::vector<Corrected> changed;
    std::shared_ptr<const Checked> before;
    std::shared_ptr<const Checked> after;
    std::int32_t rounds = 0;
    std::string trouble;                         ///< why an edit could not be carried out; UTF-8, may be empty
    bool failed = false;                         ///< with `trouble`: it broke off, everything was undone
};

/// Corrects in as many rounds as it takes (eight at most: a correction may uncover another fault), all of
/// them one undo step. `options.only` limits what is corrected, not what is checked. With `unsafe` also the corrections that change words. Main thread only.
[[nodiscard]] Correction correct(const Context& context, const css::uno::Reference<css::frame::XModel>& model,
                                 const std::shared_ptr<const ruleset::Ruleset>& rules, bool unsafe,
                                 const checks::Options& options, const rtl::OUString& title, bool copy = false);

}  // namespace thethuc::uno
