//! Random resources of every type of the data-type table, and values at the edges, through the three serializations in every
//! order: equal, or refused with the name; never changed silently.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod by_hand;
mod edges;
mod generator;
mod model;

use onem2m_primitive::schema::{Context, Member};
use onem2m_primitive::{
    CodecConfig, Content, ContentError, EncodeError, EncodeRule, Operation, Primitive,
    RequestIdentifier, RequestPrimitive, Serialization, Value, decode, encode,
};
use proptest::prelude::*;

use crate::generator::{Generator, Taste};
use crate::model::{difference, without_part};

const ORDERS: [[Serialization; 3]; 6] = {
    use Serialization::{Cbor, Json, Xml};

    [
        [Json, Xml, Cbor],
        [Json, Cbor, Xml],
        [Xml, Json, Cbor],
        [Xml, Cbor, Json],
        [Cbor, Json, Xml],
        [Cbor, Xml, Json],
    ]
};

/// What came of one way through the serializations.
#[derive(Debug)]
enum Outcome {
    Equal,
    Refused(EncodeError),
    #[expect(dead_code, reason = "it is shown by its `Debug`")]
    Changed {
        what: String,
    },
}

fn outcome(
    value: &Value<'_>,
    way: impl FnOnce() -> Result<Option<String>, ContentError>,
) -> Outcome {
    match way() {
        Ok(None) => Outcome::Equal,
        Ok(Some(changed)) => Outcome::Changed { what: changed },
        Err(ContentError::Encode(mut error)) => {
            // The content is in `pc` of a primitive.
            if let Some(path) = error.path.strip_prefix("pc/") {
                error.path = path.to_owned();
            }
            Outcome::Refused(error)
        }
        Err(other) => Outcome::Changed {
            what: format!("unreadable, {other}: {value:?}"),
        },
    }
}

/// Content alone, in this order and back to where it began.
fn content_way(value: &Value<'static>, order: [Serialization; 3]) -> Outcome {
    let config = CodecConfig::default();
    outcome(value, || {
        let mut content = Content::from_value(order[0], value, &config)?;
        let steps = [order[0], order[1], order[2], order[0]];
        for (index, step) in steps.iter().enumerate() {
            content = content.transcode(*step, &config)?;
            let read = content.value()?;
            if let Some(path) =
                difference(&read, value, steps[..=index].contains(&Serialization::Xml))
            {
                return Ok(Some(format!("{order:?}, step {index}, {path}: {read:?}")));
            }
        }
        Ok(None)
    })
}

/// The content of a request that is encoded and decoded, in this order and back to where it began.
fn request_way(value: &Value<'static>, operation: Operation, order: [Serialization; 3]) -> Outcome {
    let config = CodecConfig::default();
    outcome(value, || {
        let content = Content::from_value(Serialization::Json, value, &config)?;
        let identifier = RequestIdentifier::new("1").unwrap();
        let request = RequestPrimitive::new(operation, "a", identifier).content(content);
        let mut primitive = Primitive::Request(request);
        let steps = [order[0], order[1], order[2], order[0]];
        for (index, step) in steps.iter().enumerate() {
            let mut bytes = vec![];
            encode(*step, &primitive, &config, &mut bytes).map_err(ContentError::Encode)?;
            let decoded = decode(*step, &bytes, &config).map_err(ContentError::Decode)?;
            primitive = decoded.into_owned();
            let Primitive::Request(RequestPrimitive {
                content: Some(content),
                ..
            }) = &primitive
            else {
                return Ok(Some(format!("not the request: {primitive:?}")));
            };
            let read = content.value()?;
            if let Some(path) =
                difference(&read, value, steps[..=index].contains(&Serialization::Xml))
            {
                return Ok(Some(format!("{order:?}, step {index}, {path}: {read:?}")));
            }
        }
        Ok(None)
    })
}

/// All orders, and for requests all orders of both kinds; an update reads nothing as NULL.
fn outcomes(value: &Value<'static>) -> Vec<Outcome> {
    let mut found = Vec::with_capacity(18);
    for order in ORDERS {
        found.push(content_way(value, order));
        found.push(request_way(value, Operation::UPDATE, order));
    }
    found.push(request_way(value, Operation::CREATE, ORDERS[0]));
    found
}

