//! A small CSE: `cargo run --release --example cse -- 127.0.0.1:9000`. It creates, retrieves and discovers resources, in memory and
//! without access control, and tells those who have subscribed to a container of its new content instances.
#![expect(clippy::indexing_slicing, reason = "a missing member is `Null`")]

use core::error::Error;
use core::time::Duration;
use std::collections::BTreeMap;

use onem2m_primitive::schema::Context;
use onem2m_primitive::{
    Content, Operation, RequestIdentifier, RequestPrimitive, ResourceAddress, ResponsePrimitive,
    ResponseStatusCode as Status,
};
use onem2m_ws::{RegistrarConfig, RequestId};
use onem2m_ws_tokio::driver::Handler;
use onem2m_ws_tokio::{
    IncomingRequest, PlainListener, RegistrarHandle, ServeLimits, registrar, serve_spawning,
};
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;
use tokio::signal::{ctrl_c, unix};
use tokio::sync::Mutex;

const CSE_ID: &str = "/id-in";
const MAX_RESOURCES: usize = 10_000;

/// Resources by their structured addresses: the name of the type, such as `m2m:cnt`, and the attributes.
type Tree = BTreeMap<String, (String, Value)>;

struct Cse {
    registrar: RegistrarHandle,
    tree: Mutex<Tree>,
}

impl Handler for Cse {
    async fn handle(&self, incoming: IncomingRequest) {
        let request = &incoming.request;
        let mut tree = self.tree.lock().await;
        let result = execute(&mut tree, request);
        let (status, content) = result.unwrap_or_else(|status| (status, Value::Null));
        let mut response = ResponsePrimitive::to_request(request, status).from(CSE_ID);
        response.content = Content::json(&content).ok();
        incoming.responder.respond(response);
        if status == Status::CREATED && content["m2m:cin"].is_object() {
            self.notify(&tree, &content);
        }
    }
}

impl Cse {
    /// Posts notifications to those who have subscribed to the container of an instance: nobody waits for the outcome.
    fn notify(&self, tree: &Tree, instance: &Value) {
        for (address, (_, attributes)) in tree {
            let is_sibling = attributes["pi"] == instance["m2m:cin"]["pi"];
            let targets = attributes["nu"].as_array().filter(|_| is_sibling);
            for target in targets.into_iter().flatten().filter_map(Value::as_str) {
                let sur = format!("{CSE_ID}/{address}");
                let event = json!({"sur": sur, "nev": {"rep": instance, "net": 3}});
                if let Err(error) = self.post(target, &json!({"m2m:sgn": event})) {
                    eprintln!("cse: {target} is not notified: {error}");
                }
            }
        }
    }

    fn post(&self, target: &str, event: &Value) -> Result<RequestId, Box<dyn Error>> {
        let (content, identifier) = (Content::json(event)?, RequestIdentifier::UNASSIGNED);
        let request = RequestPrimitive::notify(target, identifier, content).from(CSE_ID);
        Ok(self.registrar.post(target, request.release_version("3"))?)
    }
}

fn execute(tree: &mut Tree, request: &RequestPrimitive<'_>) -> Result<(Status, Value), Status> {
    let address = find(tree, &request.to).ok_or(Status::NOT_FOUND)?.to_owned();
    let (kind, attributes) = &tree[&address];
    match request.operation {
        Operation::CREATE if tree.len() >= MAX_RESOURCES => Err(Status::NOT_ACCEPTABLE),
        Operation::CREATE => Ok((Status::CREATED, create(tree, &address, request)?)),
        Operation::RETRIEVE if request.filter_criteria.is_some() => {
            let (below, known) = (format!("{address}/"), tree.keys());
            let found: Vec<_> = known.filter(|known| known.starts_with(&below)).collect();
            Ok((Status::OK, json!({"m2m:uril": found})))
        }
        Operation::RETRIEVE => Ok((Status::OK, json!({kind: attributes}))),
        _ => Err(Status::OPERATION_NOT_ALLOWED),
    }
}

fn create(tree: &mut Tree, parent: &str, request: &RequestPrimitive<'_>) -> Result<Value, Status> {
    let content = request.content.as_ref().ok_or(Status::BAD_REQUEST)?;
    let content = content.read::<BTreeMap<String, Map<String, Value>>>();
    let content = content.ok().and_then(|mut content| content.pop_first());
    let (kind, attributes) = content.ok_or(Status::BAD_REQUEST)?;
    let described = Context::named(&kind).and_then(Context::resource_type);
    if described.is_none() || described != request.resource_type {
        return Err(Status::BAD_REQUEST);
    }
    let mut attributes = Value::from(attributes);
    let identifier = match (kind.as_str(), request.from.as_deref()) {
        ("m2m:ae", None | Some("" | "C" | "S")) => format!("C{}", tree.len()),
        ("m2m:ae", Some(from)) => from.to_owned(),
        _ => format!("r{}", tree.len()),
    };
    if kind == "m2m:ae" {
        attributes["aei"] = json!(identifier);
    }
    let name = attributes["rn"].as_str().unwrap_or(&identifier).to_owned();
    let address = format!("{parent}/{name}");
    if tree.contains_key(&address) {
        return Err(Status::CONFLICT);
    }
    attributes["ri"] = json!(identifier);
    attributes["rn"] = json!(name);
    attributes["pi"] = tree[parent].1["ri"].clone();
    tree.insert(address, (kind.clone(), attributes.clone()));
    Ok(json!({kind: attributes}))
}

/// The structured address of the resource that is meant (TS-0001 9.3.1).
fn find<'t>(tree: &'t Tree, to: &str) -> Option<&'t str> {
    let to = ResourceAddress::parse(to).ok()?;
    let is_here = to.cse.is_none_or(|cse| CSE_ID[1..] == *cse);
    let mut known = tree.iter().filter(|_| is_here);
    let found = known.find(|(known, (_, of))| *known == to.path || of["ri"] == to.path)?;
    Some(found.0)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).ok_or("usage: cse HOST:PORT")?;
    let listener = PlainListener(TcpListener::bind(&address).await?);
    let mut config = RegistrarConfig::default();
    config.cse_id = Some(CSE_ID.into());
    config.origins = onem2m_ws_tokio::core::OriginPolicy::allow([format!("http://{address}")]);
    let (handle, task) = registrar(config)?;
    let base = json!({"csi": CSE_ID, "ri": "id-in", "rn": "cse-in", "ty": 5, "cst": 1});
    let tree = Mutex::new([("cse-in".into(), ("m2m:cb".into(), base))].into());
    let registrar = handle.clone();
    let cse = Cse { registrar, tree };
    let serving = serve_spawning(listener, handle.clone(), task, cse, ServeLimits::default());
    let mut terminated = unix::signal(unix::SignalKind::terminate())?;
    let ending = async {
        tokio::select! { _ = terminated.recv() => {}, _ = ctrl_c() => {} }
        Ok(handle.shutdown(Duration::from_secs(3)).await)
    };
    println!("ready");
    let ((), report) = tokio::try_join!(serving, ending)?;
    println!("ended: {} drained, {} cut", report.drained, report.cut);
    Ok(())
}
