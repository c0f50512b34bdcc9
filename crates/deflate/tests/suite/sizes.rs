//! What messages come to, to the byte: whatever changes the compressor's choices changes these.

use core::iter;

use onem2m_ws_deflate::{Compressor, Decompressor, Parameters, Part, Progress, WindowBits};

use crate::messages::{Rng, Source};

/// Messages of one kind, and what they come to altogether in windows of 8 to 15 bits: with context takeover, and without.
struct Row {
    kind: &'static str,
    messages: Vec<Vec<u8>>,
    with_takeover: [usize; 8],
    without: [usize; 8],
}

fn rows() -> Vec<Row> {
    let mut source = Source::new(11);
    let mut many = |count, make: fn(&mut Source) -> Vec<u8>| -> Vec<Vec<u8>> {
        (0..count).map(|_| make(&mut source)).collect()
    };
    let requests = many(60, Source::request);
    let responses = many(60, Source::response);
    let notifications = many(20, |source| source.notification(7));
    let discovery = many(2, |source| source.sized(40_000));
    let noise = many(3, |source| source.rng.bytes(1500));
    let rare = many(8, |source| {
        // Bytes from 144 on have codes of nine bits, and each run of them a length of its own.
        let bytes = source.rng.bytes(40);
        let runs = bytes.iter().zip(1..);
        let high = runs.flat_map(|(byte, len)| iter::repeat_n(byte | 0x80, len));
        high.collect()
    });
    let runs = [1, 3, 4, 32, 33, 257, 258, 259, 5000, 70_000].map(|len| vec![b'a'; len]);
    // Words of a few letters: long enough for blocks of their own codes, and for matches of every distance.
    let mut rng = Rng::new(3);
    let mut letters = |len| -> Vec<u8> {
        (0..len)
            .map(|_| b"etaoin shrdlu \n"[rng.below(15)])
            .collect()
    };
    let words = letters(9000);
    // Just as long as the header of codes of their own is worth; as long as what is searched less thoroughly; and longer than a block.
    let short = (160..260).map(&mut letters).collect();
    let mut pages = vec![source.sized(5000)];
    pages[0].truncate(4 << 10);
    let blocks = letters(60_000);
    // What the fixed codes are made for.
    let low = (160..260).map(|len| (0..len).map(|_| source.rng.bytes(1)[0] % 144).collect());
    let low: Vec<Vec<u8>> = low.collect();
    // Each once, and then as far as the window goes back and a little further: wherever in the window's ring that begins.
    let around = (0..60).flat_map(|more| {
        let once = source.rng.bytes(256 + more);
        let again = once.iter().skip(more).cycle().take(300).copied();
        [once.clone(), again.collect()]
    });
    let around: Vec<Vec<u8>> = around.collect();
    let row = |kind, messages, with_takeover, without| Row {
        kind,
        messages,
        with_takeover,
        without,
    };
    vec![
        row(
            "requests",
            requests,
            [4472, 3067, 2792, 2602, 2484, 2438, 2424, 2424],
            [8780, 8772, 8772, 8772, 8772, 8772, 8772, 8772],
        ),
        row(
            "responses",
            responses,
            [11468, 5605, 4615, 4207, 4145, 4101, 4084, 4084],
            [11815, 11843, 11837, 11837, 11837, 11837, 11837, 11837],
        ),
        row(
            "notifications",
            notifications,
            [11270, 10610, 9183, 5898, 5690, 5580, 5503, 5523],
            [11459, 10846, 10499, 10433, 10392, 10392, 10392, 10392],
        ),
        row(
            "discovery results",
            discovery,
            [18528, 14890, 12806, 12471, 12296, 12190, 12239, 12366],
            [18537, 14966, 12906, 12586, 12435, 12342, 12397, 12500],
        ),
        row(
            "noise",
            noise,
            [4518, 4518, 4518, 4518, 4518, 4518, 4518, 4518],
            [4518, 4518, 4518, 4518, 4518, 4518, 4518, 4518],
        ),
        row(
            "high bytes",
            rare,
            [907, 909, 909, 902, 900, 901, 901, 901],
            [907, 907, 907, 907, 907, 907, 907, 907],
        ),
        row(
            "runs",
            runs.into(),
            [153, 153, 153, 153, 153, 153, 153, 153],
            [161, 161, 161, 161, 161, 161, 161, 161],
        ),
        row(
            "letters",
            vec![words],
            [4351, 4352, 4358, 4395, 4438, 4501, 4526, 4526],
            [4351, 4352, 4358, 4395, 4438, 4501, 4526, 4526],
        ),
        row(
            "few letters",
            short,
            [12301, 12550, 12833, 13206, 14110, 15382, 17404, 17525],
            [12267, 12275, 12275, 12275, 12275, 12275, 12275, 12275],
        ),
        row(
            "around the window",
            around,
            [18630, 17999, 17933, 17918, 17913, 17912, 17910, 17910],
            [34437, 34190, 34121, 34121, 34121, 34121, 34121, 34121],
        ),
        row("low bytes", low, [21150; 8], [21150; 8]),
        row(
            "a page",
            pages,
            [1169, 1021, 934, 924, 928, 925, 926, 926],
            [1169, 1021, 934, 924, 928, 925, 926, 926],
        ),
        row(
            "several blocks",
            vec![blocks],
            [29036, 29042, 29064, 29197, 29563, 30178, 30819, 31032],
            [29036, 29042, 29064, 29197, 29563, 30178, 30819, 31032],
        ),
    ]
}

/// What the messages come to, each of them checked to be what was compressed.
fn sizes(messages: &[Vec<u8>], context_takeover: bool) -> [usize; 8] {
    [8, 9, 10, 11, 12, 13, 14, 15].map(|bits| {
        let parameters = Parameters {
            window_bits: WindowBits::new(bits).unwrap(),
            context_takeover,
        };
        sizes_of(messages, parameters)
    })
}

fn sizes_of(messages: &[Vec<u8>], parameters: Parameters) -> usize {
    let mut compressor = Compressor::new(parameters);
    let mut decompressor = Decompressor::new(parameters);
    let sizes = messages.iter().map(|message| {
        let (mut payload, mut read) = (Vec::new(), Vec::new());
        compressor.compress(message, Part::Last, &mut payload);
        let progress =
            decompressor.decompress(&mut &*payload, Part::Last, &mut read, message.len() + 1);
        assert_eq!(progress, Ok(Progress::Complete));
        assert!(read == *message, "{parameters:?}");
        payload.len()
    });
    sizes.sum()
}

#[test]
fn what_messages_come_to() {
    for row in rows() {
        let found = [sizes(&row.messages, true), sizes(&row.messages, false)];
        assert_eq!(found, [row.with_takeover, row.without], "{}", row.kind);
    }
}

/// Many blocks, so that one ends wherever it can.
#[test]
fn what_many_blocks_come_to() {
    let mut rng = Rng::new(4);
    let letters = (0..400_000)
        .map(|_| b"etaoin shrdlu \n"[rng.below(15)])
        .collect();
    let objects = Source::new(12).sized(400_000);
    let found = [letters, objects].map(|message| sizes_of(&[message], Parameters::default()));
    assert_eq!(found, [197197, 58533]);
}
