//! Defines [`Fingerprint`], which identifies the content of a file.

use sha2::{Digest as _, Sha256};

/// SHA-256 of a file's bytes.
pub type Fingerprint = [u8; 32];

/// The fingerprint of `bytes`.
pub fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Sha256::digest(bytes).into()
}
