//! The request target (RFC 9112 §3.2).

/// The forms that the target of a GET has.
pub(super) enum Target<'a> {
    Origin(&'a str),
    Absolute { authority: &'a str, path: &'a str },
}

impl<'a> Target<'a> {
    /// The target of a received request, if its path and query can be those of a URI.
    pub(super) fn of(target: &'a [u8]) -> Option<Self> {
        let target = str::from_utf8(target).ok()?;
        if target.starts_with('/') {
            return is_received(target).then_some(Self::Origin(target));
        }
        let (scheme, rest) = target.split_once("://")?;
        let schemes = ["http", "https", "ws", "wss"];
        if !schemes
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
        {
            return None;
        }
        let (authority, path) =
            rest.split_at_checked(rest.find(['/', '?']).unwrap_or(rest.len()))?;
        is_received(path).then_some(Self::Absolute { authority, path })
    }
}

/// Returns whether a path with its query is one of RFC 3986 §3.3 and §3.4; or has brackets, which queries have in practice.
pub(super) fn is_uri(path_and_query: &str) -> bool {
    path_and_query.bytes().all(is_uri_byte) && are_escapes_complete(path_and_query)
}

/// As [`is_uri`], with what browsers leave in a query as it is (URL Standard, query percent-encode set).
fn is_received(path_and_query: &str) -> bool {
    let (path, query) = path_and_query
        .split_once('?')
        .unwrap_or((path_and_query, ""));
    let is_query_byte = |byte| is_uri_byte(byte) || b"\\^`{|}".contains(&byte);
    is_uri(path) && query.bytes().all(is_query_byte) && are_escapes_complete(query)
}

const fn is_uri_byte(byte: u8) -> bool {
    byte.is_ascii_graphic()
        && !matches!(
            byte,
            b'"' | b'#' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
        )
}

/// Returns whether two hexadecimal digits follow each percent sign (RFC 3986 §2.1).
fn are_escapes_complete(text: &str) -> bool {
    let mut escapes = text.split('%').skip(1).map(str::as_bytes);
    escapes.all(|escape| {
        let digits = escape.first_chunk::<2>();
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    })
}
