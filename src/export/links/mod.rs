//! Links between annotations: reading and checking them, the clusters they form, and the annotations at their ends.

pub mod clusters;
pub mod edge;
pub mod end;
pub mod known;
pub mod survey;

pub use clusters::{Clusters, RELATIONS};
pub use edge::Edge;
pub use end::End;
pub use known::Links;
pub use survey::survey;
