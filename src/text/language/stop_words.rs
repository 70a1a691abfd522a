//! Guesses the language of a few sentences from function words, endings and letters: too little text for letter statistics.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The features of a language that are common in it and rare in others.
struct Marks {
    tag: &'static str,
    letters: &'static str,
    words: &'static str,
    endings: &'static str,
}

/// The languages of the lexicons, and those that could be mistaken for them in a few sentences.
static LANGUAGES: [Marks; 20] = [
    Marks {
        tag: "en",
        letters: "",
        words: "the of and to in that is was for with said by from he she they it its not are were be been has have had his her \
                their would will could should who what when but on at as an this these which about after no i we you us our \
                there than or if last year both says more",
        endings: "ing ed tion ly",
    },
    Marks {
        tag: "fr",
        letters: "œèêàçûîôù",
        words: "le la les des du de un une et est que qui dans pour pas sur avec il elle ils elles son sa ses leur ce cette ces \
                au aux par plus ne se été sont mais ou où selon on nous vous je d l n qu j c m t à a ont fait sous sans entre \
                chez dit y en tout",
        endings: "tion ment eux aient ées oir",
    },
    Marks {
        tag: "de",
        letters: "ßäüö",
        words: "der die das und ist nicht mit von dem den des ein eine einen einer zu im in sich auf für auch es er sie wir ich \
                wird hat dass bei nach werden sind war haben noch nur aus am an vor über so laut ihr ihre wie wer beide zwei um",
        endings: "ung ten lich keit schen",
    },
    Marks {
        tag: "es",
        letters: "ñ¿¡óí",
        words: "el la los las de del que y en un una por con para no se su sus al lo más pero fue ha han son este esta según es \
                como sin entre sobre he dijo hay quien quién qué nadie dos ambos todo toda todos a",
        endings: "ción ió dad aron ieron ores",
    },
    Marks {
        tag: "it",
        letters: "èàòù",
        words: "il lo la gli le i di del della dei delle che e è non per un una con in sono ha hanno ma nel nella alla al si da \
                dal più come anche ai dell l secondo ci a",
        endings: "zione ato mente ità",
    },
    Marks {
        tag: "pt",
        letters: "ãõçêàóíâ",
        words: "o a os as de do da dos das que e em um uma para não com por mais foi ao são no na nos nas se seu sua como mas à é",
        endings: "ção ções ou aram dade",
    },
    Marks {
        tag: "nl",
        letters: "",
        words: "de het een en van in is dat op te zijn met voor niet aan er ook als bij door naar hij zij ze werd om die was uit",
        endings: "ijk heid",
    },
    Marks {
        tag: "sv",
        letters: "åäö",
        words: "och att det som en ett på är av för den till har de med inte om var",
        endings: "",
    },
    Marks {
        tag: "da", letters: "åæø", words: "og at det som en et på er af for den til har de med ikke om var i", endings: ""
    },
    Marks {
        tag: "pl",
        letters: "łąęśćżźńó",
        words: "i w na z że się nie do jest to o jak za od po przez dla oraz był",
        endings: "",
    },
    Marks {
        tag: "cs", letters: "řěůýčšž", words: "a v na se že je o s do to za po jsou od podle aby byl pro ve", endings: ""
    },
    Marks {
        tag: "ro",
        letters: "ăâîșțşţ",
        words: "și de la în a al ale cu pe din că nu este o un care pentru mai sunt",
        endings: "",
    },
    Marks {
        tag: "hu", letters: "őűáóöü", words: "a az és hogy nem is egy van volt meg de ez csak már mint", endings: ""
    },
    Marks { tag: "tr", letters: "ışğç", words: "ve bir bu da de için ile olarak daha çok en ne gibi", endings: "" },
    Marks { tag: "fi", letters: "äö", words: "ja on ei että se oli hän ovat kun myös mutta joka niin sen", endings: "" },
    Marks {
        tag: "ru",
        letters: "ыэёъь",
        words: "и в во не на что с со он она они мы я как по это был была были его ее её их из за от для но так же все к о об до \
                уже или бы при после также если кто где пока",
        endings: "ский ского ть ение ий ый ой ую ые ых ого ому ии ию ом ов ам ах ет ют ит ат ла ли ло ся",
    },
    Marks {
        tag: "uk",
        letters: "їєґіь",
        words: "і й та в у не на що з із він вона вони ми я як по це був була були його її їх за від для але так же всі до про вже \
                або би після також якщо хто де під",
        endings: "ський ського ння ти ий ою ого ому ом ам ах ла ли ло ся ів ував",
    },
    Marks {
        tag: "be",
        letters: "ўіыэёь",
        words: "і й у не на што з ён яна яны мы я як па гэта быў была былі яго яе за ад для але так да пра ўжо або пасля",
        endings: "скі ць аў ага",
    },
    Marks {
        tag: "bg",
        letters: "ъ",
        words: "и в не на че с той тя те ние аз като по това беше го я от за но да се са е ще си към след или при",
        endings: "ът ят ите ата ото ла ли ло ат ов",
    },
    Marks {
        tag: "sr",
        letters: "јљњђћџ",
        words: "и у не на да је са он она они ми као по то био била га се су за од али или после",
        endings: "ог ом ла ли ло ти",
    },
];

