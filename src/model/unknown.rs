//! Defines [`Unknown`]: fields of a newer version, kept when a file is written back.

use serde::{Deserialize, Serialize};

/// Fields that a newer minor version wrote and this one does not know: name and RON source, unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unknown(pub Vec<(String, String)>);
