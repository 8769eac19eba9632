//! Random numbers that are the same for the same seed: SplitMix64 (Steele, Lea and Flood, 2014).

/// A SplitMix64 generator.
#[derive(Clone, Debug)]
pub(super) struct SplitMix(u64);

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl SplitMix {
    /// The generator of one path: it depends on the seed and the number of the path alone.
    pub(super) fn of_path(seed: u64, path: u32) -> SplitMix {
        SplitMix(mixed(
            mixed(seed.wrapping_add(STEP)).wrapping_add(u64::from(path)),
        ))
    }

    /// The next number.
    #[inline]
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }
}

#[inline]
fn mixed(state: u64) -> u64 {
    let first = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let second = (first ^ (first >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    second ^ (second >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_published_generator() {
        // The first five numbers of seed 1234567, as published with the reference implementation.
        let mut generator = SplitMix(1_234_567);
        let numbers: Vec<u64> = (0..5).map(|_| generator.next()).collect();
        assert_eq!(
            numbers,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        );
    }
}