/// Letters that a language never uses: a short text with one of them is in another language.
const NEVER: [(&str, &str); 5] =
    [("ru", "іїєґўјљњђћџ"), ("uk", "ыэёъўјљњђћџ"), ("be", "ищъїєґјљњђћџ"), ("bg", "ыэёіїєґўјљњђћџ"), ("sr", "йьюящъыэёіїєґў")];

/// The weight of one feature, shared among the languages that have it.
const WHOLE: usize = 12;
/// Minimum weight for an answer: one function word that no other language has.
const FEWEST: usize = WHOLE;
/// Minimum length of a word whose ending counts.
const STEM: usize = 5;

type Index<K> = HashMap<K, Vec<usize>>;

/// The languages that have a word, an ending or a letter, as indices of the table.
struct Signs {
    words: Index<&'static str>,
    endings: Index<&'static str>,
    letters: Index<char>,
}

static SIGNS: LazyLock<Signs> = LazyLock::new(|| {
    let (mut words, mut endings, mut letters) = (Index::new(), Index::new(), Index::new());
    for (at, marks) in LANGUAGES.iter().enumerate() {
        marks.words.split_whitespace().for_each(|word| words.entry(word).or_insert_with(Vec::new).push(at));
        marks.endings.split_whitespace().for_each(|end| endings.entry(end).or_insert_with(Vec::new).push(at));
        marks.letters.chars().for_each(|letter| letters.entry(letter).or_insert_with(Vec::new).push(at));
    }
    Signs { words, endings, letters }
});

/// The language that has by far the most features of the text; `None` if there are few features or another language is close.
#[must_use]
pub fn vote(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let mut votes = [0; LANGUAGES.len()];
    let mut give = |to: Option<&Vec<usize>>, whole: usize| {
        for at in to.into_iter().flatten() {
            let part = whole / to.map_or(1, Vec::len);
            votes.get_mut(*at).into_iter().for_each(|held| *held += part);
        }
    };
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        give(SIGNS.words.get(word), WHOLE);
        if word.chars().count() >= STEM {
            let ends = word.char_indices().rev().take(STEM).filter_map(|(at, _)| word.get(at..));
            ends.for_each(|end| give(SIGNS.endings.get(end), WHOLE / 2));
        }
    }
    text.chars().filter(|c| !c.is_ascii()).for_each(|c| give(SIGNS.letters.get(&c), WHOLE / 2));
    // Nearly every Ukrainian, Belarusian or Serbian sentence has letters that Russian lacks; without them it is Russian.
    if text.contains(|c| matches!(c, '\u{400}'..='\u{52F}')) {
        let russian = LANGUAGES.iter().position(|marks| marks.tag == "ru");
        russian.and_then(|at| votes.get_mut(at)).into_iter().for_each(|held| *held += WHOLE);
    }
    let is_out = |tag: &str| NEVER.iter().any(|(held, never)| *held == tag && text.contains(|c| never.contains(c)));
    let ranked = LANGUAGES.iter().zip(votes).filter(|(marks, _)| !is_out(marks.tag));
    let mut ranked: Vec<(usize, &str)> = ranked.map(|(marks, held)| (held, marks.tag)).collect();
    ranked.sort_by_key(|(held, _)| std::cmp::Reverse(*held));
    match ranked.as_slice() {
        [(first, tag), (second, _), ..] if *first >= FEWEST && first * 2 >= second * 3 => Some(tag),
        _ => None,
    }
}
