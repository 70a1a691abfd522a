//! Measures how often the language of one short sentence is found: thirty of them in each of six languages, all made up.

use dicta::text::language::guess;

const EN: [&str; 30] = [
    "The harbour will stay closed until Monday.",
    "She told reporters that nothing had been decided.",
    "“We are ready to talk,” Anne Morel said.",
    "Two sources denied the report.",
    "He called the vote a mistake.",
    "The mayor of Port-Vert resigned on Tuesday.",
    "Talks between both sides have stalled again.",
    "No date was given for the next meeting.",
    "According to the union, 300 workers are affected.",
    "They want higher wages and shorter shifts.",
    "Paul Lenoir declined to comment.",
    "It is not clear who signed the letter.",
    "The ministry promised an answer within a week.",
    "Police said the road would be open by noon.",
    "“This is a disgrace,” the senator shouted.",
    "Prices rose by four percent last year.",
    "Her lawyer says the charges are false.",
    "Ukraine and Cerania signed a trade deal.",
    "The spokesman did not answer our questions.",
    "Ships are waiting outside the bay.",
    "A court will hear the case in spring.",
    "Critics fear that the bridge is unsafe.",
    "What happens next is anyone's guess.",
    "The strike enters its third week.",
    "Both parties accused each other of lying.",
    "“I have seen the documents,” he added.",
    "The envoy flew to Sandhaven in secret.",
    "Only one of the plans was ever published.",
    "Voters go to the polls on Sunday.",
    "Rain is expected along the whole coast.",
];

const FR: [&str; 30] = [
    "Le port restera fermé jusqu'à lundi.",
    "Elle a assuré que rien n'était décidé.",
    "« Nous sommes prêts à parler », dit Anne Morel.",
    "Deux sources démentent l'information.",
    "Il juge ce vote absurde.",
    "La maire de Port-Vert a démissionné mardi.",
    "Les discussions sont au point mort.",
    "Aucune date n'a été fixée pour la suite.",
    "Selon le syndicat, 300 ouvriers sont touchés.",
    "Ils demandent de meilleurs salaires.",
    "Paul Lenoir n'a pas souhaité commenter.",
    "On ignore qui a signé la lettre.",
    "Le ministère promet une réponse sous huitaine.",
    "La route rouvrira à midi, indique la police.",
    "« C'est une honte », s'est écrié le sénateur.",
    "Les prix ont augmenté de quatre pour cent.",
    "Son avocate affirme que tout est faux.",
    "L'Ukraine et la Céranie signent un accord.",
    "Le porte-parole n'a pas répondu à nos questions.",
    "Des navires attendent au large de la baie.",
    "Un tribunal examinera l'affaire au printemps.",
    "Certains craignent que le pont ne soit dangereux.",
    "Personne ne sait ce qui va se passer.",
    "La grève entre dans sa troisième semaine.",
    "Les deux partis s'accusent de mensonge.",
    "« J'ai vu les documents », a-t-il ajouté.",
    "L'émissaire s'est rendu à Sandhaven en secret.",
    "Emmanuel Bonnet confirme sa visite.",
    "Les électeurs votent dimanche.",
    "Macron appelle à la retenue.",
];

const RU: [&str; 30] = [
    "Порт будет закрыт до понедельника.",
    "Она заявила, что ничего не решено.",
    "«Мы готовы говорить», — сказала Анна Морель.",
    "Два источника опровергли сообщение.",
    "Он назвал голосование ошибкой.",
    "Мэр Порт-Вера ушла в отставку во вторник.",
    "Переговоры снова зашли в тупик.",
    "Дата следующей встречи не названа.",
    "По словам профсоюза, пострадали 300 рабочих.",
    "Они требуют повысить зарплату.",
    "Поль Ленуар отказался от комментариев.",
    "Неизвестно, кто подписал письмо.",
    "Министерство обещает ответ через неделю.",
    "Дорогу откроют к полудню, сообщила полиция.",
    "«Это позор», — крикнул сенатор.",
    "Цены выросли на четыре процента.",
    "Ее адвокат считает обвинения ложными.",
    "Украина и Церания подписали договор.",
    "Представитель не ответил на наши вопросы.",
    "Корабли ждут у входа в бухту.",
    "Суд рассмотрит дело весной.",
    "Критики опасаются за мост.",
    "Что будет дальше, никто не знает.",
    "Забастовка идет третью неделю.",
    "Обе партии обвиняют друг друга во лжи.",
    "«Я видел документы», — добавил он.",
    "Посланник тайно прибыл в Сандхейвен.",
    "Кремль пока не комментирует визит.",
    "Избиратели голосуют в воскресенье.",
    "Вдоль побережья ожидаются дожди.",
];

