//! What belongs to the whole set: articles, the codebook, links between annotations.

pub mod articles;
pub mod codebook;
pub mod codebook_change;
pub mod link_end;
pub mod links;
pub mod similar_quotes;
