"""Bugs of the binding that the simulation looks for, but for one: numbers 1 to 33 of tests/PLANTED.md."""

from planted_bugs.bug import CUSTODY, NODES, Bug

SIMULATED = [
    Bug(
        "a request that may have left is sent again",
        "binding/src/session/outgoing.rs",
        [
            (
                'let is_unwritten = written == Written::Known && connection.is_unwritten(handed.sent);',
                'let is_unwritten = written == Written::Known;',
            ),
            (
                """                handed.message = None;
""",
                '',
            ),
        ],
    ),
    Bug(
        "a connection that is closing counts as gone before its last bytes left",
        "binding/src/session/receive.rs",
        [
            (
                """        self.link.enter(Change::End);
""",
                """        if let Some(carrier) = self.link.carrier() {
            let written = super::Written::Known;
            let lost = |_, _| {};
            self.outgoing.handle_loss(&carrier.connection, written, lost);
        }
        self.link.enter(Change::End);
""",
            ),
        ],
    ),
    Bug(
        "a connection that another took the place of still sends what the new one sends",
        "binding/src/session/link.rs",
        [
            (
                'if !self.connection.outbox().is_empty() {',
                'if false {',
            ),
        ],
    ),
    Bug(
        "a response completes the oldest request, whatever its identifier",
        "binding/src/session/outgoing.rs",
        [
            (
                'let id = self.by_identifier.get(identifier).copied();',
                'let id = self.requests.keys().next().copied();',
            ),
        ],
    ),
    Bug(
        "a request that is sent keeps its old deadline beside the new one",
        "binding/src/session/outgoing.rs",
        [
            (
                """        self.deadlines.remove(&(entry.deadline, id));
        self.deadlines.insert((deadline, id));
""",
                """        self.deadlines.insert((deadline, id));
""",
            ),
        ],
    ),
    Bug(
        "requests do not expire",
        "binding/src/session/outgoing.rs",
        [
            (
                """        if deadline > now {
            return None;
        }
        let delivery""",
                """        if deadline >= Timestamp::ZERO {
            return None;
        }
        let delivery""",
            ),
        ],
    ),
    Bug(
        "a request that was cancelled stays",
        "binding/src/session/mod.rs",
        [
            (
                """let delivery = self.outgoing.end(id, self.config.max_late);
        self.fill(now);""",
                """let delivery = self.outgoing.is_waiting(id).then_some(Delivery::Never);
        self.fill(now);""",
            ),
        ],
    ),
    Bug(
        "an expired request is reported twice",
        "binding/src/session/mod.rs",
        [
            (
                """            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        while let Some((id, entry)) = self.incoming.expire""",
                """            let again = outcome.clone();
            self.finished.push_back(SessionEvent::Ended { id, outcome: again });
            self.finished.push_back(SessionEvent::Ended { id, outcome });
        }
        while let Some((id, entry)) = self.incoming.expire""",
            ),
        ],
    ),
    Bug(
        "a loss is noted although no connection was up",
        "binding/src/registree/connection_policy.rs",
        [
            (
                """        if self.state != RegistreeState::Up {
            return;
        }
        if now""",
                '        if now',
            ),
        ],
    ),
    Bug(
        "the next opening is looked for from the last attempt, not from now",
        "binding/src/registree/connection_policy.rs",
        [
            (
                'Reopen::Schedule(_) => self.retry_at.max(self.now),',
                'Reopen::Schedule(_) => self.retry_at,',
            ),
        ],
    ),
    Bug(
        "a registration that failed is repeated at once",
        "binding/src/registree/registration.rs",
        [
            (
                'self.retry_at = delay(self.failures).map(|delay| now.saturating_add(delay));',
                'self.retry_at = delay(self.failures).map(|_| now);',
            ),
        ],
    ),
    Bug(
        "an unknown node proves to be a known one, and what it asked before is forgotten",
        "binding/src/session/incoming.rs",
        [
            (
                """                self.insert(id, entry);
            } else {""",
                """                drop((id, entry));
            } else {""",
            ),
        ],
    ),
    Bug(
        "a node is forgotten although requests are under way",
        "binding/src/registrar/node.rs",
        [
            (
                """            && self.ended.is_empty()
            && self.session.is_forgettable()
""",
                """            && self.ended.is_empty()
""",
            ),
        ],
    ),
    Bug(
        "the deadlines of the absent are not kept",
        "binding/src/registrar/directory.rs",
        [
            (
                """        if let Some(until) = until {
            self.parked.insert((until, node));
        }
""",
                '',
            ),
        ],
    ),
    Bug(
        "the deadlines of what a node asked before it proved to be another are lost",
        "binding/src/session/incoming.rs",
        [
            (
                """                self.insert(id, entry);
            } else {""",
                """                self.requests.insert(id, entry);
            } else {""",
            ),
        ],
    ),
    Bug(
        "requests lost with a connection count as in flight",
        "binding/src/session/outgoing.rs",
        [
            (
                """            self.in_flight = invariant::difference(self.in_flight, in_flight);
""",
                """            let _ = in_flight;
""",
            ),
        ],
    ),
    Bug(
        "a pause never ends",
        "binding/src/session/pace.rs",
        [
            (
                """            && until <= now
        {
            *self = Self::Free;""",
                """            && until <= now
        {
            *self = Self::Paused(until, None);""",
            ),
        ],
    ),
    Bug(
        "a draining connection is never closed",
        "binding/src/session/mod.rs",
        [
            (
                """            self.link.close(now, frame);
            self.plan_puts();
""",
                """            drop(frame);
""",
            ),
        ],
    ),
    Bug(
        "a connection that is let go takes nothing along",
        "binding/src/session/mod.rs",
        [
            (
                """        if let Some(carrier) = self.link.enter(Change::Release) {
            self.lose(&carrier.connection, Written::Known);
""",
                """        if self.link.enter(Change::Release).is_some() {
""",
            ),
        ],
    ),
    Bug(
        "a request without a response is reported as often as one looks",
        "binding/src/session/outgoing.rs",
        [
            (
                """                    let len = handed.len;
                    self.unwritten.pop_front();
                    self.remove(id);
                    return Some((id, len));""",
                '                    return Some((id, handed.len));',
            ),
        ],
    ),
    Bug(
        "identifiers are used twice",
        "binding/src/session/outgoing.rs",
        [
            (
                """            self.next = self.next.max(invariant::successor(id.number));
""",
                """            let _ = invariant::successor(id.number);
""",
            ),
        ],
    ),
    Bug(
        "a request that was answered stays",
        "binding/src/session/outgoing.rs",
        [
            (
                """                let entry = self.remove(id);
                Matched::Request""",
                """                let entry = self.requests.get(&id).map(|entry| New { identifier: entry.identifier.clone(), deadline: entry.deadline, delivery_deadline: entry.deadline, expiration: None, response_type: entry.response_type, subject: None, len: 1 });
                Matched::Request""",
            ),
        ],
    ),
    Bug(
        "a request of the peer that expired stays",
        "binding/src/session/incoming.rs",
        [
            (
                """        if deadline > now {
            return None;
        }
        self.remove(id).map(|entry| (id, entry))""",
                """        if deadline > now {
            return None;
        }
        self.get(id).cloned().map(|entry| (id, entry))""",
            ),
        ],
    ),
    Bug(
        "a request that failed with its connection stays",
        "binding/src/session/mod.rs",
        [
            (
                """                self.outgoing.end(id, self.config.max_late);
                let outcome = Outcome::Lost;""",
                '                let outcome = Outcome::Lost;',
            ),
        ],
    ),
    Bug(
        "the registrar keeps a connection that is gone",
        "binding/src/registrar/node/take_over.rs",
        [
            (
                """        self.link = None;
        self.session.release(now);""",
                '        self.link = None;',
            ),
        ],
        NODES,
    ),
    Bug(
        "an ending registree takes up a connection and keeps it",
        "binding/src/session/mod.rs",
        [
            (
                """        if self.is_ending {
            self.drain(now, CloseFrame::new(CloseCode::NORMAL, ""));
        }
""",
                '',
            ),
        ],
    ),
    Bug(
        "other requests are held back for good behind the registration",
        "binding/src/registree/procedure.rs",
        [
            (
                """        self.admit_requests(now);
        RegistreeEvent::Registered(response)""",
                '        RegistreeEvent::Registered(response)',
            ),
        ],
    ),
    Bug(
        "what never left is handed back behind what waits",
        "binding/src/session/outgoing.rs",
        [
            (
                "        waiting.append(&mut self.queue);\n",
                "        let mut waiting = {\n            let mut queue = mem::take(&mut self.queue);\n"
                "            queue.append(&mut waiting);\n            queue\n        };\n",
            ),
        ],
        CUSTODY,
    ),
    Bug(
        "a node that lives nowhere takes what is asked of it",
        "binding/src/registrar/cell.rs",
        [
            (
                """        if self.is_dead() {
            Err(Refused::Dead)
        } else if""",
                "        if",
            ),
            (
                """        if self.is_dead() {
            return Err(command);
        }
""",
                "",
            ),
        ],
        CUSTODY,
    ),
    Bug(
        "nobody looks at the line when a node is put back",
        "binding/src/registrar/cell.rs",
        [
            (
                "if !self.line.is_empty() || !custody.commands.is_empty() {",
                "custody.commands.append(&mut self.line);\n        if false {",
            ),
        ],
        CUSTODY,
    ),
    Bug(
        "what is in the line takes no room",
        "binding/src/registrar/cell.rs",
        [
            (
                """        submission.id = id;
        self.room.requests += 1;
""",
                "        submission.id = id;\n",
            ),
        ],
        CUSTODY,
    ),
    Bug(
        "a request is sent before it was taken from the store",
        "binding/src/session/storage.rs",
        [
            (
                "matches!(self, Self::Volatile | Self::NotStored | Self::Taken)",
                "matches!(self, Self::Volatile | Self::NotStored | Self::Taking | Self::Taken)",
            ),
        ],
        CUSTODY,
    ),
    Bug(
        "a request is put again in another place of the store",
        "binding/src/registrar/node/durability.rs",
        [
            (
                "PlaceInStore::Reserved(seq) | PlaceInStore::Put(seq) => seq,",
                "PlaceInStore::Reserved(_) | PlaceInStore::Put(_) => next_seq(),",
            ),
        ],
        CUSTODY,
    ),
]
