//! The data types of resources, primitives and their members (TS-0004 clauses 6.3, 6.4, 7.4 and 8.2), by context.
//!
//! XML says neither what is a number nor what is a list; this table does. One short name can have several types: `ty` is a
//! number in a resource and a list of numbers in the filter criteria. In its surroundings, the [`Context`], a name has one type.
//! Which type has the attribute `cni` of a container?
//!
//! ```
//! use onem2m_primitive::schema::{Context, JsonType, XmlForm};
//!
//! let container = Context::CONTENT.member("m2m:cnt").and_then(|cnt| cnt.context());
//! assert_eq!(container, Context::named("cnt"));
//!
//! let cni = container.and_then(|cnt| cnt.member("cni")).ok_or("not in the table")?;
//! assert_eq!(cni.long_name(), "currentNrOfInstances");
//! assert_eq!(cni.data_type(), "xs:nonNegativeInteger");
//! assert_eq!((cni.json_type(), cni.xml_form()), (JsonType::Integer, XmlForm::Text));
//! # Ok::<(), &str>(())
//! ```
//!
//! The table has the resources of release 3, those parts of releases 4 and 5 that are deployed, the flexContainers of TS-0023, and
//! some names of releases 1 and 2. The facts and their sources are in `data` beside the sources of the crate. The table
//! takes 75 KiB of constant data, and look-ups allocate nothing.

mod generated;
mod table;

use core::fmt;

use self::generated::{CONTEXTS, ENUMERATIONS, NAMESPACES, ROWS};
use self::table::{Entry, Kind, Row, Shape, Type, Value, Values, Wanted};
use crate::types::ResourceType;

/// The surroundings of a member: a resource, a complex type, or the content of a primitive.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct Context {
    index: u16,
    is_announced: bool,
}

/// A member in its context.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Member(Place);

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Place {
    Row(u16),
    /// The element of a resource.
    Resource(Context),
    /// The same inside another resource.
    Child(Context),
}

/// The type of a value in JSON and CBOR.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum JsonType {
    /// Text.
    Text,
    /// A number that is written without fraction and exponent.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An object; [`Member::context`] tells what is in it.
    Object,
    /// The type that XML does not tell: anything, `xs:anyType`.
    Any,
}

/// The form of a value in XML.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum XmlForm {
    /// One element with text.
    Text,
    /// An attribute of the surrounding element.
    Attribute,
    /// The character data of the surrounding element, beside attributes.
    TextContent,
    /// One element with items that white space separates: an array.
    List,
    /// One element for each item: an array.
    Repeated,
    /// An element with elements.
    Complex,
}

impl Context {
    /// A request primitive.
    pub const REQUEST: Self = Self::at(generated::REQUEST);
    /// A response primitive.
    pub const RESPONSE: Self = Self::at(generated::RESPONSE);
    /// The content of a primitive, or the representation in a notification: exactly one global element (TS-0004 7.5.2,
    /// 6.3.5.62). Its members have full names, such as `m2m:cnt`, `m2m:sgn` and `cod:binSh`.
    pub const CONTENT: Self = Self::at(generated::CONTENT);

    const fn at(index: u16) -> Self {
        Self {
            index,
            is_announced: false,
        }
    }

