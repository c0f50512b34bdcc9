//! A client that costs little beside the registrar: text over the WebSocket, nothing parsed.

use std::time::Instant;

use onem2m_ws::Subprotocol;
use onem2m_ws_tokio::core::ClientRequest;
use onem2m_ws_tokio::{Options, WebSocket, connect_tcp};
use tokio::net::TcpStream;

use crate::Failure;

pub(crate) struct Client {
    websocket: WebSocket<TcpStream>,
    name: String,
}

impl Client {
    /// Connects under a name; without `says_so` only the requests tell who it is.
    pub(crate) async fn connect(url: &str, name: &str, says_so: bool) -> Result<Self, Failure> {
        let mut request = ClientRequest::new(url)?.subprotocol(Subprotocol::JSON.name())?;
        if says_so {
            request = request.header("X-M2M-Origin", name)?;
        }
        let (websocket, _) = connect_tcp(&request, Options::default()).await?;
        Ok(Self {
            websocket,
            name: name.to_owned(),
        })
    }

    pub(crate) async fn register(&mut self) -> Result<(), Failure> {
        let name = &self.name;
        let registration = format!(
            r#"{{"op":1,"to":"cse-in","fr":"{name}","rqi":"r","ty":2,"pc":{{"m2m:ae":{{"api":"Nload","rr":true}}}}}}"#
        );
        self.send(&registration).await?;
        self.answer().await
    }

    /// A retrieval of a container.
    pub(crate) fn request(&self) -> String {
        format!(
            r#"{{"op":2,"to":"cse-in/cnt","fr":"{}","rqi":"q"}}"#,
            self.name
        )
    }

    pub(crate) async fn send(&mut self, message: &str) -> Result<(), Failure> {
        Ok(self.websocket.feed(message).await?)
    }

    /// Waits for one response.
    pub(crate) async fn answer(&mut self) -> Result<(), Failure> {
        match self.websocket.next().await? {
            Some(_) => Ok(()),
            None => Err("the registrar has closed the connection".into()),
        }
    }

    /// Asks and waits for the answer; the seconds that took.
    pub(crate) async fn ask(&mut self) -> Result<f64, Failure> {
        let request = self.request();
        let begin = Instant::now();
        self.send(&request).await?;
        self.answer().await?;
        Ok(begin.elapsed().as_secs_f64())
    }
}
