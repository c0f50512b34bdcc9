//! Identifiers and addresses (TS-0001 clause 7.2, TS-0004 clause 6.2.3).

use core::fmt;

/// The reason why text is not an identifier or an address.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum IdentifierError {
    /// The text is empty, or a part of it is.
    Empty,
    /// The text is longer than 1024 bytes.
    TooLong,
    /// The text has white space, a control character, or a character that separates parts.
    Character,
    /// A domain name has to be in lower case (TS-0004 6.2.3).
    Domain,
    /// The text does not begin with `/`, `//`, `C` or `S`, as an identifier of its kind does.
    Form,
}

impl fmt::Display for IdentifierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty, or with an empty part",
            Self::TooLong => "longer than 1024 bytes",
            Self::Character => "with a character that is not allowed",
            Self::Domain => "with a domain name that is not in lower case",
            Self::Form => "not of the form of such an identifier",
        })
    }
}

impl core::error::Error for IdentifierError {}

/// Longest text that is looked at.
const MAX_LEN: usize = 1024;

/// The entity that sends or receives: an AE or a CSE, or a service provider (TS-0001 7.2).
///
/// ```
/// use onem2m_primitive::EntityIdentifier;
///
/// let gateway = EntityIdentifier::parse("//example.com/gateway")?;
/// assert_eq!(gateway, EntityIdentifier::Cse { provider: Some("example.com"), cse: "gateway" });
/// let thermometer = EntityIdentifier::parse("/gateway/Cthermo")?;
/// assert_eq!(thermometer, EntityIdentifier::Ae { provider: None, cse: Some("gateway"), stem: "Cthermo" });
/// assert_eq!(EntityIdentifier::parse("Cthermo"), Ok(EntityIdentifier::AeStem("Cthermo")));
/// # Ok::<(), onem2m_primitive::IdentifierError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum EntityIdentifier<'i> {
    /// An M2M-SP-ID: `//example.com`.
    Provider(&'i str),
    /// A CSE-ID: `/cse`, or `//example.com/cse`.
    Cse {
        /// The domain name of the service provider, if the identifier is absolute.
        provider: Option<&'i str>,
        /// The CSE-ID without slashes.
        cse: &'i str,
    },
    /// An AE-ID-Stem alone: `C…` is one that the registrar assigned, `S…` one that the service provider did. `C` or `S`
    /// alone asks for one (TS-0001 10.2.2.2).
    AeStem(&'i str),
    /// An AE-ID, relative to the service provider (`/cse/Cthermo`, `/Sthermo`) or absolute.
    Ae {
        /// The domain name of the service provider, if the identifier is absolute.
        provider: Option<&'i str>,
        /// The registrar CSE, which a stem with `S` does not need.
        cse: Option<&'i str>,
        /// The AE-ID-Stem.
        stem: &'i str,
    },
}

impl<'i> EntityIdentifier<'i> {
    /// Reads an identifier, such as the `fr` of a primitive.
    ///
    /// # Errors
    ///
    /// The text is not an identifier.
    pub fn parse(text: &'i str) -> Result<Self, IdentifierError> {
        check_len(text)?;
        if let Some(absolute) = text.strip_prefix("//") {
            return match absolute.split_once('/') {
                None => domain(absolute).map(Self::Provider),
                Some((provider, rest)) => {
                    let provider = domain(provider)?;
                    Self::relative(rest, Some(provider))
                }
            };
        }
        match text.strip_prefix('/') {
            Some(rest) => Self::relative(rest, None),
            None => stem(text).map(Self::AeStem),
        }
    }

    /// The identifier behind the slash, relative to the service provider.
    fn relative(text: &'i str, provider: Option<&'i str>) -> Result<Self, IdentifierError> {
        match text.split_once('/') {
            Some((cse, ae)) => Ok(Self::Ae {
                provider,
                cse: Some(part(cse)?),
                stem: stem(ae)?,
            }),
            None if text.starts_with('S') => Ok(Self::Ae {
                provider,
                cse: None,
                stem: stem(text)?,
            }),
            None => Ok(Self::Cse {
                provider,
                cse: part(text)?,
            }),
        }
    }
}

impl fmt::Display for EntityIdentifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (provider, cse, stem) = match *self {
            Self::Provider(provider) => (Some(provider), None, None),
            Self::Cse { provider, cse } => (provider, Some(cse), None),
            Self::AeStem(stem) => return f.write_str(stem),
            Self::Ae {
                provider,
                cse,
                stem,
            } => (provider, cse, Some(stem)),
        };
        if let Some(provider) = provider {
            write!(f, "//{provider}")?;
        }
        for part in [cse, stem].into_iter().flatten() {
            write!(f, "/{part}")?;
        }
        Ok(())
    }
}

