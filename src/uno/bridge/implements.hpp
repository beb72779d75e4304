// A variadic base for UNO objects: the SDK ships only the numbered ones.
#pragma once

#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/implbase4.hxx>
#include <cppuhelper/implbase5.hxx>
#include <cppuhelper/implbase6.hxx>
#include <cppuhelper/implbase7.hxx>
#include <cppuhelper/implbase8.hxx>

namespace thethuc::uno {

namespace detail {

template <class... I>
struct ImplementsOf;
template <class A>
struct ImplementsOf<A> { using type = cppu::WeakImplHelper1<A>; };
template <class A, class B>
struct ImplementsOf<A, B> { using type = cppu::WeakImplHelper2<A, B>; };
template <class A, class B, class C>
struct ImplementsOf<A, B, C> { using type = cppu::WeakImplHelper3<A, B, C>; };
template <class A, class B, class C, class D>
struct ImplementsOf<A, B, C, D> { using type = cppu::WeakImplHelper4<A, B, C, D>; };
template <class A, class B, class C, class D, class E>
struct ImplementsOf<A, B, C, D, E> { using type = cppu::WeakImplHelper5<A, B, C, D, E>; };
template <class A, class B, class C, class D, class E, class F>
struct ImplementsOf<A, B, C, D, E, F> { using type = cppu::WeakImplHelper6<A, B, C, D, E, F>; };
template <class A, class B, class C, class D, class E, class F, class G>
struct ImplementsOf<A, B, C, D, E, F, G> { using type = cppu::WeakImplHelper7<A, B, C, D, E, F, G>; };
template <class A, class B, class C, class D, class E, class F, class G, class H>
struct ImplementsOf<A, B, C, D, E, F, G, H> { using type = cppu::WeakImplHelper8<A, B, C, D, E, F, G, H>; };

}  // namespace detail

/// `class Job final : public Implements<css::task::XJob, css::lang::XServiceInfo>`; one to eight interfaces.
template <class... Interfaces>
using Implements = typename detail::ImplementsOf<Interfaces...>::type;

}  // namespace thethuc::uno
