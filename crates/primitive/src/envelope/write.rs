use super::{filter, values};
use crate::Serialization;
use crate::config::CodecConfig;
use crate::content::{Content, Raw};
use crate::encoding::{self, Writable};
use crate::primitive::{Primitive, RequestPrimitive, ResponsePrimitive, ResponseType};
use crate::schema::Context;
use crate::source::Place;
use crate::token::{Write, Writer};

/// The parameters come in the order of TS-0004 tables 8.2.2-1 and 8.2.3-1.
impl Writable for Primitive<'_> {
    fn write(&self, writer: &mut impl Writer, config: &CodecConfig) -> Write {
        let is_wrapped = config.wrap && is_wrappable(writer);
        if is_wrapped {
            writer.begin_object()?;
            writer.name(match self {
                Self::Request(_) => "m2m:rqp",
                Self::Response(_) => "m2m:rsp",
            })?;
        }
        writer.begin_object()?;
        match self {
            Self::Request(request) => write_request(request, writer, config)?,
            Self::Response(response) => write_response(response, writer, config)?,
        }
        writer.end_object()?;
        if is_wrapped {
            writer.end_object()?;
        }
        Ok(())
    }
}

/// In XML there is a root element anyway.
fn is_wrappable<W: Writer>(_writer: &W) -> bool {
    W::SERIALIZATION != Serialization::Xml
}

fn write_request<W: Writer>(
    request: &RequestPrimitive<'_>,
    writer: &mut W,
    config: &CodecConfig,
) -> Write {
    use values::{boolean, integer, text, texts, timestamp};

    integer("op", Some(request.operation.0), writer)?;
    text("to", Some(&request.to), writer)?;
    text("fr", request.from.as_deref(), writer)?;
    text("rqi", Some(request.request_identifier.as_str()), writer)?;
    integer("ty", request.resource_type.map(|ty| ty.0), writer)?;
    content(request.content.as_ref(), writer, config)?;
    texts("rids", request.role_identifiers.as_deref(), writer)?;
    timestamp("ot", request.originating_timestamp.as_ref(), writer)?;
    timestamp(
        "rqet",
        request.request_expiration_timestamp.as_ref(),
        writer,
    )?;
    timestamp("rset", request.result_expiration_timestamp.as_ref(), writer)?;
    timestamp("oet", request.operation_execution_time.as_ref(), writer)?;
    response_type(request.response_type.as_ref(), writer)?;
    timestamp("rp", request.result_persistence.as_ref(), writer)?;
    integer("rcn", request.result_content.map(|rcn| rcn.0), writer)?;
    integer("ec", request.event_category.map(|ec| ec.0), writer)?;
    boolean("da", request.delivery_aggregation, writer)?;
    text("gid", request.group_request_identifier.as_deref(), writer)?;
    if let Some(criteria) = &request.filter_criteria {
        writer.plain_name("fc")?;
        filter::write(criteria, writer, config)?;
    }
    let desired = request.desired_identifier_result_type;
    integer("drt", desired.map(|drt| drt.0), writer)?;
    write_authorization(request, writer)?;
    boolean("sqi", request.semantic_query_indicator, writer)?;
    text("rvi", request.release_version.as_deref(), writer)?;
    text("vsi", request.vendor_information.as_deref(), writer)?;
    values::others(&request.others, Context::REQUEST, writer, config)
}

fn write_authorization(request: &RequestPrimitive<'_>, writer: &mut impl Writer) -> Write {
    use values::{boolean, texts};

    texts("tkns", request.tokens.as_deref(), writer)?;
    texts("tids", request.token_identifiers.as_deref(), writer)?;
    texts("ltids", request.local_token_identifiers.as_deref(), writer)?;
    boolean("tqi", request.token_request_indicator, writer)?;
    texts(
        "grtm",
        request.group_request_target_members.as_deref(),
        writer,
    )?;
    boolean("asi", request.authorization_signature_indicator, writer)?;
    texts("aus", request.authorization_signatures.as_deref(), writer)?;
    boolean("auri", request.authorization_relationship_indicator, writer)
}

fn write_response(
    response: &ResponsePrimitive<'_>,
    writer: &mut impl Writer,
    config: &CodecConfig,
) -> Write {
    use values::{boolean, integer, text, timestamp};

    integer("rsc", Some(response.status.0), writer)?;
    text("rqi", Some(response.request_identifier.as_str()), writer)?;
    content(response.content.as_ref(), writer, config)?;
    text("to", response.to.as_deref(), writer)?;
    text("fr", response.from.as_deref(), writer)?;
    timestamp("ot", response.originating_timestamp.as_ref(), writer)?;
    timestamp(
        "rset",
        response.result_expiration_timestamp.as_ref(),
        writer,
    )?;
    integer("ec", response.event_category.map(|ec| ec.0), writer)?;
    integer("cnst", response.content_status.map(|cnst| cnst.0), writer)?;
    integer("cnot", response.content_offset, writer)?;
    raw(
        "ati",
        response.assigned_token_identifiers.as_ref(),
        writer,
        config,
    )?;
    raw(
        "tqf",
        response.token_request_information.as_ref(),
        writer,
        config,
    )?;
    let signature = response.authorization_signature_request_information;
    boolean("asri", signature, writer)?;
    text("rvi", response.release_version.as_deref(), writer)?;
    text("vsi", response.vendor_information.as_deref(), writer)?;
    values::others(&response.others, Context::RESPONSE, writer, config)
}

fn content(content: Option<&Content<'_>>, writer: &mut impl Writer, config: &CodecConfig) -> Write {
    let Some(content) = content else {
        return Ok(());
    };
    writer.plain_name("pc")?;
    content.write(writer, config)
}

fn raw(
    name: &'static str,
    raw: Option<&Raw<'_>>,
    writer: &mut impl Writer,
    config: &CodecConfig,
) -> Write {
    let Some(raw) = raw else { return Ok(()) };
    writer.plain_name(name)?;
    encoding::raw(raw, Place::Parameter(Context::RESPONSE), writer, config)
}

fn response_type(response_type: Option<&ResponseType<'_>>, writer: &mut impl Writer) -> Write {
    let Some(response_type) = response_type else {
        return Ok(());
    };
    writer.plain_name("rt")?;
    writer.begin_object()?;
    values::integer("rtv", response_type.value.map(|rtv| rtv.0), writer)?;
    let targets = response_type.notification_targets.as_deref();
    values::texts("nu", targets, writer)?;
    writer.end_object()
}
