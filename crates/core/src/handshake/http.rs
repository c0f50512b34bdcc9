//! The types of the crate `http`, for code that is written against those (feature `http`).

use alloc::string::{String, ToString};

use ::http::header::{
    CONNECTION, HOST, HeaderName, HeaderValue, ORIGIN, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL,
    SEC_WEBSOCKET_VERSION, UPGRADE,
};
use ::http::request::Parts;
use ::http::{HeaderMap, Method, StatusCode, Uri, Version};

use super::answer::{Acceptance, Rejection};
use super::client_request::ClientRequest;
use super::error::{HeadRule, RequestError, Violation};
use super::response::Response;
use super::server::AcceptErrorReason;
use super::upgrade::Upgrade;
use crate::config::Config;
use crate::connection::Connection;
use crate::entropy::Seed;
use crate::time::Timestamp;

impl<B> TryFrom<&::http::Request<B>> for ClientRequest {
    type Error = RequestError;

    /// Takes over the URI, which is one of `ws` or `wss`, the subprotocols, the origin, and the fields of the application.
    /// `Upgrade`, `Connection` and `Sec-WebSocket-Key` are left out, for the handshake writes its own; `Host` and
    /// `Sec-WebSocket-Version` can only be what they would be anyway.
    ///
    /// # Errors
    ///
    /// The method is not GET, or as [`ClientRequest::new`] and [`ClientRequest::header`].
    fn try_from(request: &::http::Request<B>) -> Result<Self, RequestError> {
        if request.method() != Method::GET {
            return Err(RequestError::Method(request.method().to_string()));
        }
        let uri = request.uri();
        let mut taken = Self::from_uri(uri)?;
        for (name, value) in request.headers() {
            let text = value
                .to_str()
                .map_err(|_| RequestError::FieldValue(name.to_string()))?;
            taken = match *name {
                UPGRADE | CONNECTION | SEC_WEBSOCKET_KEY => taken,
                HOST if Some(text) == uri.authority().map(|authority| authority.as_str()) => taken,
                SEC_WEBSOCKET_VERSION if text == "13" => taken,
                SEC_WEBSOCKET_PROTOCOL => text
                    .split(',')
                    .map(str::trim)
                    .try_fold(taken, Self::subprotocol)?,
                ORIGIN => taken.origin(text)?,
                _ => taken.header(name.as_str(), text)?,
            };
        }
        Ok(taken)
    }
}

impl<B> TryFrom<::http::Request<B>> for ClientRequest {
    type Error = RequestError;

    /// As from a reference. A body is not sent: the opening request has none.
    fn try_from(request: ::http::Request<B>) -> Result<Self, RequestError> {
        Self::try_from(&request)
    }
}

impl TryFrom<&Uri> for ClientRequest {
    type Error = RequestError;

    fn try_from(uri: &Uri) -> Result<Self, RequestError> {
        Self::from_uri(uri)
    }
}

impl TryFrom<Uri> for ClientRequest {
    type Error = RequestError;

    fn try_from(uri: Uri) -> Result<Self, RequestError> {
        Self::from_uri(&uri)
    }
}

impl ClientRequest {
    fn from_uri(uri: &Uri) -> Result<Self, RequestError> {
        let is_secure = match uri.scheme_str() {
            Some("ws") => false,
            Some("wss") => true,
            Some(_) | None => return Err(RequestError::Scheme),
        };
        let authority = uri.authority().ok_or(RequestError::Host)?;
        let target = uri.path_and_query().map_or("", |target| target.as_str());
        Self::from_parts(authority.as_str(), target, is_secure)
    }
}

impl TryFrom<&Response> for ::http::Response<()> {
    type Error = ::http::Error;

    /// Takes over the status, the version and the fields. The body of a response that refuses is at hand in [`Response::body`].
    ///
    /// # Errors
    ///
    /// A name or a value that the crate `http` does not take.
    fn try_from(response: &Response) -> Result<Self, ::http::Error> {
        let version = match response.is_http_1_0() {
            true => Version::HTTP_10,
            false => Version::HTTP_11,
        };
        let built = Self::builder().status(response.status()).version(version);
        let fields = response.headers().iter();
        let built = fields.fold(built, |built, (name, value)| built.header(name, value));
        built.body(())
    }
}

