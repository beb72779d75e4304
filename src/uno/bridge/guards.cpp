#include "uno/bridge/guards.hpp"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>

#include "uno/bridge/border.hpp"

namespace thethuc::uno {

ControllersLock::ControllersLock(const css::uno::Reference<css::frame::XModel>& model) : model_(model) {
    if (model_.is()) model_->lockControllers();
}

ControllersLock::~ControllersLock() { release(); }

void ControllersLock::release() noexcept {
    if (!model_.is()) return;
    guarded("unlockControllers", [this] { model_->unlockControllers(); });
    model_.clear();
}

UndoScope::UndoScope(const css::uno::Reference<css::frame::XModel>& model, const rtl::OUString& title) : title_(title) {
    const css::uno::Reference<css::document::XUndoManagerSupplier> supplier(model, css::uno::UNO_QUERY);
    if (!supplier.is()) return;
    manager_ = supplier->getUndoManager();
    if (!manager_.is()) return;
    before_ = manager_->getAllUndoActionTitles();
    manager_->enterUndoContext(title_);
    open_ = true;
}

UndoScope::~UndoScope() { rollback(); }

bool UndoScope::leave() noexcept {
    if (!open_) return false;
    open_ = false;
    return guarded("leaveUndoContext", [this] { manager_->leaveUndoContext(); });
}

void UndoScope::commit() noexcept { leave(); }

bool UndoScope::rollback() noexcept {
    if (!leave()) return false;
    return guarded("undo", true, [this] {
        // An empty context leaves no step behind; undoing then would take away the person's own last edit.
        if (!manager_->isUndoPossible() || manager_->getAllUndoActionTitles() == before_) return true;
        manager_->undo();
        return true;
    });
}

}  // namespace thethuc::uno
