//! First names that newspapers translate: `Владимир` is `Volodymyr` in Kyiv, `Юрий` is `Iouri` in Paris.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::phonetic_key::{skeleton, stem};
use crate::text::folded;

/// One name a line, the forms of the languages side by side, in Latin letters as newspapers have them.
const SAME: &str = "\
    vladimir volodymyr volodimir uladzimir
    alexander oleksandr alexandre aleksandr aliaksandr
    alexei oleksii alexey alexis aleksei
    sergei serhii sergey sergueï serge
    dmitry dmytro dimitri dmitrii
    andrei andrii andrey andriy
    nikolai mykola nicolas nikolay
    mikhail mykhailo mikhaïl mykhaylo
    yuri yurii iouri yuriy iurii
    evgeny yevhen evgueni yevgeny evgenii ievgenii
    pavel pavlo
    oleg oleh
    igor ihor
    grigory hryhorii grigori hryhoriy
    konstantin kostiantyn constantin
    vasily vasyl vassili vasilii
    viktor victor
    pyotr petro piotr petr
    stepan stephan
    anton antoine
    elena olena yelena
    ekaterina kateryna yekaterina
    natalia nataliia nathalie natalya
    yulia yuliia ioulia julia iuliia
    irina iryna
    maria mariia marie
    anna hanna
    tatiana tetiana tatyana
    svetlana svitlana
    daria dariia darya";

/// The key of the form that means all of a first name, when it has several; `key` is the key of one of them.
pub(in crate::suggest) fn same_everywhere(key: &str) -> Option<&'static str> {
    static KEYS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let mut keys = HashMap::new();
        for line in SAME.lines() {
            let folded = folded(line);
            let forms = folded.split_whitespace().flat_map(|form| [skeleton(form), skeleton(stem(form))]);
            let forms: Vec<String> = forms.collect();
            for form in &forms {
                forms.first().into_iter().for_each(|first| {
                    keys.entry(form.clone()).or_insert_with(|| first.clone());
                });
            }
        }
        keys
    });
    KEYS.get(key).map(String::as_str)
}
