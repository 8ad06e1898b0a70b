// Words that say nothing about what is broken, by language; they also tell which language a text is in.
const SILENT: Readonly<Record<string, string>> = {
  en:
    'the and for you your our are was were with that this these those have has had having but from can could please thanks thank hello hi ' +
    'hey dear help need needs want wants when what why how get gets getting got just since today yesterday now again still been they them ' +
    'there here would should will about after before any all some more only also too very then than out into over its his her she he it is ' +
    'in on of to at by be as an or if so we me my us do does did who where which while because until always way one two three see new ' +
    'try tried trying use using used make made say says know issue problem regards best morning evening hours hour minutes day days time ' +
    'like let every something anything don doesn didn isn won',
  es:
    'los las una unos unas que con por para del esta este esto esos esas como pero mas muy hola gracias favor desde cuando hay sus el la de ' +
    'en y a al lo le se es son un si ya hoy ayer ahora siempre buenos buenas dias tardes tengo tiene tenemos puedo puede podemos quiero ' +
    'necesito ayuda problema todo todos todas otra otro vez solo sale aparece hace nos me mi mis su',
  fr:
    'les des une est sont pour dans avec sur bonjour bonsoir merci depuis vous nous mon mes ma le la de du un et en au aux ce cette ces que ' +
    'qui quoi mais plus tres tout tous toute toutes suis ai avez avons peux peut veux voudrais aujourd hui hier matin svp plait fait faire ' +
    'quand comment ou il elle ils elles se sa son ses notre nos votre vos je par reste restent',
  de:
    'und der die das ist sind war ein eine einen einem einer ich wir sie es mit auf bei hallo guten tag danke bitte seit den dem des im in ' +
    'zu zum zur von vom fur als auch noch nur schon mehr mein meine unser unsere ihr ihre habe haben hat wird werden kann konnen wie wo was ' +
    'wann warum heute gestern morgen jetzt immer wieder alle alles nach vor aus an um uber aber oder wenn dass mich uns mir man bleibt bleiben',
  pt:
    'uma um uns umas que com por para do da dos das no na nos nas em o os e ola obrigado obrigada desde quando meu minha meus minhas seu sua ' +
    'de ao aos se esta este isso isto mais muito bom boa dia tarde hoje ontem agora sempre tenho tem temos posso pode podem quero preciso ' +
    'ajuda problema todo todos toda todas foi fica so aparece ja',
  ar:
    'من في على الى عن مع هذا هذه ذلك التي الذي عند عندما بعد قبل منذ كل اي هل ما ماذا كيف مرحبا شكرا السلام عليكم اريد احتاج ارجو يرجى لدي ' +
    'انا نحن يظهر اليوم الان ان او ثم قد فقط رغم',
};

const silentIn = new Map<string, Set<string>>();
for (const [language, words] of Object.entries(SILENT))
  for (const word of words.split(' ')) {
    const languages = silentIn.get(word) ?? new Set<string>();
    silentIn.set(word, languages.add(language));
  }

const NONE: ReadonlySet<string> = new Set();

/** The languages in which a word is one of those that are in every other sentence. */
export const languagesOf = (word: string): ReadonlySet<string> => silentIn.get(word) ?? NONE;

/** The language that most of a text's words are of; English where none gives one away. */
export function languageOf(words: readonly { readonly languages: ReadonlySet<string> }[]): string {
  const counts = new Map<string, number>();
  for (const { languages } of words)
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  let [best, most] = ['en', counts.get('en') ?? 0];
  for (const [language, count] of counts) if (count > most) [best, most] = [language, count];
  return best;
}

export function isSilent(word: string, language: string): boolean {
  const languages = silentIn.get(word);
  return languages !== undefined && (languages.has(language) || languages.has('en'));
}

// Endings that change with number, gender, person or case, the longest first.
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: 'ations ation ingly edly ings ing ied ies ers ed er es ly e s'.split(' '),
  es: 'aciones acion amente mente ando iendo adas ados ada ado idas idos ida ido amos aron ieron as os es an en ar er ir a o e s'.split(
    ' ',
  ),
  pt: 'acoes acao amente mente ando endo adas ados ada ado idas idos ida ido amos aram eram oes ao as os es am em ar er ir a o e s'.split(
    ' ',
  ),
  fr: 'ations ation ements ement ees ee es er ez ent e s'.split(' '),
  de: 'ungen ung ern en er es em te st e n s t'.split(' '),
};
const SHORTEST_STEM = 4;

/** A word without what changes with number, gender, person or case: light, so that it seldom makes one of two. */
export function stemOf(word: string, language: string): string {
  if (/^\p{Script=Arabic}/u.test(word)) return stemArabic(word);
  for (const ending of ENDINGS[language] ?? [])
    if (word.length - ending.length >= SHORTEST_STEM && word.endsWith(ending)) {
      const stem = word.slice(0, -ending.length);
      // dropped, stopped
      return language === 'en' && /([b-df-hj-np-tv-z])\1$/.test(stem) && ending !== 's'
        ? stem.slice(0, -1)
        : stem;
    }
  return word;
}

function stemArabic(word: string): string {
  const plain = word
    .replace(/\u0640/g, '')
    .replace(/ى$/, 'ي')
    .replace(/ة$/, 'ه');
  const bare = plain.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/, '');
  return bare.replace(/(?<=.{3})(?:ات|ون|ين|ها|نا|ه|ي)$/, '');
}