impl Upgrade {
    /// Checks a request as [`new`](Self::new) does, and that its method is GET and its version HTTP/1.1.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn from_http<B>(
        request: &::http::Request<B>,
        config: Config,
        seed: Seed,
    ) -> Result<Self, Violation> {
        let (method, uri) = (request.method(), request.uri());
        Self::check(
            method,
            uri,
            request.version(),
            request.headers(),
            config,
            seed,
        )
    }

    /// Checks a request as [`from_http`](Self::from_http) does, whose body was taken apart.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn from_http_parts(parts: &Parts, config: Config, seed: Seed) -> Result<Self, Violation> {
        let (method, uri) = (&parts.method, &parts.uri);
        Self::check(method, uri, parts.version, &parts.headers, config, seed)
    }

    fn check(
        method: &Method,
        uri: &Uri,
        version: Version,
        headers: &HeaderMap,
        config: Config,
        seed: Seed,
    ) -> Result<Self, Violation> {
        match version {
            Version::HTTP_11 => {}
            Version::HTTP_09 | Version::HTTP_10 => {
                return Err(Violation::new(HeadRule::HttpVersion));
            }
            _ => return Err(Violation::new(HeadRule::HttpMajorVersion)),
        }
        if method != Method::GET {
            return Err(Violation::new(HeadRule::Method).found(method.as_str().as_bytes()));
        }
        let target = uri.path_and_query().map_or("/", |target| target.as_str());
        let fields = headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_bytes()));
        Self::new(target, fields, config, seed)
    }

    /// Accepts the request as [`accept`](Self::accept) does: returns the 101 for the HTTP server to write, and the connection,
    /// which begins behind it.
    ///
    /// # Errors
    ///
    /// The subprotocol or an extension was not offered.
    pub fn accept_http(
        self,
        now: Timestamp,
        acceptance: &Acceptance,
    ) -> Result<(::http::Response<()>, Connection), AcceptErrorReason> {
        let (fields, connection) = self.accept(now, acceptance)?;
        let mut response = ::http::Response::new(());
        *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        let fields = fields.iter().map(|(name, value)| (&**name, &**value));
        append(response.headers_mut(), fields);
        Ok((response, connection))
    }
}

impl From<&Rejection> for ::http::Response<String> {
    /// Makes the response for the HTTP server to write, with the text as its body.
    fn from(rejection: &Rejection) -> Self {
        let mut response = Self::new(rejection.text().into());
        let status = StatusCode::from_u16(rejection.status());
        debug_assert!(status.is_ok(), "a rejection is between 300 and 599");
        *response.status_mut() = status.unwrap_or(StatusCode::BAD_REQUEST);
        append(response.headers_mut(), rejection.headers());
        response
    }
}

