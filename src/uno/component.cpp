// The constructors that thethuc.components names; nothing else.
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <com/sun/star/uno/XInterface.hpp>
#include <cppuhelper/weak.hxx>

#include "uno/dispatch/protocol_handler.hpp"
#include "uno/dispatch/save_job.hpp"
#include "uno/options/options_page.hpp"
#include "uno/service/json_entry.hpp"
#include "uno/service/service.hpp"
#include "uno/sidebar/factory.hpp"
#include "uno/sidebar/panel_access.hpp"
#include "uno/smarttags/citation_action.hpp"
#include "uno/smarttags/citation_recognizer.hpp"

#define THETHUC_CONSTRUCTOR(name, Type)                                                                          \
    extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* name(css::uno::XComponentContext* context,             \
                                                               css::uno::Sequence<css::uno::Any> const&) {       \
        return cppu::acquire(static_cast<cppu::OWeakObject*>(                                                    \
            new Type(css::uno::Reference<css::uno::XComponentContext>(context))));                               \
    }

THETHUC_CONSTRUCTOR(vn_thethuc_PanelFactory, thethuc::uno::PanelFactory)
THETHUC_CONSTRUCTOR(vn_thethuc_ProtocolHandler, thethuc::uno::ProtocolHandler)
THETHUC_CONSTRUCTOR(vn_thethuc_Thethuc, thethuc::uno::Service)
THETHUC_CONSTRUCTOR(vn_thethuc_JsonEntry, thethuc::uno::JsonEntry)
THETHUC_CONSTRUCTOR(vn_thethuc_OptionsPage, thethuc::uno::OptionsPage)
THETHUC_CONSTRUCTOR(vn_thethuc_SaveJob, thethuc::uno::SaveJob)
THETHUC_CONSTRUCTOR(vn_thethuc_PanelAccess, thethuc::uno::PanelAccess)
THETHUC_CONSTRUCTOR(vn_thethuc_CitationRecognizer, thethuc::uno::CitationRecognizer)
THETHUC_CONSTRUCTOR(vn_thethuc_CitationAction, thethuc::uno::CitationAction)