/// A smaller value that fails as well, for whoever reads it.
fn smallest(mut value: Value<'static>, fails: impl Fn(&Value<'static>) -> bool) -> Value<'static> {
    let mut index = 0;
    while let Some(smaller) = without_part(&value, index) {
        if fails(&smaller) {
            value = smaller;
        } else {
            index += 1;
        }
    }
    value
}

fn check_regular(value: Value<'static>) {
    let is_wrong = |value: &Value<'static>| {
        let mut outcomes = outcomes(value).into_iter();
        outcomes.find(|outcome| !matches!(outcome, Outcome::Equal))
    };
    if is_wrong(&value).is_some() {
        let value = smallest(value, |value| is_wrong(value).is_some());
        panic!("{:?}\nof {value:?}", is_wrong(&value));
    }
}

/// The elements that content can be, which are the resources and what else there is.
fn elements() -> impl Iterator<Item = Member> {
    Context::CONTENT.members()
}

proptest! {
    // A seed is as good as another, so there is nothing to shrink; `smallest` shrinks values.
    #![proptest_config(ProptestConfig { cases: 1, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing is refused of what every serialization has, whatever order it takes.
    #[test]
    fn i_19_every_type_survives_every_order(seed in any::<u64>()) {
        let mut generator = Generator::new(seed, Taste::Regular);
        let mut count = 0;
        for element in elements() {
            check_regular(generator.content(element));
            count += 1;
        }
        prop_assert!(count > 300, "{} elements", count);
    }

    /// With one value at the edge somewhere in it, a resource survives as it is, or the error names the edge and why.
    #[test]
    fn i_19_every_type_with_an_edge_survives_or_is_refused_with_the_name(seed in any::<u64>()) {
        let mut generator = Generator::new(seed, Taste::Regular);
        for element in elements() {
            let regular = generator.content(element);
            let (value, edge) = edges::with_edge(&regular, &mut generator);
            for outcome in outcomes(&value) {
                let is_right = match &outcome {
                    Outcome::Equal => true,
                    Outcome::Refused(error) => edge.explains(error),
                    Outcome::Changed { .. } => false,
                };
                prop_assert!(is_right, "{:?}: {:?}\nof {:?}", edge, outcome, value);
            }
        }
    }

    /// Nothing at all (NULL, empty text, lists and objects) is told as what it is, or refused where it stands.
    #[test]
    fn i_19_nothing_survives_or_is_refused_with_the_name(seed in any::<u64>()) {
        let mut generator = Generator::new(seed, Taste::Nothings);
        for element in elements() {
            let value = generator.content(element);
            for outcome in outcomes(&value) {
                let is_right = match &outcome {
                    Outcome::Equal => true,
                    Outcome::Refused(error) => model::has_nothing(&value, error),
                    Outcome::Changed { .. } => false,
                };
                prop_assert!(is_right, "{:?}\nof {:?}", outcome, value);
            }
        }
    }
}

/// What the tests above stand on: that they notice a change.
#[test]
fn changes_are_noticed() {
    let text = |text: &'static str| Value::Text(text.into());
    let of = |value| Value::Object(vec![("a".into(), Value::Array(vec![value]))]);
    let xml = [false, true];
    assert_eq!(
        xml.map(|xml| difference(&of(text("b")), &of(text("b")), xml)),
        [None, None]
    );
    for (one, other) in [
        (text("b"), text("b ")),
        (
            text("5"),
            Value::Number(onem2m_primitive::Number::Integer(5)),
        ),
        (Value::Null, text("")),
        (Value::Array(vec![]), Value::Null),
        (Value::Boolean(true), Value::Boolean(false)),
    ] {
        for was_xml in xml {
            let difference = difference(&of(one.clone()), &of(other.clone()), was_xml);
            assert_eq!(difference.as_deref(), Some("a"));
        }
    }
    let error = EncodeError {
        rule: EncodeRule::Nothing,
        path: "a".into(),
    };
    assert!(!model::has_nothing(&of(text("b")), &error));
    assert!(model::has_nothing(&of(Value::Array(vec![])), &error));
}