const UK: [&str; 30] = [
    "Порт буде закритий до понеділка.",
    "Вона заявила, що нічого не вирішено.",
    "«Ми готові говорити», — сказала Анна Морель.",
    "Два джерела спростували повідомлення.",
    "Він назвав голосування помилкою.",
    "Мерка Порт-Вера пішла у відставку у вівторок.",
    "Переговори знову зайшли у глухий кут.",
    "Дату наступної зустрічі не названо.",
    "За словами профспілки, постраждали 300 робітників.",
    "Вони вимагають підвищити зарплату.",
    "Поль Ленуар відмовився від коментарів.",
    "Невідомо, хто підписав листа.",
    "Міністерство обіцяє відповідь за тиждень.",
    "Дорогу відкриють до полудня, повідомила поліція.",
    "«Це ганьба», — вигукнув сенатор.",
    "Ціни зросли на чотири відсотки.",
    "Її адвокат вважає звинувачення хибними.",
    "Україна та Церанія підписали угоду.",
    "Речник не відповів на наші запитання.",
    "Кораблі чекають біля входу в бухту.",
    "Суд розгляне справу навесні.",
    "Критики побоюються за міст.",
    "Що буде далі, ніхто не знає.",
    "Страйк триває третій тиждень.",
    "Обидві партії звинувачують одна одну в брехні.",
    "«Я бачив документи», — додав він.",
    "Посланець таємно прибув до Сандгейвена.",
    "Зеленський подякував союзникам.",
    "Виборці голосують у неділю.",
    "Уздовж узбережжя очікуються дощі.",
];

const DE: [&str; 30] = [
    "Der Hafen bleibt bis Montag geschlossen.",
    "Sie sagte, es sei noch nichts entschieden.",
    "„Wir sind bereit zu reden“, sagte Anne Morel.",
    "Zwei Quellen widersprachen dem Bericht.",
    "Er nannte die Abstimmung einen Fehler.",
    "Die Bürgermeisterin trat am Dienstag zurück.",
    "Die Gespräche stocken erneut.",
    "Für das nächste Treffen gibt es keinen Termin.",
    "Laut Gewerkschaft sind 300 Arbeiter betroffen.",
    "Sie fordern höhere Löhne.",
    "Paul Lenoir wollte sich nicht äußern.",
    "Wer den Brief unterschrieb, ist unklar.",
    "Das Ministerium verspricht eine Antwort.",
    "Die Straße wird mittags geöffnet, so die Polizei.",
    "„Das ist eine Schande“, rief der Senator.",
    "Die Preise stiegen um vier Prozent.",
    "Ihr Anwalt hält die Vorwürfe für falsch.",
    "Die Ukraine und Ceranien schlossen einen Vertrag.",
    "Der Sprecher ließ unsere Fragen offen.",
    "Schiffe warten vor der Bucht.",
    "Ein Gericht verhandelt den Fall im Frühling.",
    "Kritiker halten die Brücke für unsicher.",
    "Wie es weitergeht, weiß niemand.",
    "Der Streik geht in die dritte Woche.",
    "Beide Parteien werfen einander Lügen vor.",
    "„Ich habe die Papiere gesehen“, fügte er hinzu.",
    "Der Gesandte reiste heimlich nach Sandhaven.",
    "Nur einer der Pläne wurde veröffentlicht.",
    "Am Sonntag wird gewählt.",
    "An der Küste wird Regen erwartet.",
];

