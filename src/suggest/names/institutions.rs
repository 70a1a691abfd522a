//! Words by which bodies are called, and words of countries that tell which: `European Commission`, `Assemblée nationale`.

use crate::suggest::lexicon::word_list::WordList;

static ENGLISH: WordList = WordList::new(
    "academy administration agency alliance army assembly association authority bank board bureau cabinet center centre chamber \
    church club college commission committee community company confederation conference congress convention corporation council \
    court department embassy federation force forces foundation front fund government group house institute institution league \
    ministry mission movement museum network office ombudsman organisation organization parliament party police press \
    prosecution republic school secretariat senate service society staff state supreme syndicate team trust union university watchdog",
);
static FRENCH: WordList = WordList::new(
    "académie agence alliance armée assemblée association autorité banque bourse bureau cabinet centre chambre collectif comité \
    commission communauté compagnie confédération conférence conseil consulat cour département direction direction église état \
    fédération fondation force front gouvernement groupe haut institut ligue maison mairie ministère mission mouvement musée nations \
    observatoire office ordre organisation parlement parquet parti police préfecture présidence rassemblement région république \
    secrétariat sénat service société sûreté syndicat tribunal union université ville école opération",
);
/// Beginnings of Russian words, which stand in all cases.
const RUSSIAN: [&str; 42] = [
    "агентств",
    "администраци",
    "академи",
    "альянс",
    "арбитраж",
    "ассамбле",
    "ассоциаци",
    "банк",
    "бирж",
    "бюро",
    "ведомств",
    "верхо",
    "дум",
    "институт",
    "кабинет",
    "канцеляри",
    "комисси",
    "комитет",
    "конгресс",
    "консульств",
    "министерств",
    "музе",
    "надзор",
    "област",
    "округ",
    "палат",
    "парламент",
    "парти",
    "посольств",
    "правительств",
    "прокуратур",
    "рад",
    "республик",
    "сенат",
    "служб",
    "совет",
    "союз",
    "суд",
    "театр",
    "университет",
    "федераци",
    "фонд",
];
static DEMONYMS: WordList = WordList::new(
    "african american arab asian australian austrian belgian brazilian british canadian chinese czech danish dutch eastern egyptian \
    english european federal finnish french german greek hungarian indian international iranian iraqi irish israeli italian japanese \
    kenyan korean lebanese mexican national nigerian northern norwegian pakistani palestinian polish regional royal russian saudi \
    scottish southern spanish supreme swedish swiss syrian turkish ukrainian united western world \
    français française russe ukrainien ukrainienne américain américaine allemand allemande britannique européen européenne canadien \
    canadienne anglais anglaise espagnol espagnole italien italienne chinois chinoise israélien israélienne palestinien palestinienne \
    belge suisse marocain marocaine algérien algérienne tunisien tunisienne ivoirien ivoirienne sénégalais sénégalaise polonais \
    polonaise turc turque iranien iranienne japonais japonaise indien indienne brésilien brésilienne hongrois hongroise grec grecque",
);
/// Heads of states and governments: `the French leader` is the French president.
static LEADERS: WordList = WordList::new(
    "president leader premier chancellor king queen head prime président présidente dirigeant dirigeante chef cheffe premier leader roi \
    reine chancelier chancelière президент лидер глава премьер премьер-министр канцлер король королева",
);

/// Whether bodies are called by the word, in small letters.
pub(in crate::suggest) fn is_institution(word: &str) -> bool {
    ENGLISH.has(word)
        || FRENCH.has(word)
        || RUSSIAN.iter().any(|stem| word.starts_with(stem) && word.chars().count() <= stem.chars().count() + 3)
}

/// Whether the word, in small letters, tells of which country or realm a body is.
pub(in crate::suggest) fn is_demonym(word: &str) -> bool {
    DEMONYMS.has(word)
}

/// Whether the word, in small letters, may stand for the head of a state.
pub(in crate::suggest) fn is_leader(word: &str) -> bool {
    LEADERS.has(word)
}
