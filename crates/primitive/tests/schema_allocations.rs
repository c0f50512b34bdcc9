//! Look-ups in the data-type table, counted by the allocator. One test only: the counts are those of the whole process.

use core::hint::black_box;
use std::alloc::System;

use onem2m_primitive::schema::{Context, enumeration, namespace, prefix};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// All that there is, and how many members it found.
fn look_up() -> usize {
    let mut count = 0;
    for resource in Context::CONTENT.members() {
        let name = resource.short_name();
        let found = Context::named(name).map_or(0, |context| context.members().count());
        for member in resource.context().into_iter().flat_map(Context::members) {
            let again = resource
                .context()
                .and_then(|context| context.member(member.short_name()));
            assert_eq!(again, Some(member));
            black_box((member.long_name(), member.data_type(), member.json_type()));
            black_box((member.xml_form(), member.order(), member.multiplicity()));
            let values = enumeration(member.data_type()).map(|values| values.values().count());
            black_box((member.context(), values));
        }
        black_box((
            Context::named("no such name"),
            namespace("m2m"),
            prefix("no such name"),
        ));
        count += found;
    }
    count
}

#[test]
fn look_ups_do_not_allocate() {
    // The harness has threads of its own, which may allocate meanwhile: once in a while, not always.
    let is_quiet = (0..10).any(|_| {
        let region = Region::new(ALLOCATOR);
        let count = look_up();
        let change = region.change();
        assert!(count > 10_000, "{count}");
        (change.allocations, change.reallocations) == (0, 0)
    });
    assert!(is_quiet);
}