const ES: [&str; 30] = [
    "El puerto seguirá cerrado hasta el lunes.",
    "Ella aseguró que no hay nada decidido.",
    "«Estamos listos para hablar», dijo Anne Morel.",
    "Dos fuentes desmintieron la noticia.",
    "Calificó la votación de error.",
    "La alcaldesa de Port-Vert dimitió el martes.",
    "Las conversaciones se han estancado.",
    "No hay fecha para la próxima reunión.",
    "Según el sindicato, hay 300 obreros afectados.",
    "Piden mejores salarios.",
    "Paul Lenoir no quiso hacer comentarios.",
    "Se desconoce quién firmó la carta.",
    "El ministerio promete una respuesta.",
    "La carretera abrirá a mediodía, dijo la policía.",
    "«Es una vergüenza», gritó el senador.",
    "Los precios subieron un cuatro por ciento.",
    "Su abogada dice que los cargos son falsos.",
    "Ucrania y Cerania firmaron un acuerdo.",
    "El portavoz no respondió a nuestras preguntas.",
    "Los barcos esperan frente a la bahía.",
    "Un tribunal verá el caso en primavera.",
    "Los críticos temen por el puente.",
    "Nadie sabe qué pasará después.",
    "La huelga entra en su tercera semana.",
    "Ambos partidos se acusan de mentir.",
    "«He visto los documentos», añadió.",
    "El enviado viajó a Sandhaven en secreto.",
    "Solo uno de los planes fue publicado.",
    "Los votantes acuden a las urnas el domingo.",
    "Se espera lluvia en toda la costa.",
];

/// How many are found, and which are taken for another language.
fn measured(language: &str, sentences: &[&'static str]) -> (usize, Vec<(&'static str, &'static str)>) {
    let right = sentences.iter().filter(|text| guess(text) == Some(language)).count();
    let wrong = sentences.iter().filter_map(|text| guess(text).filter(|found| *found != language).map(|found| (found, *text)));
    (right, wrong.collect())
}

/// How many letter statistics alone find, with the confidence that is asked for in a long text.
fn by_letters_alone(language: &str, sentences: &[&str]) -> usize {
    let code = match language {
        "en" => "eng",
        "fr" => "fra",
        "ru" => "rus",
        "uk" => "ukr",
        "de" => "deu",
        _ => "spa",
    };
    let told = sentences.iter().filter_map(|text| whatlang::detect(text)).filter(|found| found.confidence() >= 0.5);
    told.filter(|found| found.lang().code() == code).count()
}

#[test]
fn the_language_of_one_short_sentence_is_found_and_seldom_mistaken() {
    let table = [("en", EN, 28), ("fr", FR, 28), ("ru", RU, 29), ("uk", UK, 26), ("de", DE, 29), ("es", ES, 27)];
    for (language, sentences, least) in table {
        let (right, wrong) = measured(language, &sentences);
        let plain = by_letters_alone(language, &sentences);
        println!("{language}: {right} of {}, {} wrong; {plain} by letters alone", sentences.len(), wrong.len());
        assert!(right > plain, "{language}: {right}, and {plain} by letters alone");
        assert!(right >= least, "{language}: {right}");
        assert!(wrong.len() <= 1, "{language}: {wrong:?}");
    }
}

#[test]
fn another_language_of_the_same_script_is_not_taken_for_one_with_a_lexicon() {
    let others = [
        "Il porto resterà chiuso fino a lunedì, ha detto la sindaca.",
        "O porto vai ficar fechado até segunda-feira, disse a prefeita.",
        "De haven blijft tot maandag gesloten, zei de burgemeester.",
        "Hamnen är stängd till måndag, sade borgmästaren.",
        "Port pozostanie zamknięty do poniedziałku, powiedziała burmistrz.",
        "Portul va rămâne închis până luni, a spus primarul.",
        "Пристанището ще остане затворено до понеделник, каза кметът.",
        "Лука ће бити затворена до понедељка, рекла је градоначелница.",
        "Порт будзе зачынены да панядзелка, паведаміла мэрка.",
    ];
    let taken: Vec<_> = others.iter().filter(|text| matches!(guess(text), Some("en" | "fr" | "ru"))).collect();
    assert!(taken.is_empty(), "{taken:?}");
}
