//! Requests for people.

use core::fmt;

use super::RequestPrimitive;

/// The operation, the target, the originator and the content: a line for people, as long as the content is.
impl fmt::Display for RequestPrimitive<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.operation.name() {
            Some(name) => f.write_str(name)?,
            None => write!(f, "operation {}", self.operation)?,
        }
        write!(f, " {}", self.to)?;
        if let Some(from) = &self.from {
            write!(f, " from {from}")?;
        }
        if let Some(content) = &self.content {
            write!(f, ": {content}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use crate::{
        CodecConfig, Content, Operation, RequestIdentifier, RequestPrimitive, Serialization,
    };

    #[test]
    fn a_request_is_a_line() -> Result<(), crate::ContentError> {
        let json = r#"{"m2m:cin":{"con":"21"}}"#;
        let content = Content::json_text(json)?;
        for content in [
            content.transcode(Serialization::Cbor, &CodecConfig::default())?,
            content,
        ] {
            let identifier = RequestIdentifier::UNASSIGNED;
            let request = RequestPrimitive::notify("Cthermo", identifier, content).from("/id-in");
            let line = format!("NOTIFY Cthermo from /id-in: {json}");
            assert_eq!(request.to_string(), line);
        }
        let mut request = RequestPrimitive::retrieve("cse-in", RequestIdentifier::UNASSIGNED);
        assert_eq!(request.to_string(), "RETRIEVE cse-in");
        request.operation = Operation(9);
        assert_eq!(request.to_string(), "operation 9 cse-in");
        Ok(())
    }
}
