//! Moments are written and read as RFC 3339 says, by our own short way as by the calendar's library.

use dicta::model::Timestamp;
use proptest::prelude::*;

fn by_library(text: &str) -> Option<i64> {
    text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_millisecond)
}

proptest! {
    #[test]
    fn every_second_is_written_and_read_as_the_library_does(seconds in -3_000_000_000_i64..6_000_000_000) {
        let written = Timestamp(seconds * 1000).to_string();
        prop_assert_eq!(&written, &jiff::Timestamp::from_second(seconds).unwrap().to_string());
        prop_assert_eq!(Timestamp::parse(&written), Ok(Timestamp(seconds * 1000)));
    }

    #[test]
    fn any_moment_like_text_reads_as_the_library_reads_it(
        (y, m, d) in (1960_u32..2110, 0_u32..14, 0_u32..33), (h, i, s) in (0_u32..26, 0_u32..62, 0_u32..62), end in "Z|z|\\+01:00| ",
    ) {
        let text = format!("{y:04}-{m:02}-{d:02}T{h:02}:{i:02}:{s:02}{end}");
        prop_assert_eq!(Timestamp::parse(&text).ok().map(|t| t.0), by_library(&text));
    }
}

#[test]
fn every_day_of_the_usual_years_is_written_as_the_library_writes_it() {
    for day in -2..47_500 {
        let seconds = day * 86_400 + 86_399;
        assert_eq!(Timestamp(seconds * 1000).to_string(), jiff::Timestamp::from_second(seconds).unwrap().to_string());
    }
}
