//! Random values of every type through the three serializations and through the type at each step: equal in the end. With all
//! features, these are the resources of all domains.
//!
//! Each type is compiled for one serializer and one deserializer only, from and to trees, for what differs between types does not
//! depend on them; `samples` goes the ways of users.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod fit;
#[path = "../../../primitive/tests/every_type/generator.rs"]
mod generator;
#[expect(dead_code, reason = "parts of it are for other tests")]
#[path = "../../../primitive/tests/every_type/model.rs"]
mod model;
mod paths;

use core::fmt::Debug;

use onem2m_primitive::schema::{Context, Member};
use onem2m_primitive::{
    CodecConfig, Content, ContentError, OwnedValue, Resource, Serialization, Value,
};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::generator::{Generator, Taste};

/// What a type has to have for these tests.
trait Tested: Debug + DeserializeOwned + Serialize + 'static {}

impl<T: Debug + DeserializeOwned + Serialize + 'static> Tested for T {}

/// Defines `every_resource`, which checks them all with a seed.
macro_rules! resources {
    ($($(#[$gate:meta])* $type:ty,)*) => {
        fn every_resource(seed: u64) -> usize {
            let mut count = 0;
            $($(#[$gate])* {
                check_resource(<$type>::ROOT, &<$type>::default(), seed.wrapping_add(count));
                count += 1;
            })*
            usize::try_from(count).unwrap()
        }

        fn every_resource_has_all_attributes() {
            $($(#[$gate])* has_all_attributes(Context::named(<$type>::ROOT).unwrap(), &<$type>::default());)*
        }
    };
}

/// The same for complex types.
macro_rules! types {
    ($($name:literal $type:ty,)*) => {
        fn every_type(seed: u64) -> usize {
            [$(check_type($name, &<$type>::default(), seed),)*].into_iter().filter(|has_xml| *has_xml).count()
        }

        fn every_type_has_all_members() {
            $(has_all_attributes(Context::named($name).unwrap(), &<$type>::default());)*
        }
    };
}

include!("list.rs");

/// A value of a type, whichever it is.
trait Erased {
    fn read(&self, value: &OwnedValue) -> Result<Box<dyn Erased>, ContentError>;
    fn tree(&self) -> Value<'static>;
    fn shown(&self) -> String;
}

impl<T: Tested> Erased for T {
    fn read(&self, value: &OwnedValue) -> Result<Box<dyn Erased>, ContentError> {
        Ok(Box::new(value.read::<T>()?))
    }

    fn tree(&self) -> Value<'static> {
        serde_json::to_value(self).unwrap().try_into().unwrap()
    }

    fn shown(&self) -> String {
        format!("{self:?}")
    }
}

const STEPS: [Serialization; 4] = {
    use Serialization::{Cbor, Json, Xml};

    [Json, Xml, Cbor, Json]
};

/// JSON, XML, CBOR and JSON again, read into the type and written from it each time, where the path leads to in content.
fn check(value: Value<'static>, path: &[Member], empty: &dyn Erased, steps: &[Serialization]) {
    let config = CodecConfig::default();
    let first = paths::wrapped(value, path);
    let mut content = Content::from_value(Serialization::Json, &first, &config).unwrap();
    let mut was_xml = false;
    for serialization in steps {
        let tree = content.value().unwrap();
        let tree = OwnedValue::from(paths::unwrapped(&tree, path).clone());
        let read = empty
            .read(&tree)
            .unwrap_or_else(|error| panic!("{error}: {content}"));
        let written = paths::wrapped(read.tree(), path);
        content = Content::from_value(*serialization, &written, &config)
            .unwrap_or_else(|error| panic!("{serialization:?}: {error}: {first:?}"));
        was_xml |= *serialization == Serialization::Xml;
        let written = content.value().unwrap();
        let difference = model::difference(&written, &first, was_xml);
        assert_eq!(
            difference, None,
            "{serialization:?}: {content}\nof {first:?}"
        );
    }
}

fn check_resource(root: &str, empty: &dyn Erased, seed: u64) {
    let mut generator = Generator::new(seed, Taste::Regular);
    let element = Context::CONTENT.member(root).unwrap();
    let content = fit::fitting(&generator.content(element), &mut generator);
    let value = content.get(root).unwrap().clone();
    check(value, &[element], empty, &STEPS);
}

/// A type that is nowhere in content, such as one within a token, has no XML.
fn check_type(name: &str, empty: &dyn Erased, seed: u64) -> bool {
    let mut generator = Generator::new(seed, Taste::Regular);
    let context = Context::named(name).unwrap();
    let value = (0..100).find_map(|_| generator.object(context, 3)).unwrap();
    let value = fit::fitting_in(&value, context, &mut generator);
    match paths::to_type(name) {
        Some(path) => {
            check(value, &path, empty, &STEPS);
            true
        }
        None => {
            let read = empty.read(&OwnedValue::from(value.clone())).unwrap();
            assert_eq!(model::difference(&read.tree(), &value, false), None);
            false
        }
    }
}

/// Each attribute of the table has a field: nothing is left over when all are there.
fn has_all_attributes(context: Context, empty: &dyn Erased) {
    let mut generator = Generator::new(1, Taste::Regular);
    let value = fit::full(context, &mut generator);
    let read = empty.read(&OwnedValue::from(value.clone()));
    let read = read.unwrap_or_else(|error| panic!("{error}: {value:?}"));
    let shown = read.shown();
    assert!(!shown.contains("other: {"), "{shown}");
    let Value::Object(members) = &value else {
        unreachable!("it is an object");
    };
    let written = read.tree();
    for (name, _) in members {
        assert!(written.get(name).is_some(), "{name} of {context:?}");
    }
    assert!(shown.starts_with(&empty.shown()), "{shown}");
}

proptest! {
    // A seed is as good as another.
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_resource_survives_the_serializations(seed in any::<u64>()) {
        prop_assert!(every_resource(seed) >= 90);
    }

    #[test]
    fn every_complex_type_survives_the_serializations(seed in any::<u64>()) {
        prop_assert!(every_type(seed) >= 70);
    }
}

#[test]
fn every_attribute_has_a_field() {
    every_resource_has_all_attributes();
    every_type_has_all_members();
}
