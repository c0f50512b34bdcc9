// npm's ws as server or client: ws.mjs server PORT | client URL. See check.py.
import { WebSocket, WebSocketServer } from 'ws';

const [role, where] = process.argv.slice(2);
const perMessageDeflate = { threshold: 0 };

const message = (number) => JSON.stringify({
  op: 1, to: `/in-cse/base/ae-${number % 7}/container`, fr: 'Cae', ty: 4,
  rqi: Math.imul(number, 0x9E3779B1).toString(16), pc: { 'm2m:cin': { con: `${number * 77 % 1000}` } },
});

if (role === 'server') {
  const server = new WebSocketServer({ host: '127.0.0.1', port: Number(where), perMessageDeflate });
  server.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
} else {
  const socket = new WebSocket(where, { perMessageDeflate });
  const messages = Array.from({ length: 500 }, (_, number) => message(number));
  for (let begin = 0; begin < 20; begin += 1) {
    messages.push(messages.slice(begin, begin + 300).join('\n'));
  }
  let next = 0;
  socket.on('open', () => {
    if (!socket.extensions.includes('permessage-deflate')) throw new Error(`agreed: "${socket.extensions}"`);
    messages.forEach((text) => socket.send(text));
  });
  socket.on('message', (data) => {
    if (data.toString() !== messages[next]) throw new Error(`message ${next} came back changed`);
    next += 1;
    if (next === messages.length) socket.close(1000);
  });
  socket.on('close', (code) => {
    if (code !== 1000 || next !== messages.length) throw new Error(`closed with ${code} after ${next} messages`);
    console.log(messages.reduce((sum, text) => sum + text.length, 0));
  });
}
