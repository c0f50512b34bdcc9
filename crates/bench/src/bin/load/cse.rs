//! The registrar: it answers at once.

use onem2m_primitive::{
    Content, Limits, RequestIdentifier, RequestPrimitive, ResourceType, ResponsePrimitive,
    ResponseStatusCode,
};
use onem2m_ws::RegistrarConfig;
use onem2m_ws_tokio::core::Config;
use onem2m_ws_tokio::{
    IncomingRequest, PlainListener, RegistrarHandle, ServeLimits, TokioRuntime, driver,
    serve_spawning,
};
use tokio::net::TcpSocket;

use crate::Failure;
use crate::beside::Case;

/// The nodes that are known and absent.
pub(crate) const WAITING_FOR: usize = 640;
/// The notifications that wait for each of them.
const WAITING: usize = 100;
/// The entities among which identities are proved.
pub(crate) const ENTITIES: usize = 100_000;

/// Connections that the system keeps until they are accepted: where the queue is full, who connects is lost for a second.
const BACKLOG: u32 = 4096;

pub(crate) fn absent_name(index: usize) -> String {
    format!("Cabsent{index:06}")
}

pub(crate) async fn handle(incoming: IncomingRequest) {
    let request = &incoming.request;
    let response = if request.resource_type == Some(ResourceType::AE) {
        let name = request.from.as_deref().unwrap_or_default();
        let ae = format!(r#"{{"m2m:ae":{{"aei":"{name}","ri":"{name}"}}}}"#);
        ResponsePrimitive::to_request(request, ResponseStatusCode::CREATED)
            .content(Content::json_text(ae).expect("it is JSON"))
    } else {
        ResponsePrimitive::to_request(request, ResponseStatusCode::OK)
    };
    incoming.responder.respond(response);
}

/// Starts a registrar for a case; its address. What has to wait there waits already.
pub(crate) async fn start(case: Case) -> Result<(String, RegistrarHandle), Failure> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(([127, 0, 0, 1], 0).into())?;
    let listener = socket.listen(BACKLOG)?;
    let url = format!("ws://{}", listener.local_addr()?);
    let mut config = RegistrarConfig::default();
    let mut limits = Config::default();
    (config.max_nodes, config.max_entities) = (2 * ENTITIES, 2 * ENTITIES);
    if case == Case::Decoding {
        const LEN: usize = 256 << 20;
        limits.max_message_len = LEN as u64;
        config.session.max_message_len = LEN;
        config.session.codec.limits = Limits {
            max_len: LEN,
            max_members: LEN,
            ..Limits::default()
        };
    }
    let (registrar, task) = driver::registrar(config, limits, TokioRuntime)?;
    tokio::spawn(serve_spawning(
        PlainListener(listener),
        registrar.clone(),
        task,
        handle,
        ServeLimits::default(),
    ));
    match case {
        Case::Waiting => {
            (0..WAITING_FOR).try_for_each(|index| wait_for(&registrar, &absent_name(index)))?;
        }
        Case::Proofs => {
            (0..ENTITIES).try_for_each(|index| registrar.restore(&absent_name(index)))?;
        }
        Case::Silent | Case::Floods | Case::Decoding => {}
    }
    Ok((url, registrar))
}

fn wait_for(registrar: &RegistrarHandle, name: &str) -> Result<(), Failure> {
    registrar.restore(name)?;
    for _ in 0..WAITING {
        let content = Content::json_text(r#"{"m2m:sgn":{"sur":"s"}}"#)?;
        let request = RequestPrimitive::notify(name, RequestIdentifier::UNASSIGNED, content);
        registrar.post(name, request)?;
    }
    Ok(())
}
