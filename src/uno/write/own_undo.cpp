#include "uno/write/own_undo.hpp"

#include <utility>

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <cppuhelper/weakref.hxx>

#include "uno/bridge/border.hpp"
#include "uno/bridge/implements.hpp"
#include "uno/bridge/strings.hpp"

namespace thethuc::uno {

namespace {

using css::uno::Reference;

/// Stands on the document's own undo stack, so it must not keep the document alive.
class OwnUndo final : public Implements<css::document::XUndoAction> {
public:
    OwnUndo(const Reference<css::frame::XModel>& model, ModelWork make, ModelWork takeBack)
        : model_(model), make_(std::move(make)), takeBack_(std::move(takeBack)) {}

    // Shown only where the step stands alone, which it never does: the writer always opens a step around it.
    rtl::OUString SAL_CALL getTitle() override { return str("Thể Thức"); }
    void SAL_CALL undo() override { run(takeBack_); }
    void SAL_CALL redo() override { run(make_); }

private:
    void run(const ModelWork& work) {
        translated([&] {
            const Reference<css::frame::XModel> model(model_.get(), css::uno::UNO_QUERY);
            if (model.is()) work(model);
        });
    }

    css::uno::WeakReference<css::frame::XModel> model_;
    ModelWork make_;
    ModelWork takeBack_;
};

/// Nothing is recorded in its lifetime.
class RecordingOff {
public:
    explicit RecordingOff(const Reference<css::document::XUndoManager>& manager) : manager_(manager) {
        if (manager_.is()) manager_->lock();
    }
    ~RecordingOff() {
        if (manager_.is()) guarded("unlock undo", [this] { manager_->unlock(); });
    }
    RecordingOff(const RecordingOff&) = delete;
    RecordingOff& operator=(const RecordingOff&) = delete;

private:
    Reference<css::document::XUndoManager> manager_;
};

Reference<css::document::XUndoManager> managerOf(const Reference<css::frame::XModel>& model) {
    const Reference<css::document::XUndoManagerSupplier> supplier(model, css::uno::UNO_QUERY);
    return supplier.is() ? supplier->getUndoManager() : Reference<css::document::XUndoManager>();
}

}  // namespace

void unrecorded(const Reference<css::frame::XModel>& model, const ModelWork& work) {
    const RecordingOff off(managerOf(model));
    work(model);
}

void unrecorded(const Reference<css::frame::XModel>& model, ModelWork make, ModelWork takeBack) {
    const Reference<css::document::XUndoManager> manager = managerOf(model);
    {
        const RecordingOff off(manager);
        try {
            make(model);
        } catch (...) {
            // Not on the stack, so nobody else would.
            guarded("take a change back", [&] { takeBack(model); });
            throw;
        }
    }
    if (manager.is()) manager->addUndoAction(new OwnUndo(model, std::move(make), std::move(takeBack)));
}

}  // namespace thethuc::uno
