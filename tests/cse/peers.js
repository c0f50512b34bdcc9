// Sends one message of 1 000 000 bytes to a CSE, with ws: `NODE_PATH=… node peers.js PORT`.
"use strict";

const WebSocket = require("ws");
const { version } = require("ws/package.json");

const LENGTH = 1_000_000;
const name = "Cws";

function request(number, to, ty, pc) {
    return { op: 1, to, fr: name, rqi: `${number}`, rvi: "3", ty, pc };
}

const instance = request(3, `cse-in/${name}/c`, 4, { "m2m:cin": { con: "" } });
instance.pc["m2m:cin"].con = "x".repeat(LENGTH - JSON.stringify(instance).length);
const waiting = [
    request(1, "cse-in", 2, { "m2m:ae": { api: "Ntest", rr: true, srv: ["3"] } }),
    request(2, `cse-in/${name}`, 3, { "m2m:cnt": { rn: "c" } }),
    instance,
].map((each) => JSON.stringify(each));

const socket = new WebSocket(`ws://127.0.0.1:${process.argv[2]}/`, ["oneM2M.json"]);
const impatience = setTimeout(() => fail("no answer"), 60_000);

function fail(reason) {
    console.error(`ws: ${reason}`);
    process.exit(1);
}

socket.on("error", (error) => fail(error.message));
socket.on("close", (code) => (waiting.length === 0 ? clearTimeout(impatience) : fail(`closed: ${code}`)));
socket.on("open", () => socket.send(waiting[0]));
socket.on("message", (data) => {
    const sent = waiting.shift();
    if (JSON.parse(data).rsc !== 2001) fail(`answered ${data}`);
    if (sent.length === LENGTH) console.log(`   ws ${version}: ${sent.length} bytes, answered with ${data.length}`);
    if (waiting.length === 0) socket.close();
    else socket.send(waiting[0]);
});