    /// Returns the context of a resource (`cnt`, `cntA`, `cod:binSh`), a complex type (`m2m:filterCriteria`), or an element of the
    /// content (`m2m:cnt`, `m2m:sgn`).
    ///
    /// Complex types without a name of their own are called by their place: `m2m:notification.notificationEvent`. The
    /// attributes that resources have in common are in `mgmtObj-common`, `fcnt-common` and `*`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name == "m2m:representation" {
            return Some(Self::CONTENT);
        }
        Self::exactly(name).or_else(|| Self::CONTENT.member(name)?.context())
    }

    /// The announced variant ends in `A`, those of TS-0023 in `Annc`; each is accepted for the other.
    fn exactly(name: &str) -> Option<Self> {
        if let Some((index, _)) = table::context(name) {
            return Some(Self::at(index));
        }
        let ending = if name.ends_with("Annc") { "Annc" } else { "A" };
        let original = name.strip_suffix(ending)?;
        let (index, entry) = table::context(original)?;
        entry.can_be_announced().then_some(Self {
            index,
            is_announced: true,
        })
    }

    /// The resource with this element: `m2m:cnt`, `cod:binSh`.
    fn of_element(full_name: &str) -> Option<Self> {
        let (prefix, local_name) = full_name.split_once(':')?;
        let name = match prefix {
            "m2m" if local_name.contains(':') => return None,
            "m2m" => local_name,
            _ => full_name,
        };
        Self::exactly(name).filter(|context| context.entry().kind() == Kind::Resource)
    }

    fn entry(self) -> &'static Entry {
        static NOTHING: Entry = Entry::NOTHING;
        CONTEXTS.get(usize::from(self.index)).unwrap_or(&NOTHING)
    }

    /// Itself, and those whose rows it has as well: the more specific first.
    fn levels(self) -> impl Iterator<Item = &'static Entry> {
        core::iter::successors(Some(self.entry()), |entry| entry.parent())
    }

    /// Returns the name by which [`named`](Self::named) finds the context.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().name(self.is_announced)
    }

    /// The element of a resource, with the canonical prefix: `m2m:cnt`, `m2m:cntA`, `dcfg:crds`.
    #[must_use]
    pub fn element(self) -> Option<&'static str> {
        let entry = self.entry();
        (entry.kind() == Kind::Resource).then(|| entry.full_name(self.is_announced))
    }

    /// The long name of a resource: `container`, `containerAnnc`.
    #[must_use]
    pub fn long_name(self) -> Option<&'static str> {
        self.element()?;
        Some(self.entry().long_name(self.is_announced))
    }

    /// The type of a resource. All specializations have that of `mgmtObj` or `flexContainer`.
    #[must_use]
    pub fn resource_type(self) -> Option<ResourceType> {
        let number = u32::from(self.entry().resource_type());
        let announced = if self.is_announced { 10_000 } else { 0 };
        (number > 0).then_some(ResourceType(number + announced))
    }

    /// Returns the member with this short name.
    ///
    /// A resource also has the common attributes of all resources, whether or not its base type has them, and other
    /// resources by their full names: inlined child resources. Members of its own come first.
    #[must_use]
    pub fn member(self, short_name: &str) -> Option<Member> {
        let wanted = Wanted::new(short_name);
        let guesses = match self {
            Self::REQUEST => Some(&table::OF_REQUEST),
            Self::RESPONSE => Some(&table::OF_RESPONSE),
            _ => None,
        };
        if let Some(row) = guesses.and_then(|guesses| guesses.row(&wanted, self.entry())) {
            return Some(Member(Place::Row(row)));
        }
        if let Some(row) = self.levels().find_map(|level| level.row(&wanted)) {
            return Some(Member(Place::Row(row)));
        }
        let place = match self.entry().kind() {
            Kind::Type => return None,
            Kind::Wrapper => Place::Resource,
            Kind::Common | Kind::Resource => Place::Child,
        };
        Self::of_element(short_name).map(|context| Member(place(context)))
    }

    /// The member with this short name; or the parameter that only the other of the two primitives has, for deployed systems
    /// send such.
    pub(crate) fn member_or_other_parameter(self, short_name: &str) -> Option<Member> {
        let other = match self {
            Self::REQUEST => Some(Self::RESPONSE),
            Self::RESPONSE => Some(Self::REQUEST),
            _ => None,
        };
        let member = self.member(short_name);
        member.or_else(|| other?.member(short_name))
    }

    /// All members, in order. Inlined child resources are not among them; the resources that content can be come last.
    #[must_use]
    pub fn members(self) -> Members {
        Members {
            context: self,
            row: None,
            resource: (0, false),
        }
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Context").field(&self.name()).finish()
    }
}

/// The members of a context.
#[derive(Clone, Debug)]
pub struct Members {
    context: Context,
    /// The order and the index of the row that came last.
    row: Option<(u16, u16)>,
    /// Where the next resource is searched for, and whether it is the turn of its announced variant.
    resource: (u16, bool),
}

impl Members {
    fn next_row(&mut self) -> Option<Member> {
        loop {
            let rows = self.context.levels().flat_map(Entry::rows);
            let next = rows
                .map(|(index, row)| ((row.order(), index), row))
                .filter(|(place, _)| Some(*place) > self.row)
                .min_by_key(|(place, _)| *place);
            let (place, row) = next?;
            self.row = Some(place);
            let member = Member(Place::Row(place.1));
            if self.context.member(row.short_name()) == Some(member) {
                return Some(member);
            }
        }
    }

    fn next_resource(&mut self) -> Option<Member> {
        loop {
            let (index, is_announced) = self.resource;
            let entry = CONTEXTS.get(usize::from(index))?;
            self.resource = if is_announced || !entry.can_be_announced() {
                (index + 1, false)
            } else {
                (index, true)
            };
            if entry.kind() == Kind::Resource {
                let context = Context {
                    index,
                    is_announced,
                };
                return Some(Member(Place::Resource(context)));
            }
        }
    }
}

impl Iterator for Members {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        let row = self.next_row();
        if row.is_none() && self.context.entry().kind() == Kind::Wrapper {
            return self.next_resource();
        }
        row
    }
}

