"""Bugs that tests look for: those of tasks in the driver, the pump (row N-04), and of all that a node has around its session."""

from planted_bugs.bug import BINDING, NODES, Bug

TESTED = [
    # What a task may do wrong, in the driver itself; the worlds of custody have them as options.
    Bug(
        "the session is told what the transport took when it was put back already",
        "driver/src/pump.rs",
        [
            (
                """    unanswered_reads: u32,
    /// Steps""",
                """    unanswered_reads: u32,
    late: usize,
    /// Steps""",
            ),
            (
                "            unanswered_reads: 0,\n",
                "            unanswered_reads: 0,\n            late: 0,\n",
            ),
            (
                "        while outbox.has_remaining() {\n            let mut chunks",
                "        outbox.advance(mem::take(&mut self.late).min(outbox.remaining()));\n"
                "        while outbox.has_remaining() {\n            let mut chunks",
            ),
            (
                """                    outbox.advance(count);
                    self.output.change(Change::Took);
""",
                """                    self.late = count;
                    self.output.change(Change::Took);
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
""",
            ),
        ],
        NODES,
    ),
    Bug(
        "a task that has lost the node writes on",
        "driver/src/node/registrar/connection.rs",
        [
            (
                "        if !node.is_linked_by(self.id) {",
                "        if false {",
            ),
            (
                "        self.node.outbox(now, self.id)\n",
                "        let (id, _) = self.node.connection()?;\n        self.node.outbox(now, id)\n",
            ),
        ],
        NODES,
    ),
    Bug(
        "a future that is dropped takes nothing out of the line",
        "driver/src/node/registrar/asking.rs",
        [
            (
                """    let withdrawn = cell.with(|cell, wakers| cell.withdraw(is_it, wakers));
    if withdrawn.is_none() {
        shared""",
                """    let _ = is_it;
    {
        shared""",
            ),
        ],
        NODES,
    ),
    Bug(
        "after an unwind what the session was not told of counts as unwritten",
        "driver/src/node/registrar/cell.rs",
        [
            (
                "        custody.node.abandon(self.now);\n",
                """        if let Some((id, _)) = custody.node.connection() {
            custody.node.release(self.now, id);
        }
""",
            ),
        ],
        NODES,
    ),
    Bug(
        "the line of a node that was found to be another is lost",
        "driver/src/node/registrar/connection.rs",
        [
            (
                "for command in custody.commands.into_iter().chain(line) {",
                "drop(line);\n                    for command in custody.commands {",
            ),
        ],
        NODES,
    ),
    # The pump: row N-04.
    Bug(
        "nothing is flushed",
        "driver/src/pump.rs",
        [("if !self.output.needs_flush() {", "if true {")],
        NODES,
    ),
    Bug(
        "the transport is not shut down",
        "driver/src/pump.rs",
        [
            (
                """        if self.output.has_ended() {
            return;
        }
        match uninterrupted""",
                """        if !self.has_failed() {
            return;
        }
        match uninterrupted""",
            ),
        ],
        NODES,
    ),
    Bug(
        "the machine is not told of the end of input",
        "driver/src/pump.rs",
        [
            (
                "            Ok(0) => self.end_input(machine),\n",
                "            Ok(0) => self.has_eof = true,\n",
            ),
        ],
        NODES,
    ),
    Bug(
        "a write that failed is not noticed",
        "driver/src/pump.rs",
        [
            (
                """            Ok(()) => self.unanswered_reads = 0,
            Err(error) => self.output.change(Change::Failed(error)),
""",
                "            Ok(()) | Err(_) => self.unanswered_reads = 0,\n",
            ),
        ],
        NODES,
    ),
    Bug(
        "a write of no bytes is repeated",
        "driver/src/pump.rs",
        [("                0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),\n", "")],
        NODES,
    ),
    Bug(
        "an interrupted read ends the connection",
        "driver/src/pump.rs",
        [
            (
                "uninterrupted(|| self.transport.poll_read(cx, inbox.space()))",
                "self.transport.poll_read(cx, inbox.space())",
            ),
        ],
        NODES,
    ),
    Bug(
        "a budget that ends wakes nobody",
        "driver/src/pump.rs",
        [
            (
                """            self.budget = BUDGET;
            cx.waker().wake_by_ref();
""",
                "            self.budget = BUDGET;\n",
            ),
        ],
        NODES,
    ),
    Bug(
        "a deadline that is due waits for somebody else to wake the task",
        "driver/src/pump.rs",
        [
            (
                "            ready!(self.timer.poll_until(cx, alarm));\n",
                "            if alarm > self.timer.now() {\n                return Poll::Pending;\n            }\n",
            ),
        ],
        NODES,
    ),
    Bug(
        "input without end starves writing",
        "driver/src/pump.rs",
        [("if self.unanswered_reads >= MAX_UNANSWERED_READS || waiting", "if waiting")],
        NODES,
    ),
    Bug(
        "a machine that wants no input is given some",
        "driver/src/pump.rs",
        [
            ("        if !demand.wants_input {\n            self.look_at_clock();", "        if false {\n            self.look_at_clock();"),
            ("if demand.wants_input && !is_drained {", "if !is_drained {"),
        ],
        NODES,
    ),
    Bug(
        "a connection is kept after its transport has failed",
        "driver/src/pump.rs",
        [
            (
                """        if self.has_failed() {
            return Poll::Ready(self.give_up""",
                """        if self.has_failed() && self.has_eof {
            return Poll::Ready(self.give_up""",
            ),
        ],
        NODES,
    ),
    Bug(
        "an idle connection keeps its buffer",
        "driver/src/pump.rs",
        [
            (
                """        let is_written = self.poll_write(cx, machine).is_ready();
        storage::give_back(inbox);
""",
                "        let is_written = self.poll_write(cx, machine).is_ready();\n",
            ),
        ],
        NODES,
    ),
    # What a node has around its session: doors and handshakes.
    Bug(
        "one handshake too many displaces the oldest of all, whoever has most of them",
        "driver/src/node/registrar/doors.rs",
        [(".find(|(_, (address, _))| *address == most)", ".find(|(_, (address, _))| *address == most || true)")],
        NODES,
    ),
    Bug(
        "an address gets no room back when a connection of it ends",
        "driver/src/node/registrar/doors.rs",
        [
            (
                """        if let Some(count) = inside.connections_by_address.get_mut(&address) {
            *count -= 1;
""",
                """        if let Some(count) = inside.connections_by_address.get_mut(&address) {
""",
            ),
        ],
        NODES,
    ),
    Bug(
        "a handshake that is done counts among those under way",
        "driver/src/node/registrar/serve.rs",
        [("    place.end_handshake();\n    match opened", "    match opened")],
        NODES,
    ),
    Bug(
        "the doors stay open while the registrar drains",
        "driver/src/node/registrar/doors.rs",
        [("if self.watch.poll(cx) != Stage::Serving {", "if self.watch.poll(cx) == Stage::Over {")],
        NODES,
    ),
    Bug(
        "a listener that fails is asked again at once",
        "driver/src/node/registrar/doors.rs",
        [("if !pause.is_zero() {", "if false {")],
        NODES,
    ),
    Bug(
        "a connection that finds no room for its node counts for good",
        "driver/src/node/registrar/handle.rs",
        [
            (
                """            Err(error) => {
                self.0.close_connection();
                Err(error)
            }
""",
                "            Err(error) => Err(error),\n",
            ),
        ],
        NODES,
    ),
    # The store.
    Bug(
        "the operation at which a batch failed counts as carried out",
        "driver/src/node/registrar/store.rs",
        [("if index < carried_out {", "if index <= carried_out {")],
        NODES,
    ),
    Bug(
        "a node that found the queue of the store full is not told of room",
        "driver/src/node/registrar/store.rs",
        [("for cell in blocked.into_values() {", "for cell in blocked.into_values().take(0) {")],
        NODES,
    ),
    Bug(
        "a batch of the store has no limit",
        "driver/src/node/registrar/store.rs",
        [("queue.operations.len().min(MAX_BATCH)", "queue.operations.len()")],
        NODES,
    ),
    Bug(
        "nobody goes on with the store after a turn of batches",
        "driver/src/node/registrar/store.rs",
        [("        cx.waker().wake_by_ref();\n", "        let _ = cx;\n")],
        NODES,
    ),
    # Posted requests.
    Bug(
        "a posted request that is not taken keeps its room",
        "driver/src/node/registrar/handle.rs",
        [("if posted.is_err() {", "if false {")],
        NODES,
    ),
    Bug(
        "a posted request that has ended keeps its room",
        "driver/src/node/registrar/shared.rs",
        [("                self.posted.end(len);\n", "                let _ = len;\n")],
        NODES,
    ),
    Bug(
        "a posted request that is too long counts for good",
        "driver/src/node/registrar/shared.rs",
        [("            self.end(len);\n            return Err(RequestError::TooLong);", "            return Err(RequestError::TooLong);")],
        NODES,
    ),
    # Handlers and fairness.
    Bug(
        "the limit on the handlers of all nodes is not kept",
        "driver/src/node/registrar/connection.rs",
        [("allowance: allowance.min(shared.handlers_left(self.id, cx)),", "allowance,")],
        NODES,
    ),
    Bug(
        "nobody is woken when a handler of another node makes room",
        "driver/src/node/registrar/shared.rs",
        [("if before >= self.config.max_handlers {", "if false {")],
        NODES,
    ),
    Bug(
        "nobody is woken when a handler of the same node makes room",
        "binding/src/registrar/cell.rs",
        [("if was_full { self.call_holder() } else { None }", "let _ = was_full;\n        None")],
        NODES,
    ),
    # Connections and their nodes.
    Bug(
        "responses over a connection that had to go are dropped",
        "driver/src/node/registrar/connection.rs",
        [("                            self.responses.push(response.into_owned());\n", "                            drop(response);\n")],
        NODES,
    ),
    Bug(
        "a connection whose task is dropped keeps its node",
        "driver/src/node/registrar/connection.rs",
        [("            Stage::Claimed(_) => self.leave(),\n", "            Stage::Claimed(_) => {}\n")],
        NODES,
    ),
    Bug(
        "a node whose last handler ends behind its connection is not forgotten",
        "driver/src/node/registrar/running.rs",
        [("        if is_idle {\n", "        if false && is_idle {\n")],
        NODES,
    ),
    Bug(
        "what an entity left behind at its former node is not asked for",
        "driver/src/node/registrar/shared.rs",
        [("        errands.extend(aftermath.errands);\n", "        let _ = errands;\n")],
        NODES,
    ),
    Bug(
        "a name is entered at a node without room for the node",
        "binding/src/registrar/directory.rs",
        [("if known.names == 0 && !self.has_room_for_node() {", "if false {")],
        BINDING,
    ),
    # The registrar's task, and the end.
    Bug(
        "the watch does not look at lines",
        "driver/src/node/registrar/watch.rs",
        [("if has_line || deadline.is_some_and(is_overdue) {", "let _ = has_line;\n            if deadline.is_some_and(is_overdue) {")],
        NODES,
    ),
    Bug(
        "the registrar's task goes to sleep over news",
        "driver/src/node/registrar/watch.rs",
        [("if core::mem::take(&mut watch.has_news) || ", "let _ = core::mem::take(&mut watch.has_news);\n        if ")],
        NODES,
    ),
    Bug(
        "what is left of a line after the last round is carried out by nobody",
        "driver/src/node/registrar/shared.rs",
        [("            None => self.delegate(cell),\n", "            None => {}\n")],
        NODES,
    ),
    Bug(
        "a connection that opens while the registrar drains is not closed",
        "driver/src/node/registrar/connection.rs",
        [("        if !self.shared.is_serving() {\n            let frame", "        if false {\n            let frame")],
        NODES,
    ),
    Bug(
        "a shutdown is not told that the last connection has gone",
        "driver/src/node/registrar/shared.rs",
        [
            (
                "        lock(&self.directory).close_connection();\n        self.wake_phase();\n",
                "        lock(&self.directory).close_connection();\n",
            ),
        ],
        NODES,
    ),
    Bug(
        "handlers go on behind the end of the registrar",
        "driver/src/node/registrar/connection.rs",
        [("                Polled::Over if self.is_cut(cx) => {", "                Polled::Over if self.is_cut(cx) && false => {")],
        NODES,
    ),
    # A registree's life cycle, and its pace.
    Bug(
        "an attempt that is not wanted any more goes on",
        "driver/src/node/registree/task.rs",
        [("if self.registree.state() != RegistreeState::Connecting {", "if false {")],
        NODES,
    ),
    Bug(
        "a registree goes to sleep over its line",
        "driver/src/node/registree/shared.rs",
        [("        if !state.line.is_empty() {\n            drop(state);", "        if false {\n            drop(state);")],
        NODES,
    ),
    Bug(
        "what is in the line of a registree takes no room",
        "driver/src/node/registree/shared.rs",
        [("            state_mut.room.requests += 1;\n", "")],
        NODES,
    ),
    Bug(
        "a registree that is gone ends nobody's requests",
        "driver/src/node/registree/task.rs",
        [
            (
                "        for (_, slot) in core::mem::take(&mut self.slots).into_values() {",
                "        for (_, slot) in core::mem::take(&mut self.slots).into_values().take(0) {",
            ),
        ],
        NODES,
    ),
    Bug(
        "a suspended registree connects as soon as it may",
        "binding/src/registree/connection_policy.rs",
        [("RegistreeState::Suspended => is_free && has_reason,", "RegistreeState::Suspended => is_free,")],
        BINDING,
    ),
    Bug(
        "a connection that lived for a moment counts as success",
        "binding/src/registree/connection_policy.rs",
        [("if now.saturating_since(self.opened_at) >= config.min_lifetime {", "if now >= self.opened_at {")],
        BINDING,
    ),
    Bug(
        "a registration that was lost is repeated at once, however often",
        "binding/src/registree/registration.rs",
        [("            losses => delay(losses),\n", "            losses => delay(losses) * 0,\n")],
        BINDING,
    ),
    Bug(
        "there is no pause behind a response",
        "binding/src/session/send.rs",
        [
            (
                """            carrier.pace.note_sent(now, sent, None, pause);
            self.incoming.pop_answer();""",
                """            let _ = pause;
            self.incoming.pop_answer();""",
            ),
        ],
        BINDING,
    ),
    Bug(
        "the pause begins when a message is handed over, not when it was written",
        "binding/src/session/pace.rs",
        [("Some(_) if !connection.is_written(sent) => Self::Writing(sent, now, request),", "Some(_) if false => Self::Writing(sent, now, request),")],
        BINDING,
    ),
]
