//! Random values that fit the types of attributes: the codec carries more.

use onem2m_primitive::schema::{Context, JsonType, Member, XmlForm, enumeration};
use onem2m_primitive::{Number, Value};

use crate::generator::Generator;

/// Content with numbers in the range of their types, and timestamps that are such.
pub(crate) fn fitting(value: &Value<'static>, generator: &mut Generator) -> Value<'static> {
    fitting_in(value, Context::CONTENT, generator)
}

pub(crate) fn fitting_in(
    value: &Value<'static>,
    context: Context,
    generator: &mut Generator,
) -> Value<'static> {
    let Value::Object(members) = value else {
        return value.clone();
    };
    let fit = members.iter().map(|(name, value)| {
        let member = context.member(name);
        let value = match member {
            Some(member) => fit_member(value, member, generator),
            None => value.clone(),
        };
        (name.clone(), value)
    });
    Value::Object(fit.collect())
}

fn fit_member(value: &Value<'static>, member: Member, generator: &mut Generator) -> Value<'static> {
    match value {
        Value::Array(items) => {
            let items = items.iter().map(|item| fit_member(item, member, generator));
            Value::Array(items.collect())
        }
        Value::Object(_) => match member.context() {
            Some(context) => fitting_in(value, context, generator),
            None => value.clone(),
        },
        Value::Number(Number::Integer(integer)) if member.json_type() == JsonType::Integer => {
            Value::Number(Number::Integer(integer_of(member, *integer)))
        }
        Value::Text(_) => match member.data_type() {
            "m2m:timestamp" => timestamp(generator),
            "m2m:absRelTimestamp" => match generator.below(3) {
                0 => Value::Text("-1".into()),
                1 => Value::Text("3600000".into()),
                _ => timestamp(generator),
            },
            _ => value.clone(),
        },
        Value::Number(_) | Value::Boolean(_) | Value::Null => value.clone(),
    }
}

fn integer_of(member: Member, integer: i128) -> i128 {
    let data_type = member.data_type();
    let is_named = enumeration(data_type).is_some()
        || data_type.contains("m2m:")
            && !data_type.ends_with("listOfMinMax")
            && !data_type.ends_with("RecipientID");
    match data_type.strip_prefix("list of ").unwrap_or(data_type) {
        "xs:integer" | "xs:long" | "m2m:listOfMinMax" => {
            integer.clamp(i64::MIN.into(), i64::MAX.into())
        }
        "xs:unsignedInt" => integer.min(u32::MAX.into()),
        _ if is_named => integer.min(u32::MAX.into()),
        _ => integer,
    }
}

fn timestamp(generator: &mut Generator) -> Value<'static> {
    let day = 1 + generator.below(28);
    let fraction = generator.one_of(&["", ",5", ",125", ",000001"]);
    Value::Text(format!("202603{day:02}T1015{:02}{fraction}", generator.below(60)).into())
}

/// An object with all members of a context, those within them as they come.
pub(crate) fn full(context: Context, generator: &mut Generator) -> Value<'static> {
    let members = context.members().filter(|member| {
        // Any resource is not an attribute.
        member.context().and_then(Context::element) != Some(member.short_name())
    });
    let members: Vec<Member> = members.collect();
    let full = members.into_iter().map(|member| {
        let item = match member.json_type() {
            JsonType::Text if member.data_type().ends_with("imestamp") => timestamp(generator),
            JsonType::Text | JsonType::Any => Value::Text("a".into()),
            JsonType::Integer => Value::Number(Number::Integer(1)),
            JsonType::Number => Value::Number(Number::Float(0.5)),
            JsonType::Boolean => Value::Boolean(true),
            JsonType::Object => Value::Object(Vec::new()),
        };
        let is_array = matches!(member.xml_form(), XmlForm::List | XmlForm::Repeated);
        let value = if is_array {
            Value::Array(vec![item])
        } else {
            item
        };
        (member.short_name().into(), value)
    });
    Value::Object(full.collect())
}
