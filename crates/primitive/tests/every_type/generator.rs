//! Random values of the types of the data-type table.

use onem2m_primitive::schema::{Context, JsonType, Member, XmlForm, enumeration};
use onem2m_primitive::{Number, Value};

/// What the values are like.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Taste {
    /// What every serialization has.
    Regular,
    /// NULL, empty text, lists and objects among it.
    Nothings,
}

/// Values that follow from a seed (SplitMix64).
pub(crate) struct Generator {
    state: u64,
    taste: Taste,
}

/// Complex types within each other; the resource is the first.
const LEVELS: usize = 4;

impl Generator {
    pub(crate) const fn new(seed: u64, taste: Taste) -> Self {
        Self { state: seed, taste }
    }

    pub(crate) const fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap();
        usize::try_from(self.next() % end).unwrap()
    }

    pub(crate) fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub(crate) fn one_of<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())].clone()
    }

    /// Content that is this element.
    pub(crate) fn content(&mut self, element: Member) -> Value<'static> {
        let value = loop {
            if let Some(value) = self.value(element, LEVELS) {
                break value;
            }
        };
        Value::Object(vec![(element.short_name().into(), value)])
    }

    /// A value of the type, if there is one that is not nested deeper than that.
    fn value(&mut self, member: Member, levels: usize) -> Option<Value<'static>> {
        let is_empty = self.taste == Taste::Nothings && self.one_in(6);
        if member.is_array() {
            let least = usize::from(!is_empty);
            let count = if is_empty { 0 } else { least + self.below(3) };
            let items: Vec<_> = (0..count)
                .filter_map(|_| self.item(member, levels))
                .collect();
            return (items.len() >= least).then_some(Value::Array(items));
        }
        if is_empty {
            return Some(self.nothing(member));
        }
        self.item(member, levels)
    }

    fn nothing(&mut self, member: Member) -> Value<'static> {
        let empty = match member.json_type() {
            JsonType::Text | JsonType::Any => Value::Text("".into()),
            JsonType::Object => Value::Object(vec![]),
            JsonType::Integer | JsonType::Number | JsonType::Boolean => Value::Null,
        };
        // An attribute cannot be NULL in XML, whatever else it is.
        let is_element = !matches!(member.xml_form(), XmlForm::Attribute | XmlForm::TextContent);
        if is_element && self.one_in(2) {
            return Value::Null;
        }
        empty
    }

    fn item(&mut self, member: Member, levels: usize) -> Option<Value<'static>> {
        Some(match member.json_type() {
            JsonType::Text => Value::Text(self.text(member).into()),
            JsonType::Integer => Value::Number(Number::Integer(self.integer(member))),
            JsonType::Number => Value::Number(self.number()),
            JsonType::Boolean => Value::Boolean(self.one_in(2)),
            JsonType::Any if member.xml_form() == XmlForm::List => Value::Text(self.word().into()),
            JsonType::Any => self.anything(2),
            JsonType::Object => return self.object(member.context()?, levels.checked_sub(1)?),
        })
    }

    /// Members of the context, in any order: those that are mandatory, and some others.
    pub(crate) fn object(&mut self, context: Context, levels: usize) -> Option<Value<'static>> {
        let all: Vec<Member> = context.members().collect();
        let (resources, members): (Vec<Member>, Vec<Member>) = all
            .into_iter()
            .partition(|member| is_resource(context, *member));
        let mut chosen = vec![];
        if context == Context::CONTENT {
            let choices = if self.one_in(2) { &members } else { &resources };
            chosen.push(self.one_of(choices));
        } else {
            let density = self.one_of(&[1, 2, 8]);
            let is_there = |generator: &mut Self, member: &Member| {
                let is_simple = member.json_type() != JsonType::Object;
                member.multiplicity().0 > 0 && is_simple
                    || generator.one_in(density * if is_simple { 1 } else { 2 })
            };
            chosen.extend(members.into_iter().filter(|member| is_there(self, member)));
            if !resources.is_empty() {
                chosen.push(self.one_of(&resources));
            }
        }
        self.shuffle(&mut chosen);
        let mut object: Vec<_> = chosen
            .into_iter()
            .filter_map(|member| {
                let value = self.value(member, levels)?;
                Some((member.short_name().into(), value))
            })
            .collect();
        if context.element().is_some() && self.one_in(4) {
            object.extend(self.children(context, levels));
        }
        let is_regular = !object.is_empty() || self.taste == Taste::Nothings;
        is_regular.then_some(Value::Object(object))
    }

    /// Inlined children (TS-0004 6.5.2).
    fn children(
        &mut self,
        context: Context,
        levels: usize,
    ) -> Option<(std::borrow::Cow<'static, str>, Value<'static>)> {
        let resources: Vec<Member> = Context::CONTENT
            .members()
            .filter(|member| is_resource(Context::CONTENT, *member))
            .collect();
        let name = self.one_of(&resources).short_name();
        let child = context.member(name)?;
        let children = self.value(child, levels.min(2))?;
        Some((name.into(), children))
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
    }

    fn integer(&mut self, member: Member) -> i128 {
        let values = enumeration(member.data_type());
        if let Some(values) = values.filter(|_| !self.one_in(4)) {
            let values: Vec<u32> = values.values().map(|(value, _)| value).collect();
            return self.one_of(&values).into();
        }
        let magnitude = i128::from(self.next() >> self.below(64));
        let is_negative = member.data_type().ends_with("xs:integer") && self.one_in(2);
        if is_negative { -magnitude } else { magnitude }
    }

    fn number(&mut self) -> Number<'static> {
        let double = f64::from_bits(self.next());
        match self.below(4) {
            0 => Number::Integer(self.below(1000).try_into().unwrap()),
            1 => Number::Decimal(self.one_of(&["0.5", "21.75", "-273.15", "1.5e3", "6.02E+23"])),
            2 if double.is_finite() => Number::Float(double),
            _ => Number::Float(f64::from(u32::try_from(self.next() >> 40).unwrap()) / 8.0),
        }
    }

    /// Text of the type, or any text, for the codec carries both.
    fn text(&mut self, member: Member) -> String {
        let name = member.data_type();
        let name = name.strip_prefix("list of ").unwrap_or(name);
        let is_word = member.xml_form() == XmlForm::List;
        if self.one_in(2) {
            let typed = match name {
                "m2m:timestamp" => "20260301T101530,125",
                "m2m:absRelTimestamp" => "-1",
                "xs:anyURI" | "m2m:nhURI" => "/id-in/cse-in/a?b=c&d=%20#e",
                "xs:NCName" | "m2m:resourceName" => "Größe-2.b_",
                "xs:duration" => "P1Y2M3DT4H5M6.7S",
                "xs:base64Binary" => "AP//+w==",
                "xs:dateTime" => "2026-03-01T10:15:30.125Z",
                "xs:date" => "2026-03-01",
                "xs:time" => "10:15:30",
                "m2m:ID" => "//m2m.example.com/cse1/C7",
                _ => "",
            };
            if !typed.is_empty() {
                return typed.to_owned();
            }
        }
        if is_word {
            return self.word();
        }
        let mut text = String::new();
        for _ in 0..=self.below(5) {
            text.push_str(self.one_of(&PARTS));
        }
        text
    }

    /// What can be an item of a list that white space separates.
    fn word(&mut self) -> String {
        let mut word = String::new();
        while word.is_empty() {
            for _ in 0..=self.below(3) {
                let part = self.one_of(&PARTS);
                let is_white = |character| matches!(character, ' ' | '\t' | '\n' | '\r');
                word.extend(part.chars().filter(|character| !is_white(*character)));
            }
        }
        word
    }

    /// `xs:anyType`, as far as XML has it: an object has arrays of two items at least, and nothing in it is empty.
    fn anything(&mut self, levels: usize) -> Value<'static> {
        let scalar = levels == 0 || self.one_in(2);
        match self.below(if scalar { 4 } else { 5 }) {
            0 => Value::Number(Number::Integer(i128::from(self.next()) - (1 << 63))),
            1 => Value::Boolean(self.one_in(2)),
            2 => Value::Number(Number::Decimal(self.one_of(&["0.5", "-2.25", "1.5e3"]))),
            3 => Value::Text(self.word().into()),
            _ => {
                let names = ["a", "lbl", "ty", "m2m", "Größe", "_.-", "con"];
                let count = 1 + self.below(4);
                let members = names.iter().take(count).map(|name| {
                    let value = self.anything(levels - 1);
                    let value = if self.one_in(3) {
                        Value::Array(vec![value, self.anything(levels - 1)])
                    } else {
                        value
                    };
                    ((*name).into(), value)
                });
                Value::Object(members.collect())
            }
        }
    }
}

/// Returns whether the member is one of the resources that a context has all of.
fn is_resource(context: Context, member: Member) -> bool {
    let element = member.context().and_then(Context::element);
    context.element().is_none() && element == Some(member.short_name())
}

/// Parts of text with what serializations escape, trim, normalize or look alike.
const PARTS: [&str; 34] = [
    "a",
    "b c",
    " ",
    "  ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "<",
    ">",
    "&",
    "&amp;",
    "&#10;",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?a?>",
    "\"",
    "'",
    "\\",
    "\\u0041",
    "/",
    "null",
    "true",
    "5",
    "\u{a0}",
    "\u{85}",
    "\u{2028}",
    "\u{7f}",
    "é",
    "\u{fffd}",
    "\u{e000}",
    "😀",
];