/// Appends fields that are fit for a head, and so for the crate `http`.
fn append<'f>(headers: &mut HeaderMap, fields: impl Iterator<Item = (&'f str, &'f str)>) {
    for (name, value) in fields {
        let name = HeaderName::from_bytes(name.as_bytes());
        let value = HeaderValue::from_bytes(value.as_bytes());
        debug_assert!(name.is_ok() && value.is_ok(), "a field that is none");
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.append(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn request(url: &str) -> ::http::request::Builder {
        ::http::Request::get(url)
    }

    #[test]
    fn a_request_of_http_is_one_of_ours() {
        let built = request("wss://server.example:8443/chat?room=1")
            .header("Host", "server.example:8443")
            .header("Upgrade", "websocket")
            .header("Connection", "Upgrade")
            .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
            .header("Sec-WebSocket-Version", "13")
            .header("Sec-WebSocket-Protocol", "chat, superchat")
            .header("Origin", "https://page.example")
            .header("X-Trace", "17")
            .body(())
            .unwrap();
        let expected = ClientRequest::new("wss://server.example:8443/chat?room=1")
            .and_then(|request| request.subprotocol("chat"))
            .and_then(|request| request.subprotocol("superchat"))
            .and_then(|request| request.origin("https://page.example"))
            .and_then(|request| request.header("x-trace", "17"));
        assert_eq!(ClientRequest::try_from(built), expected);
        let plain = ClientRequest::try_from(Uri::from_static("ws://server.example"));
        assert_eq!(plain, ClientRequest::new("ws://server.example"));
    }

    #[test]
    fn what_cannot_be_sent_is_refused() {
        let refused = |built: ::http::request::Builder| {
            ClientRequest::try_from(built.body(()).unwrap()).unwrap_err()
        };
        let url = "ws://server.example/";
        let named = |name: &str| name.to_string();
        assert_eq!(refused(request("http://a/")), RequestError::Scheme);
        assert_eq!(refused(request("/chat")), RequestError::Scheme);
        assert_eq!(
            refused(::http::Request::post(url)),
            RequestError::Method(named("POST"))
        );
        for (name, value) in [
            ("host", "other.example"),
            ("sec-websocket-version", "8"),
            ("sec-websocket-extensions", "permessage-deflate"),
            ("content-length", "7"),
        ] {
            let error = refused(request(url).header(name, value));
            assert_eq!(error, RequestError::ReservedField(named(name)));
        }
        let error = refused(request(url).header("x-name", &b"\xff"[..]));
        assert_eq!(error, RequestError::FieldValue(named("x-name")));
        let error = refused(request(url).header("sec-websocket-protocol", "a,,b"));
        assert_eq!(error, RequestError::Subprotocol(String::new()));
    }

    fn opening() -> ::http::request::Builder {
        request("/chat")
            .header("host", "server.example")
            .header("upgrade", "websocket")
            .header("connection", "Upgrade")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-protocol", "chat")
    }

    fn check(built: ::http::request::Builder) -> Result<Upgrade, Violation> {
        let request = built.body("a body").unwrap();
        let whole = Upgrade::from_http(&request, Config::DEFAULT, Seed([7; 32]));
        let (parts, _) = request.into_parts();
        let apart = Upgrade::from_http_parts(&parts, Config::DEFAULT, Seed([7; 32]));
        assert_eq!(whole.as_ref().err(), apart.as_ref().err());
        whole
    }

    #[test]
    fn a_request_of_a_server_is_answered_in_its_types() {
        let upgrade = check(opening()).unwrap();
        assert_eq!(upgrade.request().path(), "/chat");
        let acceptance = Acceptance::new().subprotocol(0);
        let (response, connection) = upgrade.accept_http(Timestamp::ZERO, &acceptance).unwrap();
        assert_eq!(response.status(), 101);
        let field = |name: &str| response.headers().get(name).map(HeaderValue::as_bytes);
        assert_eq!(field("sec-websocket-protocol"), Some(&b"chat"[..]));
        let accept = field("sec-websocket-accept");
        assert_eq!(accept, Some(&b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="[..]));
        assert!(connection.is_open());
    }

    #[test]
    fn a_refusal_is_a_response_of_http() {
        for (built, rule, status) in [
            (opening().method("POST"), HeadRule::Method, 405),
            (
                opening().version(Version::HTTP_10),
                HeadRule::HttpVersion,
                400,
            ),
            (
                opening().version(Version::HTTP_2),
                HeadRule::HttpMajorVersion,
                505,
            ),
            (request("/chat").header("host", "a"), HeadRule::Upgrade, 400),
        ] {
            let violation = check(built).unwrap_err();
            assert_eq!(violation.rule(), rule);
            let response = ::http::Response::<String>::from(&Rejection::from(&violation));
            assert_eq!(response.status(), status);
            assert_eq!(response.headers().contains_key("allow"), status == 405);
        }
        let rejection = Rejection::forbidden().header("x-why", "you").unwrap();
        let response = ::http::Response::from(&rejection.body("not you"));
        let fields: Vec<_> = response.headers().iter().collect();
        assert_eq!(fields.len(), 1);
        assert_eq!(
            (response.status(), &**response.body()),
            (StatusCode::FORBIDDEN, "not you")
        );
    }
}
