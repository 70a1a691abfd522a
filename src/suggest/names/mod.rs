//! Names: those of the register, new ones, their forms and similarity, gender, non-persons.

pub(super) mod capital_nouns;
pub(super) mod declension;
pub(super) mod first_names;
pub(super) mod gender;
pub mod hit_form;
pub(super) mod institutions;
pub(super) mod name_evidence;
pub(super) mod name_forms;
pub mod name_similarity;
pub(super) mod non_person_names;
pub(super) mod phonetic_key;
pub mod quote_similarity;
pub mod reason;
pub mod register_names;
pub mod role_phrase;
pub(super) mod similar_pairs;
pub(super) mod unregistered_names;