/// The address of the target of a request: the `to` of a primitive (TS-0001 7.2, TS-0004 6.2.3).
///
/// ```
/// use onem2m_primitive::ResourceAddress;
///
/// let address = ResourceAddress::parse("/gateway/cse-in/thermo/temperature#lbl")?;
/// assert_eq!((address.provider, address.cse), (None, Some("gateway")));
/// assert_eq!((address.path, address.attribute), ("cse-in/thermo/temperature", Some("lbl")));
/// # Ok::<(), onem2m_primitive::IdentifierError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ResourceAddress<'i> {
    /// The domain name of the service provider, if the address is absolute.
    pub provider: Option<&'i str>,
    /// The hosting CSE, unless the address is relative to it.
    pub cse: Option<&'i str>,
    /// Names from the CSEBase or from `-` on, an identifier, or an identifier and names below it; empty for the CSE itself.
    pub path: &'i str,
    /// The short name of an attribute.
    pub attribute: Option<&'i str>,
}

impl<'i> ResourceAddress<'i> {
    /// Reads an address.
    ///
    /// # Errors
    ///
    /// The text is not an address.
    pub fn parse(text: &'i str) -> Result<Self, IdentifierError> {
        check_len(text)?;
        let (text, attribute) = match text.split_once('#') {
            Some((text, attribute)) => (text, Some(part(attribute)?)),
            None => (text, None),
        };
        let (provider, rest) = match text.strip_prefix("//") {
            Some(absolute) => {
                let (provider, rest) = absolute.split_once('/').ok_or(IdentifierError::Form)?;
                (Some(domain(provider)?), Some(rest))
            }
            None => (None, text.strip_prefix('/')),
        };
        let (cse, path) = match rest {
            Some(rest) => match rest.split_once('/') {
                Some((cse, path)) => (Some(part(cse)?), path),
                None => (Some(part(rest)?), ""),
            },
            None => (None, text),
        };
        if cse.is_none() || !path.is_empty() {
            path.split('/').try_for_each(|name| part(name).map(drop))?;
        } else if text.ends_with('/') {
            return Err(IdentifierError::Empty);
        }
        Ok(Self {
            provider,
            cse,
            path,
            attribute,
        })
    }

    /// Returns whether the path is structured, which leads from the CSEBase by names: a path of more than one name, or of the CSEBase
    /// itself (`-`).
    #[must_use]
    pub fn is_structured(&self) -> bool {
        self.path == "-" || self.path.contains('/')
    }
}

impl fmt::Display for ResourceAddress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(provider) = self.provider {
            write!(f, "//{provider}")?;
        }
        if let Some(cse) = self.cse {
            write!(f, "/{cse}")?;
            if !self.path.is_empty() {
                f.write_str("/")?;
            }
        }
        f.write_str(self.path)?;
        match self.attribute {
            Some(attribute) => write!(f, "#{attribute}"),
            None => Ok(()),
        }
    }
}

fn check_len(text: &str) -> Result<(), IdentifierError> {
    match text.len() {
        0 => Err(IdentifierError::Empty),
        1..=MAX_LEN => Ok(()),
        _ => Err(IdentifierError::TooLong),
    }
}

/// The part that stands between slashes.
fn part(text: &str) -> Result<&str, IdentifierError> {
    if text.is_empty() {
        return Err(IdentifierError::Empty);
    }
    let is_wrong = |character: char| {
        character.is_control() || character.is_whitespace() || matches!(character, '/' | '#')
    };
    if text.contains(is_wrong) {
        return Err(IdentifierError::Character);
    }
    Ok(text)
}

fn stem(text: &str) -> Result<&str, IdentifierError> {
    let text = part(text)?;
    if text.starts_with(['C', 'S']) {
        Ok(text)
    } else {
        Err(IdentifierError::Form)
    }
}

fn domain(text: &str) -> Result<&str, IdentifierError> {
    let text = part(text)?;
    if text.contains(|character: char| character.is_uppercase()) {
        return Err(IdentifierError::Domain);
    }
    let is_part =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '.');
    if text.chars().all(is_part) && text.split('.').all(|label| !label.is_empty()) {
        Ok(text)
    } else {
        Err(IdentifierError::Character)
    }
}
