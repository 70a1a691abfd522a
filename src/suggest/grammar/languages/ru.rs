//! The grammar of Russian.

use crate::suggest::grammar::Grammar;
use crate::suggest::grammar::clauses::Clauses;
use crate::suggest::grammar::names::Names;
use crate::suggest::grammar::nouns::Nouns;
use crate::suggest::grammar::page::Page;
use crate::suggest::grammar::reports::{BackWords, Infinitives, InsertedClause, Reports};
use crate::suggest::grammar::verbs::{PlaceVerbs, VerbGroup, Verbs};

pub(super) fn grammar() -> Grammar {
    Grammar { verbs: verbs(), reports: reports(), clauses: clauses(), nouns: nouns(), names: names(), page: page() }
}

fn verbs() -> Verbs {
    Verbs {
        group: VerbGroup::Alone,
        negation: "не".into(),
        loose_endings: &["ив", "ув"],
        finite: "есть нет был была были было будет будут может могут нужно надо".into(),
        finite_endings: &[
            "ет", "ит", "ют", "ут", "ят", "ат", "ал", "ил", "ел", "ял", "ла", "ли", "ло", "лся", "лась", "лись", "лось", "тся",
            "ем", "им",
        ],
        finite_longer_than: 3,
        place: PlaceVerbs::AfterDash,
        never_by_place: "и но а или что как по в на с из для о об от у к за не ни".into(),
        past_endings: &["л", "ла", "ли", "лся", "лась", "лись"],
        ..Verbs::default()
    }
}

fn reports() -> Reports {
    Reports {
        far_that: true,
        any_source: true,
        dash_is_speech: true,
        names_in_marks: true,
        inserted: InsertedClause::AfterDash,
        possessives: "его её ее их".into(),
        question_words: "как".into(),
        that_joins: "и".into(),
        infinitives: Infinitives::AfterAsking,
        asking_stems: &[
            "призва",
            "призыва",
            "попрос",
            "прос",
            "потребова",
            "требу",
            "предлож",
            "предлага",
            "обеща",
            "пообеща",
            "посовет",
            "рекоменд",
            "пригроз",
            "угрожа",
        ],
        preposition_stems: &[("обвин", "в"), ("призва", "к"), ("призыва", "к"), ("предупре", "о")],
        not_before_infinitive: "к".into(),
        infinitive_endings: &["ть", "ться", "ти", "чь"],
        topic_prepositions: "о об обо".into(),
        object_conjunctions: "и или".into(),
        narrator_conjunctions: "и а но".into(),
        as_words: "как".into(),
        subordinators: "когда после хотя пока".into(),
        coordinators: "и но а".into(),
        relative_openers: "который которая которые".into(),
        back_opens: &[(&["об", "этом"], 10)],
        back_closes: &[BackWords { words: &["об", "этом"], then_break: true }],
        ..Reports::default()
    }
}

fn clauses() -> Clauses {
    Clauses {
        conjunctions: "и но что".into(),
        report_conjunctions: "и но а".into(),
        relative_pronouns: "который которая".into(),
        sentence_openers: "но и".into(),
        binders: "однако впрочем".into(),
        openings: "после до с в во на при по несмотря если когда хотя однако".into(),
        joins: "и но а".into(),
        relative_openers: "который которая которое которые".into(),
        dates: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".into(),
        demonstratives: "это".into(),
        ..Clauses::default()
    }
}

fn nouns() -> Nouns {
    Nouns {
        no_articles: true,
        bare_genitive: true,
        things: "день неделя месяц год раз время часть случай".into(),
        evidence: "сообщение сообщения заявление заявления данные расчёты расчеты подсчёты подсчеты оценки слова".into(),
        said: "слова".into(),
        abstract_endings: &["ние", "ния", "ость", "ости", "ция", "ции", "ство", "ства", "ика", "ина", "ота"],
        oblique_endings: &["ом", "ем", "ой", "ам", "ям", "ами", "ах", "ях", "ов", "ев", "ую", "ому"],
        prepositions: "в на с из от о об для к за по у со во".into(),
        indefinite: "один одна два двое".into(),
        plural_endings: &["и", "ы"],
        counting: "из".into(),
        bodies: "компания группа партия агентство министерство ведомство организация клуб команда совет комитет комиссия банк \
            издание газета служба союз"
            .into(),
        nobodies:
            "полиция прокуратура правительство источник источники эксперты аналитики специалисты врачи учёные ученые очевидец \
            очевидцы собеседник сообщение документ военные пресс-служба"
                .into(),
        feminine_titles: "госпожа королева певица актриса".into(),
        masculine_titles: "господин король певец актёр актер".into(),
        places: "в во на из под через около".into(),
        offices: "заместитель замглавы премьер-министр вице-премьер пресс-секретарь спикер уполномоченный".into(),
        beside_titles: "первый первая вице экс бывший бывшая официальный".into(),
        domains: "дел внутренних иностранных финансов обороны экономики юстиции культуры здравоохранения образования труда \
            транспорта энергетики безопасности связи торговли развития сельского хозяйства печати"
            .into(),
        role_links: "и по".into(),
        genitive_endings: &["ии"],
        case_endings: &["ом", "ем", "ой", "ей", "ами", "ов", "а", "я", "у", "ю", "ы", "и", "е", "ого"],
        base_endings: &["", "ь", "й", "а"],
        numbers: "один два три четыре пять шесть семь восемь девять десять".into(),
        percent: "процент процента процентов".into(),
        parts: "большинство половина треть четверть".into(),
        out_of: "из".into(),
        ..Nouns::default()
    }
}

fn names() -> Names {
    Names {
        trusts_capitals: true,
        bare_bodies: true,
        person_after_acronym: true,
        adjective_endings: &["ий", "ый", "ой", "ая", "ое", "ого", "его", "ому", "им", "ым", "ом", "ую"],
        institution_stems: &[
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
        ],
        leaders: "президент лидер глава премьер премьер-министр канцлер король королева".into(),
        event_openings:
            "битва война войны выборы закон кубок кубка конституция конституции договор саммит турнир чемпионат чемпионата".into(),
        event_closings: "олимпиада война войны".into(),
        not_persons:
            "агентство армия банк дом дума комиссия комитет министерство партия палата правительство республика совет союз \
            суд университет федерация фонд штаты"
                .into(),
        ..Names::default()
    }
}

fn page() -> Page {
    Page {
        credit_openings: "фото фотография иллюстрация снимок изображение".into(),
        byline_openings: "автор авторы текст".into(),
        agencies: "тасс риа".into(),
    }
}
