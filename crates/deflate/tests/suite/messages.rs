//! Messages as nodes of oneM2M exchange them, and others.

/// SplitMix64: the same for the same seed, everywhere.
#[derive(Clone, Debug)]
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number less than `end`, which is not zero.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let [byte, ..] = self.next().to_le_bytes();
        byte
    }

    pub(crate) fn bytes(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| self.byte()).collect()
    }
}

/// A source of messages: identifiers, times and values change from one to the next, the rest stays.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) rng: Rng,
    microseconds: usize,
}

impl Source {
    pub(crate) const fn new(seed: u64) -> Self {
        Self {
            rng: Rng::new(seed),
            microseconds: 0,
        }
    }

    fn identifier(&mut self) -> String {
        const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        (0..10)
            .map(|_| char::from(LETTERS[self.rng.below(LETTERS.len())]))
            .collect()
    }

    fn time(&mut self) -> String {
        self.microseconds += self.rng.below(7_000_000);
        let (seconds, rest) = (self.microseconds / 1_000_000, self.microseconds % 1_000_000);
        let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
        format!("20261129T{hour:02}{minute:02}{second:02},{rest:06}")
    }

    /// A number of at most `digits` digits behind the point.
    fn value(&mut self, end: usize, digits: i32) -> f64 {
        let value = u32::try_from(self.rng.below(end)).unwrap();
        f64::from(value) / 10_f64.powi(digits)
    }

    /// A request that creates a content instance: about 180 bytes.
    pub(crate) fn request(&mut self) -> Vec<u8> {
        let (value, sensor) = (self.value(4000, 2), self.rng.below(40));
        let (identifier, time) = (self.identifier(), self.time());
        format!(
            r#"{{"op":1,"to":"/id-in/cse-in/CAdmin/sensor{sensor:02}/data","fr":"CAE{sensor:02}","rqi":"{identifier}","rvi":"4","ty":4,"ot":"{time}","pc":{{"m2m:cin":{{"cnf":"text/plain:0","con":"{value}"}}}}}}"#
        )
        .into_bytes()
    }

    /// The response to it: about 330 bytes.
    pub(crate) fn response(&mut self) -> Vec<u8> {
        let (time, name, request) = (self.time(), self.identifier(), self.identifier());
        let (tag, value) = (self.rng.below(100_000), self.value(4000, 2));
        format!(
            r#"{{"rsc":2001,"rqi":"{request}","rvi":"4","to":"CAE07","fr":"/id-in","ot":"{time}","pc":{{"m2m:cin":{{"rn":"cin_{name}","ri":"cin{name}","pi":"cnt5520113","ct":"{time}","lt":"{time}","et":"20271129T000000,000000","ty":4,"st":{tag},"cs":5,"cnf":"text/plain:0","con":"{value}"}}}}}}"#
        )
        .into_bytes()
    }

    /// A notification of some readings: with one about 570 bytes, with nine 1750.
    pub(crate) fn notification(&mut self, readings: usize) -> Vec<u8> {
        let (request, sent) = (self.identifier(), self.time());
        let (name, time, tag) = (self.identifier(), self.time(), self.rng.below(100_000));
        let readings: Vec<String> = (0..readings).map(|_| self.reading()).collect();
        let readings = readings.join(",");
        format!(
            r#"{{"op":5,"to":"CAE07","fr":"/id-in","rqi":"{request}","rvi":"4","ot":"{sent}","pc":{{"m2m:sgn":{{"nev":{{"rep":{{"m2m:cin":{{"rn":"cin_{name}","ri":"cin{name}","pi":"cnt5520113","ct":"{time}","lt":"{time}","et":"20271129T000000,000000","ty":4,"st":{tag},"cs":1500,"cnf":"application/json:0","con":{{"readings":[{readings}]}}}}}},"net":3}},"sur":"/id-in/cse-in/CAdmin/sub1","cr":"CAdmin"}}}}}}"#
        )
        .into_bytes()
    }

    fn reading(&mut self) -> String {
        let (sensor, time) = (0x0024_beff_fe80_4000_u64, self.time());
        let sensor = sensor + u64::try_from(self.rng.below(20)).unwrap();
        let (temperature, humidity) = (self.value(4000, 2), self.value(1000, 1));
        let (battery, signal) = (self.rng.below(100), 40 + self.rng.below(60));
        let status = ["ok", "ok", "ok", "low", "fault"][self.rng.below(5)];
        format!(
            r#"{{"sensorId":"urn:dev:mac:{sensor:012x}","time":"{time}","temperature":{temperature},"humidity":{humidity},"battery":{battery},"rssi":-{signal},"status":"{status}"}}"#
        )
    }

    /// So many bytes of a notification.
    pub(crate) fn sized(&mut self, len: usize) -> Vec<u8> {
        let mut message = self.notification(len / 140 + 2);
        message.truncate(len);
        message
    }

    /// Requests, responses and notifications of one reading, in turn.
    pub(crate) fn mixed(&mut self, number: usize) -> Vec<u8> {
        match number % 3 {
            0 => self.request(),
            1 => self.response(),
            _ => self.notification(1),
        }
    }

    /// A message of any kind: of JSON, of random bytes of many or few values, of runs, or of none.
    pub(crate) fn any(&mut self) -> Vec<u8> {
        let len = |rng: &mut Rng| {
            let most = [16, 300, 5_000, 140_000][rng.below(4)];
            rng.below(most)
        };
        match self.rng.below(9) {
            0 => self.request(),
            1 => self.response(),
            2 => self.notification(9),
            3 => {
                let len = len(&mut self.rng);
                self.sized(len)
            }
            4 => {
                let len = len(&mut self.rng);
                self.rng.bytes(len)
            }
            5 => vec![self.rng.byte(); len(&mut self.rng)],
            6 => {
                let (len, values) = (len(&mut self.rng), 2 + self.rng.below(80));
                (0..len)
                    .map(|_| u8::try_from(self.rng.below(values)).unwrap())
                    .collect()
            }
            7 => {
                let mut message = Vec::new();
                let (len, values) = (len(&mut self.rng), 2 + self.rng.below(200));
                while message.len() < len {
                    let value = u8::try_from(self.rng.below(values)).unwrap();
                    let run = 1 + self.rng.below(40);
                    message.extend(core::iter::repeat_n(value, run));
                }
                message
            }
            _ => Vec::new(),
        }
    }
}
