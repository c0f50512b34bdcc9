//! An AE in ten lines: `cargo run --release --example meter -- ws://127.0.0.1:9000`. It registers, makes a container, subscribes to
//! it, measures, and is told what was measured. Whatever fails is one line.

use onem2m_primitive::Content;
use onem2m_resources::{Ae, CommonAttributes, Container, ContentInstance};
use onem2m_ws::RegistreeConfig;
use onem2m_ws_tokio::{AeError, register};

#[tokio::main]
async fn main() -> Result<(), AeError> {
    let url = std::env::args().nth(1).unwrap_or_default();
    let resource = Ae::new("Nmeter", true, ["3"]).resource_name("meter");
    let resource = Content::resource(&resource.point_of_access(["ws://default"]))?;
    let config = RegistreeConfig::for_ae([url.parse()?], "Cmeter", "cse-in", resource);
    let ae = register(config).await?;
    ae.create(".", &Container::new().resource_name("data"))
        .await?;
    let mut readings = ae.subscribe::<ContentInstance>("./data").await?;
    ae.create("./data", &ContentInstance::new("21.5")).await?;
    println!("{:?}", readings.next().await.transpose()?);
    Ok(())
}