impl Member {
    fn row(self) -> Option<&'static Row> {
        match self.0 {
            Place::Row(index) => ROWS.get(usize::from(index)),
            Place::Resource(_) | Place::Child(_) => None,
        }
    }

    fn row_type(self) -> Option<&'static Type> {
        self.row()?.data_type()
    }

    fn shape(self) -> &'static Shape {
        const fn of_resource(xml_form: XmlForm, most: Option<u32>) -> Shape {
            Shape {
                json_type: JsonType::Object,
                xml_form,
                least: 0,
                most,
            }
        }
        static RESOURCE: Shape = of_resource(XmlForm::Complex, Some(1));
        static CHILD: Shape = of_resource(XmlForm::Repeated, None);

        match self.0 {
            Place::Row(_) => self.row().and_then(Row::shape).unwrap_or(&RESOURCE),
            Place::Resource(_) => &RESOURCE,
            Place::Child(_) => &CHILD,
        }
    }

    /// The short name (TS-0004 8.2), with the canonical prefix if it is a global element.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        match self.0 {
            Place::Row(_) => self.row().map_or("", Row::short_name),
            Place::Resource(context) | Place::Child(context) => {
                context.entry().full_name(context.is_announced)
            }
        }
    }

    /// The long name.
    #[must_use]
    pub fn long_name(self) -> &'static str {
        match self.0 {
            Place::Row(_) => self.row().map_or("", Row::long_name),
            Place::Resource(context) | Place::Child(context) => {
                context.long_name().unwrap_or_default()
            }
        }
    }

    /// The name of the type: of XML Schema, `xs:boolean`, or of oneM2M, `m2m:timestamp`. A list that has no name is
    /// `list of xs:anyURI`, or `list of ?` if the type of the items is not known. A resource has the name of its element.
    #[must_use]
    pub fn data_type(self) -> &'static str {
        match self.0 {
            Place::Row(_) => self.row_type().map_or("", Type::name),
            Place::Resource(_) | Place::Child(_) => self.short_name(),
        }
    }

    /// Returns the type in JSON and CBOR, which is that of each item of an array.
    #[must_use]
    pub fn json_type(self) -> JsonType {
        self.shape().json_type
    }

    /// Returns the form in XML.
    #[must_use]
    pub fn xml_form(self) -> XmlForm {
        self.shape().xml_form
    }

    /// Returns whether the member is an array in JSON and CBOR, even with one item.
    #[must_use]
    pub fn is_array(self) -> bool {
        matches!(self.xml_form(), XmlForm::List | XmlForm::Repeated)
    }

    /// Returns the place of the member among those of the context. Inlined child resources come last, in any order.
    #[must_use]
    pub fn order(self) -> u16 {
        match self.0 {
            Place::Row(_) => self.row().map_or(0, Row::order),
            Place::Resource(_) => 1,
            Place::Child(_) => 1000,
        }
    }

    /// Returns how often the member occurs, at least and at most. A list comes once, however many items it has. An attribute that is
    /// mandatory is so in a resource as a whole: requests to create and update need not have it.
    #[must_use]
    pub fn multiplicity(self) -> (u32, Option<u32>) {
        let shape = self.shape();
        (shape.least, shape.most)
    }

    /// Returns the context of the content, if the type is structured and known.
    #[must_use]
    pub fn context(self) -> Option<Context> {
        match self.0 {
            Place::Row(_) => self.row_type()?.context().map(Context::at),
            Place::Resource(context) | Place::Child(context) => Some(context),
        }
    }
}

/// An enumeration of numbers (TS-0004 6.3.4).
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct Enumeration(u16);

/// The enumeration with this name, such as `m2m:operation`, or that of the items of `list of m2m:operation`.
#[must_use]
pub fn enumeration(type_name: &str) -> Option<Enumeration> {
    let name = type_name.strip_prefix("list of ").unwrap_or(type_name);
    let found = ENUMERATIONS.binary_search_by(|values| values.type_name().cmp(name));
    Some(Enumeration(u16::try_from(found.ok()?).ok()?))
}

impl Enumeration {
    fn get(self) -> Option<&'static Values> {
        ENUMERATIONS.get(usize::from(self.0))
    }

    /// The name of the type.
    #[must_use]
    pub fn type_name(self) -> &'static str {
        self.get().map_or("", Values::type_name)
    }

    /// The name of a value, if it has one. Those of a bit mask are the single bits.
    #[must_use]
    pub fn name(self, value: u32) -> Option<&'static str> {
        let value = u16::try_from(value).ok()?;
        let values = self.get()?.list();
        let found = values.binary_search_by_key(&value, Value::number).ok()?;
        values.get(found).map(Value::name)
    }

    /// All values and their names, in ascending order.
    pub fn values(self) -> impl Iterator<Item = (u32, &'static str)> {
        let values = self.get().into_iter().flat_map(Values::list);
        values.map(|value| (u32::from(value.number()), value.name()))
    }
}

impl fmt::Debug for Enumeration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Enumeration")
            .field(&self.type_name())
            .finish()
    }
}

/// The XML namespace of a canonical prefix (TS-0004 8.3, TS-0023): `http://www.onem2m.org/xml/protocols` of `m2m`.
#[must_use]
pub fn namespace(prefix: &str) -> Option<&'static str> {
    let found = NAMESPACES.iter().find(|(name, _)| *name == prefix);
    found.map(|(_, namespace)| *namespace)
}

/// The canonical prefix of an XML namespace.
#[must_use]
pub fn prefix(namespace: &str) -> Option<&'static str> {
    let found = NAMESPACES.iter().find(|(_, name)| *name == namespace);
    found.map(|(prefix, _)| *prefix)
}
